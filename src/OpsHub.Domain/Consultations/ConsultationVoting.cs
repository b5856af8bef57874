using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Which votes must be held, by whom and with how much agreement, and what they come to. SM2 rows 14-16, resolutions 9-11 and 60.</summary>
internal static class ConsultationVoting
{
    private const int MostPeople = 1_000_000;

    private static readonly ImmutableList<VoteBody> Residents = [VoteBody.ResidentsMeeting];
    private static readonly ImmutableList<VoteBody> Meetings = [VoteBody.ResidentsMeeting, VoteBody.RepresentativesMeeting];
    private static readonly ImmutableList<VoteBody> Plural = [VoteBody.MultiPartyMeeting];

    private sealed record Calling(string Rule, string Clause, ImmutableList<VoteBody> Bodies, string Zh, string En);

    /// <summary>The vote that must still be held before the result takes effect, as a refusal; null where none is.</summary>
    internal static Refusal? Outstanding(Consultation s, ConsultationRules rules) => Owed(s, rules) is not { } owed ? null : Guard(
        "VOTE_REQUIRED", owed.Rule, owed.Clause, $"{owed.Zh}，须经{Names(owed.Bodies).Zh}表决通过后才能采纳、实施",
        $"{owed.En}: it takes effect only once {Names(owed.Bodies).En} has voted for it");

    internal static Refusal? BarsVote(Consultation s, ConsultationRules rules) => s.Stage switch
    {
        ConsultationStage.SessionEnded when s.LastSession?.Outcome == SessionOutcome.Consensus =>
            Guard("CONSENSUS_REACHED", "SM2.14", "二(四)2", "本轮已达成一致，应先形成协商意见", "This round ended in agreement: conclude it first"),
        ConsultationStage.SessionEnded when s.Round < 2 && !rules.AllowDirectVote =>
            Guard("DIRECT_VOTE_OFF", "C043", "二(四)2", "第一轮未达成一致不直接表决（AllowDirectVote）：可再次协商或搁置", "After the first round there is no direct vote (AllowDirectVote): open another round or shelve it"),
        ConsultationStage.SessionEnded => null,
        _ => Called(s, rules) is null ? Guard("NO_VOTE_DUE", "SM2.15", "二(四)", "没有须经表决的情形", "Nothing calls for a vote") : null,
    };

    internal static Decision<ConsultationEvent> Require(Consultation s, RequireVote c, ConsultationContext x)
    {
        var called = Called(s, x.Rules)!;
        var direct = s.Stage == ConsultationStage.SessionEnded && s.Round < 2;
        if (direct && string.IsNullOrWhiteSpace(c.Reason))
            return Input("reason", called.Rule, called.Clause, "第一轮后直接表决须说明理由", "A direct vote after the first round takes a reason");
        if (Text("reason", c.Reason, 500, called.Rule, called.Clause, required: direct) is { } bad)
            return bad;
        var due = Threshold(s, x.Rules);
        if (c.Threshold < due)
            return Input("threshold", "C051", "二(四)", $"本事项须经{ConsultationWording.Of(due).Zh}同意，不能降低", $"This takes {ConsultationWording.Of(due).En}, no less");
        return new VoteCalled(x.Now, new(x.Now, called.Bodies, c.Threshold ?? due, called.Rule, c.Reason, called.Clause));
    }

