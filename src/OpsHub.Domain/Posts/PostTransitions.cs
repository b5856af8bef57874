using System.Collections.Immutable;

namespace OpsHub.Domain.Posts;

/// <summary>One permitted move of a people decision (人事事项环节变更).</summary>
/// <param name="Rule">Rule it rests on.</param>
/// <param name="Command">Command type.</param>
/// <param name="From">Stages of the matter from which it is permitted; empty where it begins a matter or concerns the record itself.</param>
public sealed record PostMove(string Rule, Type Command, ImmutableList<Enum> From);

/// <summary>Every permitted move, in one table. What is not here is refused. SM4, independent part.</summary>
public static class PostTransitions
{
    /// <summary>The table.</summary>
    public static readonly ImmutableList<PostMove> Table =
    [
        new("A001", typeof(OpenPosts), []),
        new("A012", typeof(RecordPosts), []),
        new("A005", typeof(RecordPartyRelations), []),
        new("A007", typeof(AskHeadOpinion), []),
        new("A016", typeof(ProposeHeadOpinion), [HeadStage.Sent]),
        new("A016", typeof(AgreeToHeadOpinion), [HeadStage.Sent]),
        new("A008", typeof(ReturnHeadOpinion), [HeadStage.Sent]),
        new("A008", typeof(RecordNoReply), [HeadStage.Sent]),
        // A decision while the request is out has a refusal of its own (A008).
        new("A007", typeof(DecideHead), [HeadStage.Sent, HeadStage.Returned, HeadStage.NoReply]),
        new("A007", typeof(WithdrawHead), [HeadStage.Sent, HeadStage.Returned, HeadStage.NoReply]),
        new("A009", typeof(RaiseInquiry), []),
        new("A010", typeof(BeginInquiry), [InquiryStage.Raised]),
        new("A010", typeof(RecordFinding), [InquiryStage.Investigating]),
        new("A011", typeof(FeedBackInquiry), [InquiryStage.Verified, InquiryStage.NotVerified]),
        // Closing before the feedback has a refusal of its own (A011).
        new("A011", typeof(CloseInquiry), [InquiryStage.Raised, InquiryStage.Investigating, InquiryStage.Verified, InquiryStage.NotVerified, InquiryStage.FedBack]),
        new("A014", typeof(RequestSecondment), []),
        new("A015", typeof(AgreeToSecondment), [SecondmentStage.Requested]),
        new("A015", typeof(RefuseSecondment), [SecondmentStage.Requested]),
        new("A015", typeof(BeginSecondment), [SecondmentStage.Requested]),
        new("A015", typeof(EndSecondment), [SecondmentStage.Active]),
        new("A013", typeof(RecordStaffChange), []),
        new("A013", typeof(InformTownship), []),
    ];

    private static readonly ImmutableDictionary<Type, PostMove> ByCommand = Table.ToImmutableDictionary(m => m.Command);

    /// <summary>The row of a command.</summary>
    public static PostMove Of(PostCommand command) => Of(command.GetType());

    /// <summary>The row of a command's type.</summary>
    public static PostMove Of(Type command) => ByCommand[command];

    /// <summary>Whether it is permitted where the matter stands.</summary>
    public static bool Permits(Enum stage, PostCommand command) => Of(command).From.Contains(stage);
}
