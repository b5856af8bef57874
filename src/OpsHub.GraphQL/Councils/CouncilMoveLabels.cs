using OpsHub.Domain.Councils;

namespace OpsHub.GraphQL.Councils;

/// <summary>What steps of councils and support files are called, and their inputs.</summary>
internal static class CouncilMoveLabels
{
    private static readonly Dictionary<Type, (string Mutation, string Zh, string En)> Moves = new()
    {
        [typeof(EstablishCouncil)] = ("establishCouncil", "成立议事会", "Establish the council"),
        [typeof(SetCouncilHall)] = ("setCouncilHall", "设立议事堂", "Set the hall"),
        [typeof(SetCouncilMembers)] = ("setCouncilMembers", "确定成员", "Set the members"),
        [typeof(NominateCouncilHead)] = ("nominateCouncilHead", "提名候选人", "Nominate"),
        [typeof(OpenCouncilBallot)] = ("openCouncilBallot", "开始投票", "Open the ballot"),
        [typeof(CountCouncilBallots)] = ("countCouncilBallots", "计票", "Count the ballots"),
        [typeof(RecordSupport)] = ("recordSupport", "登记保障事项", "Make a record"),
        [typeof(EndSupport)] = ("endSupportRecord", "注销", "End"),
    };

    private static readonly Dictionary<string, (string Zh, string En)> Inputs = new(StringComparer.Ordinal)
    {
        ["on"] = ("日期", "Day"),
        ["record"] = ("记录编号", "Reference of the record"),
        ["venue"] = ("场所类别", "Kind of place"),
        ["place"] = ("地点", "Place"),
        ["members"] = ("成员构成", "Members by class"),
        ["electorate"] = ("选民范围", "Who elects"),
        ["electors"] = ("选民人数", "Electors"),
        ["candidates"] = ("候选人（按顺序为 A、B…）", "Candidates (A, B and so on in this order)"),
        ["termStart"] = ("任期起", "First day of the term"),
        ["termEnd"] = ("任期止", "Last day of the term"),
        ["secret"] = ("无记名投票", "Secret ballot"),
        ["tallies"] = ("得票", "Votes"),
        ["invalid"] = ("废票", "Invalid ballots"),
        ["kind"] = ("事项", "Kind"),
        ["text"] = ("内容", "What"),
        ["quantity"] = ("数量（调解件数、联系人数、固定日）", "Quantity (mediations, deputies, fixed day)"),
        ["post"] = ("岗位编号", "Number of the post"),
        ["about"] = ("示范点社区", "Community that is a site"),
        ["risk"] = ("风险类别", "Kind of risk"),
        ["consultationId"] = ("依据的协商", "Consultation it rests on"),
        ["flagged"] = ("须由乡镇街道牵头协商", "The township must lead its consultation"),
        ["reason"] = ("理由", "Reason"),
    };

    public static string Mutation(Type command) => Moves[command].Mutation;

    public static (string Zh, string En) Move(Type command) => (Moves[command].Zh, Moves[command].En);

    public static (string Zh, string En) Input(string name) => Inputs[name];
}