    internal static Decision<ConsultationEvent> Hold(Consultation s, HoldVote c, ConsultationContext x)
    {
        var required = s.Vote!;
        if (c.Body is not { } body)
            return Missing("body", required.Rule, required.Clause, "表决主体", "The body that voted");
        if (!required.Bodies.Contains(body))
            return Guard("WRONG_BODY", required.Rule, required.Clause, $"须由{Names(required.Bodies).Zh}表决，不能由{ConsultationWording.Of(body).Zh}表决",
                $"The vote is {Names(required.Bodies).En}'s, not {ConsultationWording.Of(body).En}'s", "body");
        if ((Text("record", c.Record, 200, "C050", "二(四)") ?? Tally(c) ?? Entitled(s, body, c) ?? Whose(s, body, c, x.Rules)) is { } bad)
            return bad;
        if (x.Rules.SecretVotes && !c.Secret)
            return Guard("SECRET_BALLOT", "C050", "二(四)", "表决须以无记名方式进行（SecretBallotForVotes，本系统默认值）", "Votes are by secret ballot (SecretBallotForVotes, assumed)", "secret");
        var (quorum, notice) = (Quorum(body, c.Present, c.Eligible, x.Rules), Notice(s, body, c.Community, x));
        if (s.Matter.LegalVote && (quorum ?? notice) is { } unmet)
            return unmet;
        var vote = new ConsultationVote(
            x.Now, body, c.Present, c.Yes, c.No, c.Abstain, required.Threshold, VoteTally.Passes(required.Threshold, c.Yes, c.Present), c.Secret, c.Eligible, c.Record, c.Community);
        var happened = Held(s, vote, x);
        return ConsultationAfter.With(happened, Warning(quorum, x), Warning(notice, x));
    }

    private static VoteHeld Held(Consultation s, ConsultationVote vote, ConsultationContext x)
    {
        // Residents hear what the vote came to, passed or not. SM2 row 17.
        var announce = ConsultationDuties.Open(s, DutyStems.Announce, x, announces: AnnouncementKind.Vote) with { Vote = s.Votes.Count + 1, Community = vote.Community };
        var ready = vote.Passed && Owed(s with { Votes = s.Votes.Add(vote), Stage = ConsultationStage.VotePassed }, x.Rules) is null;
        var (duties, track) = ready ? ConsultationDelegated.ResultThere(s, x) : ([], null);
        return new(x.Now, vote, duties.Add(announce), track) { More = vote.Passed && !ready && IsOfOneCommunity(s, vote.Body) };
    }

    /// <summary>Majority by default; two thirds for funds and assets, vital interest in a building, and across communities. Resolution 9.</summary>
    internal static VoteThreshold Threshold(Consultation s, ConsultationRules rules) =>
        (s.Topic is { } topic && rules.TwoThirds.Contains(topic.Category))
        || (s.Variant == ConsultationVariant.BuildingOrGroup && s.Matter.Vital)
        || s.Variant == ConsultationVariant.CrossCommunity
            ? VoteThreshold.TwoThirds
            : VoteThreshold.Majority;

    /// <summary>Whether the result's own form asks for the meeting although nothing makes it compulsory. C020, resolution 60.</summary>
    internal static bool MeetingMissed(Consultation s) => ByMeeting(s) && !s.Votes.Exists(v => v.Passed && Meetings.Contains(v.Body) && IsOfThisResult(s, v));

    /// <summary>The newest vote on this result failed: that is a result too. SM2 row 17.</summary>
    internal static bool IsVotedDown(Consultation s) => s.Votes is [.., { Passed: false } last] && IsOfThisResult(s, last);

    private static Calling? Called(Consultation s, ConsultationRules rules) => s.Stage == ConsultationStage.SessionEnded
        ? Disagreed(s)
        : Owed(s, rules) ?? (s.Stage == ConsultationStage.Concluded && ByMeeting(s) ? new("C020", "二(三)1", Meetings, "会议协商以居（村）民会议或代表会议为最终形式", "A meeting consultation ends in the meeting") : null);

    // Without agreement: the community's own meeting, plural bodies across communities; a building's matter may go to the council.
    private static Calling Disagreed(Consultation s) => s.Variant switch
    {
        ConsultationVariant.CrossCommunity => new("C049", "二(四)3", Plural, "再次协商仍未达成一致", "There was no agreement"),
        ConsultationVariant.BuildingOrGroup when s.Round < 2 => new("SM2.14a", "二(四)1", [VoteBody.Council], "未达成一致", "There was no agreement"),
        ConsultationVariant.BuildingOrGroup => new("SM2.14", "二(四)1", [.. Meetings, VoteBody.Council], "未达成一致", "There was no agreement"),
        _ => new("C043", "二(四)2", Meetings, "未达成一致", "There was no agreement"),
    };

