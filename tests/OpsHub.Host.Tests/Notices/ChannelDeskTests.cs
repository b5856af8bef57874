using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Fixtures;
using OpsHub.Host.Notices;

namespace OpsHub.Host.Tests.Notices;

/// <summary>Commands about channels: once, with an audit line, and secrets neither stored readable nor given twice.</summary>
public sealed class ChannelDeskTests : IAsyncLifetime
{
    private const string Target = "https://127.0.0.1:1/very-secret-path";

    private NoticeHub _hub = null!;

    public async Task InitializeAsync() => _hub = await NoticeHub.Open();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_repeated_command_makes_one_channel_and_shows_its_secret_no_more()
    {
        var first = await _hub.Create(ChannelKind.Webhook, Target);
        first.Secret.ShouldStartWith("whsec_");
        var again = await _hub.Create(ChannelKind.Webhook, Target);
        (again.Channel!.Channel.Id, again.Secret).ShouldBe((first.Channel!.Channel.Id, null));
        (await _hub.Channels.Of([NoticeHub.Office])).ShouldHaveSingleItem();

        var other = await _hub.Desk.Do(new CreateChannel(NoticeHub.Office, ChannelKind.Email, "duty@example.cn", [], Language.Zh), "c1", null, NoticeHub.Administrator);
        other.Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
    }

    [Fact]
    public async Task Target_and_secret_are_encrypted_and_belong_to_their_channel()
    {
        var made = await _hub.Create(ChannelKind.Webhook, Target);
        var stored = (await _hub.Channels.Find(made.Channel!.Channel.Id))!;
        stored.Target.ShouldNotContain("secret");
        stored.Secret.ShouldNotBe(made.Secret);
        var secrets = _hub.Get<ChannelSecrets>();
        (await secrets.Decrypt(stored.Channel.Id, stored.Target, default)).ShouldBe(Target);
        (await secrets.Decrypt(stored.Channel.Id, stored.Secret!, default)).ShouldBe(made.Secret);
        await Should.ThrowAsync<SendFailedException>(() => secrets.Decrypt("another", stored.Target, default));
    }

    [Fact]
    public async Task Every_change_leaves_a_line_without_secrets()
    {
        var id = (await _hub.Create(ChannelKind.Webhook, Target)).Channel!.Channel.Id;
        var changed = await Change(new ChangeChannel(id, null, null, null, Enabled: false, NewSecret: true), "c2");
        changed.Secret.ShouldStartWith("whsec_");
        changed.Channel!.Channel.Enabled.ShouldBeFalse();
        var lines = await _hub.Channels.Commands(id, 10);
        lines.Select(l => l.Change).ShouldBe(["disabled; new secret", "created Webhook https://127.0.0.1:1/… for NewWork DueSoon Due Overdue Emergency Ended Urged Escalated Decided Digest"]);
        lines.ShouldAllBe(l => l.Principal == "admin" && l.Role == "Administrator" && l.At == NoticeHub.Monday);
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_is_told_so()
    {
        var id = (await _hub.Create(ChannelKind.Webhook, Target)).Channel!.Channel.Id;
        await Change(new ChangeChannel(id, null, null, null, false, false), "c2");
        (await Change(new ChangeChannel(id, null, null, null, true, false), "c3", 1)).Refusal!.Code.ShouldBe(RefusalCodes.StaleVersion);
        (await Change(new ChangeChannel(id, null, null, null, true, false), "c3", 2)).Channel!.Channel.Version.ShouldBe(3);
    }

    [Fact]
    public async Task A_channel_of_an_organ_that_is_not_there_is_refused() =>
        (await _hub.Desk.Do(new CreateChannel(OrganCode.Parse("430203999"), ChannelKind.Email, "duty@example.cn", [], Language.Zh), "c1", null, NoticeHub.Administrator))
            .Refusal!.Code.ShouldBe(RefusalCodes.NotFound);

    [Fact]
    public async Task Addresses_within_the_network_are_not_called()
    {
        await using var closed = await NoticeHub.Open(o => o.AllowPrivateAddresses = false);
        await using var receiver = await Receiver.Open();
        var answer = await closed.Create(ChannelKind.Webhook, receiver.Url.Replace("http://", "https://", StringComparison.Ordinal));
        await closed.Tell();
        await closed.Round(closed.NewProcess());
        receiver.Requests.ShouldBeEmpty();
        (await closed.Channels.Find(answer.Channel!.Channel.Id))!.State.LastError.ShouldNotBeNull().ShouldContain("private, link-local or loopback");
    }

    private Task<ChannelAnswer> Change(ChangeChannel command, string id, long? version = null) => _hub.Desk.Do(command, id, version, NoticeHub.Administrator);
}
