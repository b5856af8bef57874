using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Councils;

/// <summary>What a command to a ledger, council or support file brought.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record CouncilPayload(UnitCode? Unit, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static CouncilPayload Refused(Refusal refusal) => new(null, null, [refusal]);

    public static CouncilPayload Of(UnitCode unit, CommandReply reply) => new(unit, reply, reply.Refusal is { } refusal ? [refusal] : []);

    /// <summary>Entry or record that it made or named.</summary>
    public string? Item { get; init; }

    /// <summary>Key of the consultation that an entry went into.</summary>
    public string? Joined { get; init; }

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What all three payloads have.</summary>
internal abstract class CouncilPayloadBase : Described<CouncilPayload>
{
    protected CouncilPayloadBase(string name, string description) : base(name, description)
    {
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated; null when it was refused.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}

/// <summary>What a command to a ledger brought.</summary>
internal sealed class OpinionPayloadType : CouncilPayloadBase
{
    public OpinionPayloadType(CouncilReader reader, LedgerConsultations consultations) : base("OpinionPayload", "What a command to an opinion ledger brought (办理结果).")
    {
        Maybe<IdGraphType>("entryId", "Id of the entry; null when it was refused, and for visits.", p => p.Accepted && p.Item is { } item ? GlobalId.OfOpinion(p.Unit!.Value, item) : null);
        AskMaybe<LedgerConsultationType>("consultation", "The consultation that the entry went into, as it stands now (协商简况): proposedVariant says when the township is to decide on the way. Null when it was refused, and for other commands. C013.",
            (context, p) => new(p.Accepted && p.Joined is { } key ? consultations.Find(context, p.Unit!.Value, key) : null));
        AskMaybe<OpinionLedgerType>("ledger", "The ledger as it stands now; null where the actor may not read it.", async (context, p) =>
            p.Accepted ? await reader.Ledger(Viewer.Of(context), p.Unit!.Value).ConfigureAwait(false) : null);
    }
}

/// <summary>What a command to a council brought.</summary>
internal sealed class CouncilPayloadType : CouncilPayloadBase
{
    public CouncilPayloadType(CouncilReader reader) : base("CouncilPayload", "What a command to a council brought (办理结果). Soft rules not kept stand in the council's own warnings.") =>
        AskMaybe<CouncilType>("council", "The council as it stands now; null where there is none that the actor may read.", async (context, p) =>
            p.Accepted ? await reader.Council(Viewer.Of(context), p.Unit!.Value).ConfigureAwait(false) : null);
}

/// <summary>What a command to a support file brought.</summary>
internal sealed class SupportPayloadType : CouncilPayloadBase
{
    public SupportPayloadType() : base("SupportPayload", "What a command to a support file brought (办理结果).") =>
        Maybe<IdGraphType>("recordId", "Id of the record; null when it was refused.", p => p.Accepted && p.Item is { } item ? GlobalId.OfSupport(p.Unit!.Value, item) : null);
}
