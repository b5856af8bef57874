using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Schemes;

/// <summary>Whom a scheme assesses (考评对象). R038.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SchemeTarget>))]
public enum SchemeTarget
{
    /// <summary>Townships and streets (乡镇街道): by the county alone. T015, R040.</summary>
    Townships,

    /// <summary>Communities and villages (社区、村).</summary>
    Communities,

    /// <summary>County departments (县市区职能部门).</summary>
    Departments,

    /// <summary>Stationed agencies (派驻机构).</summary>
    Agencies,
}

/// <summary>Where a component comes from (考评来源). R037, R043.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SchemeSource>))]
public enum SchemeSource
{
    /// <summary>From above, departments' inputs among them (自上而下). Resolution 44.</summary>
    FromAbove,

    /// <summary>From below (自下而上).</summary>
    FromBelow,

    /// <summary>Satisfaction of the masses (群众满意度); it comes from below. R039.</summary>
    Satisfaction,

    /// <summary>A third party (第三方评价). R043.</summary>
    ThirdParty,
}

/// <summary>A component of a scheme (考评内容).</summary>
/// <param name="Name">Name, 1-100 characters.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Weight">Weight above 0; all sum to 1.</param>
/// <param name="Process">It looks at how, not at what came of it (过程考核). R041.</param>
/// <param name="TownshipInputs">Reports that it asks of each township. A036.</param>
public sealed record SchemeComponent(string Name, SchemeSource Source, decimal Weight, bool Process = false, int TownshipInputs = 0);

/// <summary>A one-vote veto item (一票否决事项): name of 1-100 characters, its legal basis of 1-500. R042.</summary>
public sealed record VetoItem(string Name, string Basis);

/// <summary>An assessment scheme of a county and year (综合考核办法). One for each county, year and target. T016.</summary>
/// <param name="County">The county.</param>
/// <param name="Year">The year.</param>
/// <param name="Target">Whom it assesses.</param>
/// <param name="Components">Components; weights sum to 1.</param>
/// <param name="Vetoes">Veto items.</param>
/// <param name="CreatedAt">When.</param>
public sealed record AssessmentScheme(UnitCode County, int Year, SchemeTarget Target, ImmutableList<SchemeComponent> Components, ImmutableList<VetoItem> Vetoes, DateTimeOffset CreatedAt)
{
    /// <summary>Weight of satisfaction, 0-1. R039, T107.</summary>
    [JsonIgnore]
    public decimal SatisfactionWeight => Components.Where(c => c.Source == SchemeSource.Satisfaction).Sum(c => c.Weight);

    /// <summary>The state after an event; null before the first.</summary>
    public static AssessmentScheme Apply(AssessmentScheme? scheme, SchemeEvent happened) => (scheme, happened) switch
    {
        (null, SchemeCreated e) => new(e.County, e.Year, e.Target, e.Components, e.Vetoes, e.At),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to {(scheme is null ? "a scheme that does not exist" : "a scheme that exists")}."),
    };
}

/// <summary>A command to a scheme (考核办法指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(CreateScheme), "CreateScheme")]
public abstract record SchemeCommand;

/// <summary>Create a scheme (制定考核办法). T015, T016, R037-R043.</summary>
public sealed record CreateScheme(UnitCode County, int Year, SchemeTarget? Target, ImmutableList<SchemeComponent> Components, ImmutableList<VetoItem> Vetoes) : SchemeCommand;

/// <summary>What happened to a scheme (考核办法事件).</summary>
/// <param name="At">When.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(SchemeCreated), "SchemeCreated")]
public abstract record SchemeEvent(DateTimeOffset At);

/// <summary>Created (已制定考核办法).</summary>
public sealed record SchemeCreated(DateTimeOffset At, UnitCode County, int Year, SchemeTarget Target, ImmutableList<SchemeComponent> Components, ImmutableList<VetoItem> Vetoes) : SchemeEvent(At);
