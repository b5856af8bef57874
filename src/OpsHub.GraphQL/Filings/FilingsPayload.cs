using System.Text.Json;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Filings;

/// <summary>What a command about filings brought.</summary>
/// <param name="Unit">The unit; null when none was asked.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record FilingsPayload(UnitCode? Unit, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };

    /// <summary>A warning of matters that came without a class. R028.</summary>
    public static IEnumerable<CommandWarning> Unclassified(FilingCommand command) =>
        command is IssueList { Kind: not FilingKind.ServiceDirectory } c && c.Matters.Count(m => m.Class is null) is > 0 and var n
            ? [new("UNCLASSIFIED", "matters", $"有 {n} 项未分类，请按三类梳理", $"{n} matters have no class: each belongs to one of three")]
            : [];
}

/// <summary>What a command about filings brought.</summary>
internal sealed class FilingsPayloadType : Described<FilingsPayload>
{
    public FilingsPayloadType(IGrainFactory grains, FilingsReader reader) : base("FilingsPayload", "What a command about filings brought (办理结果): its place in the trace, or errors.")
    {
        AskMaybe<UnitFilingsType>("filings", "The unit's record as it stands now; null where the actor may not read it, or there is none.", async (context, p) =>
            p.Unit is { } unit ? await reader.Read(Viewer.Of(context).Actor, unit).ConfigureAwait(false) : null);
        AskMaybe<FiledDocumentType>("document", "The document that it put on file, of the first answer when the command is repeated; null for other commands.", async (context, p) =>
            p is { Accepted: true, Unit: { } unit, Reply.Sequence: > 0 } && await Issued(grains, unit, p.Reply!.Sequence).ConfigureAwait(false) is { } number
                ? (await reader.Documents(Viewer.Of(context).Actor, unit).ConfigureAwait(false)).FirstOrDefault(d => d.Document.Id == number)
                : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated; null when it was refused.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒): matters without a class (R028), personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }

    private static async Task<int?> Issued(IGrainFactory grains, UnitCode unit, long sequence)
    {
        var slice = await grains.Filings(unit).Trace(sequence - 1, 1).ConfigureAwait(false);
        return slice.Entries is [var entry] && JsonSerializer.Deserialize<FilingEvent>(entry.Content, DomainSerialization.Options) is DocumentIssued issued ? issued.Document.Id : null;
    }
}
