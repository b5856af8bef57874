using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;
using OpsHub.GraphQL.Schemes;

namespace OpsHub.GraphQL.Mandates;

/// <summary>Root query for the yearly tasks of assessment.</summary>
internal sealed class AssessmentTaskQueries(AssessmentTaskReader reader, HubClock clock) : IRootFields<HubQuery>
{
    public void AddTo(HubQuery query) => query.AskOne<AssessmentTaskConnectionType>("assessmentTasks",
            "The yearly tasks of assessment in a county, township or community (年度考评任务), by kind and target: each target has one a year, as far as the actor reads it. NOT_FOUND outside of what the actor may see. R038.", List)
        .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of a county (all of its targets), a township (what it assesses, itself, the agencies that serve it) or a community (its own).")
        .Argument<NonNullGraphType<IntGraphType>>("year", "The year, 2018 or later (年度).")
        .Argument<SchemeTargetType>("kind", "Only of this kind of targets (考评对象).")
        .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those that are open (未完成).", a => a.DefaultValue = false)
        .Argument<StringGraphType>("owner", "Only of this assessor (考评主体): code of a township or a county.")
        .Paged().WithCost(FieldMarks.OneQuestion);

    private async ValueTask<object?> List(IResolveFieldContext context, Viewer viewer)
    {
        var (code, year, kind) = (context.GetArgument<string>("unit"), context.GetArgument<int>("year"), context.GetArgument<SchemeTarget?>("kind"));
        if (!UnitCode.TryParse(code, out var unit) || unit.Level is UnitLevel.City or UnitLevel.Grid)
            throw RequestError.Input("unit", "unit is the code of a county, a township or a community.");
        if (year is < 2018 or > 9998)
            throw RequestError.Input("year", $"year is 2018 or later, got {year}.");
        if (context.GetArgument<string?>("owner") is var named && named is not null && (!UnitCode.TryParse(named, out var assessor) || assessor.Level is not (UnitLevel.Township or UnitLevel.County)))
            throw RequestError.Input("owner", "owner is the code of a township or a county.");
        var tasks = await reader.Of(viewer, unit, year, kind, context.CancellationToken).ConfigureAwait(false) ?? throw RequestError.NotFound($"tasks of assessment of {code}");
        var open = context.GetArgument<bool>("openOnly");
        return ListPages.Of("assessment-tasks", tasks.FindAll(t => (named is null || t.Owner.Value == named) && (!open || t.IsOpen)), t => t.Place, Paging.Read(context), clock.Now);
    }
}

/// <summary>The yearly task to assess a target.</summary>
internal sealed class AssessmentTaskType : Described<AssessmentTaskNode>
{
    public AssessmentTaskType(FreeText text, AgencyYearLoader years, SchemeReader schemes)
        : base("AssessmentTask", "The yearly task to assess a community, a township, a department or an agency (年度考评任务): opened at the start of the year, closed by its result. Of organs, never of persons. R038.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", t => GlobalId.OfAssessmentTask(t.County, t.Year, t.Target));
        One<IntGraphType>("year", "The year (年度).", t => t.Year);
        One<SchemeTargetType>("kind", "Kind of target (考评对象类别).", t => t.Kind);
        One<OrganType>("target", "Whom it assesses (考评对象).", t => t.Target);
        Maybe<StringGraphType>("class", "Kind of unit, by which targets are assessed apart (分类), e.g. `community`, `village`; null for departments and agencies.", t => t.Task?.Class);
        One<OrganType>("owner", "Who assesses it (考评主体): the township its communities, the county the others.", t => t.Owner);
        One<BooleanGraphType>("open", "True while there is no result (未完成); an agency's task until it has its grade.", t => t.IsOpen);
        Maybe<InstantType>("openedAt", "When it was opened (开启时间); null for an agency, whose year tells it.", t => t.Task?.OpenedAt);
        Maybe<InstantType>("dueAt", "When it is due (到期); of an agency the nearest due of its year. Null once nothing is owed.", t => t.DueAt);
        Maybe<TermType>("term", "The term that runs for all tasks of the same year, kind and assessor (期限), parameter AssessmentResultsWithin; null once closed, and for an agency.", t => t.Term);
        Maybe<InstantType>("closedAt", "When the result was first recorded, or the target left out (完成时间); null before, and for an agency.", t => t.Task?.ClosedAt);
        One<BooleanGraphType>("late", "True when it was closed after its term (逾期完成).", t => t.Task?.Late ?? false);
        Maybe<DecimalType>("score", "Score, 0 to 100 (得分); of an agency its final total, where the actor reads it. Null before.", t => t.Line is { } line ? line.Sight.Totals ? line.Row.Total : null : t.Task!.Score);
        Maybe<DecimalType>("satisfaction", "Satisfaction of the masses, 0 to 100 (群众满意度). R039. Null before, and for an agency.", t => t.Task?.Satisfaction);
        AskMaybe<StringGraphType>("excluded", "Why the target is not assessed this year (不纳入考评理由); null where it is.", (context, t) => Said(context, t.Task?.Excluded));
        AskMaybe<StringGraphType>("revision", "Why the result was revised last (修订理由); null while it stands as first recorded.", (context, t) => Said(context, t.Task?.Revision));
        AskMaybe<AssessmentSchemeType>("scheme", "The scheme by which it is assessed (综合考核办法); null before the county made it, and where the actor may not read it. T016.",
            (context, t) => new(schemes.Find(context, Viewer.Of(context), GrainKeys.Scheme(t.County, t.Year, t.Kind)))).WithCost(FieldMarks.OneQuestion);
        Many<AssessmentTaskMoveType>("nextMoves", "What the actor may do with it now (可办步骤), the result first; empty for those who only read, and for an agency, whose year offers its own. R038.", t => t.Moves).WithAssumedSize(2);
        AskMaybe<AgencyYearType>("agencyYear", "The agency's year (年度考核), which is its task; null for others.",
            (context, t) => t.Line is { } line ? new(years.Find(context, Viewer.Of(context), line.Row.Key)) : default);

        // Who only looks has no need of a number that somebody wrote into a text.
        ValueTask<object?> Said(IResolveFieldContext context, string? said) => new(said is not null && Viewer.Of(context).Actor.Role is Role.Auditor or Role.Scheduler ? text.Masked(said) : said);
    }
}

/// <summary>One of a list of tasks.</summary>
internal sealed class AssessmentTaskEdgeType() : EdgeType<AssessmentTaskNode, AssessmentTaskType>("AssessmentTask", "yearly tasks of assessment (年度考评任务)");

/// <summary>A page of tasks.</summary>
internal sealed class AssessmentTaskConnectionType()
    : ConnectionType<AssessmentTaskNode, AssessmentTaskType, AssessmentTaskEdgeType>("AssessmentTask", "yearly tasks of assessment (年度考评任务)");
