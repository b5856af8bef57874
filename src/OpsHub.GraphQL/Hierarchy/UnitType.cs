using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Notices;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A unit of the hierarchy. Its names are open to everyone signed in; all else is asked of <see cref="Access"/> at each field,
/// because a unit is also reached as somebody's ancestor.</summary>
internal sealed class UnitType : Described<UnitRow>
{
    private const string Scope = " NOT_FOUND outside of what the actor may see.";

    private readonly Access _access;

    public UnitType(
        IGrainFactory grains, IHubDirectory directory, IHubIndex index, HubClock clock, Access access, UnitCounting counting, Summaries summaries, CaseLists cases, WallLists wall,
        AgencyLists agencies, TracePages traces, PastSummaries past, NoticePages notices, IndicatorReports indicators,
        ConsultationLists consultations, AnnouncementList announcements, Scoreboards boards)
        : base("Unit", "A unit of the hierarchy (区划单元): city, county, township, community or grid. G011.")
    {
        _access = access;
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", u => GlobalId.Of(u.Code)).AsLive();
        One<StringGraphType>("code", "Official code (区划代码), 4, 6, 9, 12 or 15 digits.", u => u.Code.Value).AsLive();
        One<UnitLevelType>("level", "Level (层级). G011.", u => u.Code.Level).AsLive();
        One<StringGraphType>("kind", "Kind (类别) as in the divisions file, e.g. `subdistrict`, `village`, `grid`.", u => u.Kind).AsLive();
        One<StringGraphType>("name", "Chinese name in force (名称).", u => u.Name).AsLive();
        Maybe<StringGraphType>("nameEn", "English name; null, since there is no official one.", _ => null).AsLive();
        One<BooleanGraphType>("generated", "True for a unit generated for demonstration (演示生成).", u => u.Generated).AsLive();
        One<DayType>("effectiveFrom", "First day on which the present name and parent hold (生效日期); 0001-01-01 when unknown.", u => u.EffectiveFrom);
        Maybe<DayType>("endedOn", "Day from which the unit is merged or dissolved (撤销日期); null while none is decided.", u => u.EndedOn);
        Maybe<UnitType>("mergedInto", "The unit that took it over (并入单位); null otherwise.", u => u.MergedInto is { } into ? directory.Node(into) : null);
        Maybe<UnitType>("parent", "Parent in force (上级); null for the city.", u => u.Parent is { } parent ? directory.Node(parent) : null);
        Many<UnitType>("ancestors", "Ancestors in force, city first (上级各级).", u => directory.Ancestors(u.Code)).WithAssumedSize(4);
        Live<UnitCountsType>("counts", "How many units stand below, by level (下辖单位数)." + Scope, (_, u, _) => new(counting.Of(u.Code))).AsLive();
        Live<UnitConnectionType>("children", "Children in force that the actor may see, by code (下级单位)." + Scope, (context, u, viewer) => new(
            ListPages.Of("children", access.Seen(viewer.Actor, directory.Children(u.Code)), c => c.Code.Value, Paging.Read(context), clock.Now))).Paged();
        Live<AgencyConnectionType>("agencies", "Stationed agencies that serve the township, by code (派驻机构); for a county or city those of all its townships." + Scope,
            (context, u, viewer) => new(agencies.Page(context, viewer, u.Code))).Paged();
        Live<UnitSummaryType>("summary", "Live figures (实时汇总), from memory." + Scope, (context, u, _) => summaries.Of(context, u.Code)).AsLive();
        Live<UnitSummaryType>("summaryAt", "The figures as they stood at a past instant (某一时刻的汇总), from the traces of the cases that lay in the unit then, exact; epoch and version are 0. "
                + "INVALID_INPUT when it lies ahead; TOO_MANY_CASES when more cases may have counted than one query may read." + Scope,
                async (context, u, _) => await past.At(u.Code, context.GetArgument<DateTimeOffset>("at"), context.CancellationToken).ConfigureAwait(false))
            .Argument<NonNullGraphType<InstantType>>("at", "The instant, by what the hub had recorded.").WithCost(PastSummaries.Cost);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<UnitSummaryType>>>>("summaries")
            .Description("Live figures of all units in force of a lower level that the actor may see (下级汇总), by code; at most two levels down, else INVALID_INPUT." + Scope)
            .Argument<NonNullGraphType<UnitLevelType>>("level", "Level of the units, one or two below this one.")
            .Resolve(Guarded((context, u, viewer) => Below(summaries, viewer.Actor, u.Code, context.GetArgument<UnitLevel>("level"))))
            .WithAssumedSize(50)
            .AsLive();
        Live<IndicatorReportType>("indicators", "Indicators of the unit's cases over a period (指标). G024." + Scope, (context, u, _) => new(indicators.Of(context, u.Code, null))).OverPeriod();
        AddHistory(index, clock);
        AddTrace(grains, traces);
        AddNotices(notices);
        AddConsultations(consultations, announcements);
        AddAssessments(boards);
        LiveMany<WallCaseType>("lateCases", "Open overdue cases, longest overdue first (超期案件); only what a wall may show." + Scope,
                (context, u, _) => wall.Late(u.Code, Paging.Count(context, "first", 100), context.CancellationToken))
            .Argument<NonNullGraphType<IntGraphType>>("first", "How many, 1 to 100.", a => a.DefaultValue = 10).WithCost(FieldMarks.OneQuestion);
        LiveMany<WallCaseType>("nextDue", "Open cases by the nearest due instant still ahead (即将到期); only what a wall may show." + Scope,
                (context, u, _) => wall.Next(u.Code, Paging.Count(context, "first", 100), context.CancellationToken))
            .Argument<NonNullGraphType<IntGraphType>>("first", "How many, 1 to 100.", a => a.DefaultValue = 4).WithCost(FieldMarks.OneQuestion);
        LiveMany<HolderLoadType>("holders", "Who holds the unit's open cases, most overdue first (谁在办)." + Scope,
                (context, u, _) => wall.Holders(u.Code, Paging.Count(context, "first", 100), context.CancellationToken))
            .Argument<NonNullGraphType<IntGraphType>>("first", "How many, 1 to 100.", a => a.DefaultValue = 10).WithCost(FieldMarks.OneQuestion);
        LiveMany<CaseEventType>("recentEvents", "Newest events of the unit's cases first (最新动态)." + Scope,
                (context, u, _) => wall.Recent(u.Code, Paging.Count(context, "first", 100), context.CancellationToken))
            .Argument<NonNullGraphType<IntGraphType>>("first", "How many, 1 to 100.", a => a.DefaultValue = 20).WithCost(FieldMarks.OneQuestion);
        Live<DeadlineConnectionType>("deadlines", "The nearest open term of each of the unit's cases that the actor may read, nearest first (期限); what else is open of a case its terms tell." + Scope,
            (context, u, viewer) => cases.Deadlines(context, viewer, new CaseFilter { Unit = u.Code })).OfHolder();
        Live<CaseConnectionType>("cases", "Cases of the unit's subtree that the actor may read (案件)." + Scope,
            (context, u, viewer) => cases.Page(context, viewer, new CaseFilter { Unit = u.Code })).Filtered();
    }

