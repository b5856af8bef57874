using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>Folds contributions of consultations into figures (协商汇总). Pure.</summary>
public static class ConsultationFiguresFold
{
    /// <summary>The figures of some contributions, as read at <paramref name="now"/>. Only open ones count.</summary>
    public static ConsultationFigures Of(IEnumerable<ConsultationContribution> contributions, DateTimeOffset now)
    {
        List<KeyValuePair<long, int>> stages = [], plans = [], announcements = [], hard = [], due = [], sessions = [];
        int breached = 0, further = 0, votes = 0, provisional = 0;
        foreach (var c in contributions.Where(c => c.Open))
        {
            stages.Add(new((long)c.Stage, 1));
            Add(plans, c.PlanDueMinute);
            announcements.AddRange(c.AnnounceDueMinutes.Pairs);
            Add(hard, c.Breached ? 0 : c.HardDueMinute); // what is breached already must not count twice
            Add(due, c.DueMinute);
            Add(sessions, c.SessionMinute);
            breached += c.Breached ? 1 : 0;
            further += c.Round > 1 ? 1 : 0;
            votes += c.VoteAhead ? 1 : 0;
            provisional += c.Provisional ? 1 : 0;
        }

        return stages.Count == 0 ? ConsultationFigures.Empty : Trim(new ConsultationFigures
        {
            ByStage = Buckets.From(stages),
            PlanDueMinutes = Buckets.From(plans),
            AnnounceDueMinutes = Buckets.From(announcements),
            HardDueMinutes = Buckets.From(hard),
            DueMinutes = Buckets.From(due),
            SessionMinutes = Buckets.From(sessions),
            Breached = breached,
            FurtherRounds = further,
            VotesAhead = votes,
            Provisional = provisional,
        }, now);

        static void Add(List<KeyValuePair<long, int>> to, long minute)
        {
            if (minute > 0)
                to.Add(new(minute, 1));
        }
    }

    /// <summary>With past due minutes gathered under <see cref="SummaryFold.PastMinute"/>, and without sessions of former days.</summary>
    public static ConsultationFigures Trim(ConsultationFigures f, DateTimeOffset now)
    {
        if (ReferenceEquals(f, ConsultationFigures.Empty))
            return f;
        var minute = SummaryFold.MinuteNow(now);
        return f with
        {
            PlanDueMinutes = f.PlanDueMinutes.GatherThrough(minute, SummaryFold.PastMinute),
            AnnounceDueMinutes = f.AnnounceDueMinutes.GatherThrough(minute, SummaryFold.PastMinute),
            HardDueMinutes = f.HardDueMinutes.GatherThrough(minute, SummaryFold.PastMinute),
            DueMinutes = f.DueMinutes.GatherThrough(minute, SummaryFold.PastMinute),
            SessionMinutes = f.SessionMinutes.DropBelow(FirstMinuteOfDay(now)),
        };
    }

    /// <summary>The minute with which the local day began: sessions of former days no longer count as today's.</summary>
    public static long FirstMinuteOfDay(DateTimeOffset now) => SummaryFold.MinuteNow(LocalDay.Start(LocalDay.Of(now)));
}

/// <summary>Reads figures of consultations at an instant (协商概况). Pure.</summary>
public static class ConsultationFiguresRead
{
    /// <summary>What figures say at an instant: due and late follow here, never in the figures.</summary>
    public static ConsultationReading At(ConsultationFigures f, DateTimeOffset now)
    {
        var minute = SummaryFold.MinuteNow(now);
        var midnight = SummaryFold.MinuteNow(LocalDay.End(LocalDay.Of(now)));
        var next = f.AnnounceDueMinutes.Pairs.FirstOrDefault(p => p.Key > minute).Key;
        return new ConsultationReading
        {
            Open = f.ByStage.Sum(),
            ByStage = f.ByStage,
            AnnouncementsDueToday = f.AnnounceDueMinutes.Sum(minute + 1, midnight),
            AnnouncementsLate = f.AnnounceDueMinutes.Sum(to: minute),
            PlansDueToday = f.PlanDueMinutes.Sum(minute + 1, midnight),
            PlansLate = f.PlanDueMinutes.Sum(to: minute),
            Breached = f.Breached + f.HardDueMinutes.Sum(to: minute),
            Overdue = f.DueMinutes.Sum(to: minute),
            FurtherRounds = f.FurtherRounds,
            VotesAhead = f.VotesAhead,
            SessionsToday = f.SessionMinutes.Sum(ConsultationFiguresFold.FirstMinuteOfDay(now), midnight - 1),
            Provisional = f.Provisional,
            NextAnnouncementDue = next == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(next * 60),
        };
    }
}
