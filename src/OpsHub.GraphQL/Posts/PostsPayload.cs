using System.Text.Json;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Posts;

/// <summary>What a command about an agency's people brought.</summary>
/// <param name="Agency">The agency; null when none was asked.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record PostsPayload(OrganCode? Agency, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static PostsPayload Refused(Refusal refusal) => new(null, null, [refusal]);

    public static PostsPayload Of(OrganCode agency, CommandReply reply) => new(agency, reply, reply.Refusal is { } refusal ? [refusal] : []);

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    /// <summary>The actor reads posts and counts only: that it was carried out is told, and nothing that says what else happened.</summary>
    public bool IsBlank { get; init; }

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command about an agency's people brought.</summary>
internal sealed class PostsPayloadType : Described<PostsPayload>
{
    public PostsPayloadType(IGrainFactory grains, PostsReader reader) : base("AgencyPostsPayload", "What a command about an agency's people brought (办理结果): its place in the trace, or errors.")
    {
        AskMaybe<AgencyPostsType>("posts", "The record as it stands now; null where the actor may not read it, or there is none.", async (context, p) =>
            p.Agency is { } agency ? await reader.Read(Viewer.Of(context).Actor, agency).ConfigureAwait(false) : null);
        AskMaybe<IntGraphType>("number", "Number of the matter that it began (序号), of the first answer when the command is repeated; null for other commands.", async (_, p) =>
            p is { Accepted: true, IsBlank: false, Reply.Sequence: > 0 } ? await Begun(grains, p).ConfigureAwait(false) : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated; null when it was refused, and for those who read posts and counts only.",
            p => p is { Accepted: true, IsBlank: false } ? (int)p.Reply!.Sequence : null);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }

    private static async Task<object?> Begun(IGrainFactory grains, PostsPayload p)
    {
        var slice = await grains.Posts(p.Agency!.Value).Trace(p.Reply!.Sequence - 1, 1).ConfigureAwait(false);
        return slice.Entries is not [var entry] ? null : JsonSerializer.Deserialize<PostEvent>(entry.Content, DomainSerialization.Options) switch
        {
            HeadOpinionAsked e => e.Head.Id,
            InquiryRaised e => e.Inquiry.Id,
            SecondmentRequested e => e.Secondment.Id,
            StaffChanged e => e.Change.Id,
            _ => null,
        };
    }
}
