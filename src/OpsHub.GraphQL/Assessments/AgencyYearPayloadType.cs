using System.Globalization;
using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>What a command to an agency's year brought.</summary>
/// <param name="Key">The year; null where there is none that the actor may see.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record AgencyYearPayload(string? Key, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static AgencyYearPayload Refused(Refusal refusal) => new(null, null, [refusal]);

    public static AgencyYearPayload Of(CommandReply reply, string key) => new(key, reply, reply.Refusal is { } refusal ? [refusal] : []);

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command to an agency's year brought.</summary>
internal sealed class AgencyYearPayloadType : Described<AgencyYearPayload>
{
    public AgencyYearPayloadType(IGrainFactory grains) : base("AgencyYearPayload", "What a command to an agency's year brought (办理结果): its place in the trace, or errors.")
    {
        AskMaybe<AgencyYearType>("agencyYear", "The year as it stands now; null where the actor may not read it, or there is none.", async (context, p) =>
            p.Key is { } key ? AgencyYearNode.Of(Viewer.Of(context).Actor, await grains.GetGrain<IAgencyYearGrain>(key).Get().ConfigureAwait(false)) : null);
        Maybe<IdGraphType>("yearId", "Global id of the year; null when the command was refused.", p => p.Accepted ? GlobalId.OfAgencyYear(p.Key!) : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated; null when it was refused.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        AskMaybe<StringGraphType>("version", "Length of the trace, for the next command's expectedVersion (版本); null when it was refused.", async (_, p) =>
            !p.Accepted ? null
            // A repeated command may lie far back in the trace; otherwise the trace ends with it.
            : p.Reply!.Repeated ? Text((await grains.GetGrain<IAgencyYearGrain>(p.Key!).Get().ConfigureAwait(false))?.Length ?? p.Reply.Sequence)
            : Text(p.Reply.Sequence));
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
