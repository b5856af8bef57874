using GraphQL;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Privacy;

/// <summary>What reading a contact brought.</summary>
/// <param name="Contact">What it says; null when refused.</param>
/// <param name="Case">The command's own payload.</param>
internal sealed record ContactPayload(string? Contact, CasePayload Case);

/// <summary>Reading and erasing contacts: the trace first, then the contact.</summary>
internal sealed class ContactCommander(IGrainFactory grains, IReporterContacts contacts, Access access, HubClock clock)
{
    // A retry after a lost answer; later, the same id would read without a line of its own in the trace.
    private static readonly TimeSpan RetryWithin = TimeSpan.FromMinutes(10);

    private static readonly Refusal TooOld = new(RefusalCodes.Conflict, "G049", "四(十)", "commandId",
        "该命令编号早已使用，再次查看请用新的编号", "This command id was used a while ago; reading again takes another one");

    public ValueTask<object?> Read(IResolveFieldContext context, IDictionary<string, object?> fields) => CaseCommander.Answer(
        async () =>
        {
            var (command, about, found) = await Find(context, fields, i => new ReadContact(i.Text("reason")), CaseContacts.MayRead).ConfigureAwait(false);
            if (found.Refusal is { } refusal)
                return new ContactPayload(null, CasePayload.Refused(refusal, found.Key));
            var reply = await found.Grain!.Do(command, about).ConfigureAwait(false);
            if (!reply.Accepted)
                return new ContactPayload(null, CasePayload.Of(reply, found.Key));
            if (reply.Repeated && await IsOld(found.Grain, reply.Sequence).ConfigureAwait(false))
                return new ContactPayload(null, CasePayload.Refused(TooOld, found.Key));
            return await Open(found.Contact!).ConfigureAwait(false) switch
            {
                ({ } contact, _) => new ContactPayload(contact, CasePayload.Of(reply, found.Key)),
                (_, var none) => new ContactPayload(null, CasePayload.Refused(none, found.Key)),
            };
        },
        refusal => new ContactPayload(null, CasePayload.Refused(refusal)));

    public ValueTask<object?> Erase(IResolveFieldContext context, IDictionary<string, object?> fields) => CaseCommander.Answer(
        async () =>
        {
            var (command, about, found) = await Find(context, fields, i => new EraseContact(i.Text("reason")), CaseContacts.MayErase).ConfigureAwait(false);
            if (found.Refusal is { } refusal)
                return CasePayload.Refused(refusal, found.Key);
            // Should this process end in between, the nightly job goes on from here.
            await contacts.Request(found.Contact!, about.Key, erase: true, CancellationToken.None).ConfigureAwait(false);
            var reply = await found.Grain!.Do(command, about).ConfigureAwait(false);
            if (reply.Accepted || await IsErased(found.Grain!).ConfigureAwait(false))
                await contacts.Erase(found.Contact!, CancellationToken.None).ConfigureAwait(false);
            else if (reply.Refusal!.Code != RefusalCodes.RetryLater)
                await contacts.Request(found.Contact!, about.Key, erase: false, CancellationToken.None).ConfigureAwait(false);
            return CasePayload.Of(reply, found.Key);
        },
        refusal => CasePayload.Refused(refusal));

    // The reading stands in the trace by now, whether it succeeds or not.
    private async Task<(string? Contact, Refusal None)> Open(KeptContact of)
    {
        try
        {
            return (await contacts.Read(of, CancellationToken.None).ConfigureAwait(false), CaseContacts.None());
        }
        catch (ContactUnreadableException)
        {
            return (null, CaseContacts.Unreadable());
        }
    }

    // Rights come before existence: whoever may not read it isn't told whether there is one.
    private async Task<(TCommand Command, CommandContext About, Found Found)> Find<TCommand>(
        IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, TCommand> read, Func<Actor, Case, Refusal?> may)
        where TCommand : ContactCommand
    {
        var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
        var (command, about) = (read(input), CaseCommander.Context(input, viewer));
        return (command, about, await Find(viewer, GlobalId.ReadCase(input.Text("caseId")), about, may).ConfigureAwait(false));
    }

    private async Task<Found> Find(Viewer viewer, string? key, CommandContext about, Func<Actor, Case, Refusal?> may)
    {
        if (key is null || await grains.Case(key).Get().ConfigureAwait(false) is not { } view || !access.Case(viewer.Actor, view))
            return new Found(HubRefusals.NoCase);
        if (may(viewer.Actor, view.Case) is { } forbidden)
            return new Found(forbidden, key);
        var grain = grains.Case(key);
        var contact = new KeptContact(key, await grain.Founding().ConfigureAwait(false) ?? "");
        // One that this very command erased is a retry's first answer, not a contact that isn't there.
        var isThere = await contacts.Holds(contact, CancellationToken.None).ConfigureAwait(false) || view.Case.ContactErasedAt is not null;
        return isThere ? new Found(null, key, grain, contact) : new Found(CaseContacts.None(), key);
    }

    // By another's command, whose process may have ended before the contact was gone.
    private static async Task<bool> IsErased(ICaseGrain grain) => await grain.Get().ConfigureAwait(false) is { Case.ContactErasedAt: not null };

    private async Task<bool> IsOld(ICaseGrain grain, long sequence) =>
        await grain.Trace(sequence - 1, 1).ConfigureAwait(false) is not [var entry] || clock.Now - entry.At > RetryWithin;

    private sealed record Found(Refusal? Refusal, string? Key = null, ICaseGrain? Grain = null, KeptContact? Contact = null);
}