    // What consultation prepares and never replaces.
    private static Calling? Owed(Consultation s, ConsultationRules rules)
    {
        var called = s switch
        {
            { Variant: ConsultationVariant.BuildingOrGroup, Matter.Vital: true } =>
                new Calling("C030", "二(四)1", Residents, "涉及居（村）民切身利益", "It touches residents' vital interests"),
            { Matter.LegalVote: true } => new("C007", "二(一)", Meetings, "依法属于居（村）民会议或代表会议表决的事项", "The law gives it to a meeting's vote"),
            { Matter: { Major: true } or { Vital: true } } when ByMeeting(s) =>
                new("C020", "二(三)1", Meetings, "重大事项以会议协商的，居（村）民会议或代表会议为最终形式", "A major matter consulted by meeting ends in the meeting"),
            _ => null,
        };
        if (called is null)
            return null;
        var passed = s.Votes.FindAll(v => Passed(s, v, called.Bodies, Threshold(s, rules), rules));
        return (IsPerCommunity(s) ? s.Communities.All(c => passed.Exists(v => v.Community == c)) : !passed.IsEmpty) ? null : called;
    }

    /// <summary>The law gives it to meetings, and each community concerned has its own. C007.</summary>
    internal static bool IsPerCommunity(Consultation s) => s.Matter.LegalVote && s.Communities.Count > 1;

    /// <summary>Communities whose own meeting has not passed this result yet; where it is not voted on by each, all.</summary>
    internal static ImmutableList<UnitCode> Awaited(Consultation s, ConsultationRules rules) =>
        [.. s.Communities.Where(c => !IsPerCommunity(s) || !s.Votes.Exists(v => v.Community == c && Passed(s, v, s.Vote?.Bodies ?? Meetings, s.Vote?.Threshold ?? VoteThreshold.Majority, rules)))];

    // The law's own vote takes its quorum: a vote from before that fact was added may have had none.
    private static bool Passed(Consultation s, ConsultationVote v, ImmutableList<VoteBody> bodies, VoteThreshold threshold, ConsultationRules rules) =>
        v.Passed && bodies.Contains(v.Body) && v.Threshold >= threshold && IsOfThisResult(s, v) && (!s.Matter.LegalVote || Quorum(v.Body, v.Present, v.Eligible, rules) is null);

    private static bool IsOfOneCommunity(Consultation s, VoteBody body) => IsPerCommunity(s) && Meetings.Contains(body);

    private static Refusal? Whose(Consultation s, VoteBody body, HoldVote c, ConsultationRules rules) =>
        c.Community is { } community ? !s.Communities.Contains(community) ? Input("community", "C007", "二(一)", $"{community} 不是涉及社区（村）", $"{community} is none of the communities concerned")
            // What a community's meeting has passed no second tally takes back.
            : IsOfOneCommunity(s, body) && !Awaited(s, rules).Contains(community)
                ? Guard("VOTED_ALREADY", "C007", "二(一)", $"社区（村）{community} 的会议已表决通过，不再重复表决", $"The meeting of the community {community} has passed it already; it does not vote again", "community")
            : null
        : IsOfOneCommunity(s, body) ? Missing("community", "C007", "二(一)", "召开会议的社区（村）：依法表决的事项由涉及的各社区（村）分别表决", "The community whose meeting voted (each concerned votes for itself)") : null;

    // A vote on a result that was corrected since, or of a former round, is none on this one.
    internal static bool IsOfThisResult(Consultation s, ConsultationVote vote) => s.LastSession?.EndedAt is not { } ended || vote.At >= ended;

    private static bool ByMeeting(Consultation s) =>
        s is { Variant: ConsultationVariant.Community or ConsultationVariant.BuildingOrGroup }
        // Where residents dropped the plan no form was chosen, and what is held is a meeting.
        && (s.Plan is { } plan ? plan.Form == ConsultationForm.Meeting : s.Drops(ConsultationStepKind.Plan));

