using System.Globalization;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>What a command to a case brought.</summary>
/// <param name="Key">The case; null where there is none that the actor may see.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record CasePayload(string? Key, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static CasePayload Refused(Refusal refusal, string? key = null) => new(key, null, [refusal]);

    public static CasePayload Of(CommandReply reply, string? visible) => new(reply.Accepted ? reply.Subject : visible, reply, reply.Refusal is { } refusal ? [refusal] : []);

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command to a case brought.</summary>
internal sealed class CasePayloadType : Described<CasePayload>
{
    public CasePayloadType(IGrainFactory grains, Access access) : base("CasePayload", "What a command to a case brought (办理结果): its place in the trace, or errors.")
    {
        AskMaybe<CaseType>("case", "The case as it stands now; null where the actor may not read it, or there is none.", async (context, p) =>
            p.Key is { } key && await grains.Case(key).Get().ConfigureAwait(false) is { } view && access.Case(Viewer.Of(context).Actor, view) ? CaseNode.Of(view) : null);
        Maybe<IdGraphType>("caseId", "Global id of the case; null when it was refused.", p => p.Accepted ? GlobalId.OfCase(p.Key!) : null);
        Maybe<StringGraphType>("number", "The number people read (案件编号); null when it was refused.", p => p.Accepted ? p.Reply!.Number : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        AskMaybe<StringGraphType>("version", "Length of the trace, for the next command's expectedVersion (版本); null when it was refused.", async (_, p) =>
            !p.Accepted ? null
            // A repeated command may lie far back in the trace; otherwise the trace ends with it.
            : p.Reply!.Repeated ? Text((await grains.Case(p.Key!).Get().ConfigureAwait(false))?.Length ?? p.Reply.Sequence)
            : Text(p.Reply.Sequence));
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
