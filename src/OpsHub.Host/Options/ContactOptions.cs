using System.ComponentModel.DataAnnotations;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Contacts</c>: reporters' contacts. Its <c>Keys</c> and <c>Key</c> are the storage's, see <see cref="Storage.StorageOptions"/>.</summary>
public sealed class ContactOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Contacts";

    /// <summary>Days for which a contact is kept after its case ended. Assumed: the policy names no time.</summary>
    [Range(1, 3650)]
    public int KeptDays { get; set; } = 365;
}
