using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Plan and notice. SM2 rows 5 and 6; of a direct meeting the notice alone, which says when and where (C012).</summary>
internal static class ConsultationPlanning
{
    internal static Decision<ConsultationEvent> Plan(Consultation s, MakePlan c, ConsultationContext x)
    {
        var clause = ConsultationBasis.ClauseOf(s.Variant);
        if (c.Start is not { } start)
            return Missing("start", "C036", clause, "协商时间", "start");
        if (start <= x.Now)
            return Input("start", "C036", clause, "协商时间须在制定方案之后", "The session starts after its plan is made");
        if (c.Venue is not { } venue || !Enum.IsDefined(venue))
            return Missing("venue", "C036", clause, "协商地点类别", "venue");
        if ((Text("place", c.Place, 200, "C036", clause) ?? Text("content", c.Content, 4000, "C036", clause) ?? Text("participantRule", c.ParticipantRule, 1000, "C036", clause)) is { } faulty)
            return faulty;
        if (c.Kinds.IsEmpty)
            return Missing("kinds", "C036", clause, "参与主体", "kinds");
        if (c.Form is not { } form || !Enum.IsDefined(form))
            return Missing("form", "C036", clause, "协商形式", "form");
        if (Sent(form, c) is { } unsent)
            return unsent;
        ImmutableList<ParticipantKind> kinds = [.. c.Kinds.Distinct()];
        var plan = new ConsultationPlan(
            start.ToUniversalTime(), venue, c.Place.Trim(), c.Content.Trim(), c.ParticipantRule.Trim(), kinds, form, c.Type, x.Now,
            form == ConsultationForm.Written ? c.Letters : null, form == ConsultationForm.Online ? c.Channel!.Trim() : null);
        ImmutableList<ConsultationWarning> warnings = [];
        Warn("C011", !x.Rules.Halls.Contains(venue) && venue != VenueKind.Online);
        Warn("C016", s.Matter.Technical && !kinds.Contains(ParticipantKind.Expert));
        Warn("C017", !kinds.Contains(ParticipantKind.RespectedPerson));
        Warn("C079", s.Variant == ConsultationVariant.BuildingOrGroup && form == ConsultationForm.Meeting);
        return ConsultationWarnings.Beside(new PlanMade(x.Now, plan, ConsultationDuties.Done(s, DutyStems.Plan, x.Now)), warnings);

        void Warn(string rule, bool holds) => warnings = holds ? warnings.Add(new(rule, x.Now)) : warnings;
    }

    /// <summary>The most letters of a written consultation.</summary>
    internal const int MostLetters = 100_000;

    // C022, C023: what a form rests on is recorded with it.
    private static Refusal? Sent(ConsultationForm form, MakePlan c) => form switch
    {
        ConsultationForm.Written => c.Letters is >= 1 and <= MostLetters ? null
            : Input("letters", "C022", "二(三)3", $"书面协商须注明发出的《征求意见书》《告知函》份数，1 至 {MostLetters}", $"The written form says how many letters are sent, 1 to {MostLetters}"),
        ConsultationForm.Online => Text("channel", c.Channel, 200, "C023", "二(三)4"),
        _ => null,
    };

    internal static Decision<ConsultationEvent> Notify(Consultation s, PublishNotice c, ConsultationContext x)
    {
        if (ConsultationAfter.Bars(s, typeof(PublishNotice), x) is { } barred)
            return barred;
        var (rule, clause) = ConsultationStageRefusals.Notice(s.Variant);
        ImmutableList<PublicationChannel> channels = [.. c.Channels.Distinct()];
        if (channels.IsEmpty)
            return Missing("channels", rule, clause, "公布渠道", "channels");
        if ((Text("place", c.Place, 200, rule, clause, required: false) ?? Arranged(s, c, rule, clause, x)) is { } faulty)
            return faulty;
        if (s.Plan is { } plan && x.Now >= plan.Start)
        {
            return Guard("NOTICE_TOO_LATE", rule, clause, $"方案所定协商时间（{LocalDay.Text(plan.Start)}）已过，须先重定方案再公告",
                $"The time planned ({LocalDay.Text(plan.Start)}) has passed; plan anew, then publish the notice");
        }

        return ConsultationWarnings.Beside(
            new NoticePublished(x.Now, new(x.Now, channels, c.Place?.Trim(), c.Start?.ToUniversalTime(), c.MeetingPlace?.Trim())), channels.Count < 2 && s.SimplifiedBy is null ? [new(rule, x.Now)] : []);
    }

    // Whoever is invited must know when and where: of what has no plan nothing else says it.
    private static Refusal? Arranged(Consultation s, PublishNotice c, string rule, string clause, ConsultationContext x)
    {
        if (s.Plan is not null)
        {
            return c.Start is null && string.IsNullOrWhiteSpace(c.MeetingPlace) ? null
                : Input(c.Start is null ? "meetingPlace" : "start", "C036", clause, "协商时间、地点以方案为准；须变更的，先重定方案", "Time and place are the plan's; to change them, plan anew");
        }

        return c.Start is not { } start ? Missing("start", rule, clause, "协商时间", "start")
            : start <= x.Now ? Input("start", rule, clause, "协商时间须在公告之后", "The session starts after its notice")
            : Text("meetingPlace", c.MeetingPlace, 200, rule, clause);
    }
}
