using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Consultations;

/// <summary>Topic: proposed, reported, taken, determined. SM2 rows 3 and 4.</summary>
internal static class ConsultationTopics
{
    /// <summary>The plan of a topic that the council did not take in time: it runs from the proposal. Resolution 7.</summary>
    internal static TopicNotTaken? NotTaken(Consultation s, DateTimeOffset now, ConsultationRules rules, OfficialCalendar calendar, WorkingHours hours, long sequence) => null;
}
