using System.Text;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Places;

/// <summary>Finds the grid of a place that comes from outside. Every case lies in a grid (G011), but a hotline often knows the community or the township only:
/// then it is the first grid by code of what is known, and the case says so. Never by coordinates: the hub holds no surveyed boundaries.</summary>
internal sealed class PlaceFinder(IHubDirectory directory)
{
    /// <summary>The grid, or a refusal that names the field.</summary>
    /// <param name="place">What was said.</param>
    /// <param name="area">The caller's own unit: an address is read within it.</param>
    /// <param name="unitField">Name of the field with the code.</param>
    /// <param name="addressField">Name of the field with the address.</param>
    /// <exception cref="DoorRefusedException">No township, community or grid is named.</exception>
    public FoundPlace Find(GivenPlace place, UnitCode area, string unitField, string addressField)
    {
        var named = Unit(place, unitField);
        if (place.Address is { } address && (address.Length > GivenPlace.LongestAddress || address.Any(char.IsControl)))
            throw Refused(addressField, $"最多 {GivenPlace.LongestAddress} 字，无控制字符", $"takes at most {GivenPlace.LongestAddress} characters and no control characters");
        if (named is { Level: UnitLevel.Grid } grid)
            return new FoundPlace(grid, grid, Marks(place, null));
        var within = named ?? area;
        var byAddress = within.Level < UnitLevel.Community && place.Address is not null ? AddressReading.Read(directory, within, place.Address) : within;
        // A caller that stands for one township or community has said which by its key; of a larger area coordinates tell nothing.
        if (byAddress.Level < UnitLevel.Township || (named is null && place is { Address: null, Coordinates: null }))
            throw Unknown(place, named is null, unitField, addressField);
        if (byAddress.Level == UnitLevel.Grid) // the caller's own area
            return new FoundPlace(byAddress, byAddress, Marks(place, null));
        if (directory.Descendants(byAddress, UnitLevel.Grid) is not [var first, ..])
            throw Refused(named is null ? addressField : unitField, $"{byAddress} 下没有在用的网格", $"there is no grid in force below {byAddress}", "G011", "三(三)");
        return new FoundPlace(first.Code, byAddress, Marks(place, byAddress == within ? $"地点只到 {within}，暂记其首个网格，请核实" : "网格按地址文字推定，请核实"));
    }

    private UnitCode? Unit(GivenPlace place, string field)
    {
        if (place.Unit is null)
            return null;
        if (!UnitCode.TryParse(place.Unit, out var code))
            throw Refused(field, "应为 15 位网格、12 位社区或 9 位乡镇街道代码", "is the code of a grid (15 digits), a community (12) or a township (9)", "G011", "三(三)");
        return directory.Unit(code) is { EndedOn: null } ? code : throw Refused(field, $"没有 {code}，或已不再使用", $"there is no {code} in force", "G011", "三(三)");
    }

    private static DoorRefusedException Unknown(GivenPlace place, bool noUnit, string unitField, string addressField) => place switch
    {
        { Address: not null } => Refused(addressField, "从地址文字认不出唯一的乡镇街道或社区，请给出代码", $"names no single township or community that can be told; give its code in {unitField}", "G011", "三(三)"),
        { Coordinates: not null } when noUnit => Refused(unitField, "系统没有测绘边界，坐标定不了网格，请另给网格、社区或乡镇街道代码",
            "the hub has no surveyed boundaries and can't tell a grid from coordinates; give the code of a grid, community or township too", "G011", "三(三)"),
        _ => Refused(unitField, "须给出网格、社区或乡镇街道代码", "names a grid, community or township; it is required", "G011", "三(三)"),
    };

    private static string Marks(GivenPlace place, string? chosen)
    {
        var marks = new StringBuilder();
        foreach (var mark in new[] { place.Address is { } a ? $"地址：{a}" : null, place.Coordinates is { } c ? $"坐标：{c}" : null, chosen })
        {
            if (mark is not null)
                marks.Append(marks.Length == 0 ? "" : "\n").Append('〔').Append(mark).Append('〕');
        }

        return marks.ToString();
    }

    private static DoorRefusedException Refused(string field, string zh, string en, string rule = "HUB", string clause = "") =>
        new(DoorRefusals.Input(field, zh, en, rule, clause), StatusCodes.Status422UnprocessableEntity);
}
