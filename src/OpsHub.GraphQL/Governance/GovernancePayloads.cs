using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Governance;

/// <summary>What a command to a grid file, a governance file or a report brought.</summary>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record GovernancePayload(CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };

    public UnitCode Unit => GrainKeys.UnitOf(Reply!.Subject);

    public static GovernancePayload Refused(Refusal refusal) => new(null, [refusal]);

    public static GovernancePayload Of(CommandReply reply) => new(reply, reply.Refusal is { } refusal ? [refusal] : []);
}

/// <summary>What all three payloads have.</summary>
internal abstract class GovernancePayloadBase : Described<GovernancePayload>
{
    protected GovernancePayloadBase(string name, string description) : base(name, description)
    {
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated; null when it was refused.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}

/// <summary>What a command to a grid file brought.</summary>
internal sealed class GridFilePayloadType : GovernancePayloadBase
{
    public GridFilePayloadType(GovernanceReader reader) : base("GridFilePayload", "What a command to a grid file brought (办理结果). Soft rules not kept stand in the file's own flags.") =>
        AskMaybe<GridFileType>("file", "The file as it stands now; null when it was refused.", async (context, p) => p.Accepted ? await reader.Grids(Viewer.Of(context), p.Unit).ConfigureAwait(false) : null);
}

/// <summary>What a command to a governance file brought.</summary>
internal sealed class GovernancePayloadType : GovernancePayloadBase
{
    public GovernancePayloadType(GovernanceReader reader) : base("GovernancePayload", "What a command to a governance file brought (办理结果). Soft rules not kept stand in the file's own flags.") =>
        AskMaybe<GovernanceFileType>("file", "The file as it stands now; null when it was refused.", async (context, p) => p.Accepted ? await reader.File(Viewer.Of(context), p.Unit).ConfigureAwait(false) : null);
}

/// <summary>What a command to a report brought.</summary>
internal sealed class AnalysisPayloadType : GovernancePayloadBase
{
    public AnalysisPayloadType(GovernanceReader reader) : base("AnalysisReportPayload", "What a command to an analysis report brought (办理结果).") =>
        AskMaybe<AnalysisReportType>("report", "The report as it stands now; null when it was refused.", async (context, p) => p.Accepted ? await reader.Report(Viewer.Of(context), p.Reply!.Subject).ConfigureAwait(false) : null);
}
