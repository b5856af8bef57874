using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Schemes;

/// <summary>Decides whether a scheme may be (考核办法审核). Departments may not assess townships; the county does, once a year, in both directions.
/// T015, T016, T107, R037-R043, A036, resolution 44. Pure.</summary>
public static class SchemeDecisions
{
    /// <summary>Digits after the point that a weight may have.</summary>
    public const int WeightDigits = 6;

    /// <summary>Most veto items of a scheme. R042 says only that there are few.</summary>
    public const int MostVetoes = 100;

    /// <summary>Decides a command.</summary>
    /// <param name="existing">The scheme of the same county, year and target; null where there is none.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When it takes effect.</param>
    public static Decision<SchemeEvent> Decide(AssessmentScheme? existing, SchemeCommand command, Actor actor, DateTimeOffset now)
    {
        var c = command as CreateScheme ?? throw new InvalidOperationException($"No decision for {command.GetType().Name}.");
        if (c.Target is not { } target)
            return Input("target", "R038", "target 必填", "target is required");
        if (NotAllowed(actor, c.County, target) is { } forbidden)
            return forbidden;
        if (existing is not null)
        {
            return new Refusal("SCHEME_EXISTS", "T016", ClauseOf("T016"), "year", $"{c.County} {c.Year} 年已有综合考核办法，不得另行考核",
                $"{c.County} has its scheme of {c.Year} already: one assessment a year");
        }

        return Fault(c) is { } refusal ? refusal : new SchemeCreated(now, c.County, c.Year, target, c.Components, c.Vetoes);
    }

    /// <summary>What is flagged of a scheme, compared with that of the year before (提示事项): R041, T107, A036.</summary>
    public static ImmutableList<SchemeFlag> Flags(AssessmentScheme scheme, AssessmentScheme? before)
    {
        var flags = ImmutableList.CreateBuilder<SchemeFlag>();
        if (before is null)
            return [];
        var (process, former) = (scheme.Components.Count(c => c.Process), before.Components.Count(c => c.Process));
        if (process > former)
            flags.Add(new("R041", $"过程考核由 {former} 项增至 {process} 项", $"Process items grew from {former} to {process}"));
        if (scheme.SatisfactionWeight < before.SatisfactionWeight)
            flags.Add(new("T107", $"群众满意度权重由 {before.SatisfactionWeight} 降至 {scheme.SatisfactionWeight}", $"Satisfaction's weight fell from {before.SatisfactionWeight} to {scheme.SatisfactionWeight}"));
        var (inputs, fewer) = (scheme.Components.Sum(c => c.TownshipInputs), before.Components.Sum(c => c.TownshipInputs));
        if (inputs > fewer)
            flags.Add(new("A036", $"乡镇街道报送由 {fewer} 项增至 {inputs} 项", $"Reports asked of townships grew from {fewer} to {inputs}"));
        if (scheme.Vetoes.Count > before.Vetoes.Count)
            flags.Add(new("R042", $"一票否决由 {before.Vetoes.Count} 项增至 {scheme.Vetoes.Count} 项", $"Veto items grew from {before.Vetoes.Count} to {scheme.Vetoes.Count}"));
        return flags.ToImmutable();
    }

    private static Refusal? NotAllowed(Actor actor, UnitCode county, SchemeTarget target)
    {
        if (target == SchemeTarget.Townships && actor.Role is Role.Department or Role.AgencyStaff)
        {
            return new("DEPARTMENT_ASSESSES", "T015", ClauseOf("T015"), "target", "县级职能部门不得直接考核乡镇街道，统一纳入县市区党委政府综合考核",
                "A department may not assess townships; that is the county's comprehensive assessment alone");
        }

        // There is one a year for the whole county: no township makes it for the others.
        return actor.Role == Role.CountyGovernment && actor.Organ == OrganCode.Of(county)
            ? null
            : new(RefusalCodes.NotAllowed, "T015", ClauseOf("T015"), null, "由县市区党委、政府制定考核办法", "The county's party committee and government make the scheme");
    }

    private static Refusal? Fault(CreateScheme c)
    {
        if (c.County.Level != UnitLevel.County)
            return Input("county", "T016", "county 须为县市区代码", "county is the code of a county");
        if (c.Year is < 2018 or > 2100)
            return Input("year", "T016", $"年度 {c.Year} 无效", $"{c.Year} is no year");
        if (c.Components.Count is < 1 or > 100)
            return Input("components", "R037", $"考评内容 1 至 100 项，实为 {c.Components.Count} 项", $"components takes 1 to 100 entries, got {c.Components.Count}");
        for (var i = 0; i < c.Components.Count; i++)
        {
            var component = c.Components[i];
            if (Texts.Fault($"components[{i}].name", component.Name, 100, "R037", ClauseOf("R037")) is { } faulty)
                return faulty;
            if (component.Weight is <= 0 or > 1 || decimal.Round(component.Weight, WeightDigits) != component.Weight)
                return Input($"components[{i}].weight", component.Source == SchemeSource.Satisfaction ? "R039" : "R037", "权重须大于 0、不超过 1，最多六位小数", "A weight is above 0 and at most 1, with at most six decimals");
            if (component.TownshipInputs is < 0 or > 1000)
                return Input($"components[{i}].townshipInputs", "A036", "报送项数 0 至 1000", "Inputs are 0 to 1000");
        }

        if (c.Vetoes.Count > MostVetoes)
            return Input("vetoes", "R042", $"一票否决事项最多 {MostVetoes} 项，实为 {c.Vetoes.Count} 项", $"vetoes takes at most {MostVetoes} entries, got {c.Vetoes.Count}");
        for (var i = 0; i < c.Vetoes.Count; i++)
        {
            var veto = c.Vetoes[i];
            if ((Texts.Fault($"vetoes[{i}].name", veto.Name, 100, "R042", ClauseOf("R042")) ?? Texts.Fault($"vetoes[{i}].basis", veto.Basis, 500, "R042", ClauseOf("R042"))) is { } faulty)
                return faulty;
        }

        return c.Components.Sum(k => k.Weight) is var sum && sum != 1m ? Input("components", "R037", $"权重之和须为 1，实为 {sum}", $"Weights sum to 1, got {sum}")
            : !c.Components.Exists(k => k.Source == SchemeSource.Satisfaction) ? Input("components", "R039", "须含群众满意度", "Satisfaction is a component of every scheme")
            : !c.Components.Exists(k => k.Source == SchemeSource.FromAbove) || !c.Components.Exists(k => k.Source is SchemeSource.FromBelow)
                ? new("ONE_DIRECTION", "R037", ClauseOf("R037"), "components", "双向考评机制须同时有自上而下和自下而上的内容", "An assessment has components from above and from below")
            : null;
    }

    private static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    private static string ClauseOf(string rule) => rule switch
    {
        "T015" or "T016" => "二(二)",
        "T107" => "五(十五)",
        "A036" => "二(四)",
        _ => "四(四)",
    };
}

/// <summary>A flag of a scheme, with its rule and both languages.</summary>
public sealed record SchemeFlag(string Rule, string Zh, string En);
