using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Urging at three levels, and escalation. SM1 rows U and E, R030, A004, C065.</summary>
internal static class CaseUrging
{
    /// <summary>The highest level at which the actor may urge anybody now; 0 for none.</summary>
    internal static int Highest(Case s, Actor actor, Placement place, DateTimeOffset now) =>
        Enumerable.Range(1, 3).LastOrDefault(level => Addressees(s).Exists(organ => organ != actor.Organ && MayUrge(s, level, organ, actor, place, now) is null));

    /// <summary>Whoever may be urged: who holds it, who leads it, who owes a part.</summary>
    internal static ImmutableList<OrganCode> Addressees(Case s) =>
        [.. s.Parts.Where(p => p.IsOpen).Select(p => p.Organ).Concat(s.Lead is { } lead ? [s.Holder, lead] : [s.Holder]).Distinct()];

    internal static Refusal? MayUrge(Case s, int level, OrganCode organ, Actor actor, Placement place, DateTimeOffset now)
    {
        var county = actor is { Role: Role.CountyCommandCentre, Organ.Kind: OrganKind.Unit } && actor.Organ.Unit == place.County;
        var community = actor is { Role: Role.CommunityCommittee, Organ.Kind: OrganKind.Unit } && actor.Organ.Unit == place.Community;
        var permitted = level switch
        {
            1 => community || CaseAccess.Township(actor, place),
            2 => CaseAccess.Township(actor, place),
            3 => county,
            _ => false,
        };
        if (level is < 1 or > 3)
            return Input("level", "SM1.U", "四(一)", "级别为 1（催办）、2（乡镇街道督办）、3（县市区督办）", "level is 1 (reminder), 2 (township) or 3 (county)");
        if (!permitted)
        {
            return NotAllowed("SM1.U", "四(一)", "一级催办由社区或乡镇街道、二级督办由乡镇街道、三级督办由县市区指挥中心发出",
                "Level 1 is the community's or the township's, level 2 the township's, level 3 the county command centre's", "level");
        }

        var late = s.Terms.Exists(t => t.IsOpen && t.Holder == organ.Value && Case.Stem(t) is not ("reply" or "extension") && t.IsLate(now));
        var unanswered = s.Urges.Exists(u => u.Level == 2 && u.Organ == organ && u.Cycle == s.Cycle && u.AnsweredAt is null && s.Terms.Exists(t => t.Id == u.Term && t.IsOpen && t.IsLate(now)));
        return level switch
        {
            2 when CaseDispatching.ReturnsOfCycle(s) < 2 && !late => Guard(
                "URGE_TOO_EARLY", "SM1.U", "四(一)", "二级督办须该单位已超期，或案件已两次退单", "Level 2 takes a term of that organ which is overdue, or a twice returned case", "level"),
            3 when !unanswered => Guard("URGE_TOO_EARLY", "SM1.U", "四(一)", "三级督办须该单位逾期未回复二级督办", "Level 3 takes an urge of level 2 whose answer by that organ is overdue", "level"),
            _ => null,
        };
    }

    internal static Decision<CaseEvent> Urge(Case s, UrgeCase c, CaseContext x)
    {
        var organ = c.Organ ?? s.Holder;
        if ((MayUrge(s, c.Level, organ, x.Actor, x.PlaceOf(s), x.Now) ?? Text("note", c.Note, 500)) is { } refusal)
            return refusal;
        if (!Addressees(s).Contains(organ))
            return Input("organ", "SM1.U", "四(一)", $"{x.NameOf(organ)}不是本案的持有、牵头或未反馈的协办单位", $"{x.NameOf(organ)} neither holds nor leads this case nor owes a part of it");
        if (organ == x.Actor.Organ)
            return Input("organ", "SM1.U", "四(一)", "不能督办本单位", "Nobody urges its own organ");
        if (s.Urges.Find(u => u.Organ == organ && u.Level >= c.Level && u.Cycle == s.Cycle && s.Terms.Exists(t => t.Id == u.Term && t.IsOpen && !t.IsLate(x.Now))) is { } open)
        {
            var due = LocalDay.BoundText(s.Terms.Find(t => t.Id == open.Term)!.Due);
            return Guard("URGE_OPEN", "SM1.U", "四(一)", $"已督办{x.NameOf(organ)}，{due} 前回复", $"{x.NameOf(organ)} has been urged already and answers by {due}", "organ");
        }

        return new CaseUrged(
            x.Now, x.Actor.Organ, c.Level, c.Note, organ, x.Open(s, "reply", c.Level == 1 ? "催办回复" : "督办回复", organ, [x.Rules.Cases.LimitOf("UrgeReplyWithin", x.Rules.Cases.UrgeReply)], "SM1.U"));
    }

    internal static Refusal? MayAnswer(Case s, Actor actor) =>
        CaseAccess.Acts(actor) && s.Urges.Exists(u => u.Organ == actor.Organ && s.Terms.Exists(t => t.Id == u.Term && t.IsOpen))
            ? null
            : NotAllowed("SM1.U", "四(一)", "只有被督办且尚未回复的单位可以回复", "Only an organ that was urged and has not answered may answer");

    internal static Decision<CaseEvent> Answer(Case s, AnswerUrge c, CaseContext x) =>
        (MayAnswer(s, x.Actor) ?? Text("answer", c.Answer, 1000)) is { } refusal ? refusal : new UrgeAnswered(x.Now, x.Actor.Organ, c.Answer);

    internal static Refusal? MayEscalate(Actor actor, Placement place) =>
        CaseAccess.Township(actor, place) ? null : NotAllowed("SM1.E", "三(二)", "由本乡镇街道升级", "The township of this place escalates");

    /// <summary>Is a term that the case waits for overdue by its full limit?</summary>
    internal static bool OverdueByFull(Case s, DateTimeOffset now, OfficialCalendar calendar) =>
        s.Terms.Exists(t => t.IsOpen && CaseTerms.Escalates(t) && t.IsLate(now) && TermLadder.After(t, t.Budget, calendar) <= now);

    internal static Decision<CaseEvent> Escalate(Case s, EscalateCase c, CaseContext x)
    {
        if ((MayEscalate(x.Actor, x.PlaceOf(s)) ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        var overdue = OverdueByFull(s, x.Now, x.Rules.Calendar);
        if (c.Risk is null && !overdue)
        {
            return Guard("NOT_ESCALATED_YET", "SM1.E", "三(二)", "须超期满一个处置时限，或注明风险类别",
                "It must be overdue by a full limit, or carry a kind of risk", "risk");
        }

        return new CaseEscalated(x.Now, x.Actor.Organ, c.Reason, c.Risk);
    }
}
