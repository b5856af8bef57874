using System.ComponentModel.DataAnnotations;
using OpsHub.Domain.Notices;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Notices</c>: how people are told. All defaults are assumed.</summary>
public sealed class NoticeOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Notices";

    /// <summary>When quiet hours begin, local time.</summary>
    public TimeOnly QuietFrom { get; set; } = QuietHours.Default.From;

    /// <summary>When quiet hours end, local time.</summary>
    public TimeOnly QuietTo { get; set; } = QuietHours.Default.To;

    /// <summary>More notices than this for one channel at one time are one bundle.</summary>
    [Range(1, 1_000)]
    public int BundleAbove { get; set; } = NoticeRules.Default.BundleAbove;

    /// <summary>Seconds for which a channel gathers after a bundle.</summary>
    [Range(0, 86_400)]
    public int BundleEverySeconds { get; set; } = (int)NoticeRules.Default.BundleEvery.TotalSeconds;

    /// <summary>Messages a minute through a mailbox or group robot.</summary>
    [Range(1, 10_000)]
    public int PerMinute { get; set; } = NoticeRules.Default.PerMinute;

    /// <summary>Messages a minute through a webhook.</summary>
    [Range(1, 100_000)]
    public int WebhookPerMinute { get; set; } = NoticeRules.Default.WebhookPerMinute;

    /// <summary>Seconds within which a receiver must have answered.</summary>
    [Range(1, 25)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Failed attempts after which a message is given up; about four days at the longest wait.</summary>
    [Range(1, 10_000)]
    public int GiveUpAfter { get; set; } = 200;

    /// <summary>Days for which notices and what was sent are kept.</summary>
    [Range(61, 3_650)]
    public int KeptDays { get; set; } = 90;

    /// <summary>Whether webhooks may lead to private, link-local and loopback addresses, and by plain http. For tests and closed networks.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Hosts of WeCom group robots, where it isn't the public one.</summary>
    public IList<string> RobotHosts { get; } = [];

    /// <summary>Key that targets and secrets of channels are encrypted with, 32 bytes in base64; without it one that is kept in the database.</summary>
    public string? EncryptionKey { get; set; }

    /// <summary>The mail server.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>As the domain takes them.</summary>
    public NoticeRules Rules => new(new QuietHours(QuietFrom, QuietTo), BundleAbove, TimeSpan.FromSeconds(BundleEverySeconds), PerMinute, WebhookPerMinute);

    /// <summary>Which addresses channels may have.</summary>
    public ChannelTargets Targets => new(AllowPrivateAddresses, RobotHosts.Count > 0 ? [.. RobotHosts] : [ChannelTargets.WeComHost]);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (QuietTo >= QuietFrom)
            yield return new ValidationResult("OpsHub:Notices:QuietTo 应早于 QuietFrom（免打扰从晚上到次日早晨）。 OpsHub:Notices:QuietTo must lie before QuietFrom: quiet hours go from the evening to the morning.", [nameof(QuietTo)]);
        if (EncryptionKey is { } key && !(Convert.TryFromBase64String(key, new byte[64], out var length) && length == 32))
            yield return new ValidationResult("OpsHub:Notices:EncryptionKey 须为 32 字节的 base64。 OpsHub:Notices:EncryptionKey must be 32 bytes in base64.", [nameof(EncryptionKey)]);
        if (Mail.Host is not null && string.IsNullOrWhiteSpace(Mail.From))
            yield return new ValidationResult("设置了 OpsHub:Notices:Mail:Host 时须设置 From。 OpsHub:Notices:Mail:From is needed where Mail:Host is set.", [nameof(Mail)]);
    }
}

/// <summary>Section <c>OpsHub:Notices:Mail</c>: the server that e-mail leaves through.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the server; null for none, and then e-mail channels fail and say so.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public MailEncryption Encryption { get; set; } = MailEncryption.StartTls;

    /// <summary>Account, or null for none.</summary>
    public string? User { get; set; }

    /// <summary>Password.</summary>
    public string? Password { get; set; }

    /// <summary>Sender's address.</summary>
    public string? From { get; set; }
}

/// <summary>How a connection to the mail server is encrypted.</summary>
public enum MailEncryption
{
    /// <summary>From the first byte.</summary>
    Tls,

    /// <summary>After STARTTLS, which must be there.</summary>
    StartTls,

    /// <summary>Not at all; for a server on the same machine.</summary>
    None,
}