    private static Refusal? Tally(HoldVote c)
    {
        if (c.Present <= 0 || c.Present > MostPeople)
            return Input("present", "C051", "二(四)", "到会人数须大于零", "A vote takes at least one person present");
        if (c.Yes < 0 || c.No < 0 || c.Abstain < 0)
            return Input(c.Yes < 0 ? "yes" : c.No < 0 ? "no" : "abstain", "C051", "二(四)", "票数不能为负", "Votes are not negative");
        if (c.Yes > c.Present)
            return Input("yes", "C052", "二(四)", $"同意 {c.Yes} 票超过到会 {c.Present} 人", $"{c.Yes} votes in favour exceed {c.Present} present");
        return (long)c.Yes + c.No + c.Abstain != c.Present
            ? Input("present", "C050", "二(四)", $"一人一票：同意、反对、弃权（含无效）之和须等于到会人数 {c.Present}", $"One person, one vote: for, against and abstained (invalid included) add up to the {c.Present} present")
            : null;
    }

    private static Refusal? Entitled(Consultation s, VoteBody body, HoldVote c)
    {
        if (c.Eligible is { } eligible)
            return eligible < c.Present || eligible > MostPeople ? Input("eligible", "C050", "二(四)", "应到人数不能少于到会人数", "Not fewer are entitled than present") : null;
        return s.Matter.LegalVote && Meetings.Contains(body) ? Missing("eligible", "C007", "二(一)", "应到人数（法定人数依此计算）", "The number entitled, for the quorum,") : null;
    }

    // Off for the council and for plural bodies. Resolution 10.
    private static Refusal? Quorum(VoteBody body, int present, int? entitled, ConsultationRules rules)
    {
        if ((body switch { VoteBody.ResidentsMeeting => rules.ResidentsMeeting, VoteBody.RepresentativesMeeting => rules.RepresentativesMeeting, _ => null }) is not { } quorum)
            return null;
        return entitled is { } eligible && quorum.IsMet(present, eligible) ? null : Guard(
            "NO_QUORUM", "C007", "二(一)", $"{ConsultationWording.Of(body).Zh}到会人数未达应到人数的 {quorum.Numerator}/{quorum.Denominator}",
            $"Fewer than {quorum.Numerator}/{quorum.Denominator} of those entitled are recorded as present", "present");
    }

    private static Refusal? Notice(Consultation s, VoteBody body, UnitCode? whose, ConsultationContext x)
    {
        var village = (whose ?? (x.Place ?? s.Place).Community) is { } community && x.Communities.GetValueOrDefault(community) is { IsVillage: true };
        var days = Calendars.LocalDay.Of(x.Now).DayNumber - Calendars.LocalDay.Of(s.Vote!.Since).DayNumber;
        return village && body == VoteBody.ResidentsMeeting && days < x.Rules.VillagersMeetingNoticeDays
            ? Guard("NOTICE_TOO_SHORT", "C007", "二(一)", $"村民会议应提前 {x.Rules.VillagersMeetingNoticeDays} 天通知，提交表决至今 {days} 天",
                $"A villagers' meeting takes {x.Rules.VillagersMeetingNoticeDays} days' notice; it was called {days} days ago")
            : null;
    }

    private static ConsultationWarning? Warning(Refusal? unmet, ConsultationContext x) => unmet is null ? null : new(unmet.Rule, x.Now, unmet.Zh);

    private static (string Zh, string En) Names(ImmutableList<VoteBody> bodies) =>
        (string.Join("或", bodies.Select(b => ConsultationWording.Of(b).Zh)), string.Join(" or ", bodies.Select(b => ConsultationWording.Of(b).En)));
}

/// <summary>Whether a vote passes (表决是否通过): exact, without rounding. C051, C052.</summary>
public static class VoteTally
{
    /// <summary>More than half: 2y &gt; n; at least two thirds: 3y &gt;= 2n.</summary>
    /// <param name="threshold">Threshold.</param>
    /// <param name="yes">Votes in favour.</param>
    /// <param name="present">All present, abstentions and invalid ballots among them; at least 1.</param>
    public static bool Passes(VoteThreshold threshold, int yes, int present) =>
        threshold == VoteThreshold.TwoThirds ? 3L * yes >= 2L * present : 2L * yes > present;
}
