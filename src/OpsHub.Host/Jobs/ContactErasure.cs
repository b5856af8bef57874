using Microsoft.Extensions.Options;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Host.Options;

namespace OpsHub.Host.Jobs;

/// <summary>Every night, and at the start: erases contacts whose time is over, each with an event of its case, and settles those whose report was cut off.
/// What is done stays done, so a run that was missed or broke off is made up by the next.</summary>
internal sealed partial class ContactErasure(IGrainFactory grains, IReporterContacts contacts, HubClock clock, IOptions<ContactOptions> options, ILogger<ContactErasure> logger)
{
    private const int Batch = 200;

    // By then no report is still on its way.
    private static readonly TimeSpan CutOff = TimeSpan.FromHours(1);

    public async Task Run()
    {
        var kept = TimeSpan.FromDays(options.Value.KeptDays);
        var erased = await EachOnce(() => contacts.Expired(clock.Now - kept, Batch), Erase);
        var settled = await EachOnce(() => contacts.Unsettled(clock.Now - CutOff, Batch), Settle);
        Done(logger, erased, settled, await contacts.Renew());
    }

    // The event first: a contact that is gone has its line in the trace. Its id is the same every night, so it stands there once.
    private async Task Erase(KeptContact contact)
    {
        var grain = grains.Case(contact.CaseKey);
        if (await grain.Get() is { } view && await grain.Founding() == contact.Command)
        {
            var reply = await grain.Do(new EraseContact("保存期满或申请删除"), new CommandContext("contact-erasure", Actor.Hub(view.Case.Placement.City)));
            if (!reply.Accepted)
                throw new InvalidOperationException($"{contact.CaseKey}: {reply.Refusal!.En}");
        }

        await contacts.Erase(contact);
    }

    private async Task Settle(KeptContact contact) =>
        await (await grains.Case(contact.CaseKey).Belongs(contact) ? contacts.Settle(contact) : contacts.Erase(contact));

    // One that fails is tried again tomorrow and holds up nobody; a batch that is all failures ends the run.
    private async Task<int> EachOnce(Func<Task<IReadOnlyList<KeptContact>>> find, Func<KeptContact, Task> act)
    {
        var (done, failed) = (0, new HashSet<KeptContact>());
        while ((await find()).Where(c => !failed.Contains(c)).ToList() is { Count: > 0 } found)
        {
            foreach (var contact in found)
            {
                try
                {
                    await act(contact);
                    done++;
                }
                catch (Exception error)
                {
                    failed.Add(contact);
                    Failed(logger, contact.CaseKey, error);
                }
            }
        }

        return done;
    }

    [LoggerMessage(LogLevel.Information, "Contacts: {Erased} erased, {Settled} settled, {Renewed} encrypted anew")]
    private static partial void Done(ILogger logger, int erased, int settled, int renewed);

    [LoggerMessage(LogLevel.Warning, "The contact of {Case} could not be dealt with; it is tried again tomorrow")]
    private static partial void Failed(ILogger logger, string @case, Exception error);
}
