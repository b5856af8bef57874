using System.Globalization;

namespace OpsHub.Host.Doors;

/// <summary>Instants as doors read and write them: ISO 8601 with its offset, as the W3C note has it.</summary>
internal static class DoorInstants
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads an instant; one without an offset is none, for nobody could tell which clock it is of.</summary>
    public static bool TryParse(string text, out DateTimeOffset at)
    {
        at = default;
        return text.Length is >= 17 and <= 40 && (text[^1] == 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
    }

    /// <summary>Writes an instant with +08:00, to the second.</summary>
    public static string Text(DateTimeOffset at) => Domain.Calendars.LocalDay.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
