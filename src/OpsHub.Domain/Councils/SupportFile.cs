using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>The support records of a unit (协商保障台账). Records are rows of the index; the document counts them, knows the newest, and what the unit was told.</summary>
public sealed record SupportFile
{
    /// <summary>Records that the document keeps by id; older ones are in the index alone.</summary>
    public const int KeptMarks = 100;

    /// <summary>The unit.</summary>
    public required UnitCode Unit { get; init; }

    /// <summary>Records so far.</summary>
    public int Count { get; init; }

    /// <summary>The newest records, oldest first.</summary>
    public ImmutableList<SupportMark> Newest { get; init; } = [];

    /// <summary>The newest period of which the unit was told, by kind and organ.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Told { get; init; } = ImmutableSortedDictionary<string, DateOnly>.Empty;

    /// <summary>The state after an event; null before the first.</summary>
    public static SupportFile Apply(SupportFile? file, SupportEvent happened)
    {
        var s = file ?? new SupportFile { Unit = happened.Unit };
        return happened switch
        {
            SupportRecorded { Record: var r } => s with { Count = s.Count + 1, Newest = Keep(s.Newest.Add(new(r.Id, r.Kind, false))) },
            SupportEnded e => s with { Newest = Keep(s.Newest.RemoveAll(m => m.Id == e.Id).Add(new(e.Id, e.Kind, true))) },
            SupportTold e => s with { Told = e.Reminders.Aggregate(s.Told, (told, r) => told.SetItem(r.Key, r.Period)) },
            _ => throw new InvalidOperationException($"A support file knows no {happened.GetType().Name}."),
        };
    }

    private static ImmutableList<SupportMark> Keep(ImmutableList<SupportMark> all) => all.Count > KeptMarks ? all.RemoveRange(0, all.Count - KeptMarks) : all;
}

/// <summary>That there is a record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Ended">It stands no longer.</param>
public sealed record SupportMark(string Id, SupportKind Kind, bool Ended);

/// <summary>A support record (协商保障记录).</summary>
/// <param name="Id">32 hex digits of the command that made it.</param>
/// <param name="Kind">Kind.</param>
/// <param name="On">Local day on which it was done, or from which it holds.</param>
/// <param name="Text">What it is, 1-2,000 characters; no names of persons.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="EnteredAs">Role of who recorded it.</param>
/// <param name="Quantity">Mediations closed, day of the month, deputies linked; null where the kind has no number.</param>
/// <param name="Post">Number of a post, for awards: letters, digits and dashes, no name. C064.</param>
/// <param name="About">The community that is a demonstration site, or the department whose publicity it is.</param>
/// <param name="Consultation">Grain key of the consultation on which a decision rests, or null.</param>
/// <param name="Risk">Kind of risk, for disputes. C065.</param>
/// <param name="Unconsulted">A major decision without a finished consultation (未经协商): warned. C006.</param>
public sealed record SupportRecord(
    string Id, SupportKind Kind, DateOnly On, string Text, DateTimeOffset At, Role EnteredAs, int? Quantity = null, string? Post = null, OrganCode? About = null,
    string? Consultation = null, RiskKind? Risk = null, bool Unconsulted = false)
{
    /// <summary>Id of the record that a command makes.</summary>
    public static string IdOf(UnitCode unit, string principal, string commandId) => CommandIds.Hash("support", unit.Value, principal, commandId)[..32];
}

/// <summary>What a unit is told (协商保障提醒): once for each kind, organ and period.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Status">What is missing; null for a fixed day.</param>
/// <param name="Period">First day of the cycle missed, last day of the term, or the fixed day itself.</param>
/// <param name="Organ">The department that is told instead of the unit, or null.</param>
public sealed record SupportReminder(SupportKind Kind, SupportGapStatus? Status, DateOnly Period, OrganCode? Organ = null)
{
    /// <summary>What is told once for each period.</summary>
    [JsonIgnore]
    public string Key => $"{Kind}{(Status is null or SupportGapStatus.Missed ? "" : "/" + Status)}{(Organ is { } organ ? "@" + organ : "")}";
}
