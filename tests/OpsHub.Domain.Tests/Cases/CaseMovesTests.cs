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
                var context = new CaseContext(actor, story.Now, rules, 99) { Placement = Town.Place, Organs = Town.Organs };
                var permitted = Commands(actor, stage).Where(c => CaseDecisions.Decide(story.Case, c, context).Refusal?.Code
                    is not (RefusalCodes.NotAllowed or RefusalCodes.WrongState or "HANDLER_VERIFIES")).Select(c => c.GetType()).ToHashSet();
                CaseMoves.Of(actor, story.Case, rules.Cases).Select(m => m.Command).ShouldBe(permitted, ignoreOrder: true, $"{stage} {actor.Role} {actor.Organ}");
            }
        }
    }

    [Fact]
    public void A_community_that_handles_it_itself_may_dispatch_and_return_and_its_centre_verifies()
    {
        var story = Story.Triaged(TriageClass.CommunityLevel);
        CaseMoves.Of(Town.Committee, story.Case, Town.Rules.Cases).Select(m => m.Row).ShouldBe(["SM1.6"]);
        CaseMoves.Of(Town.OtherCommittee, story.Case, Town.Rules.Cases).ShouldBeEmpty();
    }

    [Fact]
    public void The_handler_is_not_offered_verification()
    {
        var story = Story.FedBack();
        var handler = Town.TownshipCentre with { Principal = story.Case.Handler! };
        CaseMoves.Of(Town.TownshipCentre, story.Case, Town.Rules.Cases).Select(m => m.Row).ShouldBe(["SM1.15", "SM1.16"]);
        CaseMoves.Of(handler, story.Case, Town.Rules.Cases).ShouldBeEmpty();
    }
}
