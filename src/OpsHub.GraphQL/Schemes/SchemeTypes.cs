using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Schemes;

/// <summary>Whom a scheme assesses.</summary>
internal sealed class SchemeTargetType() : EnumType<SchemeTarget>("SchemeTarget", "Whom an assessment scheme assesses (考评对象). R038.",
    ("TOWNSHIPS", SchemeTarget.Townships, "Townships and streets (乡镇街道): by the county alone, DEPARTMENT_ASSESSES for departments and agencies. T015, R040."),
    ("COMMUNITIES", SchemeTarget.Communities, "Communities and villages (社区、村)."),
    ("DEPARTMENTS", SchemeTarget.Departments, "County departments (县市区职能部门)."),
    ("AGENCIES", SchemeTarget.Agencies, "Stationed agencies (派驻机构)."));

/// <summary>Where a component comes from.</summary>
internal sealed class SchemeSourceType() : EnumType<SchemeSource>("SchemeSource", "Where a component of a scheme comes from (考评来源). R037, R043.",
    ("FROM_ABOVE", SchemeSource.FromAbove, "From above, departments' inputs among them (自上而下). Resolution 44."),
    ("FROM_BELOW", SchemeSource.FromBelow, "From below (自下而上)."),
    ("SATISFACTION", SchemeSource.Satisfaction, "Satisfaction of the masses, in every scheme (群众满意度). R039."),
    ("THIRD_PARTY", SchemeSource.ThirdParty, "A third party (第三方评价). R043."));

/// <summary>A scheme as a node, with its predecessor's flags.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Scheme">The scheme.</param>
internal sealed record SchemeNode(string Key, AssessmentScheme Scheme);

/// <summary>A scheme.</summary>
internal sealed class AssessmentSchemeType : Described<SchemeNode>
{
    public AssessmentSchemeType(IGrainFactory grains, IHubDirectory directory, SchemeReader reader, TracePages traces)
        : base("AssessmentScheme", "An assessment scheme of a county, year and target (综合考核办法): one each, in both directions, with satisfaction. T015, T016, R037-R043.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", s => GlobalId.OfScheme(s.Key));
        One<UnitType>("county", "The county (县市区).", s => directory.Node(s.Scheme.County));
        One<IntGraphType>("year", "The year (年度).", s => s.Scheme.Year);
        One<SchemeTargetType>("target", "Whom it assesses (考评对象).", s => s.Scheme.Target);
        Many<SchemeComponentType>("components", "Components; weights sum to 1 (考评内容).", s => s.Scheme.Components).WithAssumedSize(6);
        Many<VetoItemType>("vetoes", "One-vote veto items (一票否决事项). R042.", s => s.Scheme.Vetoes).WithAssumedSize(2);
        One<FloatGraphType>("satisfactionWeight", "Weight of satisfaction, 0 to 1 (群众满意度权重). R039, T107.", s => (double)s.Scheme.SatisfactionWeight);
        One<InstantType>("createdAt", "When it was made.", s => s.Scheme.CreatedAt);
        AskMany<SchemeFlagType>("flags", "What is flagged against the scheme of the year before (提示): more process items, less satisfaction, more reports asked of townships, more vetoes. R041, T107, A036, R042.",
            (context, s) => new(reader.Flags(context, s))).WithAssumedSize(2).WithCost(FieldMarks.OneQuestion);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕).", (context, s) => traces.Page(context, s.Key, grains.Scheme(s.Key).Trace)).Paged().WithCost(FieldMarks.OneQuestion);
    }
}

/// <summary>A component.</summary>
internal sealed class SchemeComponentType : Described<SchemeComponent>
{
    public SchemeComponentType() : base("SchemeComponent", "A component of an assessment scheme (考评内容).")
    {
        One<StringGraphType>("name", "Name (名称).", c => c.Name);
        One<SchemeSourceType>("source", "Where it comes from (来源).", c => c.Source);
        One<FloatGraphType>("weight", "Weight above 0; all sum to 1 (权重).", c => (double)c.Weight);
        One<BooleanGraphType>("process", "True when it looks at how, not at what came of it (过程考核). R041.", c => c.Process);
        One<IntGraphType>("townshipInputs", "Reports that it asks of each township (报送项数). A036.", c => c.TownshipInputs);
    }
}

/// <summary>A veto item.</summary>
internal sealed class VetoItemType : Described<VetoItem>
{
    public VetoItemType() : base("SchemeVeto", "A one-vote veto item with its legal basis (一票否决事项). R042.")
    {
        One<StringGraphType>("name", "Name (名称).", v => v.Name);
        One<StringGraphType>("basis", "Legal basis (依据).", v => v.Basis);
    }
}

/// <summary>A flag.</summary>
internal sealed class SchemeFlagType : Described<SchemeFlag>
{
    public SchemeFlagType() : base("SchemeFlag", "What changed for the worse against the year before (提示); blocks nothing.")
    {
        One<StringGraphType>("rule", "Rule id (规则).", f => f.Rule);
        One<StringGraphType>("message", "What it is, in Chinese (说明).", f => f.Zh);
        One<StringGraphType>("messageEn", "The same in English.", f => f.En);
    }
}

/// <summary>One of a list of schemes.</summary>
internal sealed class AssessmentSchemeEdgeType() : EdgeType<SchemeNode, AssessmentSchemeType>("AssessmentScheme", "assessment schemes (综合考核办法)");

/// <summary>A page of a list of schemes.</summary>
internal sealed class AssessmentSchemeConnectionType() : ConnectionType<SchemeNode, AssessmentSchemeType, AssessmentSchemeEdgeType>("AssessmentScheme", "assessment schemes (综合考核办法)");
