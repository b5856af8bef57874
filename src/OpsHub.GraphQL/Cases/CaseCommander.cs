using GraphQL;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Carries a command from its input to the case's grain and its answer back. A case that the actor may not see isn't even asked.</summary>
internal sealed class CaseCommander(IGrainFactory grains, Access access, IReporterContacts contacts, CommandWarnings warnings, ForwardingWarning forwarding)
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
            return CasePayload.Of(await grain.Do(command, about).ConfigureAwait(false), view.Key) with { Warnings = warnings.Of(fields) };
        }, refusal => CasePayload.Refused(refusal));

    /// <summary>A report: the same ticket, or else the same command, is always the same case. G017.</summary>
    public ValueTask<object?> Report(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, ReportCase> read) =>
        Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), Context(input, viewer));
            var key = command.Source is { } ticket
                ? GrainKeys.CaseOfTicket(ticket.System, ticket.Number)
                : GrainKeys.CaseOfCommand(viewer.Actor.Principal, about.CommandId);
            var reply = await grains.Case(key).Report(key, command, about, input.OptionalText("contact"), contacts).ConfigureAwait(false);
            return CasePayload.Of(reply, null) with { Warnings = [.. warnings.Of(fields), .. reply.Accepted ? forwarding.Of(viewer.Actor, command) : []] };
        }, refusal => CasePayload.Refused(refusal));

    /// <summary>Under which a command is given.</summary>
    internal static CommandContext Context(CommandInput input, Viewer viewer) =>
        new(input.CommandId(), viewer.Actor, input.OccurredAt(), input.ExpectedVersion());

    /// <summary>Turns what is refused at the door, and what may pass, into a payload.</summary>
    internal static async ValueTask<object?> Answer<TPayload>(Func<Task<TPayload>> act, Func<Refusal, TPayload> refused)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (InputRefusedException failure)
        {
            return refused(failure.Refusal);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return refused(HubRefusals.RetryLater);
        }
    }
}
