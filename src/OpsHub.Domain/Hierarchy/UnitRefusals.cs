using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Why commands to units are refused; wording in one place.</summary>
internal static class UnitRefusals
{
    internal static Refusal NotAllowed(UnitCode code) =>
        new(RefusalCodes.NotAllowed, "G015", "三(三)", null, $"您的角色或单位无权变更{code}。", $"Your role or unit may not change {code}.");

    internal static Refusal NotFound() =>
        new(RefusalCodes.NotFound, "G011", "三(三)", "code", "该区划单元不存在。", "There is no such unit.");

    internal static Refusal Ended(UnitEnding ending) =>
        new(RefusalCodes.WrongState, "G011", "三(三)", null, $"该单元自{ending.On:yyyy-MM-dd}起已撤并。", $"The unit is merged or dissolved from {ending.On:yyyy-MM-dd} on.");

    internal static Refusal Exists(UnitCode code) =>
        new(RefusalCodes.Conflict, "G011", "三(三)", "code", $"代码{code}已设立，内容不同。", $"Code {code} is already established, with other content.");

    internal static Refusal Malformed(string? code) =>
        new(RefusalCodes.InvalidInput, "G011", "三(三)", "code", $"代码“{code}”应为4、6、9、12或15位数字。", $"Code '{code}' must have 4, 6, 9, 12 or 15 digits.");

    internal static Refusal OtherUnit(UnitCode named, UnitCode given) =>
        new(RefusalCodes.InvalidInput, "G011", "三(三)", "code", $"指令写的是{named}，却发给了{given}。", $"The command names {named} but was given to {given}.");

    internal static Refusal Orphan(UnitCode? parent) =>
        new("ORPHAN", "G011", "三(三)", "parent", $"上级单元“{parent}”不存在或当日未生效。", $"The parent '{parent}' does not exist or is not in force on that day.");

    internal static Refusal ParentEnds(UnitCode parent, DateOnly end) =>
        new("PARENT_ENDS", "G011", "三(三)", "parent", $"上级单元“{parent}”自{end:yyyy-MM-dd}起撤并，届时将无上级。", $"The parent '{parent}' ends on {end:yyyy-MM-dd}; the unit would have none from then on.");

    internal static Refusal WrongParent(UnitLevel level) =>
        new("WRONG_PARENT", "G011", "三(三)", "parent", "上级须恰高一级；市无上级。", $"The parent of a {level} must stand exactly one level up; a city has none.");

    internal static Refusal GridOutsideCode() =>
        new("WRONG_PARENT", "G002", "二(一)", "parent", "网格代码前12位须为所属社区代码。", "A grid's first 12 digits must be its community's code.");

    internal static Refusal UnknownKind(string kind, UnitLevel level) =>
        new(RefusalCodes.InvalidInput, "G011", "三(三)", "kind", $"类别“{kind}”不适用于该层级。", $"'{kind}' is not a kind of {level}.");

    internal static Refusal BadName() =>
        new(RefusalCodes.InvalidInput, "G011", "三(三)", "name", $"名称须为1至{UnitDecisions.MaxName}个字符，且不含控制字符或乱码。", $"A name has 1 to {UnitDecisions.MaxName} characters, without control characters or broken text.");

    internal static Refusal FiguresMissing() =>
        new("FIGURES_MISSING", "G001", "二(一)", "figures", "设立网格须填人口、面积、事项数，且不得为负。", "A grid needs population, area and load, none negative.");

    internal static Refusal FiguresOfGridsOnly() =>
        new(RefusalCodes.InvalidInput, "G001", "二(一)", "figures", "只有网格填报此三项数据。", "Only grids carry these figures.");

    internal static Refusal CrossingUnapproved() =>
        new("CROSSING_NOT_APPROVED", "G002", "二(一)", "crossing", "网格跨社区须有理由并经所在乡镇（街道）批准。", "A grid that crosses communities needs a reason and the approval of its township.");

    internal static Refusal BadCrossing() =>
        new(RefusalCodes.InvalidInput, "G002", "二(一)", "crossing", "跨社区仅适用于网格，且须列明其他社区。", "Only a grid can cross, and only into other communities.");

    internal static Refusal TooEarly(DateOnly first) =>
        new(RefusalCodes.InvalidInput, "G011", "三(三)", "effectiveFrom", $"生效日期不得早于设立日期{first:yyyy-MM-dd}。", $"The day lies before the unit's first, {first:yyyy-MM-dd}.");

    internal static Refusal NotYet(DateOnly on) =>
        new(RefusalCodes.WrongState, "HUB", "", "on", $"{on:yyyy-MM-dd}尚未到。", $"{on:yyyy-MM-dd} has not come yet.");

    internal static Refusal BadMerge() =>
        new(RefusalCodes.InvalidInput, "G011", "三(三)", "into", "只能并入同级的另一单元。", "A unit merges only into another one of its level.");

    internal static Refusal HasChildren() =>
        new("HAS_CHILDREN", "G011", "三(三)", null, "该单元尚有下级单元，须先划转。", "The unit still has children; move them first.");
}
