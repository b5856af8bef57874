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

namespace OpsHub.GraphQL.Consultations;

/// <summary>What a command to a consultation brought.</summary>
/// <param name="Key">The consultation; null where there is none that the actor may see.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record ConsultationPayload(string? Key, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static ConsultationPayload Refused(Refusal refusal) => new(null, null, [refusal]);

    public static ConsultationPayload Of(CommandReply reply, string? visible) => new(reply.Accepted ? reply.Subject : visible, reply, reply.Refusal is { } refusal ? [refusal] : []);

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    /// <summary>The actor may not see the consultation: that it was carried out is told, and nothing that says how far the consultation is.</summary>
    public bool IsBlank { get; init; }

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command to a consultation brought.</summary>
internal sealed class ConsultationPayloadType : Described<ConsultationPayload>
{
    public ConsultationPayloadType(IGrainFactory grains, Access access) : base("ConsultationPayload", "What a command to a consultation brought (办理结果): its place in the trace, or errors.")
    {
        AskMaybe<ConsultationType>("consultation", "The consultation as it stands now; null where the actor may not read it, or there is none.", async (context, p) =>
            p.Key is { } key && await grains.Consultation(key).Get().ConfigureAwait(false) is { } view && access.Consultation(Viewer.Of(context).Actor, view) ? ConsultationNode.Of(view) : null);
        Maybe<IdGraphType>("consultationId", "Global id of the consultation; null when it was refused.", p => p.Accepted ? GlobalId.OfConsultation(p.Key!) : null);
        Maybe<StringGraphType>("number", "The number people read (协商编号); null when it was refused, or the actor may not read the consultation.", p => p is { Accepted: true, IsBlank: false } ? p.Reply!.Number : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated. Null where number is.", p => p is { Accepted: true, IsBlank: false } ? (int)p.Reply!.Sequence : null);
        AskMaybe<StringGraphType>("version", "Length of the trace, for the next command's expectedVersion (版本); null where number is.", async (_, p) =>
            p is not { Accepted: true, IsBlank: false } ? null
            // A repeated command may lie far back in the trace; otherwise the trace ends with it.
            : p.Reply!.Repeated ? Text((await grains.Consultation(p.Key!).Get().ConfigureAwait(false))?.Length ?? p.Reply.Sequence)
            : Text(p.Reply.Sequence));
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused. Soft rules not kept stand in the consultation's own warnings.",
            p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
