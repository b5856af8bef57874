using GraphQL;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Carries a command from its input to the year's grain and its answer back. A year that the actor may read nothing of isn't even asked.</summary>
internal sealed class AgencyYearCommander(IGrainFactory grains, CommandWarnings warnings)
{
    public ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, AgencyYearCommand> read) =>
        CaseCommander.Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), CaseCommander.Context(input, viewer));
            var grain = GlobalId.ReadAgencyYear(input.Text("yearId")) is { } key ? grains.GetGrain<IAgencyYearGrain>(key) : null;
            if (grain is null || AgencyYearNode.Of(viewer.Actor, await grain.Get().ConfigureAwait(false)) is not { } node)
                return AgencyYearPayload.Refused(HubRefusals.NoAgencyYear);
            var reply = await grain.Do(command, about).ConfigureAwait(false);
            return AgencyYearPayload.Of(reply, node.View.Key) with { Warnings = warnings.Of(fields) };
        }, AgencyYearPayload.Refused);
}
