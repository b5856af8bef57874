using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Posts;

/// <summary>What kind of value an input of a step takes (录入类型).</summary>
public enum PostInputKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>One of the choices (单选).</summary>
    Choice,

    /// <summary>Yes or no (是否).</summary>
    Flag,

    /// <summary>A whole number (整数).</summary>
    Number,

    /// <summary>A day (日期).</summary>
    Day,
}

/// <summary>One input of a step (步骤录入项), so that a front end needs no copy of the rules.</summary>
/// <param name="Name">Name of the field in the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Required">Whether the step is refused without it as the matter stands now.</param>
/// <param name="Max">Most characters of a text, or the greatest number; null where nothing bounds it.</param>
/// <param name="Min">Least number; null otherwise.</param>
/// <param name="Choices">The choices, as written in the API; empty or null for other kinds.</param>
/// <param name="After">For a day: it must lie after this; null otherwise.</param>
public sealed record PostMoveInput(string Name, PostInputKind Kind, bool Required, int? Max = null, int? Min = null, ImmutableList<string>? Choices = null, DateOnly? After = null);

/// <summary>A step that an actor may take now (可办步骤).</summary>
/// <param name="Command">Command type.</param>
/// <param name="Inputs">Its inputs in the order in which a form asks for them; agency, matter and command id aside.</param>
public sealed record OfferedPostMove(Type Command, ImmutableList<PostMoveInput> Inputs);

/// <summary>Which steps an actor may take (可办步骤). Each is asked of <see cref="PostDecisions"/> with a plain example, so an offer and a decision cannot differ:
/// one that is offered may still be refused for what it says, one that is not offered is refused or changes nothing.</summary>
public static class PostMoves
{
    private const string Example = "例";

    /// <summary>Steps that concern the record, or begin a matter.</summary>
    public static ImmutableList<OfferedPostMove> Of(AgencyPosts s, PostContext x) =>
    [
        .. Offer(s, x, new RecordPosts(s.Posts == 0 ? 1 : 0, s.Filled), Number("posts", 0), Number("filled", 0)),
        .. Offer(s, x, new RecordPartyRelations(0, 0, false), Number("transferred", 0), Number("notTransferred", 0), new("ownOrganisation", PostInputKind.Flag, false), Text("reason", 500) with { Required = false }),
        .. Offer(s, x, new AskHeadOpinion(HeadMatter.Appointment, Example, Example), Choice<HeadMatter>("matter"), Text("post", 100), Text("letter", 100)),
        .. Offer(s, x, new RaiseInquiry(Example, false), Text("grounds", 1000), new("toDepartment", PostInputKind.Flag, false)),
        .. Offer(s, x, new RequestSecondment(Example, Example, 1, Today(x).AddDays(1)), Text("need", 500), Text("to", 100), Number("count", 1), new("until", PostInputKind.Day, true, After: Today(x))),
        .. Offer(s, x, new RecordStaffChange(StaffMove.Within, Example, 1), Choice<StaffMove>("move"), Text("post", 100), Number("count", 1)),
    ];

    /// <summary>Steps of a consultation on a head.</summary>
    public static ImmutableList<OfferedPostMove> Of(AgencyPosts s, HeadConsultation head, PostContext x)
    {
        var id = head.Id;
        // A reason is asked for only where the decision goes against the opinion.
        var reason = PostDecisions.Decide(s, new DecideHead(id), x).Refusal is { Field: "reason" };
        return
        [
            .. Offer(s, x, new ProposeHeadOpinion(id, HeadOpinion.Agree, Example), Choice<HeadOpinion>("opinion"), Text("text", 2000)),
            .. Offer(s, x, new AgreeToHeadOpinion(id, head.Proposal), new PostMoveInput("proposal", PostInputKind.Number, true, head.Proposal, head.Proposal)), .. Offer(s, x, new ReturnHeadOpinion(id)), .. Offer(s, x, new RecordNoReply(id, Example), Text("reason", 500)),
            .. Offer(s, x, new DecideHead(id, Example), Text("reason", 500) with { Required = reason }),
            .. Offer(s, x, new WithdrawHead(id, Example), Text("reason", 500)),
        ];
    }

    /// <summary>Steps of an inquiry.</summary>
    public static ImmutableList<OfferedPostMove> Of(AgencyPosts s, HeadInquiry inquiry, PostContext x) =>
    [
        .. Offer(s, x, new BeginInquiry(inquiry.Id)), .. Offer(s, x, new RecordFinding(inquiry.Id, true, Example), new("verified", PostInputKind.Flag, true), Text("finding", 2000)),
        .. Offer(s, x, new FeedBackInquiry(inquiry.Id, Example), Text("feedback", 2000)), .. Offer(s, x, new CloseInquiry(inquiry.Id)),
    ];

    /// <summary>Steps of a secondment.</summary>
    public static ImmutableList<OfferedPostMove> Of(AgencyPosts s, Secondment away, PostContext x) =>
    [
        .. Offer(s, x, new AgreeToSecondment(away.Id)), .. Offer(s, x, new RefuseSecondment(away.Id, Example), Text("reason", 500)),
        .. Offer(s, x, new BeginSecondment(away.Id)), .. Offer(s, x, new EndSecondment(away.Id)),
    ];

    /// <summary>Steps of a change of staff.</summary>
    public static ImmutableList<OfferedPostMove> Of(AgencyPosts s, StaffChange change, PostContext x) => [.. Offer(s, x, new InformTownship(change.Id, Example), Text("notice", 200))];

    private static ImmutableList<OfferedPostMove> Offer(AgencyPosts s, PostContext x, PostCommand example, params ReadOnlySpan<PostMoveInput> inputs) =>
        PostDecisions.Decide(s, example, x) is { IsRefused: false, Events.IsEmpty: false } ? [new(example.GetType(), [.. inputs])] : [];

    private static DateOnly Today(PostContext x) => LocalDay.Of(x.Now);

    private static PostMoveInput Text(string name, int max) => new(name, PostInputKind.Text, true, max);

    private static PostMoveInput Number(string name, int least) => new(name, PostInputKind.Number, true, PostRefusals.MostCount, least);

    private static PostMoveInput Choice<TChoice>(string name) where TChoice : struct, Enum => new(name, PostInputKind.Choice, true, Choices: ApiNames.All<TChoice>());
}