    private void AddConsultations(ConsultationLists consultations, AnnouncementList announcements)
    {
        LiveMany<AnnouncementDueType>("announcementsDue", "Announcements that are to be made, late ones first, then by the nearest due (须公告). C040." + Scope,
                (context, u, _) => announcements.Of(u.Code, Paging.Count(context, "first", 100), context.CancellationToken))
            .Argument<NonNullGraphType<IntGraphType>>("first", "How many, 1 to 100.", a => a.DefaultValue = 10).WithCost(FieldMarks.OneQuestion);
        Live<ConsultationConnectionType>("consultations", "Consultations of the unit's subtree, and those that concern a community of it, that the actor may read (协商)." + Scope,
            (context, u, viewer) => consultations.Page(context, viewer, new ConsultationFilter { Unit = u.Code })).OfConsultations();
    }

    private void AddAssessments(Scoreboards boards)
    {
        AskOne<ScoreboardConnectionType>("agencyYears", "Years of the agencies that serve the township, or are hosted in the county or city, as far as the actor reads them (计分榜)." + Scope,
                (context, u) => boards.Page(context, Viewer.Of(context), Scoreboards.Of(OrganCode.Of(u.Code), context.GetArgument<int>("year"))))
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year, 2018 or later.").Chosen().Paged().WithCost(FieldMarks.OneQuestion);
        AskMany<SharedResultType>("sharedResults", "Results that count in the township's own assessment, each agency once (共享结果). A032." + Scope,
                (context, u) => boards.Shared(context, Viewer.Of(context), OrganCode.Of(u.Code), context.GetArgument<int>("year")))
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year, 2018 or later.").WithAssumedSize(20).WithCost(FieldMarks.OneQuestion);
    }

