using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Rules;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Rules;

/// <summary>What a change of the rules brought.</summary>
/// <param name="Change">The change; null when it was refused.</param>
/// <param name="Errors">Why it was refused.</param>
internal sealed record RulesPayload(RuleChange? Change, IReadOnlyList<Refusal> Errors);

/// <summary>What a change of the rules brought.</summary>
internal sealed class RulesPayloadType : Described<RulesPayload>
{
    public RulesPayloadType() : base("RulesPayload", "What a change of the rules brought (变更结果): the change with its version, or errors.")
    {
        Maybe<RuleChangeType>("change", "The change, now or before; null when it was refused.", p => p.Change);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}

/// <summary>Carries a change from its input to the rules' grain, and its answer back once this process knows it.</summary>
internal sealed class RuleCommander(IGrainFactory grains, IRuleBook rules, IHubDirectory directory)
{
    public async ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, RuleCommand> read)
    {
        try
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var command = read(input);
            if (directory.City is not { } city)
                return new RulesPayload(null, [HubRefusals.RetryLater]);
            var reply = await grains.Rules(city).Do(command, new CommandContext(input.CommandId(), viewer.Actor, null, input.ExpectedVersion())).ConfigureAwait(false);
            if (reply.Refusal is { } refusal)
                return new RulesPayload(null, [refusal]);
            // Each change is one entry of the trace, and one version after the first.
            var version = (int)reply.Sequence + 1;
            await rules.Know(version, city).ConfigureAwait(false);
            return new RulesPayload(rules.Versions.Changes.Find(c => c.Version == version), []);
        }
        catch (InputRefusedException refused)
        {
            return new RulesPayload(null, [refused.Refusal]);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return new RulesPayload(null, [HubRefusals.RetryLater]);
        }
    }
}
