using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Tests.Assessments;

namespace OpsHub.Domain.Tests.Posts;

/// <summary>The matters' steps as a clerk reads them, by hand from SM4's last paragraphs: every pair of stage and step.</summary>
public sealed class PostTransitionTests
{
    private const string Clerk = """
        Sent          拟定意见 Sent
        Sent          同意意见 Sent
        Sent          答复     Returned
        Returned      决定     Decided
        NoReply       决定     Decided
        Sent          撤回     Withdrawn
        Returned      撤回     Withdrawn
        NoReply       撤回     Withdrawn
        Raised        调查     Investigating
        Investigating 查明     Verified
        Verified      反馈     FedBack
        NotVerified   反馈     FedBack
        FedBack       办结     Closed
        Requested     同意借用 Requested
        Requested     拒绝借用 Refused
        Active        返回     Returned
        """;

    // Where a rule speaks louder than the stage.
    private const string Otherwise = """
        Sent          未答复   REPLY_NOT_DUE
        Sent          决定     NO_REPLY
        Raised        办结     NOT_FED_BACK
        Investigating 办结     NOT_FED_BACK
        Verified      办结     NOT_FED_BACK
        NotVerified   办结     NOT_FED_BACK
        Requested     开始借用 CONSENTS_MISSING
        """;

    private static readonly Dictionary<string, (Actor By, PostCommand Command)> Heads = new()
    {
        ["拟定意见"] = (YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意")),
        ["同意意见"] = (YearStory.Township, new AgreeToHeadOpinion(1, 1)),
        ["答复"] = (YearStory.Township, new ReturnHeadOpinion(1)),
        ["未答复"] = (YearStory.Department, new RecordNoReply(1, "未答复")),
        ["决定"] = (YearStory.Department, new DecideHead(1)),
        ["撤回"] = (YearStory.Department, new WithdrawHead(1, "乡镇不同意")),
    };

    private static readonly Dictionary<string, (Actor By, PostCommand Command)> Inquiries = new()
    {
        ["调查"] = (PostStory.Organisation, new BeginInquiry(1)),
        ["查明"] = (PostStory.Organisation, new RecordFinding(1, true, "属实")),
        ["反馈"] = (PostStory.Organisation, new FeedBackInquiry(1, "已约谈")),
        ["办结"] = (PostStory.Organisation, new CloseInquiry(1)),
    };

    private static readonly Dictionary<string, (Actor By, PostCommand Command)> Aways = new()
    {
        ["同意借用"] = (YearStory.Township, new AgreeToSecondment(1)),
        ["拒绝借用"] = (YearStory.Township, new RefuseSecondment(1, "人手不足")),
        ["开始借用"] = (YearStory.Department, new BeginSecondment(1)),
        ["返回"] = (YearStory.Department, new EndSecondment(1)),
    };

    public static TheoryData<string, string, string> EveryPair()
    {
        var pairs = new TheoryData<string, string, string>();
        Add<HeadStage>("heads", Heads.Keys);
        Add<InquiryStage>("inquiries", Inquiries.Keys);
        Add<SecondmentStage>("secondments", Aways.Keys);
        return pairs;

        void Add<T>(string kind, IEnumerable<string> moves)
            where T : struct, Enum
        {
            foreach (var stage in Enum.GetNames<T>())
                foreach (var move in moves)
                    pairs.Add(kind, stage, move);
        }
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_step_is_taken_exactly_where_the_table_has_it(string kind, string from, string move)
    {
        var (story, (by, command)) = kind switch
        {
            "heads" => (In(Enum.Parse<HeadStage>(from)), Heads[move]),
            "inquiries" => (In(Enum.Parse<InquiryStage>(from)), Inquiries[move]),
            _ => (In(Enum.Parse<SecondmentStage>(from)), Aways[move]),
        };
        if (Lines(Clerk).SingleOrDefault(l => l[0] == from && l[1] == move) is { } line)
            Stage(kind, story.Then(by, command).Record).ShouldBe(line[2]);
        else if (Lines(Otherwise).SingleOrDefault(l => l[0] == from && l[1] == move) is { } other)
            story.Ask(by, command).Refusal.ShouldNotBeNull().Code.ShouldBe(other[2]);
        else
            story.Ask(by, command).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.WrongState);
    }

    [Fact]
    public void Every_term_is_called_something_in_English() => PostStory.Asked(false, YearStory.Second).Record.Terms.Concat(PostStory.Raised().Record.Terms).Concat(In(SecondmentStage.Active).Record.Terms)
        .Concat(PostStory.Opened().Then(YearStory.Department, new RecordStaffChange(StaffMove.In, "科员", 1)).Record.Terms).Select(t => t.Name).Distinct().Where(n => TermNames.English(n) == n).ShouldBeEmpty();

    private static PostStory In(HeadStage stage) => stage switch
    {
        HeadStage.Sent => PostStory.Asked().Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意")),
        HeadStage.Returned => PostStory.Replied(HeadOpinion.Agree),
        HeadStage.NoReply => PostStory.Asked().At("2026-07-28 00:00").Then(YearStory.Department, new RecordNoReply(1, "未答复")),
        HeadStage.Withdrawn => PostStory.Replied(HeadOpinion.Disagree).Then(YearStory.Department, new WithdrawHead(1, "乡镇不同意")),
        _ => PostStory.Replied(HeadOpinion.Agree).Then(YearStory.Department, new DecideHead(1)),
    };

    private static PostStory In(InquiryStage stage) => stage switch
    {
        InquiryStage.Raised => PostStory.Raised(),
        InquiryStage.Investigating => PostStory.Raised().Then(PostStory.Organisation, new BeginInquiry(1)),
        InquiryStage.Verified => PostStory.Found(),
        InquiryStage.NotVerified => PostStory.Raised().Then(PostStory.Organisation, new BeginInquiry(1)).Then(PostStory.Organisation, new RecordFinding(1, false, "不属实")),
        InquiryStage.FedBack => PostStory.Found().Then(PostStory.Organisation, new FeedBackInquiry(1, "已约谈")),
        _ => PostStory.Found().Then(PostStory.Organisation, new FeedBackInquiry(1, "已约谈")).Then(PostStory.Organisation, new CloseInquiry(1)),
    };

    private static PostStory In(SecondmentStage stage)
    {
        var active = PostStory.Requested().Then(PostStory.Organisation, new AgreeToSecondment(1)).Then(YearStory.Township, new AgreeToSecondment(1)).Then(YearStory.Department, new BeginSecondment(1));
        return stage switch
        {
            SecondmentStage.Requested => PostStory.Requested(),
            SecondmentStage.Active => active,
            SecondmentStage.Returned => active.Then(YearStory.Department, new EndSecondment(1)),
            _ => PostStory.Requested().Then(YearStory.Township, new RefuseSecondment(1, "人手不足")),
        };
    }

    private static string Stage(string kind, AgencyPosts record) =>
        kind == "heads" ? $"{record.Heads[0].Stage}" : kind == "inquiries" ? $"{record.Inquiries[0].Stage}" : $"{record.Secondments[0].Stage}";

    private static List<string[]> Lines(string table) => [.. table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
