using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Privacy;

namespace OpsHub.Contracts.Privacy;

/// <summary>Free text on its way to somebody without need (自由文本): lists, notices, other systems. Codes of units that the hub knows stay.</summary>
public static class PersonalText
{
    /// <summary>The text with numbers of identity cards and telephones masked.</summary>
    public static string Masked(this IHubDirectory directory, string text) => PersonalData.Mask(text, directory.IsCode);

    /// <summary>True when a text holds any.</summary>
    public static bool HoldsPersonalData(this IHubDirectory directory, string text) => !PersonalData.Find(text, directory.IsCode).IsEmpty;

    private static bool IsCode(this IHubDirectory directory, string digits) => UnitCode.TryParse(digits, out var unit) && directory.Unit(unit) is not null;
}
