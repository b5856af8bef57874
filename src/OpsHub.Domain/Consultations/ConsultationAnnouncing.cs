using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Announcements. SM2 row 11, C040, C069: each closes the oldest that is owed, late or not.</summary>
internal static class ConsultationAnnouncing
{
    internal static Decision<ConsultationEvent> Announce(Consultation s, Announce c, ConsultationContext x)
    {
        var (rule, clause) = s.Variant == ConsultationVariant.Community ? ("C040", "二(四)2") : ("C069", "二(四)");
        if (s.Duties.Find(d => d.Term.IsOpen && d.Stem == DutyStems.Announce) is not { } owed)
        {
            return s.LastSession is null
                ? Guard("ANNOUNCE_BEFORE_END", rule, clause, "协商会议尚未结束，不能公告协商情况", "The session has not ended; there is nothing to announce yet")
                : Guard("NO_ANNOUNCEMENT_DUE", rule, clause, "没有待公告的事项", "No announcement is owed");
        }

        if ((Text("place", c.Place, 200, rule, clause) ?? Text("text", c.Text, 4000, rule, clause)) is { } faulty)
            return faulty;
        var announcement = new Announcement(
            s.Announcements.Count + 1, owed.Announces ?? AnnouncementKind.Session, owed.Session, x.Now, c.Place.Trim(), [.. c.Channels.Distinct()], c.Text.Trim(), owed.Term.Due,
            x.Now >= owed.Term.Due);
        return new ConsultationAnnounced(x.Now, announcement, [ConsultationDuties.Done(owed, x.Now)]);
    }
}
