using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Establishments;

/// <summary>What a command about organs and establishment brought.</summary>
/// <param name="County">The county; null when none was asked.</param>
/// <param name="Township">The township; null for what concerns the county as a whole.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record EstablishmentPayload(UnitCode? County, UnitCode? Township, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static EstablishmentPayload Refused(Refusal refusal) => new(null, null, null, [refusal]);

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command about organs and establishment brought.</summary>
internal sealed class EstablishmentPayloadType : Described<EstablishmentPayload>
{
    public EstablishmentPayloadType(EstablishmentReader reader)
        : base("EstablishmentPayload", "What a command about organs and establishment brought (办理结果): its place in the trace, or errors. What is flagged stands with the township's set.")
    {
        AskMaybe<CountyEstablishmentType>("establishment", "The county's record as it stands now; null where the actor may not read it, or it was refused.",
            (context, p) => new(p is { Accepted: true, County: { } county } ? reader.County(context, county) : null));
        AskMaybe<TownshipEstablishmentType>("township", "The township's set as it stands now, with what is flagged; null for what concerns the county as a whole, or when it was refused.",
            (context, p) => new(p is { Accepted: true, Township: { } township } ? reader.Township(context, township) : null));
        Maybe<IntGraphType>("sequence", "Sequence of the command's trace entry, of the first answer when the command is repeated; null when it was refused.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}
