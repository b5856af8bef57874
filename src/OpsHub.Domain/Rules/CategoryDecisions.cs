using System.Text.RegularExpressions;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>Which categories may be added and changed, and by whom (类别目录规则). G006, G007, G010, G056, resolution 51.</summary>
internal static partial class CategoryDecisions
{
    internal static Refusal? Add(CategorySet c, RuleFacts facts)
    {
        if (Content(c, facts) is { } bad)
            return bad;
        var known = facts.Announced(null).Categories;
        if (known.ContainsKey(c.Code))
            return new(RefusalCodes.Conflict, "G010", "二(二)", "code", $"类别 {c.Code} 已存在", $"There is a category {c.Code} already");
        if (c.Parent is { } parent && !(known.GetValueOrDefault(parent) is { Parent: null, County: null }))
            return RuleRefusals.Input("parent", "G010", $"{parent} 不是市级的一级类别", $"{parent} is no first-level category of the city");
        return IsCounty(facts) is { } county
            ? OfCounty(c, county)
            : Shape(c) ? null : RuleRefusals.Input("code", "G010", "市级代码应为 Q01 或 Q01-01 的形式，二级代码以一级代码开头", "A code of the city is like Q01, or Q01-01 under Q01");
    }

    internal static Refusal? Change(CategorySet c, RuleFacts facts)
    {
        if (facts.Announced(null).Categories.GetValueOrDefault(c.Code) is not { } known)
            return new(RefusalCodes.NotFound, "G006", "二(二)", "code", $"没有类别 {c.Code}", $"There is no category {c.Code}");
        if (known.County != IsCounty(facts))
            return RuleRefusals.CityOnly;
        return known.Parent != c.Parent
            ? RuleRefusals.Input("parent", "G010", "类别不能改换上级", "A category keeps its parent")
            : Content(c, facts);
    }

    /// <summary>The county whose sub-code it is, null for the city's list.</summary>
    internal static UnitCode? CountyOf(CategorySet c, RuleFacts facts) => facts.Announced(null).Categories.GetValueOrDefault(c.Code) is { } known ? known.County : IsCounty(facts);

    private static UnitCode? IsCounty(RuleFacts facts) => RuleAccess.IsCity(facts) ? null : RuleAccess.CountyOf(facts.Actor);

    private static Refusal? OfCounty(CategorySet c, UnitCode county) =>
        c.Parent is null ? RuleRefusals.CityOnly
        : c.Code.StartsWith($"{c.Parent}-{county}-", StringComparison.Ordinal) && CountyCode().IsMatch(c.Code) ? null
        : RuleRefusals.Input("code", "G056", $"县市区子项的代码应为 {c.Parent}-{county}-01 的形式", $"A county's own sub-code is like {c.Parent}-{county}-01");

    private static Refusal? Content(CategorySet c, RuleFacts facts) =>
        RuleRefusals.Text("name", c.Name, 40) ?? RuleRefusals.Text("nameEn", c.NameEn, 80) ?? RuleRefusals.Text("ownerSource", c.OwnerSource, 200, required: false)
        ?? (c.Owner is { } owner && !facts.Departments.Contains(owner) ? RuleRefusals.Input("owner", "R029", $"没有部门 {owner}", $"There is no department {owner}")
            : c is { Owner: null, OwnerSource: not null } ? RuleRefusals.Input("owner", "R029", "写明依据时须有主管部门", "A source without an owner records nothing")
            : null);

    private static bool Shape(CategorySet c) => c.Parent is null ? FirstLevel().IsMatch(c.Code) : SecondLevel().IsMatch(c.Code) && c.Code.StartsWith(c.Parent + "-", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z][0-9]{2}$")]
    private static partial Regex FirstLevel();

    [GeneratedRegex("^[A-Z][0-9]{2}-[0-9]{2}$")]
    private static partial Regex SecondLevel();

    [GeneratedRegex("^[A-Z][0-9]{2}-[0-9]{6}-[0-9]{2}$")]
    private static partial Regex CountyCode();
}
