using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Schemes;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Tests;

/// <summary>One of everything that is stored or travels as JSON, with the type it is written as.</summary>
internal static class Samples
{
    private static readonly DateOnly Day = new(2018, 12, 3);
    private static readonly UnitCode Township = UnitCode.Parse("430203001");
    private static readonly GridFigures Figures = new(1200, 0.35m, 40);
    private static readonly GridCrossing Crossing = new([UnitCode.Parse("430203001001"), UnitCode.Parse("430203001002")], "跨社区小区", Township);

    private static readonly ImmutableList<UnitCommand> UnitCommands =
    [
        new EstablishUnit(CaseSamples.Grid, "第一网格", "grid", UnitCode.Parse("430203001001"), Day, true, Figures, Crossing),
        new RenameUnit("新名街道", Day), new ReclassifyUnit("subdistrict", Day), new MoveUnit(UnitCode.Parse("430204"), Day),
        new MergeUnit(UnitCode.Parse("430203002"), Day), new DissolveUnit(Day), new SetGridFigures(Figures),
        new TakeEffect(Day),
    ];

    private static readonly ImmutableList<UnitEvent> UnitEvents =
    [
        new UnitEstablished(CaseSamples.Grid, "第一网格", "grid", UnitCode.Parse("430203001001"), Day, true, Figures, Crossing),
        new UnitRenamed("第一网格(新)", Day.AddYears(1)), new UnitReclassified("special-grid", Day.AddYears(2)), new UnitMoved(UnitCode.Parse("430203001002"), Day.AddYears(3)),
        new GridFiguresSet(Figures), new UnitMerged(UnitCode.Parse("430203001001002"), Day.AddYears(4)),
    ];

    private static readonly ImmutableList<AgencyCommand> AgencyCommands =
    [
        new EstablishAgency(CaseSamples.Agency, "城管中队", CaseSamples.Bureau, Township, [Township], ["Q05-01"], true),
        new RenameAgency("城管执法中队"), new SetServedTownships([Township, UnitCode.Parse("430203002")]), new SetEnforcementPowers(["Q05-01", "Q05-02"]),
    ];

    private static readonly ImmutableList<AgencyEvent> AgencyEvents =
    [
        new AgencyEstablished(CaseSamples.Agency, "城管中队", CaseSamples.Bureau, Township, [Township], ["Q05-01"], true),
        new AgencyRenamed("城管执法中队"), new ServedTownshipsSet([Township, UnitCode.Parse("430203002")]), new EnforcementPowersSet(["Q05-01", "Q05-02"]),
    ];

    private static readonly ImmutableList<OfficialDay> Days = [new(new(2027, 1, 1), DayKind.Holiday, "元旦", 2027, "国办发明电〔2026〕9号")];
    private static readonly CategorySet Category = new("Q01-430203-01", "Q01", "古窑遗址", "Kiln sites", true, "D27", "权责清单 2026-7", false);
    private static readonly ImmutableList<SetLimit> Limits = [new(new(CaseStep.Handling, CasePriority.Urgent, "Q01-02"), new(2, BudgetUnit.WorkingDays), "处置指挥手册")];
    private static readonly UnitCode County = UnitCode.Parse("430203");

    private static readonly ImmutableList<RuleCommand> RuleCommands =
    [
        new AddCategory(Category, "本县特色", Day), new ChangeCategory(Category, "改名", Day), new ChangeLimits(Limits, County, "手册修订", Day),
        new ChangeParameter("MaxReturns", "3", "县办文件", County, "调整", Day), new LoadCalendar(2027, Days, "2027 年放假安排"), new AmendCalendar(2027, Days, "调整"),
        new AddLocalClosure(County, Day, Day.AddDays(1), "台风"), new EndLocalClosure(County, 7, Day, "减弱"),
    ];

    private static readonly ImmutableList<RuleValue> RuleValues =
    [
        Category, new LimitsSet(Limits), new ParameterSet("MaxReturns", "3", "县办文件"), new CalendarLoaded(2027, Days), new ClosureAnnounced(Day, Day.AddDays(1)), new ClosureEnded(7, Day),
    ];

    private static readonly ImmutableList<RuleEvent> RuleEvents =
    [
        .. RuleValues.Select((value, i) => new RuleChanged(UnitCode.Parse("4302"), new(i + 2, CaseSamples.At, Day, "调整", Role.CountyCommandCentre, OrganCode.Of(County), County, value))),
    ];

