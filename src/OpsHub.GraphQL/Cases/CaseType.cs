using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Cases;

/// <summary>A grid case. A node of this type exists only where the actor may read the case.</summary>
internal sealed class CaseType : Described<CaseNode>
{
    public CaseType(IHubDirectory directory, IRuleBook rules, HubClock clock, IGrainFactory grains, TracePages traces)
        : base("Case", "A grid case (网格案件). SM1; readable by those of its area, by its lead and assisting organs and by audit. Rules part 4.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", c => GlobalId.OfCase(c.Key));
        Either<StringGraphType>("number", "The number people read (案件编号), unique in the city.", r => r.Number, c => c.Number);
        One<StringGraphType>("version", "Length of its trace, a decimal number: what expectedVersion is compared with (版本).", c => Text(c.Loaded.Length));
        Either<CaseStageType>("stage", "Where it stands (案件状态).", r => r.Stage, c => c.Stage);
        Detail<CaseKindType>("kind", "Component or event (案件性质). G008.", c => c.Kind);
        Either<CategoryType>("category", "Second-level category (事项类别). G006, G007.", r => Category(rules, r.Category), c => Category(rules, c.Category));
        Either<StringGraphType>("title", "What is wrong, at most 200 characters (标题).", r => r.Title, c => c.Title);
        Detail<StringGraphType>("text", "More about it, at most 4,000 characters; may be empty (内容).", c => c.Text);
        Either<CasePriorityType>("priority", "Priority (紧急程度).", r => (CasePriority)r.Priority, c => c.Priority);
        Either<BooleanGraphType>("emergency", "True when it is an emergency by priority or by the nature of its category (紧急). T024, C065.", r => r.Contribution.Emergency, c => c.Emergency);
        Detail<CaseChannelType>("channel", "Where it came from (来源渠道).", c => c.Channel);
        Detail<SourceType>("source", "Ticket of another system from which it came (来源工单); null if none. G017.", c => c.Source, nullable: true);
        Either<UnitType>("grid", "Grid in which it lies (网格).", r => directory.Node(r.Grid), c => directory.Node(c.Placement.Grid));
        Either<UnitType>("community", "Community or village (社区、村).", r => directory.Node(r.Community), c => directory.Node(c.Placement.Community));
        Either<UnitType>("township", "Township or subdistrict (乡镇、街道).", r => directory.Node(r.Township), c => directory.Node(c.Placement.Township));
        Either<UnitType>("county", "County (县市区).", r => directory.Node(r.County), c => directory.Node(c.Placement.County));
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
        Detail<StringGraphType>("result", "Result fed back, at most 2,000 characters (处置结果); null before.", c => c.Result, nullable: true);
        Many<StringGraphType>("evidence", "References of the evidence fed back, at most 20 (佐证); whoever verifies must have viewed it. SM1.14, SM1.15.", c => c.Loaded.Case.Evidence).WithAssumedSize(4);
        Detail<BooleanGraphType>("onTime", "Whether the handling term was kept (按期办结); null before feedback.", c => c.OnTime, nullable: true);
        Either<InstantType>("dueAt", "Nearest open due instant (到期); null when no term is open.", r => r.DueAt, c => Due(c), nullable: true);
        Either<BooleanGraphType>("overdue", "True when it is open and its nearest term has passed (超期).",
            r => r.Stage.IsOpen() && r.DueAt <= clock.Now, c => c.Stage.IsOpen() && Due(c) <= clock.Now);
        Detail<IntGraphType>("rulesVersion", "Version of the rules that it began with and keeps (规则版本): categories, limits, parameters; the calendar is always the newest.", c => c.Rules);
        Many<TermType>("terms", "All its terms, in order of opening (期限).", c => c.Loaded.Case.Terms);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first by sequence. G019, G021.", (context, c) => traces.Page(context, c.Key, c.Loaded.Length, grains.Case(c.Key).Trace)).Paged();
        AskOne<ListGraphType<NonNullGraphType<StringGraphType>>>("moves",
            "Names of the mutations that this actor may send now (可办步骤), in the order of SM1; empty for those who only read.", (context, c) => new(
                CaseMoves.Of(Viewer.Of(context).Actor, c.Loaded.Case, Rules(rules, directory, c.Loaded.Case), directory.Place(c.Loaded.Case.Placement.Grid)).Select(m => CaseMoveNames.Of(m)).ToList()));
    }

    private static DateTimeOffset? Due(Case state) => CaseTerms.Nearest(state)?.Due;

    // What it may do follows from the version it began with, as decisions do.
    private static CaseRules Rules(IRuleBook rules, IHubDirectory directory, Case state) =>
        rules.Of(state, (directory.Place(state.Placement.Grid) ?? state.Placement).County).Cases;

    private static CaseCategory Category(IRuleBook rules, string code) =>
        rules.Current.Cases.Categories.GetValueOrDefault(code) ?? new CaseCategory(code, null, code, code, null, null, null, false, null);

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Either<TGraph>(string name, string description, Func<CaseRow, object?> row, Func<Case, object?> state, bool nullable = false) where TGraph : IGraphType
    {
        object? Value(CaseNode c) => c.View is { } view ? state(view.Case) : row(c.Row!);
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
