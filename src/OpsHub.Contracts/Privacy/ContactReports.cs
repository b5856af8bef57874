using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;

namespace OpsHub.Contracts.Privacy;

/// <summary>Reports with a contact, whichever door they come through: an acknowledged report has its contact, a refused one leaves none.</summary>
public static class ContactReports
{
    /// <summary>Refused where no key is configured: without the contact the report may be sent again.</summary>
    private static readonly Refusal NoKey = new(
        "CONTACT_NOT_KEPT", "G049", "四(十)", "contact", "系统尚未配置联系方式密钥，请不带联系方式上报", "No key for contacts is configured; report without one");

    /// <summary>Gives a report, its contact kept first.</summary>
    /// <param name="grain">The case.</param>
    /// <param name="key">Its key.</param>
    /// <param name="command">The report.</param>
    /// <param name="context">Who gives it, under which id.</param>
    /// <param name="contact">Contact of the reporter, 1-200 characters; null when none was left. The first one given with a command id stays.</param>
    /// <param name="contacts">Where it is kept.</param>
    public static async Task<CommandReply> Report(
        this ICaseGrain grain, string key, ReportCase command, CommandContext context, string? contact, IReporterContacts contacts)
    {
        if (contact is null)
            return await grain.Do(command, context);
        if ((CaseContacts.Check(contact) ?? (contacts.CanKeep ? null : NoKey)) is { } refusal)
            return new CommandReply(key, refusal, 0);
        var of = new KeptContact(key, context.Key);
        var kept = await contacts.Keep(of, contact);
        var reply = await grain.Do(command, context);
        if (!reply.Accepted)
        {
            // Asked to try again, the caller doesn't know whether the report was written, and neither do we.
            if (kept && reply.Refusal!.Code != RefusalCodes.RetryLater)
                await contacts.Erase(of);
            return reply;
        }

        if (reply.Repeated && !await Belongs(grain, of))
        {
            if (kept)
                await contacts.Erase(of);
            return reply;
        }

        // The same command sent twice at once: the one that was refused may have taken away what this one found kept.
        if (!kept)
            await contacts.Keep(of, contact);
        await contacts.Settle(of);
        return reply;
    }

    /// <summary>True when the case began with this contact's report and its contact was not erased since.</summary>
    public static async Task<bool> Belongs(this ICaseGrain grain, KeptContact contact) =>
        await grain.Get() is { Case.ContactErasedAt: null } && await Founding(grain) == contact.Command;

    /// <summary>The stored key of the command that the case began with; null when it never did.</summary>
    public static async Task<string?> Founding(this ICaseGrain grain) => await grain.Trace(0, 1) is [var first, ..] ? first.Command : null;
}
