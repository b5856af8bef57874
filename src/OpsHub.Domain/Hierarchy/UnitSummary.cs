using System.Collections.Immutable;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Hierarchy;

/// <summary>The facts that one case adds to its units' summaries. Absolute: a later contribution replaces the earlier.</summary>
/// <param name="Stage">Where the case stands.</param>
/// <param name="Category">First-level category, e.g. <c>Q01</c>.</param>
/// <param name="ReportedHour">Hour of the report, in whole hours since 1970 UTC.</param>
/// <param name="ClosedHour">Hour of closing, 0 while open; kept for Closed and Evaluated only.</param>
/// <param name="DueMinute">Nearest open due instant in whole minutes since 1970 UTC, 0 if none; instants are whole minutes.</param>
/// <param name="HandlingDueDay">Local day number (days since 0001-01-01, Asia/Shanghai) on which the handling term falls due, 0 if none. A day's end at 24:00 belongs to that day.</param>
/// <param name="FedBack">True when the result has been fed back, so that the handling term is done.</param>
/// <param name="OnTime">For closed cases: whether the handling term was kept; null while open.</param>
/// <param name="Emergency">True for emergency priority.</param>
/// <param name="UrgedLevel">Urging level 0-3 (督办级别).</param>
/// <param name="Reopened">True when the case was reopened.</param>
/// <param name="Provisional">True when its nearest due instant is provisional (暂定).</param>
public sealed record CaseContribution(
    CaseStage Stage,
    string Category,
    long ReportedHour,
    long ClosedHour,
    long DueMinute,
    long HandlingDueDay,
    bool FedBack,
    bool? OnTime,
    bool Emergency,
    int UrgedLevel,
    bool Reopened,
    bool Provisional);

/// <summary>A unit's live summary (实时汇总): small, absolute, facts only. Overdue and due today follow at read time, see <see cref="SummaryReading"/>.</summary>
public sealed record UnitSummary
{
    /// <summary>Nothing open, nothing happened.</summary>
    public static readonly UnitSummary Empty = new();

    /// <summary>Open cases by stage; the key is the number of the <see cref="CaseStage"/>.</summary>
    public Buckets ByStage { get; init; } = Buckets.Empty;

    /// <summary>Open cases by the minute in which their nearest term falls due; what is past is gathered under minute 1.</summary>
    public Buckets DueMinutes { get; init; } = Buckets.Empty;

    /// <summary>Open cases by first-level category.</summary>
    public ImmutableSortedDictionary<string, int> ByCategory { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Reports by hour, the last 48 hours.</summary>
    public Buckets ReportedHours { get; init; } = Buckets.Empty;

    /// <summary>Closings by hour, the last 48 hours.</summary>
    public Buckets ClosedHours { get; init; } = Buckets.Empty;

    /// <summary>Closings by local day, the last 31 days.</summary>
    public Buckets ClosedDays { get; init; } = Buckets.Empty;

    /// <summary>Closings whose handling term was kept, by local day, the last 31 days.</summary>
    public Buckets OnTimeDays { get; init; } = Buckets.Empty;

    /// <summary>Cases already fed back, by the local day on which their handling term falls due, from yesterday on.</summary>
    public Buckets DueDoneDays { get; init; } = Buckets.Empty;

    /// <summary>Open emergencies (紧急).</summary>
    public int Emergencies { get; init; }

    /// <summary>Open cases under urging (督办).</summary>
    public int Urged { get; init; }

    /// <summary>Open cases that were reopened.</summary>
    public int Reopened { get; init; }

    /// <summary>Open cases whose nearest due instant is provisional (暂定).</summary>
    public int Provisional { get; init; }

    /// <summary>Its consultations (协商).</summary>
    public ConsultationFigures Consultations { get; init; } = ConsultationFigures.Empty;

    /// <summary>Adds another summary.</summary>
    public UnitSummary Plus(UnitSummary other) => Combine(other, 1);

    /// <summary>Subtracts another summary.</summary>
    public UnitSummary Minus(UnitSummary other) => Combine(other, -1);

    /// <summary>Equal by content; the dictionary alone would compare by reference.</summary>
    public bool Equals(UnitSummary? other) =>
        other is not null && ByStage.Equals(other.ByStage) && DueMinutes.Equals(other.DueMinutes) && ByCategory.SequenceEqual(other.ByCategory)
        && ReportedHours.Equals(other.ReportedHours) && ClosedHours.Equals(other.ClosedHours) && ClosedDays.Equals(other.ClosedDays)
        && OnTimeDays.Equals(other.OnTimeDays) && DueDoneDays.Equals(other.DueDoneDays)
        && Consultations.Equals(other.Consultations) && (Emergencies, Urged, Reopened, Provisional) == (other.Emergencies, other.Urged, other.Reopened, other.Provisional);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ByStage, DueMinutes, ByCategory.Count, ReportedHours, Emergencies, Urged);

    private UnitSummary Combine(UnitSummary o, int sign) => new()
    {
        ByStage = sign > 0 ? ByStage.Plus(o.ByStage) : ByStage.Minus(o.ByStage),
        DueMinutes = sign > 0 ? DueMinutes.Plus(o.DueMinutes) : DueMinutes.Minus(o.DueMinutes),
        ReportedHours = sign > 0 ? ReportedHours.Plus(o.ReportedHours) : ReportedHours.Minus(o.ReportedHours),
        ClosedHours = sign > 0 ? ClosedHours.Plus(o.ClosedHours) : ClosedHours.Minus(o.ClosedHours),
        ClosedDays = sign > 0 ? ClosedDays.Plus(o.ClosedDays) : ClosedDays.Minus(o.ClosedDays),
        OnTimeDays = sign > 0 ? OnTimeDays.Plus(o.OnTimeDays) : OnTimeDays.Minus(o.OnTimeDays),
        DueDoneDays = sign > 0 ? DueDoneDays.Plus(o.DueDoneDays) : DueDoneDays.Minus(o.DueDoneDays),
        ByCategory = Add(ByCategory, o.ByCategory, sign),
        Emergencies = Emergencies + (sign * o.Emergencies),
        Urged = Urged + (sign * o.Urged),
        Reopened = Reopened + (sign * o.Reopened),
        Provisional = Provisional + (sign * o.Provisional),
        Consultations = sign > 0 ? Consultations.Plus(o.Consultations) : Consultations.Minus(o.Consultations),
    };

    private static ImmutableSortedDictionary<string, int> Add(ImmutableSortedDictionary<string, int> a, ImmutableSortedDictionary<string, int> b, int sign)
    {
        if (b.IsEmpty)
            return a;
        var sum = a.ToBuilder();
        foreach (var (key, count) in b)
        {
            var next = sum.GetValueOrDefault(key) + (sign * count);
            if (next == 0)
                sum.Remove(key);
            else
                sum[key] = next;
        }

        return sum.ToImmutable();
    }
}
