using GraphQL;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Carries a command from its input to the consultation's grain and its answer back. One that the actor may not see isn't even asked; but an
/// opinion may come from those who don't read it. C002, C032.</summary>
internal sealed class ConsultationCommander(IGrainFactory grains, Access access, CommandWarnings warnings)
{
    /// <summary>A command to a consultation that exists.</summary>
    public ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, ConsultationCommand> read) =>
        CaseCommander.Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), CaseCommander.Context(input, viewer));
            var grain = GlobalId.ReadConsultation(input.Text("consultationId")) is { } key ? grains.Consultation(key) : null;
            if (grain is null || await grain.Get().ConfigureAwait(false) is not { } view)
                return ConsultationPayload.Refused(HubRefusals.NoConsultation);
            var seen = access.Consultation(viewer.Actor, view);
            if (!seen && command is not AddOpinion)
                return ConsultationPayload.Refused(HubRefusals.NoConsultation);
            var reply = await grain.Do(command, about).ConfigureAwait(false);
            // Why it was refused would tell where it stands; only what is wrong with the opinion itself, and that it wasn't tried, is said.
            if (!seen && reply.Refusal is { Code: not (RefusalCodes.InvalidInput or RefusalCodes.RetryLater) })
                return ConsultationPayload.Refused(HubRefusals.NoConsultation);
            return ConsultationPayload.Of(reply, seen ? view.Key : null) with { IsBlank = !seen, Warnings = warnings.Of(fields) };
        }, ConsultationPayload.Refused);

    /// <summary>The beginning: the same command is always the same consultation.</summary>
    public ValueTask<object?> Open(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, OpenConsultation> read) =>
        CaseCommander.Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), CaseCommander.Context(input, viewer));
            var reply = await grains.Consultation(GrainKeys.ConsultationOfCommand(viewer.Actor.Principal, about.CommandId)).Do(command, about).ConfigureAwait(false);
            return ConsultationPayload.Of(reply, null) with { Warnings = warnings.Of(fields) };
        }, ConsultationPayload.Refused);
}
