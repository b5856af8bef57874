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
        Reported   并案         Merged
        Handling   申请延期     Handling
        Handling   同意延期     Handling
        Handling   不同意延期   Handling
        Handling   中止期限     Handling
        Coordinating 中止期限   Coordinating
        Handling   恢复期限     Handling
        Coordinating 恢复期限   Coordinating
        Handling   提请协调     Coordinating
        Dispatched 记录协调会   Dispatched
        Returned   记录协调会   Returned
        Handling   记录协调会   Handling
        Coordinating 记录协调会 Coordinating
        Coordinating 明确分工   Handling
        Dispatched 协办反馈     Dispatched
        Handling   协办反馈     Handling
        Coordinating 协办反馈   Coordinating
        Closed     评价         Evaluated
        Evaluated  评价         Evaluated
        Closed     重开         Accepted
        Evaluated  重开         Accepted
        Declined   重开         Accepted
        Reported   撤回         Withdrawn
        Accepted   撤回         Withdrawn
        Triaged    撤回         Withdrawn
        Dispatched 撤回         Withdrawn
        Returned   撤回         Withdrawn
        Handling   撤回         Withdrawn
        Coordinating 撤回       Withdrawn
        Dispatched 催办         Dispatched
        Handling   催办         Handling
        Coordinating 催办       Coordinating
        Dispatched 回复督办     Dispatched
        Handling   回复督办     Handling
        Coordinating 回复督办   Coordinating
        Reported   升级         Reported
        Accepted   升级         Accepted
        Triaged    升级         Triaged
        Dispatched 升级         Dispatched
        Returned   升级         Returned
        Handling   升级         Handling
        Coordinating 升级       Coordinating
        FedBack    升级         FedBack
        Verified   升级         Verified
        Reported   更正网格     Reported
        Accepted   更正网格     Accepted
        Triaged    更正网格     Triaged
        Reported   并入         Reported
        Accepted   并入         Accepted
        Triaged    并入         Triaged
        Dispatched 并入         Dispatched
        Returned   并入         Returned
        Handling   并入         Handling
        Coordinating 并入       Coordinating
        FedBack    并入         FedBack
        Verified   并入         Verified
        Closed     并入         Closed
        Evaluated  并入         Evaluated
        Declined   并入         Declined
        Merged     并入         Merged
        Withdrawn  并入         Withdrawn
        """;

    private static readonly Dictionary<string, (Actor By, CaseCommand Command)> Moves = new()
    {
        ["上报"] = (Town.Worker, Town.Report()),
        ["受理"] = (Town.Committee, new AcceptCase()),
        ["不予受理"] = (Town.Committee, new DeclineCase("不属于网格事项", "市水务局", DeclineGround.OutsideCategories)),
        ["研判"] = (Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)),
        ["更正网格"] = (Town.TownshipCentre, new RelocateCase(Town.Elsewhere.Grid, "地址写错")),
        ["派单"] = (Town.TownshipCentre, Town.To(Town.UrbanManagement)),
        ["接单"] = (Town.Agency, new AcceptDispatch()),
        ["退单"] = (Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属于城管职责")),
        ["重新派单"] = (Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau))),
        ["反馈"] = (Town.Agency, new FeedBackCase("已清理", [])),
        ["核查通过"] = (Town.TownshipCentre, new VerifyCase(true)),
        ["核查不通过"] = (Town.TownshipCentre, new FailVerification("仍有垃圾")),
        ["结案"] = (Town.TownshipCentre, new CloseCase()),
        ["并案"] = (Town.Committee, Town.Merge),
        ["并入"] = (Town.Hub, new JoinCase("case-" + new string('j', 32), "4302-2026-000002")),
        ["申请延期"] = (Town.Agency, new RequestExtension("须等设备到货", Town.Monday.AddDays(14))),
        ["同意延期"] = (Town.TownshipCentre, new GrantExtension()),
        ["不同意延期"] = (Town.TownshipCentre, new RefuseExtension("理由不足")),
        ["中止期限"] = (Town.TownshipCentre, new SuspendCase("等待鉴定", Town.Monday.AddDays(5))),
        ["恢复期限"] = (Town.TownshipCentre, new ResumeCase("鉴定已出")),
        ["提请协调"] = (Town.Agency, new TransferToCoordination("须水务一并处理")),
        ["记录协调会"] = (Town.TownshipCentre, new RecordMeeting(Town.Monday, [Town.UrbanManagement], "城管牵头")),
        ["明确分工"] = (Town.TownshipCentre, new AssignParts(Town.Led(Town.WaterBureau, Town.UrbanManagement))),
        ["协办反馈"] = (Town.Bureau, new FeedBackPart("已排查管网", [])),
        ["评价"] = (Town.CountyCentre, new EvaluateCase(5)),
        ["重开"] = (Town.TownshipCentre, new ReopenCase("垃圾又出现")),
        ["撤回"] = (Town.TownshipCentre, new WithdrawCase("误报")),
        ["催办"] = (Town.Committee, new UrgeCase(1, "请尽快处理", Town.WaterBureau)),
        ["回复督办"] = (Town.Bureau, new AnswerUrge("明日完成")),
        ["升级"] = (Town.TownshipCentre, new EscalateCase("居民聚集", RiskKind.Mass)),
    };

    // What must have happened before, besides the stage: a request before its decision, an urge before its answer.
    private static Story Prepared(Story story, string move) => (move, story.State?.Stage) switch
    {
        ("同意延期" or "不同意延期", CaseStage.Handling) => story.Then(Town.Agency, new RequestExtension("须等设备到货", Town.Monday.AddDays(14))),
        ("恢复期限", CaseStage.Handling or CaseStage.Coordinating) => story.Then(Town.TownshipCentre, new SuspendCase("等待鉴定", Town.Monday.AddDays(5))),
        ("回复督办", CaseStage.Dispatched or CaseStage.Handling or CaseStage.Coordinating) => story.Then(Town.Committee, new UrgeCase(1, "请尽快处理", Town.WaterBureau)),
        ("反馈", CaseStage.Handling) => story.Then(Town.Bureau, new FeedBackPart("已排查管网", [])),
        _ => story,
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
        var story = Prepared(Story.In(from == "-" ? null : Enum.Parse<CaseStage>(from)), move);

        if (Lines().SingleOrDefault(l => l[0] == from && l[1] == move) is { } line)
        {
            story.Then(by, command).Case.Stage.ToString().ShouldBe(line[2]);
            CaseTransitions.Permits(story.State?.Stage, command).ShouldBeTrue();
        }
        else
        {
            var refusal = story.Refused(by, command);
            refusal.Code.ShouldBe(RefusalCodes.WrongState);
            refusal.Rule.ShouldBe(CaseTransitions.Of(command).Row);
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