    /// <summary>Name of the golden file, type it is written as, and the sample.</summary>
    public static readonly ImmutableDictionary<string, (Type As, object Sample)> All =
        Named(CaseSamples.Commands).Concat(Named([.. CaseSamples.Events.DistinctBy(e => e.Name), .. CaseSamples.Others, .. CaseSamples.Contacts]))
        .Concat(Named(UnitCommands)).Concat(Named([.. UnitEvents, new UnitDissolved(Day), new ChangeTookEffect(Day)])).Concat(Named(AgencyCommands)).Concat(Named(AgencyEvents))
        .Concat(Named(ConsultationSamples.Commands)).Concat(Named([.. ConsultationSamples.Events, .. ConsultationSamples.Others]))
        .Concat(Named(CouncilSamples.OpinionCommands)).Concat(Named([.. CouncilSamples.OpinionEvents.DistinctBy(e => e.GetType())]))
        .Concat(Named(CouncilSamples.CouncilCommands)).Concat(Named(CouncilSamples.CouncilEvents)).Concat(Named(CouncilSamples.SupportCommands)).Concat(Named(CouncilSamples.SupportEvents))
        .Append(("OpinionLedgerDocument", typeof(SubjectDocument<OpinionLedger>), Document(CouncilSamples.OpinionEvents.Aggregate((OpinionLedger?)null, OpinionLedger.Apply)!, CouncilSamples.OpinionEvents)))
        .Append(("CouncilDocument", typeof(SubjectDocument<Council>), Document(CouncilSamples.CouncilEvents.Aggregate((Council?)null, Council.Apply)!, CouncilSamples.CouncilEvents)))
        .Append(("SupportFileDocument", typeof(SubjectDocument<SupportFile>), Document(CouncilSamples.SupportEvents.Aggregate((SupportFile?)null, SupportFile.Apply)!, CouncilSamples.SupportEvents)))
        .Append(("ConsultationDocument", typeof(SubjectDocument<Consultation>), Document(ConsultationSamples.Consultation, ConsultationSamples.Events)))
        .Append(("CaseDocument", typeof(SubjectDocument<Case>), Document(CaseSamples.Case, CaseSamples.Events)))
        .Append(("UnitDocument", typeof(SubjectDocument<Unit>), Document(UnitEvents.Aggregate((Unit?)null, Unit.Apply)!, UnitEvents)))
        .Append(("AgencyDocument", typeof(SubjectDocument<Agency>), Document(AgencyEvents.Aggregate((Agency?)null, Agency.Apply)!, AgencyEvents)))
        .Concat(Named(RuleCommands)).Concat(Named(RuleValues)).Concat(Named(RuleEvents.GetRange(0, 1)))
        .Append(("RulesDocument", typeof(SubjectDocument<RuleSet>), Document(RuleEvents.Aggregate((RuleSet?)null, RuleSet.Apply)!, RuleEvents)))
        .Concat(Named(AssessmentSamples.Commands)).Concat(Named([.. AssessmentSamples.Events.DistinctBy(e => e.Name)]))
        .Concat(Named(PostSamples.Commands)).Concat(Named([.. PostSamples.Events.DistinctBy(e => e.Name), .. PostSamples.Others])).Concat(Named(AssessmentSamples.SchemeCommands)).Concat(Named(AssessmentSamples.SchemeEvents))
        .Append(("AgencyYearDocument", typeof(SubjectDocument<AgencyYear>), Document(AssessmentSamples.Events.Aggregate((AgencyYear?)null, AgencyYearFold.Apply)!, AssessmentSamples.Events)))
        .Append(("AgencyPostsDocument", typeof(SubjectDocument<AgencyPosts>), Document(PostSamples.Events.Aggregate((AgencyPosts?)null, PostFold.Apply)!, PostSamples.Events)))
        .Append(("SchemeDocument", typeof(SubjectDocument<AssessmentScheme>), Document(AssessmentSamples.SchemeEvents.Aggregate((AssessmentScheme?)null, AssessmentScheme.Apply)!, AssessmentSamples.SchemeEvents)))
        .Concat(Named(MandateSamples.Commands)).Concat(Named(MandateSamples.Events))
        .Append(("CountyMandatesDocument", typeof(SubjectDocument<CountyMandates>), Document(MandateSamples.Events.Aggregate((CountyMandates?)null, MandateFold.Apply)!, MandateSamples.Events)))
        .Concat(Named(EstablishmentSamples.Commands)).Concat(Named([.. EstablishmentSamples.Events.DistinctBy(e => e.GetType())]))
        .Append(("EstablishmentDocument", typeof(SubjectDocument<CountyEstablishment>), Document(EstablishmentSamples.Events.Aggregate((CountyEstablishment?)null, EstablishmentFold.Apply)!, EstablishmentSamples.Events)))
        .Concat(Named(SurveySamples.Commands)).Concat(Named(SurveySamples.Events))
        .Append(("SurveyDocument", typeof(SubjectDocument<Survey>), Document(SurveySamples.Events.Aggregate((Survey?)null, SurveyFold.Apply)!, SurveySamples.Events)))
        .Concat(Named(FilingSamples.Commands)).Concat(Named(FilingSamples.Events))
        .Append(("UnitFilingsDocument", typeof(SubjectDocument<UnitFilings>), Document(FilingSamples.Events.Aggregate((UnitFilings?)null, FilingFold.Apply)!, FilingSamples.Events)))
        .Concat(Named(GovernanceSamples.GridCommands)).Concat(Named(GovernanceSamples.GridEvents)).Concat(Named(GovernanceSamples.Commands)).Concat(Named(GovernanceSamples.Events))
        .Concat(Named(GovernanceSamples.AnalysisCommands)).Concat(Named(GovernanceSamples.AnalysisEvents))
        .Append(("GridFileDocument", typeof(SubjectDocument<GridFile>), Document(GovernanceSamples.GridEvents.Aggregate((GridFile?)null, GridFile.Apply)!, GovernanceSamples.GridEvents)))
        .Append(("GovernanceFileDocument", typeof(SubjectDocument<GovernanceFile>), Document(GovernanceSamples.Events.Aggregate((GovernanceFile?)null, GovernanceFile.Apply)!, GovernanceSamples.Events)))
        .Append(("AnalysisReportDocument", typeof(SubjectDocument<AnalysisReport>), Document(GovernanceSamples.AnalysisEvents.Aggregate((AnalysisReport?)null, AnalysisReport.Apply)!, GovernanceSamples.AnalysisEvents)))
        .Append(("TraceSegment", typeof(TraceSegment), TraceSegment.Of("case-0123", 0, Document(CaseSamples.Case, CaseSamples.Events).Trace.Recent)))
        .ToImmutableDictionary(s => s.Item1, s => (s.Item2, s.Item3));

