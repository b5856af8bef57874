namespace OpsHub.Contracts.Privacy;

/// <summary>A contact that is kept, without what it says.</summary>
/// <param name="CaseKey">Grain key of the case.</param>
/// <param name="Command">Stored key of the report with which it came, see <see cref="Commands.CommandContext.Key"/>.</param>
public sealed record KeptContact(string CaseKey, string Command);

/// <summary>Keeps reporters' contacts (报事人联系方式): encrypted, apart from cases and their traces, so that they can be erased. A contact belongs to a case only
/// where its command is the one that the case began with; whoever reports the same ticket again leaves none. One implementation.</summary>
public interface IReporterContacts
{
    /// <summary>False where no key is configured: then nothing can be kept.</summary>
    bool CanKeep { get; }

    /// <summary>Keeps a contact before the report is given; durable on return. False where this command's was kept already, which stays.</summary>
    Task<bool> Keep(KeptContact of, string contact, CancellationToken cancel = default);

    /// <summary>Notes that the report was carried out and the contact is its case's.</summary>
    Task Settle(KeptContact of, CancellationToken cancel = default);

    /// <summary>True when there is one.</summary>
    Task<bool> Holds(KeptContact of, CancellationToken cancel = default);

    /// <summary>What it says, or null when there is none. The caller has written the reading into the case's trace.</summary>
    /// <exception cref="ContactUnreadableException">Its key is not there, or what is stored was changed or belongs to another case.</exception>
    Task<string?> Read(KeptContact of, CancellationToken cancel = default);

    /// <summary>Notes that it is to be erased, so that the nightly job does it should this process end before; or takes that back.</summary>
    /// <param name="of">The contact.</param>
    /// <param name="by">Stored key of the command that asks; what another asked for stands.</param>
    /// <param name="erase">False takes it back.</param>
    /// <param name="cancel">Ends it early.</param>
    Task Request(KeptContact of, string by, bool erase, CancellationToken cancel = default);

    /// <summary>Erases it. Nothing happens where there is none.</summary>
    Task Erase(KeptContact of, CancellationToken cancel = default);

    /// <summary>Contacts whose time is over: of cases that ended before an instant and are not reopened, and those whose erasure was asked for.</summary>
    Task<IReadOnlyList<KeptContact>> Expired(DateTimeOffset endedBefore, int limit, CancellationToken cancel = default);

    /// <summary>Contacts kept before an instant of which nobody noted that their report was carried out.</summary>
    Task<IReadOnlyList<KeptContact>> Unsettled(DateTimeOffset keptBefore, int limit, CancellationToken cancel = default);

    /// <summary>Encrypts all contacts of former keys with the current one; how many. Those that can't be read stay as they are.</summary>
    Task<int> Renew(CancellationToken cancel = default);
}

/// <summary>A contact that can't be decrypted (联系方式无法解密).</summary>
public sealed class ContactUnreadableException(string message, Exception? inner = null) : Exception(message, inner);
