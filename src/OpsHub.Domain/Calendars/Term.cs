using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>
/// Term (期限): a budget plus a ledger, never a bare timestamp, and the due instant that follows from them.
/// Changed only through <see cref="Terms"/>.
/// </summary>
/// <param name="Id">Unique within its subject; the key of its rungs.</param>
/// <param name="Name">What must be done, as people read it.</param>
/// <param name="Holder">The unit or body that must do it (责任主体).</param>
/// <param name="OpenedAt">When it began to run.</param>
/// <param name="OpenedBy">The trace entry that opened it.</param>
/// <param name="Budget">How much time.</param>
/// <param name="Basis">The clause, and whether it is text or our default.</param>
/// <param name="Ledger">Suspensions, extensions, grants and re-projections, in order.</param>
/// <param name="Due">Exclusive bound, UTC: an act at this instant is late (N07). While suspended, the due that stood before.</param>
/// <param name="Provisional">Counted past the coverage horizon, by weekdays (暂定).</param>
/// <param name="DoneAt">When it was met, late or not; null while open.</param>
/// <param name="Fired">Rungs that took effect for the present due.</param>
/// <param name="Hours">The working hours it counts in; null for other units.</param>
/// <param name="Days">How its days are counted; null is <see cref="DayCounting.Default"/>.</param>
public sealed record Term(
    string Id,
    string Name,
    string Holder,
    DateTimeOffset OpenedAt,
    long OpenedBy,
    TermBudget Budget,
    TermBasis Basis,
    ImmutableList<TermEntry> Ledger,
    DateTimeOffset Due,
    bool Provisional,
    DateTimeOffset? DoneAt,
    ImmutableList<RungKind> Fired,
    WorkingHours? Hours = null,
    DayCounting? Days = null)
{
    /// <summary>Reminders besides the ladder that took effect for the present due, by <see cref="Rung.Step"/>; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<int>? Reminded { get; init; }

    /// <summary>Not met yet (未办结).</summary>
    [JsonIgnore]
    public bool IsOpen => DoneAt is null;

    /// <summary>Nothing is being counted (中止中): the last suspension has not been resumed.</summary>
    [JsonIgnore]
    public bool IsSuspended =>
        Ledger.FindLast(entry => entry.Kind is TermPause.Suspended or TermPause.Resumed) is { Kind: TermPause.Suspended };

    /// <summary>Nobody owed it any more when it ended (已解除): it counts neither as kept nor as late.</summary>
    [JsonIgnore]
    public bool IsLifted => !Ledger.IsEmpty && Ledger[^1].Kind == TermPause.Lifted;

    /// <summary>It was owed and never done (未完成): ended late.</summary>
    [JsonIgnore]
    public bool IsMissed => !Ledger.IsEmpty && Ledger[^1].Kind == TermPause.Missed;

    /// <summary>The last instant that the term knows of; no act may lie before it. A re-projection is nobody's act: it stands at the hub's present, whatever is entered later.</summary>
    [JsonIgnore]
    public DateTimeOffset LastAt => Ledger.FindLast(entry => entry.Kind != TermPause.Reprojected)?.At ?? OpenedAt;

    /// <summary>Late (逾期): the due has been reached, or was when it was done. A suspended term is not late.</summary>
    public bool IsLate(DateTimeOffset now) => !IsSuspended && !IsLifted && (DoneAt ?? now) >= Due;

    /// <summary>Open, running, not late: a late term cannot be un-made late by suspending it.</summary>
    public bool CanSuspend(DateTimeOffset at) => IsOpen && !IsSuspended && at >= LastAt && !IsLate(at);

    /// <summary>Open and suspended.</summary>
    public bool CanResume(DateTimeOffset at) => IsOpen && IsSuspended && at >= LastAt;

    /// <summary>Open; a late one too, because the decision may fall after the due of a request made before it.</summary>
    public bool CanExtend(DateTimeOffset at) => IsOpen && at >= LastAt;

    /// <summary>Open, running, and the new due lies after the old one (SM1 row 11).</summary>
    public bool CanGrant(DateTimeOffset at, DateTimeOffset until) => CanExtend(at) && !IsSuspended && until > Due && until > at;

    /// <summary>Open, and not before it was opened (N08). At the due or after it, the act is taken and late (N07).</summary>
    public bool CanComplete(DateTimeOffset at) => IsOpen && at >= OpenedAt;
}
