using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using OpsHub.Domain.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Notices;

/// <summary>E-mail (电子邮件) through the configured server. The Message-Id is the parcel's key, so that mailboxes can drop doubles.</summary>
internal sealed class MailSender(IOptions<NoticeOptions> options) : IChannelSender
{
    public ChannelKind Kind => ChannelKind.Email;

    public async Task Send(OutgoingMessage message, CancellationToken cancel)
    {
        var mail = options.Value.Mail;
        if (mail.Host is null)
            throw new SendFailedException("No mail server is set: OpsHub:Notices:Mail:Host");
        using var client = new SmtpClient { Timeout = options.Value.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, Encryption(mail.Encryption), cancel);
            if (mail.User is { } user)
                await client.AuthenticateAsync(user, mail.Password ?? "", cancel);
            await client.SendAsync(Message(message, mail.From!), cancel);
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (SmtpCommandException refused)
        {
            throw new SendFailedException($"SMTP {(int)refused.StatusCode}", permanent: (int)refused.StatusCode is >= 550 and < 560);
        }
        catch (AuthenticationException)
        {
            throw new SendFailedException("The mail server refused account and password");
        }
    }

    private static MimeMessage Message(OutgoingMessage message, string from)
    {
        var (language, sender) = (message.Channel.Channel.Language, MailboxAddress.Parse(from));
        var text = new MimeMessage
        {
            MessageId = $"{message.Parcel.Key}@{sender.Domain}",
            Subject = NoticeText.Subject(message.Parcel, language),
            Body = new TextPart("plain") { Text = string.Join("\n", NoticeText.Lines(message.Parcel, language)) },
        };
        text.From.Add(sender);
        text.To.Add(MailboxAddress.Parse(message.Target));
        return text;
    }

    private static SecureSocketOptions Encryption(MailEncryption encryption) => encryption switch
    {
        MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
        MailEncryption.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
