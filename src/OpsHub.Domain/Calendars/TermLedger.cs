using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>What a line of a term's ledger did (期限台账事项).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermPause>))]
public enum TermPause
{
    /// <summary>Suspended (中止): nothing is counted from here on.</summary>
    Suspended,

    /// <summary>Resumed (恢复): the rest of the budget runs again.</summary>
    Resumed,

    /// <summary>Extended (延长) by a number of the budget's own units.</summary>
    Extended,

    /// <summary>Projected again (重新推算) after a calendar was loaded or amended (resolution 6).</summary>
    Reprojected,

    /// <summary>Granted (批准) until an instant, whatever the budget says (SM1 rows 9 and 11).</summary>
    Granted,

    /// <summary>Lifted (解除): nobody owes it any more, so it ended neither kept nor late.</summary>
    Lifted,

    /// <summary>Missed (未完成): it was owed and can't be met any more, so it ended late and undone.</summary>
    Missed,
}

/// <summary>A line of a term's ledger (期限台账). Both dues are kept, so that no change hides what stood before.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="At">When.</param>
/// <param name="By">The trace entry that did it.</param>
/// <param name="Reason">Why, in the words of whoever did it.</param>
/// <param name="FormerDue">The due before.</param>
/// <param name="NewDue">The due after.</param>
/// <param name="Amount">Units added by an extension; the calendar's version for a re-projection; otherwise 0.</param>
public sealed record TermEntry(
    TermPause Kind, DateTimeOffset At, long By, string Reason, DateTimeOffset FormerDue, DateTimeOffset NewDue, int Amount = 0);
