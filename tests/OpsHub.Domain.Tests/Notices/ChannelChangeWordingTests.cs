using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>What the audit lines of channels say in Chinese and in English.</summary>
public sealed class ChannelChangeWordingTests
{
    private static readonly Actor Administrator = new("admin", Role.Administrator, OrganCode.Parse("4302"));
    private static readonly ChannelTargets Strict = new(false, [ChannelTargets.WeComHost]);

    [Fact]
    public void A_new_channel_is_said_with_its_kind_address_and_notices()
    {
        Created([NoticeKind.Due, NoticeKind.Overdue], null).ShouldBe("新增电子邮件 duty@example.cn，推送到期、超期");
        Created([NoticeKind.Due], NoticeSubjects.Consultations | NoticeSubjects.Filings).ShouldBe("新增电子邮件 duty@example.cn，推送到期，限于协商、制度备案");
        Created([], null).ShouldBe("新增电子邮件 duty@example.cn，不推送提醒");
    }

    [Fact]
    public void A_change_is_said_part_by_part()
    {
        Changed(new("ch", "https://night.example.cn/key", [NoticeKind.Digest], Language.En, false, true, NoticeSubjects.Others))
            .ShouldBe("地址由 https://hooks.example.cn/… 改为 https://night.example.cn/…；提醒改为晨报；事项改为案件等；消息语言改为英文；停用；更换密钥");
        Changed(new("ch", null, [], null, null, false, NoticeSubjects.All)).ShouldBe("提醒改为不推送提醒；事项改为全部事项");
        Changed(new("ch", null, null, null, null, false)).ShouldBe("无变化");
        ChannelChangeWording.Of(ChannelDecisions.Resend(Held, 1, Administrator, Town.Monday).Events[0].Change, Language.Zh).ShouldBe("重发被放弃的消息");
    }

    [Fact]
    public void Every_kind_and_subject_has_its_Chinese_words()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
            ChannelChangeWording.Of($"kinds {kind}", Language.Zh).ShouldNotContain(kind.ToString());
        foreach (var subject in NoticeChannel.Each(NoticeSubjects.All))
            ChannelChangeWording.Of($"subjects {subject}", Language.Zh).ShouldNotContain(subject.ToString());
        foreach (var kind in Enum.GetValues<ChannelKind>())
            ChannelChangeWording.Of($"created {kind} x for no notices", Language.Zh).ShouldNotContain(kind.ToString());
    }

    [Fact]
    public void In_English_a_line_is_read_as_it_was_kept_and_what_is_unknown_stays_as_it_is_in_both()
    {
        ChannelChangeWording.Of("kinds Due; disabled", Language.En).ShouldBe("kinds Due; disabled");
        ChannelChangeWording.Of("moved by hand; disabled", Language.Zh).ShouldBe("moved by hand；停用");
    }

    private static NoticeChannel Held => ChannelDecisions.Create(
        new CreateChannel(Town.Township, ChannelKind.Webhook, "https://hooks.example.cn/key", [NoticeKind.Due], Language.Zh), "ch", 0, Administrator, Town.Monday, Strict).Events[0].Channel;

    private static string Created(ImmutableList<NoticeKind> kinds, NoticeSubjects? subjects) => ChannelChangeWording.Of(
        ChannelDecisions.Create(new CreateChannel(Town.Township, ChannelKind.Email, "duty@example.cn", kinds, Language.Zh, subjects), "ch", 0, Administrator, Town.Monday, Strict).Events[0].Change,
        Language.Zh);

    private static string Changed(ChangeChannel change) => ChannelChangeWording.Of(
        ChannelDecisions.Change(change, Held, 1, Administrator, Town.Monday, Strict).Events[0].Change, Language.Zh);
}