    private void AddNotices(NoticePages notices) =>
        AskOne<NoticeConnectionType>("notices", "What the unit is told (提醒), newest first. NOT_FOUND for those who read no notices of it.",
            (context, u) => notices.Page(context, OrganCode.Of(u.Code))).OfNotices();

    private void AddTrace(IGrainFactory grains, TracePages traces) =>
        AskOne<TraceConnectionType>("trace", "Its record's trace (留痕): establishment, names, parents, figures; oldest first by sequence. G019, G021. NOT_FOUND for those who read no trace of it.",
            (context, u) =>
            {
                _access.RequireTrace(Viewer.Of(context).Actor, u.Code);
                return traces.Page(context, GrainKeys.Unit(u.Code), grains.Unit(u.Code).Trace);
            }).Paged().WithCost(FieldMarks.OneQuestion);

    private void AddHistory(IHubIndex index, HubClock clock)
    {
        LiveMany<HistoryPointType>("history", "Hourly history (整点历史), oldest first." + Scope, async (context, u, _) =>
                await index.Hours(u.Code, clock.Now.AddHours(-Paging.Count(context, "hours", 744)), context.CancellationToken).ConfigureAwait(false))
            .Argument<NonNullGraphType<IntGraphType>>("hours", "How many hours back, 1 to 744.", a => a.DefaultValue = 24).WithCost(FieldMarks.OneQuestion);
        Field<HistoryPointType>("sameHourLastWeek").Description("The reading nearest to the same hour seven days ago (上周同时刻), null if unknown." + Scope)
            .Resolve(Guarded(async (context, u, _) => await index.WeekAgo(u.Code, clock.Now, context.CancellationToken).ConfigureAwait(false)))
            .WithCost(FieldMarks.OneQuestion);
        LiveMany<HistoryPointType>("dailyHistory", "One point a day (逐日), the last reading kept of each, oldest first, today's among them." + Scope,
                async (context, u, _) => await index.Days(u.Code, LocalDay.Of(clock.Now).AddDays(1 - Paging.Count(context, "days", 92)), context.CancellationToken)
                    .ConfigureAwait(false))
            .Argument<NonNullGraphType<IntGraphType>>("days", "How many days, 1 to 92.", a => a.DefaultValue = 14).WithCost(FieldMarks.OneQuestion);
    }

    private global::GraphQL.Builders.FieldBuilder<UnitRow, object> Live<TGraph>(
        string name, string description, Func<IResolveFieldContext, UnitRow, Viewer, ValueTask<object?>> ask) where TGraph : IGraphType =>
        Field<NonNullGraphType<TGraph>>(name).Description(description).Resolve(Guarded(ask));

    private global::GraphQL.Builders.FieldBuilder<UnitRow, object> LiveMany<TGraph>(
        string name, string description, Func<IResolveFieldContext, UnitRow, Viewer, ValueTask<object?>> ask) where TGraph : IGraphType =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TGraph>>>>(name).Description(description).Resolve(Guarded(ask));

    private Ask<UnitRow> Guarded(Func<IResolveFieldContext, UnitRow, Viewer, ValueTask<object?>> ask) => new((context, unit) =>
    {
        var viewer = Viewer.Of(context);
        _access.RequireStatus(viewer.Actor, unit.Code);
        return ask(context, unit, viewer);
    });

    private static async ValueTask<object?> Below(Summaries summaries, Actor actor, UnitCode unit, UnitLevel level) =>
        level > unit.Level && level <= unit.Level + 2
            ? await summaries.Below(actor, unit, level).ConfigureAwait(false)
            : throw RequestError.Input("level", $"level is one or two below {unit.Level}, got {level}.");
}

/// <summary>One of a list of units.</summary>
internal sealed class UnitEdgeType() : EdgeType<UnitRow, UnitType>("Unit", "units (区划单元)");

/// <summary>A page of a list of units.</summary>
internal sealed class UnitConnectionType() : ConnectionType<UnitRow, UnitType, UnitEdgeType>("Unit", "units (区划单元)");
