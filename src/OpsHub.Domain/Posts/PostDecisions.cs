using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Posts.PostRefusals;

namespace OpsHub.Domain.Posts;

/// <summary>Decides every command about an agency's people (人事事项决策). Pure: the same arguments give the same answer. A005-A016, A046.</summary>
public static class PostDecisions
{
    /// <summary>Decides a command as it comes: the record of an agency in force is opened in the same step where there is none yet, what time and calendar did by then
    /// stands first, and rights are those of the agency as it stands now.</summary>
    public static Decision<PostEvent> DecideNow(AgencyPosts? state, PostCommand command, PostContext context)
    {
        ImmutableList<PostEvent> before = state is not null ? PostReprojection.Overtaken(state, context.Now, context.Calendar, context.Rules, context.NextSequence)
            : command is not OpenPosts && context.Agency is { } agency ? [Opened(agency, context.Now)]
            : [];
        var began = before.Aggregate(state, (s, happened) => PostFold.Apply(s, happened));
        var decided = Decide(began?.In(context.Agency), command, context with { NextSequence = context.NextSequence + before.Count });
        return decided.Events.IsEmpty ? decided : before.AddRange(decided.Events);
    }

    /// <summary>The record of an agency as it begins (人事事项初始状态).</summary>
    public static AgencyPosts Blank(PostFacts agency, DateTimeOffset at) => PostFold.Apply(null, Opened(agency, at));

    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The record, or null before it is opened.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which parameters.</param>
    public static Decision<PostEvent> Decide(AgencyPosts? state, PostCommand command, PostContext context)
    {
        var rule = PostTransitions.Of(command).Rule;
        if (command is OpenPosts open)
            return state is null ? Open(open, context) : Decision<PostEvent>.Nothing; // once an agency
        if (state is null)
            return new Refusal(RefusalCodes.NotFound, rule, ClauseOf(rule), null, "人事事项尚未建立", "The record is not open");
        // Before anything is looked up: whoever may not read a matter is not told by a refusal that there is one.
        if (command is not RecordPartyRelations && !PostAccess.Reads(context.Actor, state))
            return NotAllowed(rule, "只有两条线和组织部门可以办理人事事项", "Only the two lines and the organisation department act in people decisions");
        return command switch
        {
            RecordPosts c => Posts(state, c, context),
            RecordPartyRelations c => Party(state, c, context),
            AskHeadOpinion c => HeadDecisions.Ask(state, c, context),
            ProposeHeadOpinion c => HeadDecisions.Propose(state, c, context),
            AgreeToHeadOpinion c => HeadDecisions.Agree(state, c, context),
            ReturnHeadOpinion c => HeadDecisions.Return(state, c, context),
            RecordNoReply c => HeadDecisions.NoReply(state, c, context),
            WithdrawHead c => HeadDecisions.Withdraw(state, c, context),
            DecideHead c => HeadDecisions.Decide(state, c, context),
            RaiseInquiry c => InquiryDecisions.Raise(state, c, context),
            BeginInquiry c => InquiryDecisions.Begin(state, c, context),
            RecordFinding c => InquiryDecisions.Find(state, c, context),
            FeedBackInquiry c => InquiryDecisions.FeedBack(state, c, context),
            CloseInquiry c => InquiryDecisions.Close(state, c, context),
            RequestSecondment c => SecondmentDecisions.Request(state, c, context),
            AgreeToSecondment c => SecondmentDecisions.Agree(state, c, context),
            RefuseSecondment c => SecondmentDecisions.Refuse(state, c, context),
            BeginSecondment c => SecondmentDecisions.Begin(state, c, context),
            EndSecondment c => SecondmentDecisions.End(state, c, context),
            RecordStaffChange c => Change(state, c, context),
            InformTownship c => Inform(state, c, context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<PostEvent> Open(OpenPosts c, PostContext x) =>
        x.Actor.Role != Role.Scheduler ? NotAllowed("A001", "只有系统可以办理", "Only the hub may do this")
        : x.Agency is not { } a || a.Code != c.Agency
            ? new Refusal(RefusalCodes.NotFound, "A001", ClauseOf("A001"), "agency", $"没有派驻机构 {c.Agency}", $"There is no stationed agency {c.Agency}")
        : Opened(a, x.Now);

    private static PostsOpened Opened(PostFacts a, DateTimeOffset at) => new(at, a.Code, a.Department, a.Host, a.HostIsStreet, a.Served);

    private static Decision<PostEvent> Posts(AgencyPosts s, RecordPosts c, PostContext x) =>
        (PostAccess.Department(x.Actor, s, "A012") ?? Count("posts", c.Posts, 0, "A012") ?? Count("filled", c.Filled, 0, "A012")) is { } refusal ? refusal
        : (s.Posts, s.Filled) == (c.Posts, c.Filled) ? Decision<PostEvent>.Nothing
        : new PostsRecorded(x.Now, c.Posts, c.Filled);

    private static Decision<PostEvent> Party(AgencyPosts s, RecordPartyRelations c, PostContext x) =>
        (PostAccess.Agency(x.Actor, s, "A005") ?? Count("transferred", c.Transferred, 0, "A005") ?? Count("notTransferred", c.NotTransferred, 0, "A005")
            ?? Text("reason", c.Reason, 500, "A005", required: false)) is { } refusal
            ? refusal
            : new PartyRelationsRecorded(x.Now, new(c.Transferred, c.NotTransferred, c.Reason, c.OwnOrganisation));

    private static Decision<PostEvent> Change(AgencyPosts s, RecordStaffChange c, PostContext x)
    {
        if ((PostAccess.Department(x.Actor, s, "A013") ?? Text("post", c.Post, 100, "A013") ?? Count("count", c.Count, 1, "A013")) is { } refusal)
            return refusal;
        if (c.Move is not { } move)
            return Input("move", "A013", "move 必填", "move is required");
        var id = s.Changes.Count + 1;
        return new StaffChanged(x.Now, new(id, move, c.Post, c.Count, x.Now), [x.Open($"notice-{id}", "告知人员调整", s.Department, x.Rules.StaffNoticeWithin, "A013", "StaffNoticeWithin")]);
    }

    private static Decision<PostEvent> Inform(AgencyPosts s, InformTownship c, PostContext x) =>
        (PostAccess.Department(x.Actor, s, "A013") ?? Text("notice", c.Notice, 200, "A013")) is { } refusal ? refusal
        : s.Changes.Find(h => h.Id == c.Change) is not { } change ? Input("change", "A013", $"没有人员调整 {c.Change}", $"There is no change {c.Change}")
        : change.InformedAt is not null ? WrongStage("A013", "Informed")
        : new TownshipInformed(x.Now, c.Change, c.Notice, x.Done(s, $"notice-{c.Change}"));
}