    /// <summary>The command, event and state roots whose every kind must have a sample.</summary>
    public static readonly ImmutableList<Type> Roots =
    [
        typeof(CaseCommand), typeof(CaseEvent), typeof(UnitCommand), typeof(UnitEvent), typeof(AgencyCommand), typeof(AgencyEvent), typeof(RuleCommand), typeof(RuleEvent), typeof(RuleValue),
        typeof(AgencyYearCommand), typeof(AgencyYearEvent), typeof(PostCommand), typeof(PostEvent), typeof(SchemeCommand), typeof(SchemeEvent), typeof(SurveyCommand), typeof(SurveyEvent), typeof(MandateCommand), typeof(MandateEvent),
        typeof(EstablishmentCommand), typeof(EstablishmentEvent), typeof(FilingCommand), typeof(FilingEvent),
        typeof(GridFileCommand), typeof(GridFileEvent), typeof(GovernanceCommand), typeof(GovernanceEvent), typeof(AnalysisCommand), typeof(AnalysisEvent),
        typeof(OpinionCommand), typeof(OpinionEvent), typeof(CouncilCommand), typeof(CouncilEvent), typeof(SupportCommand), typeof(SupportEvent), typeof(ConsultationCommand), typeof(ConsultationEvent),
    ];

    private static IEnumerable<(string, Type, object)> Named<T>(ImmutableList<T> samples)
        where T : notnull => samples.Select(s => (s.GetType().Name, typeof(T), (object)s));

    private static SubjectDocument<T> Document<T, TEvent>(T state, ImmutableList<TEvent> events)
        where T : class => new()
        {
            State = state,
            Trace = events.Aggregate(TraceChain.Empty, (chain, e) => chain.Append("case-0123", new()
            {
                Sequence = 0, At = CaseSamples.At, OccurredAt = CaseSamples.At.AddHours(-1), Principal = "agency-1", Role = Role.AgencyStaff, Organ = CaseSamples.Agency,
                Event = e!.GetType().Name, From = "Handling", To = "FedBack", Reason = "已办", Command = new('c', 64), Body = new('b', 64), Rule = "SM1.14",
                Content = JsonSerializer.Serialize(e, DomainSerialization.Options), PreviousHash = "", Hash = "",
            })),
        };
}
