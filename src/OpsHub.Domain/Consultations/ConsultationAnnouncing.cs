using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Announcements. SM2 row 11, C040, C069: each closes the one that it names, otherwise the oldest that is owed, late or not.</summary>
internal static class ConsultationAnnouncing
{
    internal static Decision<ConsultationEvent> Announce(Consultation s, Announce c, ConsultationContext x)
    {
        var (rule, clause) = s.Variant == ConsultationVariant.Community ? ("C040", "二(四)2") : ("C069", "二(四)");
        var open = Owed(s);
        if (open.IsEmpty)
        {
            return s.LastSession is null
                ? Guard("ANNOUNCE_BEFORE_END", rule, clause, "协商会议尚未结束，不能公告协商情况", "The session has not ended; there is nothing to announce yet", "duty")
                : Guard("NO_ANNOUNCEMENT_DUE", rule, clause, "没有待公告的事项", "No announcement is owed", "duty");
        }

        if ((string.IsNullOrWhiteSpace(c.Duty) ? open[0] : open.Find(d => d.Term.Id == c.Duty.Trim())) is not { } owed)
        {
            var ids = open.Select(d => d.Term.Id);
            return Input("duty", rule, clause, $"没有这一项待公告的义务；待公告的是 {string.Join("、", ids)}", $"No such announcement is owed; owed are {string.Join(", ", ids)}");
        }

        if ((Text("place", c.Place, 200, rule, clause) ?? Text("text", c.Text, 4000, rule, clause)) is { } faulty)
            return faulty;
        var told = AnnouncementSubject.Of(s, owed)!;
        var announcement = new Announcement(
            s.Announcements.Count + 1, told.Kind, told.Session, x.Now, c.Place.Trim(), [.. c.Channels.Distinct()], c.Text.Trim(), owed.Term.Due,
            x.Now >= owed.Term.Due, told.Vote, told.Correction);
        return new ConsultationAnnounced(x.Now, announcement, [ConsultationDuties.Done(owed, x.Now)]);
    }

    /// <summary>What is owed, oldest first.</summary>
    internal static ImmutableList<Duty> Owed(Consultation s) => s.Duties.FindAll(d => d.Term.IsOpen && d.Stem == DutyStems.Announce);
}
