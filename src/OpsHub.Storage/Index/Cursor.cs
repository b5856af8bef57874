using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OpsHub.Contracts.Index;

namespace OpsHub.Storage.Index;

/// <summary>A place in a list: sort value, then id; with the instant at which the list was first read.</summary>
/// <param name="List">Which list and order it belongs to.</param>
/// <param name="Sort">Sort value.</param>
/// <param name="Id">Id that breaks ties.</param>
/// <param name="AsOf">When the list was first read.</param>
internal sealed record Cursor(string List, long Sort, string Id, DateTimeOffset AsOf)
{
    private const int LongestText = 200;

    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{List}|{Sort}|{AsOf.UtcTicks}|{Id}")));

    /// <exception cref="BadCursorException">Not one of this list's.</exception>
    public static Cursor? Read(string list, string? text)
    {
        if (text is null)
            return null;
        if (text.Length <= LongestText && Base64Url.IsValid(text)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 4) is [var name, var sort, var asOf, var id]
            && name == list
            && long.TryParse(sort, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && long.TryParse(asOf, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks)
            return new Cursor(list, value, id, Columns.Instant(ticks));
        throw new BadCursorException("The cursor was not made by this list; start again without it.");
    }
}
