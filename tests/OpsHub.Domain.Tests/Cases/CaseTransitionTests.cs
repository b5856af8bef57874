using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 as a clerk reads it. Written out by hand from the rules, not from the table under test.</summary>
public sealed class CaseTransitionTests
{
    private const string Clerk = """
        -          上报         Reported
        Reported   受理         Accepted
        Reported   不予受理     Declined
        Accepted   研判         Triaged
        Triaged    派单         Dispatched
        Dispatched 接单         Handling
        Dispatched 退单         Returned
        Returned   重新派单     Dispatched
        Handling   反馈         FedBack
        FedBack    核查通过     Verified
        FedBack    核查不通过   Handling
        Verified   结案         Closed
        """;

    private static readonly Dictionary<string, (Actor By, CaseCommand Command)> Moves = new()
    {
        ["上报"] = (Town.Worker, Town.Report()),
        ["受理"] = (Town.Committee, new AcceptCase()),
        ["不予受理"] = (Town.Committee, new DeclineCase("不属于网格事项", "市水务局", DeclineGround.OutsideCategories)),
        ["研判"] = (Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)),
        ["派单"] = (Town.TownshipCentre, Town.To(Town.UrbanManagement)),
        ["接单"] = (Town.Agency, new AcceptDispatch()),
        ["退单"] = (Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属于城管职责")),
        ["重新派单"] = (Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau))),
        ["反馈"] = (Town.Agency, new FeedBackCase("已清理", [])),
        ["核查通过"] = (Town.TownshipCentre, new VerifyCase(true)),
        ["核查不通过"] = (Town.TownshipCentre, new FailVerification("仍有垃圾")),
        ["结案"] = (Town.TownshipCentre, new CloseCase()),
    };

    public static TheoryData<string, string> EveryPair()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var stage in Enum.GetNames<CaseStage>().Prepend("-"))
            foreach (var move in Moves.Keys)
                pairs.Add(stage, move);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_move_is_made_exactly_where_the_table_has_it(string from, string move)
    {
        var (by, command) = Moves[move];
        var story = Story.In(from == "-" ? null : Enum.Parse<CaseStage>(from));

        if (Lines().SingleOrDefault(l => l[0] == from && l[1] == move) is { } line)
        {
            story.Then(by, command).Case.Stage.ToString().ShouldBe(line[2]);
            CaseTransitions.Permits(story.State?.Stage, command).ShouldBeTrue();
        }
        else
        {
            var refusal = story.Refused(by, command);
            refusal.Code.ShouldBe(RefusalCodes.WrongState);
            refusal.Rule.ShouldStartWith("SM1.");
            refusal.Zh.ShouldNotMatch("[A-Za-z]", "what people read is Chinese");
            CaseTransitions.Permits(story.State?.Stage, command).ShouldBeFalse();
        }
    }

    [Fact]
    public void Every_command_has_one_row_and_every_row_a_command()
    {
        var commands = typeof(CaseCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseCommand)) && !t.IsAssignableTo(typeof(ContactCommand))).ToList();
        CaseTransitions.Table.Select(m => m.Command).ShouldBe(commands, ignoreOrder: true);
        Moves.Values.Select(m => m.Command.GetType()).ShouldBe(commands, ignoreOrder: true);
        Lines().Count.ShouldBe(CaseTransitions.Table.Sum(m => Math.Max(1, m.From.Count)));
    }

    [Theory]
    [InlineData(CaseStage.Reported, true)]
    [InlineData(CaseStage.Accepted, true)]
    [InlineData(CaseStage.Triaged, true)]
    [InlineData(CaseStage.Dispatched, true)]
    [InlineData(CaseStage.Returned, true)]
    [InlineData(CaseStage.Handling, true)]
    [InlineData(CaseStage.Coordinating, true)]
    [InlineData(CaseStage.FedBack, true)]
    [InlineData(CaseStage.Verified, true)]
    [InlineData(CaseStage.Closed, false)]
    [InlineData(CaseStage.Evaluated, false)]
    [InlineData(CaseStage.Declined, false)]
    [InlineData(CaseStage.Merged, false)]
    [InlineData(CaseStage.Withdrawn, false)]
    public void A_case_is_open_while_somebody_still_has_to_act(CaseStage stage, bool open) => stage.IsOpen().ShouldBe(open);

    private static List<string[]> Lines() =>
        [.. Clerk.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
