using GraphQL;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Carries a command from its input to the case's grain and its answer back. A case that the actor may not see isn't even asked.</summary>
internal sealed class CaseCommander(IGrainFactory grains, Access access)
{
    /// <summary>A command to a case that exists.</summary>
    public ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, CaseCommand> read) =>
        Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), Context(input, viewer));
            var grain = GlobalId.ReadCase(input.Text("caseId")) is { } key ? grains.Case(key) : null;
            if (grain is null || await grain.Get().ConfigureAwait(false) is not { } view || !access.Case(viewer.Actor, view))
                return CasePayload.Refused(HubRefusals.NoCase);
            return CasePayload.Of(await grain.Do(command, about).ConfigureAwait(false), view.Key);
        });

    /// <summary>A report: the same ticket, or else the same command, is always the same case. G017.</summary>
    public ValueTask<object?> Report(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, ReportCase> read) =>
        Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), Context(input, viewer));
            var key = command.Source is { } ticket
                ? GrainKeys.CaseOfTicket(ticket.System, ticket.Number)
                : GrainKeys.CaseOfCommand(viewer.Actor.Principal, about.CommandId);
            return CasePayload.Of(await grains.Case(key).Do(command, about).ConfigureAwait(false), null);
        });

    private static CommandContext Context(CommandInput input, Viewer viewer) =>
        new(input.CommandId(), viewer.Actor, input.OccurredAt(), input.ExpectedVersion());

    private static async ValueTask<object?> Answer(Func<Task<CasePayload>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (InputRefusedException refused)
        {
            return CasePayload.Refused(refused.Refusal);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return CasePayload.Refused(HubRefusals.RetryLater);
        }
    }
}
