using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Sessions: started, adjourned, resumed, ended. SM2 rows 8-10.</summary>
internal static class ConsultationSessions
{
    /// <summary>Most dissents of one session.</summary>
    internal const int MostDissents = 100;

    internal static Decision<ConsultationEvent> Start(Consultation s, StartSession c, ConsultationContext x)
    {
        if (c.Presider is not { } presider || !Enum.IsDefined(presider))
            return Missing("presider", "C018", "二(二)2", "主持人身份", "presider");
        if (!MayPreside(s, presider, x))
            return Presider(s);
        var judged = Judged(presider, x.HeadOffice);
        ImmutableList<ConsultationWarning> warnings = IsSteered(s, judged) ? [new("C018", x.Now)] : [];
        if (s.Arranged is { } arranged && x.Now < arranged.Start)
            warnings = warnings.Add(new(s.Plan is null ? ConsultationStageRefusals.Notice(s.Variant).Rule : "C036", x.Now, LocalDay.Text(arranged.Start)));
        var started = ConsultationWarnings.Beside(new SessionStarted(x.Now, new(s.Sessions.Count + 1, s.Round, x.Now, presider, [], Place: s.Arranged?.Place)), warnings);
        // Where the county warns, who presides all the same stands on record as a complaint.
        return IsSteered(s, judged)
            ? started.Events.Add(new ComplaintRecorded(x.Now, new(s.Complaints.Count + 1, s.Sessions.Count + 1, judged, presider == PresiderKind.CouncilHead, x.Now)))
            : started;
    }

    internal static Decision<ConsultationEvent> Adjourn(Consultation s, AdjournSession c, ConsultationContext x) =>
        s.Session!.IsAdjourned ? Guard("SESSION_ADJOURNED", "SM2.9", "二(四)", "会议已在休会中", "The session is adjourned already")
        : Text("reason", c.Reason, 500, "SM2.9", "二(四)") is { } faulty ? faulty
        : c.ResumesAt <= x.Now ? Input("resumesAt", "SM2.9", "二(四)", "复会时间须在休会之后", "A session is resumed after it was adjourned")
        : new SessionAdjourned(x.Now, c.Reason.Trim(), c.ResumesAt?.ToUniversalTime());

    internal static Decision<ConsultationEvent> Resume(Consultation s, ConsultationContext x) =>
        s.Session!.IsAdjourned ? new SessionResumed(x.Now) : Guard("NOT_ADJOURNED", "SM2.9", "二(四)", "会议没有休会，无须复会", "The session is not adjourned, so there is nothing to resume");

    internal static Decision<ConsultationEvent> End(Consultation s, EndSession c, ConsultationContext x)
    {
        var on = s.Session!;
        if (on.IsAdjourned)
            return Guard("SESSION_ADJOURNED", "SM2.9", "二(四)", "会议在休会中，先复会再结束", "The session is adjourned; resume it first");
        if (c.Outcome is not { } outcome || !Enum.IsDefined(outcome))
            return Missing("outcome", "C042", "二(四)2", "协商结果", "outcome");
        var (heardRule, clause) = s.Variant == ConsultationVariant.Community ? ("C039", "二(四)2") : ("C084", ConsultationBasis.ClauseOf(s.Variant));
        if (Text("opinion", c.Opinion, 4000, heardRule, clause, required: outcome == SessionOutcome.Consensus) is { } faulty)
            return faulty;
        var most = MostPresent(s);
        if (c.Attendance < 1 || c.Attendance > most)
            return Input("attendance", "C052", "二(四)", $"到会人数须为 1 至 {most}", $"attendance is 1 to {most}, the participants that were fixed");
        var kinds = Kinds(s) ?? [];
        ImmutableList<ParticipantKind> heard = [.. c.Heard.Distinct()];
        if (Foreign(s, heard, kinds) is { } nobody)
            return Input("heard", heardRule, clause, $"“{ConsultationWarnings.Name(nobody)}”不在参与主体中", $"{nobody} is none of the participants");
        if ((Faulty(s, c.Dissents, kinds) ?? Answered(s.Plan, c.Replies)) is { } dissenting)
            return dissenting;

        ImmutableList<Dissent> dissents = [.. c.Dissents.Select((d, i) => new Dissent(s.Dissents.Count + i + 1, on.Number, d.Kind, d.Text.Trim(), d.AllegesHarm))];
        var session = on with { EndedAt = x.Now, Outcome = outcome, Opinion = string.IsNullOrWhiteSpace(c.Opinion) ? null : c.Opinion.Trim(), Attendance = c.Attendance, Heard = heard, Replies = s.Plan?.Letters is null ? null : c.Replies };
        ImmutableList<Duty> duties =
        [
            ConsultationDuties.Open(s, DutyStems.Announce, x, session: on.Number),
            .. dissents.Select((d, i) => ConsultationDuties.Open(s, DutyStems.Explain, x, others: i, dissent: d.Id)),
        ];
        return ConsultationWarnings.Beside(
            new SessionClosed(x.Now, session, dissents, dissents.Exists(d => d.AllegesHarm), duties),
            kinds.FindAll(kind => !heard.Contains(kind)).ConvertAll(kind => new ConsultationWarning(heardRule, x.Now, kind.ToString())));
    }

