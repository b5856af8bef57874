using MimeKit;
using OpsHub.Domain.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Tests.Notices;

/// <summary>E-mail to duty mailboxes.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly MailServer _server = new();
    private NoticeHub _hub = null!;

    public async Task InitializeAsync() => _hub = await NoticeHub.Open(o => o.Mail = new MailOptions { Host = "127.0.0.1", Port = _server.Port, Encryption = MailEncryption.None, From = "hub@example.cn" });

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_bundle_is_one_mail_with_its_counts_and_a_stable_message_id()
    {
        await _hub.Create(ChannelKind.Email, "duty@example.cn");
        await _hub.Tell(12);
        await _hub.Round(_hub.NewProcess());
        var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_server.Messages.ShouldHaveSingleItem())));
        mail.Subject.ShouldBe("办理期限提醒（12 条）");
        mail.To.ToString().ShouldBe("duty@example.cn");
        mail.MessageId.ShouldStartWith("msg_");
        var lines = mail.TextBody.ShouldNotBeNull().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        (lines[0], lines.Length, lines[^1]).ShouldBe(("到期 12 条。", 12, "另有 2 条，请在系统内查看。"));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_shown_and_no_address_is_in_the_error()
    {
        var id = (await _hub.Create(ChannelKind.Email, "nobody@example.cn")).Channel!.Channel.Id;
        _server.Recipient = "550 no such mailbox nobody@example.cn";
        await _hub.Tell();
        await _hub.Round(_hub.NewProcess());
        (await _hub.Channels.Find(id))!.State.LastError.ShouldBe("SMTP 550");
        _server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_mail_server_the_channel_fails_and_says_why()
    {
        await using var hub = await NoticeHub.Open();
        var id = (await hub.Create(ChannelKind.Email, "duty@example.cn")).Channel!.Channel.Id;
        await hub.Tell();
        await hub.Round(hub.NewProcess());
        (await hub.Channels.Find(id))!.State.LastError.ShouldBe("No mail server is set: OpsHub:Notices:Mail:Host");
    }
}
