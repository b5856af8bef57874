using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Cases;

/// <summary>A grid case. A node of this type exists only where the actor may read the case.</summary>
internal sealed class CaseType : Described<CaseNode>
{
    private const string Masked = " Numbers of identity cards and telephones are masked for those who don't handle the case.";

    public CaseType(IHubDirectory directory, IRuleBook rules, HubClock clock, CaseHistories histories, FreeText text)
        : base("Case", "A grid case (网格案件). SM1; readable by those of its area, by its lead and assisting organs and by audit. Rules part 4.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id; of a case as it once stood another than of the case now.", c => GlobalId.OfCase(c.Key, c.AsOf));
        Maybe<InstantType>("asOf", "The past instant as of which all is told (截至时刻); null for the present.", c => c.AsOf);
        Either<StringGraphType>("number", "The number people read (案件编号), unique in the city.", r => r.Number, c => c.Number);
        One<StringGraphType>("version", "Length of its trace, a decimal number: what expectedVersion is compared with (版本).", c => Text(c.Loaded.Length));
        Either<CaseStageType>("stage", "Where it stands (案件状态).", r => r.Stage, c => c.Stage);
        Detail<CaseKindType>("kind", "Component or event (案件性质). G008.", c => c.Kind);
        Either<CategoryType>("category", "Second-level category (事项类别). G006, G007.", r => Category(rules, r.Category), c => Category(rules, c.Category));
        AskOne<StringGraphType>("title", "What is wrong, at most 200 characters (标题)." + Masked + " In lists that ask for no more than the index knows it is masked for everyone.",
            (context, c) => new(c.View is null ? text.Masked(c.Row!.Title) : Shown(context, c).Title));
        AskOne<StringGraphType>("text", "More about it, at most 4,000 characters; may be empty (内容)." + Masked, (context, c) => new(Shown(context, c).Text));
        Either<CasePriorityType>("priority", "Priority (紧急程度).", r => (CasePriority)r.Priority, c => c.Priority);
        Either<BooleanGraphType>("emergency", "True when it is an emergency by priority or by the nature of its category (紧急). T024, C065.", r => r.Contribution.Emergency, c => c.Emergency);
        Detail<CaseChannelType>("channel", "Where it came from (来源渠道).", c => c.Channel);
        Detail<SourceType>("source", "Ticket of another system from which it came (来源工单); null if none. G017.", c => c.Source, nullable: true);
        Either<UnitType>("grid", "Grid in which it lies (网格); like the units above it, the one in force, for a past instant the one that the case knew then.", r => directory.Node(r.Grid), (c, at) => directory.Node(PlaceOf(c, at).Grid));
        Either<UnitType>("community", "Community or village (社区、村).", r => directory.Node(r.Community), (c, at) => directory.Node(PlaceOf(c, at).Community));
        Either<UnitType>("township", "Township or subdistrict (乡镇、街道).", r => directory.Node(r.Township), (c, at) => directory.Node(PlaceOf(c, at).Township));
        Either<UnitType>("county", "County (县市区).", r => directory.Node(r.County), (c, at) => directory.Node(PlaceOf(c, at).County));
        Detail<OrganType>("forwarded", "The centre to which a basic grid's report was forwarded, its category being one of all-subject grids (全科网格事项转办); null for others. G007.",
            c => c.Forwarded, nullable: true);
        Detail<OrganType>("firstAsked", "First-asked owner (首问责任单位): set by the report, never cleared. T019.", c => c.FirstAsked);
        Either<OrganType>("holder", "Whose move it is (在谁手里).", r => r.Holder, c => c.Holder);
        Either<InstantType>("holderSince", "Since when the holder holds it (持有时间).", r => r.HolderSince, c => c.HolderSince);
        Detail<TriageClassType>("triageClass", "Class after triage (研判分类); null before. R028.", c => c.Class, nullable: true);
        Detail<BooleanGraphType>("enforcement", "True when triage found that it takes enforcement powers (涉执法). R031.", c => c.Enforcement);
        Detail<OrganType>("dispatcher", "The centre that dispatched it and will verify (派单单位); null before. G015, G047.", c => c.Dispatcher, nullable: true);
        Either<OrganType>("lead", "Lead organ (牵头单位) of the present or last dispatch; null before. G046.", r => r.Lead, c => c.Lead, nullable: true);
        Many<OrganType>("assists", "Assisting organs (协办单位).", c => c.View?.Case.Assists ?? c.Row!.Assists).WithAssumedSize(4);
        Either<IntGraphType>("returns", "Returns so far (退单次数). T022.", r => r.Returns, c => c.Returns);
        Detail<IntGraphType>("reworks", "Failed verifications so far (返工次数).", c => c.Reworks);
        Either<InstantType>("reportedAt", "When it was reported (上报时间).", r => r.ReportedAt, c => c.ReportedAt);
        Either<InstantType>("changedAt", "When its newest step took effect (最近变更); terms that fall due change nothing.", r => r.ChangedAt, c => c.ChangedAt);
        Detail<InstantType>("closedAt", "When it was closed, declined, merged or withdrawn (办结时间); null while open.", c => c.EndedAt, nullable: true);
        AskMaybe<StringGraphType>("result", "Result fed back, at most 2,000 characters (处置结果); null before." + Masked, (context, c) => new(Shown(context, c).Result));
        AskMany<StringGraphType>("evidence", "References of the evidence fed back, at most 20 (佐证); whoever verifies must have viewed it. SM1.14, SM1.15." + Masked,
            (context, c) => new(Shown(context, c).Evidence)).WithAssumedSize(4);
        Detail<BooleanGraphType>("onTime", "Whether the handling term was kept (按期办结); null before feedback.", c => c.OnTime, nullable: true);
        Either<InstantType>("dueAt", "Nearest open due instant (到期); null when no term is open.", r => r.DueAt, c => Due(c), nullable: true);
        Either<BooleanGraphType>("overdue", "True when it is open and its nearest term has passed (超期).",
            r => r.Stage.IsOpen() && r.DueAt <= clock.Now, (c, at) => c.Stage.IsOpen() && Due(c) <= (at ?? clock.Now));
        Detail<IntGraphType>("rulesVersion", "Version of the rules that it began with and keeps (规则版本): categories, limits, parameters; the calendar is always the newest.", c => c.Rules);
        AskMany<TermType>("terms", "All its terms, in order of opening (期限).", (context, c) => new(AsOf(c, Shown(context, c).Terms)));
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first by sequence. G019, G021. Personal data in reasons is masked for those who don't handle the case; hashes are those of the entries as written.",
            (context, c) => new(histories.Page(context, c))).Paged();
        AskMany<TraceEntryType>("history", $"Its whole history (全过程), oldest first, however old; TOO_MANY above {CaseHistories.Longest} entries, which trace gives by pages. Masked as trace is. G019, G021.",
            (context, c) => new(histories.Whole(context, c))).WithCost(FieldMarks.OneQuestion);
        AskOne<ListGraphType<NonNullGraphType<StringGraphType>>>("moves",
            "Names of the mutations that this actor may send now (可办步骤), in the order of SM1; empty for those who only read, and for a past instant.", (context, c) => new(
                Moves(context, c).Select(m => CaseMoveNames.Of(m.Move)).ToList()));
        AskMany<CaseMoveType>("nextMoves", "The same moves with the inputs that each takes as the case stands now (可办步骤及录入项).", (context, c) => new(Moves(context, c).ToList())).WithAssumedSize(4);
        AskMany<CaseCandidateType>("candidates", "Who the case may be given to as it stands (可派单位): owners of its category first, then units, agencies, departments. Empty for those who may not give it to anyone, and for a past instant.",
            (context, c) => new(Moves(context, c).Any(m => m.Inputs.Any(i => i.Kind is MoveInputKind.Parties or MoveInputKind.Organs)) ? Candidates(context, c) : [])).WithAssumedSize(60).WithCost(FieldMarks.OneQuestion);
        AddWaiting(Shown, PlaceOf);

        // Those in force may act on it; of a row CaseLists gives the same, also behind a figure that counts it elsewhere.
        Placement PlaceOf(Case state, DateTimeOffset? at) => at is null ? directory.InForce(state).Placement : state.Placement;

        Case Shown(IResolveFieldContext context, CaseNode c) => text.Shown(Viewer.Of(context).Actor, c.Present, c.Loaded.Case);

        IReadOnlyList<CaseCandidate> Candidates(IResolveFieldContext context, CaseNode c)
        {
            var (state, place) = (c.Loaded.Case, directory.InForce(c.Loaded.Case).Placement);
            var organs = directory.Around(rules, place);
            return CaseCandidates.Of(state, organs, new(Viewer.Of(context).Actor, clock.Now, rules.Of(state, place.County), c.Loaded.Length)
            {
                Placement = place,
                Organs = organs.ToImmutableDictionary(o => o, o => directory.Facts(rules, o, place, state.Category)),
            });
        }

        IEnumerable<OfferedMove> Moves(IResolveFieldContext context, CaseNode c)
        {
            if (c.AsOf is not null)
                return [];
            var (actor, state, now, place, own) = (Viewer.Of(context).Actor, c.Loaded.Case, clock.Now, directory.InForce(c.Loaded.Case).Placement, Rules(rules, directory, c.Loaded.Case));
            return CaseMoves.Of(actor, state, own.Cases, now, place).Select(m => new OfferedMove(m, CaseMoveInputs.Of(m, actor, state, own, now, place)));
        }
    }

    private void AddWaiting(Func<IResolveFieldContext, CaseNode, Case> shown, Func<Case, DateTimeOffset?, Placement> place)
    {
        AskMany<CaseWaitType>("waits", "Everything it waits for, nearest first (在等谁): whose move, since when, until when; empty once it is over.",
            (context, c) => new(AsOf(c, Waits(shown(context, c))))).WithAssumedSize(4);
        Maybe<OrganType>("coordinator", "The township that coordinates it (协调单位); null unless it is cross-department. R030.", c => TownshipFor(c, TriageClass.CrossDepartment));
        Maybe<OrganType>("supervisor", "The township that supervises its owner (监督单位); null unless it has a clear owner. R029, A003.", c => TownshipFor(c, TriageClass.ClearOwner));
        AskMany<CasePartType>("parts", "Parts of the assisting units (协办任务)." + Masked, (context, c) => new(shown(context, c).Parts)).WithAssumedSize(4);
        AskMaybe<CaseExtensionType>("extension", "An extension asked for and not decided (待批延期)." + Masked, (context, c) => new(shown(context, c).Extension));
        AskMaybe<CaseSuspensionType>("suspension", "The suspension that holds (中止)." + Masked, (context, c) => new(shown(context, c).Suspension));
        AskMany<CaseMeetingType>("meetings", "Coordination meetings, oldest first (协调会议). T022." + Masked, (context, c) => new(shown(context, c).Meetings)).WithAssumedSize(2);
        AskMany<CaseUrgeType>("urges", "Urges, oldest first (催办、督办). SM1.U." + Masked, (context, c) => new(shown(context, c).Urges)).WithAssumedSize(2);
        Either<IntGraphType>("urgedLevel", "Highest level of urging, 0 for none; stands until it is closed (督办级别).", r => r.Contribution.UrgedLevel, c => c.UrgedLevel);
        Detail<BooleanGraphType>("supervised", "True when it was urged by township or county and is not closed (督办中).", c => c.Supervised);
        Either<IntGraphType>("escalation", "How often it was escalated (升级次数). SM1.E.", r => r.Escalation, c => c.Escalation);
        Detail<RiskKindType>("risk", "The risk that it was escalated for last (风险类别); null if none. C065.", c => c.Risk, nullable: true);
        Detail<IntGraphType>("cycle", "1, and one more each time it was reopened (轮次). SM1.19.", c => c.Cycle);
        Many<CaseEvaluationType>("evaluations", "Evaluations, oldest first (评价). G048.", c => c.Loaded.Case.Evaluations).WithAssumedSize(2);
        Detail<JoinedCaseType>("mergedInto", "The case that it was merged into (并入); null if none. SM1.4.", c => c.MergedInto, nullable: true);
        Many<JoinedCaseType>("joined", "Cases that were merged into it (已并入案件). SM1.4.", c => c.Loaded.Case.Joined).WithAssumedSize(2);

        object? TownshipFor(CaseNode c, TriageClass @class) => c.Loaded.Case is var state && state.Class == @class ? OrganCode.Of(place(state, c.AsOf).Township) : null;
    }

    private static List<Term> Waits(Case state) =>
        state.Stage.IsOpen() ? [.. state.Terms.Where(t => t.IsOpen).OrderBy(t => t.IsSuspended).ThenBy(t => t.Due)] : [];

    private static IReadOnlyList<Term> AsOf(CaseNode c, IReadOnlyList<Term> terms) => c.AsOf is { } at ? new PastList<Term>(terms, at) : terms;

    private static DateTimeOffset? Due(Case state) => CaseTerms.Nearest(state)?.Due;

    // What it may do follows from the version it began with, as decisions do.
    private static RuleBook Rules(IRuleBook rules, IHubDirectory directory, Case state) =>
        rules.Of(state, directory.InForce(state).Placement.County);

    private static CaseCategory Category(IRuleBook rules, string code) =>
        rules.Current.Cases.Categories.GetValueOrDefault(code) ?? new CaseCategory(code, null, code, code, null, null, null, false, null);

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Either<TGraph>(string name, string description, Func<CaseRow, object?> row, Func<Case, object?> state, bool nullable = false) where TGraph : IGraphType =>
        Either<TGraph>(name, description, row, (c, _) => state(c), nullable);

    private void Either<TGraph>(string name, string description, Func<CaseRow, object?> row, Func<Case, DateTimeOffset?, object?> state, bool nullable = false) where TGraph : IGraphType
    {
        object? Value(CaseNode c) => c.View is { } view ? state(view.Case, c.AsOf) : row(c.Row!);
        if (nullable)
            Maybe<TGraph>(name, description, Value);
        else
            One<TGraph>(name, description, Value);
    }

    private void Detail<TGraph>(string name, string description, Func<Case, object?> state, bool nullable = false) where TGraph : IGraphType
    {
        if (nullable)
            Maybe<TGraph>(name, description, c => state(c.Loaded.Case));
        else
            One<TGraph>(name, description, c => state(c.Loaded.Case));
    }
}

/// <summary>Ticket of another system.</summary>
internal sealed class SourceType : Described<SourceTicket>
{
    public SourceType() : base("Source", "Ticket of another system from which a case came (来源工单): the same ticket is one case. G017.")
    {
        One<StringGraphType>("system", "Name of the system, e.g. `12345`.", s => s.System);
        One<StringGraphType>("number", "Its number there (工单编号).", s => s.Number);
    }
}
