using OpsHub.Domain.Posts;

namespace OpsHub.GraphQL.Posts;

/// <summary>Mutations and inputs of people decisions: names, and what they are called.</summary>
internal static class PostMoveNames
{
    // Where the command's name alone would not say what it is about.
    private static readonly Dictionary<Type, string> Named = new()
    {
        [typeof(RecordPosts)] = "recordAgencyPosts",
        [typeof(WithdrawHead)] = "withdrawHeadConsultation",
        [typeof(RecordNoReply)] = "recordNoHeadReply",
        [typeof(RaiseInquiry)] = "raiseHeadInquiry",
        [typeof(BeginInquiry)] = "beginHeadInquiry",
        [typeof(RecordFinding)] = "recordInquiryFinding",
        [typeof(FeedBackInquiry)] = "feedBackHeadInquiry",
        [typeof(CloseInquiry)] = "closeHeadInquiry",
        [typeof(InformTownship)] = "informTownshipOfStaffChange",
    };

    private static readonly Dictionary<string, (string Zh, string En)> Inputs = new(StringComparer.Ordinal)
    {
        ["posts"] = ("编制数", "Posts"),
        ["filled"] = ("在岗数", "Filled"),
        ["transferred"] = ("已转入人数", "Moved"),
        ["notTransferred"] = ("未转入人数", "Not moved"),
        ["ownOrganisation"] = ("单独建立党组织", "Party organisation of its own"),
        ["reason"] = ("理由", "Reason"),
        ["matter"] = ("事项", "Matter"),
        ["post"] = ("岗位", "Post"),
        ["letter"] = ("征求意见函文号", "Number of the letter"),
        ["opinion"] = ("意见", "Opinion"),
        ["text"] = ("意见内容", "Text"),
        ["proposal"] = ("同意第几稿", "Which proposal"),
        ["grounds"] = ("提出理由", "Grounds"),
        ["toDepartment"] = ("向派出部门提出", "To the dispatching department"),
        ["verified"] = ("情况属实", "The grounds hold"),
        ["finding"] = ("调查结果", "Finding"),
        ["feedback"] = ("反馈内容", "Feedback"),
        ["need"] = ("工作需要", "Need"),
        ["to"] = ("借用去向", "Where to"),
        ["count"] = ("人数", "How many"),
        ["until"] = ("截止日期", "Until"),
        ["move"] = ("调整类型", "Kind of change"),
        ["notice"] = ("告知函文号", "Number of the notice"),
    };

    /// <summary>The mutation of a command.</summary>
    public static string Of(Type command) => Named.GetValueOrDefault(command) ?? char.ToLowerInvariant(command.Name[0]) + command.Name[1..];

    public static string En(Type command) => $"{char.ToUpperInvariant(PostWording.Of(command).En[0])}{PostWording.Of(command).En[1..]}";

    /// <summary>What an input is called.</summary>
    public static (string Zh, string En) Label(string input) => Inputs[input];
}
