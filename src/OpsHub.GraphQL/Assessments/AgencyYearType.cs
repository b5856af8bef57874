using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>An agency's year. A node of this type exists only where the actor reads something of it; each figure is asked of <see cref="YearSight"/>.</summary>
internal sealed class AgencyYearType : Described<AgencyYearNode>
{
    public AgencyYearType(IHubDirectory directory, AgencyYearOffers offers, AgencyYearTraces traces, IAgencyYearIndex index, FreeText text)
        : base("AgencyYear", "A stationed agency's year (派驻机构年度考核): plan, letter, evidence, two-sided score, grade. SM4; what the actor may not read is null or left out, `reading` says how much that is. Rules part 4.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", y => GlobalId.OfAgencyYear(y.View.Key));
        One<StringGraphType>("version", "Length of its trace, a decimal number: what expectedVersion is compared with (版本).", y => y.View.Length.ToString(CultureInfo.InvariantCulture));
        One<YearReadingType>("reading", "How much of it the actor reads (可读范围).", y => y.Sight.Reading);
        AddPlan(directory, text);
        AddEvidence();
        AddResult();
        AddHistory(index, offers, directory);
        AddMoves(offers);
        AskMaybe<TraceConnectionType>("trace", "Its trace (留痕), oldest first by sequence. G019, G021; null for those who read evidence only, and reasons of the other side's scores are left out.",
            traces.Page).Paged();
    }

    private void AddPlan(IHubDirectory directory, FreeText text)
    {
        One<OrganType>("agency", "The agency (派驻机构).", y => y.State.Agency);
        One<IntGraphType>("year", "The calendar year (年度).", y => y.State.Year);
        One<OrganType>("department", "Dispatching department: the line (派出部门). A002.", y => y.State.Department);
        One<UnitType>("host", "Host township: the area (驻地乡镇、街道). A002.", y => directory.Node(y.State.Host));
        Many<ServedTownshipType>("served", "Townships served with their weights, by code (服务乡镇权重). A026.",
            y => y.State.Weights.Select(w => new ServedTownship(w.Key, w.Value, w.Key == y.State.Host))).WithAssumedSize(3);
        One<AgencyYearStageType>("stage", "Where it stands (环节). SM4.", y => y.State.Stage);
        One<StringGraphType>("stageLabel", "The same in Chinese (环节名称).", y => AssessmentWording.Of(y.State.Stage));
        Many<StringGraphType>("duties", "Local duties (属地管理职责). A037.", y => y.State.Duties.Select(text.Masked)).WithAssumedSize(10);
        Many<UnitType>("negotiated", "Townships with which the plan as it stands was negotiated (已协商). A038.", y => y.State.Negotiated.Select(directory.Node)).WithAssumedSize(3);
        Maybe<StringGraphType>("determinedWhy", "Why the performance organ determined the plan instead; null otherwise (认定理由). A038.", y => y.State.DeterminedWhy is { } why ? text.Masked(why) : null);
        Maybe<StringGraphType>("objection", "The department's last objection, while the plan is a draft again (不同意理由). A039.", y => y.State.Objection is { } why ? text.Masked(why) : null);
        Many<YearTargetType>("targets", "Targets of plan and letter (年度目标). A020.", y => y.State.Targets).WithAssumedSize(10);
        One<ResponsibilityLetterType>("letter", "The responsibility letter (年度目标责任书). A040.", y => y.State);
    }

    private void AddEvidence()
    {
        Many<KeyWorkType>("keyWork", "Townships' key work that asked for the agency, oldest first (重点工作). A021.", y => y.State.KeyWork.FindAll(w => y.Sight.Evidence(w.Township))).WithAssumedSize(5);
        Many<TownshipEvidenceType>("evidence", "Totals of its cases by township, from the trace (佐证). A022, A023.",
            y => y.State.Evidence.Where(e => y.Sight.Evidence(e.Key)).Select(e => new TownshipEvidence(y.State, e.Key, e.Value))).WithAssumedSize(3);
        Many<ComponentAdjustmentType>("adjustments", "Adjustments by hand, oldest first, each beside what was computed (人工调整).", y => y.State.Adjustments.FindAll(a => y.Sight.Of(a.Township))).WithAssumedSize(2);
        Many<DutySubmissionType>("submissions", "Territorial duty as submitted, by township (属地职责评分). A018.",
            y => y.State.Submitted.Where(s => y.Sight.Of(s.Key)).Select(s => new ShownSubmission(s.Key, s.Value, y.State.Rules))).WithAssumedSize(3);
        Many<TownshipSatisfactionType>("satisfaction", "Satisfaction as surveyed, by township (满意度结果). A024.",
            y => y.State.Surveys.Where(s => y.Sight.Of(s.Key)).Select(s => new ShownSatisfaction(s.Key, s.Value, y.State.Rules))).WithAssumedSize(3);
        Maybe<StatutoryScoreType>("statutory", "Statutory duty as the department scored it (法定职责评分); null while it is missing. A019.", y => y.Sight.Statutory ? y.State.Statutory : null);
    }

    private void AddResult()
    {
        Maybe<TownshipPartType>("part", "The townships' part as the host aggregated it (乡镇部分); null before. A027.", y => y.Sight.Part ? y.State.Part : null);
        Maybe<AgencyScoreType>("score", "The score (考核得分); null before it is final. A017.", y => y.Sight.Totals && y.State.Score is { } score ? new ShownScore(score, y.Sight) : null);
        Maybe<InstantType>("scoredAt", "When it was finalised; from then on its lines can be contested within the term (核定时间).", y => y.Sight.Totals ? y.State.ScoredAt : null);
        Maybe<AssessmentGradeType>("grade", "The agency's grade (机构等次). A033.", y => y.Sight.Totals ? y.State.Grade : null);
        Maybe<InstantType>("gradedAt", "When that was set (评定时间).", y => y.Sight.Totals ? y.State.GradedAt : null);
        Maybe<AssessmentGradeType>("headGrade", "The head's grade (主要负责人等次). A035.", y => y.Sight.Totals ? y.State.HeadGrade : null);
        Maybe<YearForecastType>("forecast", "Where it stands and what would change it (年终预测); null for those who read evidence only.", y => y.Forecast);
        Field<ListGraphType<NonNullGraphType<ScoreLineType>>>("scorecard").Description("Every line that explains the score, as it stands (计分卡); null for those who read evidence only. Until the score is final the agency reads it from its evidence alone, the department from that and its own D.")
            .Resolve(new Read<AgencyYearNode>(y => y.Sight.Lines(y.State)?.ConvertAll(l => new ShownLine(y.Sight.Scored(y.State), l)))).WithAssumedSize(8);
        AskMaybe<LinkedResultType>("linked", "What follows for the agency's staff as a whole (结果挂钩); null before anything was recorded. A029-A031, A034.",
            (context, y) => new(y.Sight.Totals && y.State.Linked is { } linked ? new ShownLinked(linked, y.State.Rules, AgencyYearAccess.IsHost(Viewer.Of(context).Actor, y.State)) : null));
        Many<SharedAtType>("sharedAt", "Where the result went, once each (结果共享). A032.", y => y.State.SharedAt.Where(_ => y.Sight.Totals)).WithAssumedSize(2);
        Maybe<InstantType>("publishedAt", "When the result was published (公布时间). R044.", y => y.Sight.Totals ? y.State.PublishedAt : null);
        Maybe<StringGraphType>("publishedWhere", "Where it was published (公布地点).", y => y.Sight.Totals ? y.State.PublishedWhere : null);
        One<AssessmentRuleSetType>("rules", "The rule set it is scored by (考核规则); fixed when the assessment opens.", y => y.State.Rules);
    }

    private void AddHistory(IAgencyYearIndex index, AgencyYearOffers offers, IHubDirectory directory)
    {
        Many<TermType>("terms", "All its terms, in order of opening (期限).", y => y.State.Terms).WithAssumedSize(6);
        Many<TermType>("openTerms", "Those still open, nearest due first (未完成期限).", y => y.State.Terms.FindAll(t => t.IsOpen).OrderBy(t => t.Due)).WithAssumedSize(3);
        Many<OwedInputType>("owed", "What is owed now, by name of unit (所欠事项).", y => AgencyYearTerms.Owed(y.State)).WithAssumedSize(3);
        Many<YearFlagType>("flags", "What is wrong with it without blocking it (提示事项).", y => YearFlags.Of(y.State, directory.NameOf).FindAll(y.Sight.Of)).WithAssumedSize(3);
        Many<YearAppealType>("appeals", "Appeals about lines that the actor reads, oldest first (申诉). A028.",
            y => y.State.Appeals.FindAll(y.Sight.Of).ConvertAll(a => new ShownAppeal(a with { Answers = AgencyYearTerms.AnsweredBy(y.State, a) }, y.State.Terms.Find(t => t.Id == (a.Id == 1 ? "appeal" : $"appeal-{a.Id}"))))).WithAssumedSize(2);
        Many<YearRevisionType>("revisions", "Former results, oldest first (历次结果).", y => y.Sight.Trace ? y.State.Revisions.ConvertAll(r => new ShownRevision(r, y.Sight.Of(r))) : []).WithAssumedSize(1);
        AskMany<YearSnapshotType>("snapshots", "As it stood at the ends of months and quarters, in order (月度、季度快照).", async (context, y) =>
                (await index.Snapshots(y.State.Agency, y.State.Year, context.CancellationToken).ConfigureAwait(false)).Select(s => new ShownSnapshot(
                    s with { Evidence = s.Evidence.RemoveRange(s.Evidence.Keys.Where(t => !y.Sight.Evidence(t))) }, y.Sight)).ToList())
            .WithAssumedSize(12).WithCost(FieldMarks.OneQuestion);
        Maybe<InstantType>("shareableFrom", "From when on the result may be shared: once the time to contest the grade is over (可共享时间); null before it is graded.",
            y => y.Sight.Totals ? offers.ShareableFrom(y) : null);
        One<InstantType>("changedAt", "When its newest step took effect (最近变更).", y => y.State.ChangedAt);
    }

    private void AddMoves(AgencyYearOffers offers)
    {
        AskMany<StringGraphType>("moves", "Names of the mutations that this actor may send now (可办步骤), in the order of SM4; empty for those who only read.",
            (context, y) => new(offers.Of(Viewer.Of(context).Actor, y).Offered.ConvertAll(m => AgencyYearMoveLabels.Mutation(m.Move.Command)))).WithAssumedSize(4);
        AskMany<AgencyYearMoveType>("nextMoves", "The same moves with the inputs that each takes as the year stands now (可办步骤及录入项).", (context, y) => new(offers.Of(Viewer.Of(context).Actor, y).Offered)).WithAssumedSize(4);
        AskMany<BlockedMoveType>("blockedMoves", "Steps in this actor's hands that a rule does not let through yet, and why (待满足条件的步骤).",
            (context, y) => new(offers.Of(Viewer.Of(context).Actor, y).Blocked)).WithAssumedSize(2);
    }
}
