using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>What one consultation adds to its home unit's summary (对汇总的贡献). Absolute: a later one replaces the earlier.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Open">Not archived, withdrawn or annulled.</param>
/// <param name="PlanDueMinute">Due of an open plan, in whole minutes since 1970 UTC; 0 if none.</param>
/// <param name="AnnounceDueMinutes">Dues of all open announcements: each session's is owed for itself, and a vote's or a correction's beside it. C040, C069.</param>
/// <param name="HardDueMinute">Nearest due of an open hard duty while nothing is breached yet; 0 if none.</param>
/// <param name="DueMinute">Nearest due of any open duty; 0 if none.</param>
/// <param name="Breached">A hard duty was kept late, or its breach is recorded.</param>
/// <param name="Round">Its round.</param>
/// <param name="VoteAhead">A vote must be held, or put first. SM2 rows 14-16.</param>
/// <param name="SessionMinute">When its planned session starts, while none has; 0 if none.</param>
/// <param name="Provisional">A due is counted past the calendar's horizon.</param>
public sealed record ConsultationContribution(
    ConsultationStage Stage, bool Open, long PlanDueMinute, Buckets AnnounceDueMinutes, long HardDueMinute, long DueMinute, bool Breached, int Round, bool VoteAhead,
    long SessionMinute, bool Provisional);

/// <summary>A unit's consultations as facts (协商汇总): part of its <see cref="UnitSummary"/>. Only open ones count.</summary>
public sealed record ConsultationFigures
{
    /// <summary>None.</summary>
    public static readonly ConsultationFigures Empty = new();

    /// <summary>By number of the stage.</summary>
    public Buckets ByStage { get; init; } = Buckets.Empty;

    /// <summary>Open plans by due minute; what is past is gathered under minute 1.</summary>
    public Buckets PlanDueMinutes { get; init; } = Buckets.Empty;

    /// <summary>Announcements to make, by due minute; what is past is gathered under minute 1.</summary>
    public Buckets AnnounceDueMinutes { get; init; } = Buckets.Empty;

    /// <summary>Nearest hard due of those without a breach so far; what is past is a breach too.</summary>
    public Buckets HardDueMinutes { get; init; } = Buckets.Empty;

    /// <summary>Nearest due of any duty; what is past is gathered under minute 1.</summary>
    public Buckets DueMinutes { get; init; } = Buckets.Empty;

    /// <summary>Sessions planned, by minute.</summary>
    public Buckets SessionMinutes { get; init; } = Buckets.Empty;

    /// <summary>With a recorded breach.</summary>
    public int Breached { get; init; }

    /// <summary>In a second or later round.</summary>
    public int FurtherRounds { get; init; }

    /// <summary>With a vote ahead.</summary>
    public int VotesAhead { get; init; }

    /// <summary>With a provisional due.</summary>
    public int Provisional { get; init; }

    /// <summary>Nothing to tell: such figures cost nothing on the wire.</summary>
    public bool IsEmpty => Equals(Empty);

    /// <summary>Adds others.</summary>
    public ConsultationFigures Plus(ConsultationFigures other) => ReferenceEquals(other, Empty) ? this : ReferenceEquals(this, Empty) ? other : Combine(other, 1);

    /// <summary>Subtracts others.</summary>
    public ConsultationFigures Minus(ConsultationFigures other) => ReferenceEquals(other, Empty) ? this : Combine(other, -1);

    private ConsultationFigures Combine(ConsultationFigures o, int sign)
    {
        var sum = new ConsultationFigures
        {
            ByStage = Merged(ByStage, o.ByStage),
            PlanDueMinutes = Merged(PlanDueMinutes, o.PlanDueMinutes),
            AnnounceDueMinutes = Merged(AnnounceDueMinutes, o.AnnounceDueMinutes),
            HardDueMinutes = Merged(HardDueMinutes, o.HardDueMinutes),
            DueMinutes = Merged(DueMinutes, o.DueMinutes),
            SessionMinutes = Merged(SessionMinutes, o.SessionMinutes),
            Breached = Breached + (sign * o.Breached),
            FurtherRounds = FurtherRounds + (sign * o.FurtherRounds),
            VotesAhead = VotesAhead + (sign * o.VotesAhead),
            Provisional = Provisional + (sign * o.Provisional),
        };
        return sum.IsEmpty ? Empty : sum;

        Buckets Merged(Buckets a, Buckets b) => sign > 0 ? a.Plus(b) : a.Minus(b);
    }
}

/// <summary>A unit's consultations read at an instant (协商概况).</summary>
public sealed record ConsultationReading
{
    /// <summary>Open ones (进行中).</summary>
    public required int Open { get; init; }

    /// <summary>By number of the stage.</summary>
    public required Buckets ByStage { get; init; }

    /// <summary>Announcements due until 24:00 today, not late yet (今日须公告).</summary>
    public required int AnnouncementsDueToday { get; init; }

    /// <summary>Announcements that are late and not made yet (公告逾期).</summary>
    public required int AnnouncementsLate { get; init; }

    /// <summary>Plans due until 24:00 today (今日须出方案).</summary>
    public required int PlansDueToday { get; init; }

    /// <summary>Plans late and not made (方案逾期).</summary>
    public required int PlansLate { get; init; }

    /// <summary>Open ones with at least one breach of a hard duty (违规).</summary>
    public required int Breached { get; init; }

    /// <summary>Open ones with any duty past its due (有逾期义务).</summary>
    public required int Overdue { get; init; }

    /// <summary>In a second or later round (再次协商).</summary>
    public required int FurtherRounds { get; init; }

    /// <summary>With a vote ahead (待表决).</summary>
    public required int VotesAhead { get; init; }

    /// <summary>Sessions planned until 24:00 today (今日协商会).</summary>
    public required int SessionsToday { get; init; }

    /// <summary>With a provisional due (暂定).</summary>
    public required int Provisional { get; init; }

    /// <summary>The nearest announcement's due, or null (最近公告截止).</summary>
    public DateTimeOffset? NextAnnouncementDue { get; init; }
}
