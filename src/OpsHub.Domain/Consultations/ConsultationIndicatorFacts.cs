namespace OpsHub.Domain.Consultations;

/// <summary>What indicators count of one consultation (协商指标要素).</summary>
/// <param name="PlansDue">Plans made or late.</param>
/// <param name="PlansOnTime">Of those, on time.</param>
/// <param name="AnnouncementsDue">Announcements made or late.</param>
/// <param name="AnnouncementsOnTime">Of those, on time.</param>
/// <param name="SessionsEnded">Sessions ended.</param>
/// <param name="Agreed">Ended with agreement, or a vote passed; null while open, also while a vote is owed or a review open.</param>
/// <param name="CarriedOut">Carried out; null before it was adopted.</param>
/// <param name="Ballots">Ballots of its survey.</param>
/// <param name="Satisfied">Of those, satisfied.</param>
public sealed record ConsultationFacts(
    int PlansDue, int PlansOnTime, int AnnouncementsDue, int AnnouncementsOnTime, int SessionsEnded, bool? Agreed, bool? CarriedOut, int Ballots, int Satisfied);

/// <summary>What indicators count of a consultation at an instant (协商指标取数).</summary>
public static class ConsultationIndicatorFacts
{
    /// <summary>The facts. A duty that was lifted was owed by nobody: it counts neither as kept nor as late.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="rules">Its rules; null for the defaults.</param>
    public static ConsultationFacts Of(Consultation s, DateTimeOffset now, ConsultationRules? rules = null)
    {
        var plans = Owed(s, DutyStems.Plan, now);
        var announcements = Owed(s, DutyStems.Announce, now);
        return new(
            plans.Due, plans.OnTime, announcements.Due, announcements.OnTime, s.Sessions.Count(session => session.EndedAt is not null),
            Agreed(s, rules ?? new()), CarriedOut(s), s.Survey?.Ballots ?? 0, s.Survey?.Satisfied ?? 0);
    }

    private static (int Due, int OnTime) Owed(Consultation s, string stem, DateTimeOffset now)
    {
        var owed = s.Duties.FindAll(d => d.Stem == stem && !d.Term.IsLifted && (!d.Term.IsOpen || d.Term.IsLate(now)));
        return (owed.Count, owed.Count(d => !d.Term.IsLate(now)));
    }

    private static bool? Agreed(Consultation s, ConsultationRules rules) => s.ReviewOpen ? null : s.Stage switch
    {
        // The agreement is another body's to give still.
        ConsultationStage.Concluded or ConsultationStage.VotePassed when ConsultationVoting.Outstanding(s, rules) is not null => null,
        ConsultationStage.VotePassed or ConsultationStage.Adopted or ConsultationStage.Implementing or ConsultationStage.Implemented or ConsultationStage.FedBack
            or ConsultationStage.Surveyed or ConsultationStage.Concluded => true,
        ConsultationStage.VoteFailed or ConsultationStage.NotAdopted => false,
        // Archived either way.
        ConsultationStage.Archived => s.Adoption is not null,
        _ => null,
    };

    private static bool? CarriedOut(Consultation s) => s.Adoption is null ? null : s.Stage switch
    {
        ConsultationStage.Implemented or ConsultationStage.FedBack or ConsultationStage.Surveyed or ConsultationStage.Archived => true,
        ConsultationStage.Corrected or ConsultationStage.Adopted or ConsultationStage.Implementing => false,
        _ => null,
    };
}