    // C022: letters that went out are answered or not, and that is counted.
    private static Refusal? Answered(ConsultationPlan? plan, int? replies) => plan?.Letters is not { } letters || replies is { } r && r >= 0 && r <= letters ? null
        : Input("replies", "C022", "二(三)3", $"书面协商须注明收回的份数，0 至 {letters}", $"The written form says how many letters were answered, 0 to {letters}");

    /// <summary>Whether somebody of this kind may preside: also what a form offers. C018, C044.</summary>
    internal static bool MayPreside(Consultation s, PresiderKind presider, ConsultationContext x) =>
        IsSteered(s, Judged(presider, x.HeadOffice)) ? !x.Rules.RefusesPresider : Presides(s, presider);

    /// <summary>So many may be present at most: the participants that were fixed.</summary>
    internal static int MostPresent(Consultation s) => s.Participants?.Count ?? 100_000;

    /// <summary>The kinds that may be heard; null where none were fixed, as for a direct meeting.</summary>
    internal static ImmutableList<ParticipantKind>? Kinds(Consultation s) => s.Participants is { } fixedOnes ? [.. fixedOnes.Classes.Select(of => of.Kind).Distinct()] : null;

    // A head who is secretary or director stays one in the chair. Resolution 14.
    private static PresiderKind Judged(PresiderKind presider, HeadOffice? head) => (presider, head) switch
    {
        (PresiderKind.CouncilHead, HeadOffice.Secretary) => PresiderKind.Secretary,
        (PresiderKind.CouncilHead, HeadOffice.Director) => PresiderKind.Director,
        _ => presider,
    };

    private static bool IsSteered(Consultation s, PresiderKind presider) =>
        s.Variant is ConsultationVariant.Community or ConsultationVariant.BuildingOrGroup && presider is PresiderKind.Secretary or PresiderKind.Director;

    // C018: secretary and director are judged by PresiderRule before; a meeting without the council (C012) may have any of them.
    private static bool Presides(Consultation s, PresiderKind presider) => s.Variant switch
    {
        ConsultationVariant.CrossCommunity => presider == PresiderKind.TownshipOfficial,
        ConsultationVariant.BuildingOrGroup => presider is PresiderKind.CouncilHead or PresiderKind.CouncilMember or PresiderKind.GroupPartyHead,
        ConsultationVariant.Community => presider is PresiderKind.CouncilHead or PresiderKind.CouncilMember
            || (presider == PresiderKind.TownshipOfficial && s.Lead.Unit.Level == UnitLevel.Township),
        _ => true,
    };

    private static Refusal Presider(Consultation s) => s.Variant == ConsultationVariant.CrossCommunity
        ? Guard("PRESIDER_NOT_ALLOWED", "C044", "二(四)3", "跨社区协商由乡镇（街道）人员主持，不由当事一方主持", "A session across communities is presided over from the township, not by a party to the matter", "presider")
        : Guard("PRESIDER_NOT_ALLOWED", "C018", "二(二)2", "议事会会议由议事会负责人或成员主持；党组织书记、居（村）委会主任可以参加，不主持",
            "The council's session is presided over by its head or a member; secretary and director may take part, not preside", "presider");

    private static ParticipantKind? Foreign(Consultation s, ImmutableList<ParticipantKind> named, ImmutableList<ParticipantKind> kinds) =>
        s.Participants is null ? null : named.FindAll(kind => !kinds.Contains(kind)) is [var first, ..] ? first : null;

    private static Refusal? Faulty(Consultation s, ImmutableList<NewDissent> dissents, ImmutableList<ParticipantKind> kinds)
    {
        if (dissents.Count > MostDissents)
            return Input("dissents", "C053", "二(五)", $"不同意见最多 {MostDissents} 条", $"At most {MostDissents} dissents");
        foreach (var dissent in dissents)
        {
            if (Text("dissents.text", dissent.Text, 1000, "C074", "一(二)") is { } faulty)
                return faulty;
            if (Foreign(s, [dissent.Kind], kinds) is { } nobody)
                return Input("dissents.kind", "C053", "二(五)", $"“{ConsultationWarnings.Name(nobody)}”不在参与主体中", $"{nobody} is none of the participants");
        }

        return null;
    }
}
