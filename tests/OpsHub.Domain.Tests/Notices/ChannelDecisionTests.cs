using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who may set which channel to where.</summary>
public sealed class ChannelDecisionTests
{
    private const string Hook = "https://hooks.example.cn/secret-path?key=1";
    private const string Robot = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc";

    private static readonly Actor Administrator = new("admin", Role.Administrator, OrganCode.Parse("4302"));
    private static readonly ChannelTargets Strict = new(false, [ChannelTargets.WeComHost]);

    [Fact]
    public void A_webhook_is_set_by_the_administrator_only_and_takes_a_secret()
    {
        Refused(Town.TownshipCentre, ChannelKind.Webhook, Hook).Code.ShouldBe(RefusalCodes.NotAllowed);
        var decided = Decided(Administrator, ChannelKind.Webhook, Hook);
        decided.NewSecret.ShouldBeTrue();
        decided.Channel.Shown.ShouldBe("https://hooks.example.cn/…", "what follows the host may be secret");
        decided.Change.ShouldNotContain("secret-path");
    }

    [Fact]
    public void The_head_of_an_organ_sets_its_own_mailbox_and_group_robot()
    {
        Decided(Town.TownshipCentre, ChannelKind.WeCom, Robot).NewSecret.ShouldBeFalse();
        Decided(Town.TownshipCentre, ChannelKind.Email, "duty@example.cn").Channel.Shown.ShouldBe("duty@example.cn");
        foreach (var other in new[] { Town.CountyCentre, Town.Agency, Town.Worker, new Actor("w", Role.WallKey, Town.Township), new Actor("i", Role.Integrator, Town.Township), new Actor("a", Role.Auditor, Town.Township) })
            Refused(other, ChannelKind.Email, "duty@example.cn").Code.ShouldBe(RefusalCodes.NotAllowed, other.Principal);
    }

    [Theory]
    [InlineData(ChannelKind.Webhook, "http://hooks.example.cn/x")]
    [InlineData(ChannelKind.Webhook, "ftp://hooks.example.cn/x")]
    [InlineData(ChannelKind.Webhook, "https://user:pass@hooks.example.cn/x")]
    [InlineData(ChannelKind.Webhook, "hooks.example.cn")]
    [InlineData(ChannelKind.Webhook, "https://hooks.example.cn/a b")]
    [InlineData(ChannelKind.Webhook, "")]
    [InlineData(ChannelKind.WeCom, "https://hooks.example.cn/cgi-bin/webhook/send?key=abc")]
    [InlineData(ChannelKind.Email, "duty")]
    [InlineData(ChannelKind.Email, "duty@localhost")]
    [InlineData(ChannelKind.Email, "a@b@example.cn")]
    [InlineData(ChannelKind.Email, "duty@example.cn\r\nBcc: x@y.cn")]
    public void An_address_that_is_none_is_refused(ChannelKind kind, string target)
    {
        var refusal = Refused(Administrator, kind, target);
        (refusal.Code, refusal.Field).ShouldBe((RefusalCodes.InvalidInput, "target"));
    }

    [Fact]
    public void An_address_of_501_characters_is_refused() => Refused(Administrator, ChannelKind.Webhook, "https://h.cn/" + new string('x', 488)).Field.ShouldBe("target");

    [Fact]
    public void An_organ_has_at_most_20_channels() =>
        ChannelDecisions.Create(Create(ChannelKind.Email, "duty@example.cn"), "ch", 20, Administrator, Town.Monday, Strict).Refusal!.Code.ShouldBe("TOO_MANY_CHANNELS");

