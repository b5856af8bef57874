using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Mandates;

/// <summary>What a command about townships' rights and duties brought.</summary>
/// <param name="County">The county; null when none was asked.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record MandatesPayload(UnitCode? County, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static MandatesPayload Refused(Refusal refusal) => new(null, null, [refusal]);

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    /// <summary>The command begins a matter, whose number is the sequence of the step.</summary>
    public bool Begins { get; init; }

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command about townships' rights and duties brought.</summary>
internal sealed class MandatesPayloadType : Described<MandatesPayload>
{
    public MandatesPayloadType(MandatesReader reader) : base("CountyMandatesPayload", "What a command about townships' rights and duties brought (办理结果), or errors.")
    {
        AskMaybe<CountyMandatesType>("mandates", "The county's record as it stands now, as far as the actor reads it; null when none was asked.", async (context, p) =>
            p.County is { } county ? await reader.Read(Viewer.Of(context).Actor, county).ConfigureAwait(false) : null);
        Maybe<IntGraphType>("number", "Number of the matter that it began (序号), of the first answer when the command is repeated; null for other commands.",
            p => p is { Accepted: true, Begins: true } ? (int)p.Reply!.Sequence : null);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}
