using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Tests.Cases;

public sealed class CaseMovesTests
{
    // Each command as somebody would give it who may.
    private static IEnumerable<CaseCommand> Commands(Actor by, CaseStage stage) =>
    [
        new AcceptCase(), new DeclineCase("不在本县", "邻县", DeclineGround.OutsideCounty),
        new TriageCase(by.Role == Role.CommunityCommittee ? TriageClass.CommunityLevel : TriageClass.ClearOwner),
        Town.To(Town.UrbanManagement), new AcceptDispatch(), new ReturnCase(ReturnReason.NotMine, "不是"),
        new RedispatchCase(Town.Led(Town.FoodSafety)), new FeedBackCase("已办", []), new VerifyCase(true), new FailVerification("未办"), new CloseCase(),
        Town.Merge, new RequestExtension("等料", Town.Monday.AddDays(14)), new GrantExtension(), new RefuseExtension("不必"), new SuspendCase("鉴定", Town.Monday.AddDays(3)),
        new ResumeCase("已出"), new TransferToCoordination("多部门"), new RecordMeeting(Town.Monday, [Town.UrbanManagement], "牵头"), new AssignParts(Town.Led(Town.UrbanManagement)),
        new FeedBackPart("已办", []), new EvaluateCase(3), new ReopenCase("复发"), new WithdrawCase("误报"), new UrgeCase(1, "请快"), new AnswerUrge("就办"),
        new EscalateCase("聚集", RiskKind.Mass), new RelocateCase(Town.Elsewhere.Grid, "写错"),
    ];

    // Refusals for how the case stands, not for what the command says.
    private static readonly HashSet<string> Standing =
    [
        RefusalCodes.NotAllowed, RefusalCodes.WrongState, "HANDLER_VERIFIES", "HANDLER_EVALUATES", "EVALUATED_ALREADY", "REOPEN_WINDOW_OVER", "EXTENSION_PENDING",
        "EXTENSION_USED", "NO_EXTENSION", "TERM_OVER", "TERM_SUSPENDED", "NOT_SUSPENDED", "PARTS_OPEN", "RETURN_TOO_LATE", "MEETING_REQUIRED", "HANDLER_WITHDRAWS",
    ];

    public static TheoryData<CaseStage> Stages => [.. Enum.GetValues<CaseStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_move_is_offered_exactly_where_neither_stage_nor_role_forbids_it(CaseStage stage)
    {
        foreach (var rules in new[] { Town.Rules, Town.Undelegated })
        {
            foreach (var actor in Town.Everybody)
            {
                var story = Story.In(stage);
                var context = new CaseContext(actor, story.Now, rules, 99) { Placement = Town.Place, Organs = Town.Organs, Target = Town.Elder, Destination = Town.Elsewhere };
                var permitted = Commands(actor, stage).Where(c => !Standing.Contains(CaseDecisions.Decide(story.Case, c, context).Refusal?.Code ?? "")).Select(c => c.GetType()).ToHashSet();
                CaseMoves.Of(actor, story.Case, rules.Cases, story.Now).Select(m => m.Command).ShouldBe(permitted, ignoreOrder: true, $"{stage} {actor.Role} {actor.Organ}");
            }
        }
    }

    [Fact]
    public void A_community_that_handles_it_itself_may_dispatch_and_return_and_its_centre_verifies()
    {
        var story = Story.Triaged(TriageClass.CommunityLevel);
        CaseMoves.Of(Town.Committee, story.Case, Town.Rules.Cases, story.Now).Select(m => m.Row).ShouldBe(["SM1.6", "SM1.20"]);
        CaseMoves.Of(Town.OtherCommittee, story.Case, Town.Rules.Cases, story.Now).ShouldBeEmpty();
    }

    [Fact]
    public void The_handler_is_not_offered_verification()
    {
        var story = Story.FedBack();
        var handler = Town.TownshipCentre with { Principal = story.Case.Handler! };
        CaseMoves.Of(Town.TownshipCentre, story.Case, Town.Rules.Cases, story.Now).Select(m => m.Row).ShouldBe(["SM1.15", "SM1.16", "SM1.E"]);
        CaseMoves.Of(handler, story.Case, Town.Rules.Cases, story.Now).Select(m => m.Row).ShouldBe(["SM1.E"]);
    }
}
