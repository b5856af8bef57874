using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Surveys;

/// <summary>What a command to a survey brought.</summary>
/// <param name="Key">The survey; null where it wasn't asked.</param>
/// <param name="Reply">The grain's answer; null when it wasn't asked.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record SurveyPayload(string? Key, CommandReply? Reply, IReadOnlyList<Refusal> Errors)
{
    public static SurveyPayload Refused(Refusal refusal) => new(null, null, [refusal]);

    public static SurveyPayload Of(string key, CommandReply reply) => new(key, reply, reply.Refusal is { } refusal ? [refusal] : []);

    /// <summary>Paths of the tokens issued now.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What to look at although it was carried out.</summary>
    public IReadOnlyList<CommandWarning> Warnings { get; init; } = [];

    public bool Accepted => Reply is { Accepted: true };
}

/// <summary>What a command to a survey brought.</summary>
internal sealed class SurveyPayloadType : Described<SurveyPayload>
{
    public SurveyPayloadType(SurveyReader reader) : base("SurveyPayload", "What a command to a survey brought (办理结果).")
    {
        AskMaybe<SurveyType>("survey", "The survey as it stands now; null where the actor may not read it, or there is none.", async (context, p) =>
            p.Key is { } key ? await reader.Find(Viewer.Of(context), key).ConfigureAwait(false) : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's last trace entry; of the first answer when the command is repeated; null when it was refused.", p => p.Accepted ? (int)p.Reply!.Sequence : null);
        Many<StringGraphType>("paths", "Paths of the tokens issued now, each for one answer (测评码), under the hub's address: shown this once and kept nowhere. Empty for other commands and when the command is repeated.",
            p => p.Paths);
        Many<CommandWarningType>("warnings", "What to look at although it was carried out (提醒), such as personal data in free text; empty when it was refused.", p => p.Accepted ? p.Warnings : []);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}
