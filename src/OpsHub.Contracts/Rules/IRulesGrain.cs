using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Rules;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Rules;

/// <summary>The rules of a city (规则): every change with its version, its date, its reason and its trace. Key: <see cref="GrainKeys.Rules(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("IRulesGrain")]
public interface IRulesGrain : ISubjectGrain
{
    /// <summary>Decides a change: decide, write, reply.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(RuleCommand command, CommandContext context);

    /// <summary>The rules where they are newer than a version, else null: what every process asks every few seconds.</summary>
    /// <param name="version">What the asker knows; 0 for nothing.</param>
    [Alias("NewerThan")]
    [AlwaysInterleave]
    Task<RuleSet?> NewerThan(int version);

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}
