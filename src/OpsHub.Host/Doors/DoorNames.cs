using System.Text.RegularExpressions;

namespace OpsHub.Host.Doors;

/// <summary>Names of values as the doors write them, like the API's: <c>HOTLINE_12345</c>, <c>FED_BACK</c>.</summary>
internal static partial class DoorNames
{
    public static string Of<T>(T value) where T : struct, Enum => Boundary().Replace(value.ToString(), "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])")]
    private static partial Regex Boundary();
}