    [Fact]
    public void A_change_keeps_what_it_does_not_name_and_counts_up()
    {
        var held = Decided(Administrator, ChannelKind.Webhook, Hook).Channel;
        var decided = ChannelDecisions.Change(new ChangeChannel(held.Id, null, [NoticeKind.Due, NoticeKind.Due], null, false, true), held, 1, Administrator, Town.Monday.AddHours(1), Strict).Events[0];
        (decided.Channel.Version, decided.Channel.Enabled, decided.Channel.Shown, decided.Target, decided.NewSecret).ShouldBe((2, false, held.Shown, null, true));
        decided.Channel.Kinds.ShouldBe([NoticeKind.Due]);
        decided.Change.ShouldBe("kinds Due; disabled; new secret");
    }

    [Fact]
    public void A_channel_tells_of_all_subjects_until_it_is_narrowed_and_of_one_at_least()
    {
        var held = Decided(Administrator, ChannelKind.Webhook, Hook).Channel;
        held.Subjects.ShouldBe(NoticeSubjects.All);
        var narrowed = Narrowed(NoticeSubjects.Consultations | NoticeSubjects.Filings).Events[0];
        (narrowed.Channel.Subjects, narrowed.Channel.Kinds, narrowed.Change).ShouldBe((NoticeSubjects.Consultations | NoticeSubjects.Filings, held.Kinds, "subjects Consultations, Filings"));
        NoticeChannel.Each(narrowed.Channel.Subjects).ShouldBe([NoticeSubjects.Consultations, NoticeSubjects.Filings]);
        var refusal = Narrowed(NoticeSubjects.None).Refusal!;
        (refusal.Code, refusal.Field).ShouldBe((RefusalCodes.InvalidInput, "subjects"));
        var made = ChannelDecisions.Create(Create(ChannelKind.Webhook, Hook) with { Subjects = NoticeSubjects.Others }, "ch", 0, Administrator, Town.Monday, Strict).Events[0];
        (made.Channel.Subjects, made.Change).ShouldBe((NoticeSubjects.Others, "created Webhook https://hooks.example.cn/… for Due of Others"));

        Decision<ChannelDecided> Narrowed(NoticeSubjects subjects) =>
            ChannelDecisions.Change(new ChangeChannel(held.Id, null, null, null, null, false, subjects), held, 1, Administrator, Town.Monday, Strict);
    }

    [Fact]
    public void Two_who_change_a_channel_at_once_do_not_overwrite_each_other()
    {
        var held = Decided(Administrator, ChannelKind.Webhook, Hook).Channel with { Version = 2 };
        Change(Administrator, held, 1).Code.ShouldBe(RefusalCodes.StaleVersion);
    }

    [Fact]
    public void A_channel_of_others_is_not_there()
    {
        var held = Decided(Administrator, ChannelKind.Email, "duty@example.cn").Channel;
        Change(Town.CountyCentre, held, null).Code.ShouldBe(RefusalCodes.NotFound);
        Change(Administrator, null, null).Code.ShouldBe(RefusalCodes.NotFound);
        Change(new Actor("a", Role.Auditor, OrganCode.Parse("4302")), held, null).Code.ShouldBe(RefusalCodes.NotAllowed, "an auditor sees it and changes nothing");
    }

    private static CreateChannel Create(ChannelKind kind, string target) => new(Town.Township, kind, target, [NoticeKind.Due], Language.Zh);

    private static ChannelDecided Decided(Actor by, ChannelKind kind, string target)
    {
        var decision = ChannelDecisions.Create(Create(kind, target), "ch", 0, by, Town.Monday, Strict);
        decision.Refusal.ShouldBeNull();
        return decision.Events[0];
    }

    private static Refusal Refused(Actor by, ChannelKind kind, string target) =>
        ChannelDecisions.Create(Create(kind, target), "ch", 0, by, Town.Monday, Strict).Refusal.ShouldNotBeNull(target);

    private static Refusal Change(Actor by, NoticeChannel? held, long? version) =>
        ChannelDecisions.Change(new ChangeChannel("ch", null, null, null, false, false), held, version, by, Town.Monday, Strict).Refusal.ShouldNotBeNull();
}
