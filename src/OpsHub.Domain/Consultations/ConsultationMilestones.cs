using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Consultations;

/// <summary>Milestones of a result as duties (节点期限): soft, each until the end of its day, kept by the progress that says it was reached. C056.</summary>
internal static class ConsultationMilestones
{
    private static readonly TermBasis Basis = new("C056", "二(五)", BasisKind.Assumed, "Milestones");

    /// <summary>One for each that is not reached.</summary>
    /// <param name="s">The consultation before the event.</param>
    /// <param name="adoption">The result.</param>
    /// <param name="x">By which calendar.</param>
    internal static ImmutableList<Duty> Owed(Consultation s, Adoption adoption, ConsultationContext x)
    {
        var before = s.Duties.Count(d => d.Stem == DutyStems.Milestone);
        return [.. adoption.Milestones.Index().Where(m => m.Item.DoneAt is null).Select((m, i) => Open(s, adoption.At, m.Item.Due, m.Index + 1, before + i + 1, x))];
    }

    /// <summary>Those of a result from before milestones were duties; null where nothing is missing.</summary>
    internal static MilestonesOwed? Missing(Consultation s, DateTimeOffset now, ConsultationRules rules, OfficialCalendar calendar, WorkingHours hours, long sequence) =>
        s is { Stage: ConsultationStage.Adopted or ConsultationStage.Implementing, Adoption: { } adoption } && adoption.Milestones.Exists(m => m.DoneAt is null)
        && !s.Duties.Exists(d => d.Stem == DutyStems.Milestone && d.Term.OpenedAt >= LocalDay.Start(LocalDay.Of(adoption.At).AddDays(-1)))
            ? new(now, Owed(s, adoption, new(Actor.Hub(s.Place.City), now, calendar, rules, hours, sequence)))
            : null;

    // Calendar days after the first; of one that is due on the day itself the first is the day before.
    private static Duty Open(Consultation s, DateTimeOffset adopted, DateOnly due, int milestone, int number, ConsultationContext x)
    {
        var from = TermBudget.Until(adopted, due).Amount > 0 ? adopted : LocalDay.Start(due.AddDays(-1));
        var term = Terms.Open(
            number == 1 ? DutyStems.Milestone : $"{DutyStems.Milestone}-{number}", ConsultationDuties.NameOfMilestone, ConsultationDuties.Holder(s, DutyStems.Milestone).Value, from, x.NextSequence,
            TermBudget.Until(from, due), Basis, x.Calendar, x.Hours);
        return new(term, Hard: false, Milestone: milestone);
    }
}
