using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Notices;

/// <summary>A notice. Only organs that may read it reach one.</summary>
internal sealed class NoticeType : Described<NoticeRow>
{
    public NoticeType(CaseLoader cases, NoticeRules rules, IRuleBook book, IHubDirectory directory, HubClock clock) : base("Notice",
        "A notice (提醒): an organ is told that it is its move, or that a term passes. Names a case by number and category, never by title, text, address or person.")
    {
        One<IdGraphType>("id", "Opaque id.", n => GlobalId.OfNotice(n.Notice.Key));
        One<StringGraphType>("key", "The same for the same step, recipient and kind (去重键): the one that receivers of channels tell doubles by.", n => n.Notice.Key);
        One<NoticeKindType>("kind", "What it is about (提醒类型).", n => n.Notice.Kind);
        One<BooleanGraphType>("emergency", "True when it goes out at night and on days off too (紧急).", n => n.Notice.Emergency);
        One<StringGraphType>("caseNumber", "Number of the case (案件编号); of a digest its day.", n => n.Notice.Number);
        AskMaybe<CaseType>("case", "The case (案件); null where the actor may not read it, and for a digest.", (context, n) => new(cases.Listed(context, n.Notice.Case)));
        One<OrganType>("recipient", "Who is told (被提醒单位).", n => n.Notice.Recipient);
        Maybe<StringGraphType>("term", "Id of the term within the case (期限); null when it is about none.", n => n.Notice.Term);
        Maybe<InstantType>("dueAt", "When that term was due when the notice was made; null when it is about none.", n => n.Notice.Due);
        One<InstantType>("at", "When it came to be.", n => n.Notice.At);
        Maybe<InstantType>("toldAt", "When it was handed out (推送时间); null while it waits, and for ever when it became moot before.", n => n.ToldAt);
        Maybe<InstantType>("waitsUntil", "Until when quiet hours hold it up (免打扰); null when nothing does. Parameter QuietHours, assumed.", n => Waits(n, rules, book, directory, clock));
        Maybe<InstantType>("mootAt", "Since when the case no longer waits for the recipient (已办免提醒); null while it does.", n => n.MootAt);
        Maybe<InstantType>("readAt", "When it was marked read (已读); null before.", n => n.ReadAt);
        One<StringGraphType>("text", "What it says, in Chinese (内容).", n => n.Notice.Zh);
        One<StringGraphType>("textEn", "What it says, in English.", n => n.Notice.En);
    }

    private static DateTimeOffset? Waits(NoticeRow n, NoticeRules rules, IRuleBook book, IHubDirectory directory, HubClock clock)
    {
        if (n.ToldAt is not null || n.MootAt is not null || n.Notice.Emergency)
            return null;
        var until = rules.Quiet.Ended(clock.Now, book.CalendarOf(n.Notice.Recipient, directory));
        return until > clock.Now ? until : null;
    }
}

/// <summary>One of a list of notices.</summary>
internal sealed class NoticeEdgeType() : EdgeType<NoticeRow, NoticeType>("Notice", "notices (提醒)");

/// <summary>A page of a list of notices.</summary>
internal sealed class NoticeConnectionType() : ConnectionType<NoticeRow, NoticeType, NoticeEdgeType>("Notice", "notices (提醒)");

/// <summary>What was told at one time.</summary>
/// <param name="Count">How many notices.</param>
/// <param name="Nearest">Those that are due first.</param>
/// <param name="Place">The place reached.</param>
internal sealed record NoticeNews(int Count, IReadOnlyList<NoticeRow> Nearest, NoticePlace Place);

/// <summary>What was told at one time.</summary>
internal sealed class NoticeNewsType : Described<NoticeNews>
{
    public NoticeNewsType() : base("NoticeNews", "What an organ was told at one time (新提醒): many notices come as one message.")
    {
        One<IntGraphType>("count", "How many notices; at most 1000 in one message.", n => n.Count);
        Many<NoticeType>("nearest", "Those that are due first, at most 10; the rest is in the list.", n => n.Nearest).WithAssumedSize(10);
        One<StringGraphType>("place", "Where this message stands, for `after` when subscribing again.", n => NoticeStream.Text(n.Place));
    }
}

/// <summary>How people are told.</summary>
internal sealed class NoticeRulesType : Described<NoticeRules>
{
    public NoticeRulesType() : base("NoticeRules", "How people are told (提醒参数). Every value is assumed: the policy gives none; section OpsHub:Notices of the settings.")
    {
        One<StringGraphType>("quietFrom", "When quiet hours begin, local time HH:mm (免打扰开始).", r => r.Quiet.From.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        One<StringGraphType>("quietTo", "When quiet hours end on working days, local time HH:mm (免打扰结束); days off are quiet altogether.", r => r.Quiet.To.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        One<IntGraphType>("bundleAbove", "More notices than this for one channel at one time go out as one bundle (合并条数).", r => r.BundleAbove);
        One<IntGraphType>("bundleEverySeconds", "Seconds for which a channel gathers after a bundle (合并间隔).", r => (int)r.BundleEvery.TotalSeconds);
        One<IntGraphType>("perMinute", "Messages a minute through a mailbox or group robot (限流).", r => r.PerMinute);
        One<IntGraphType>("webhookPerMinute", "Messages a minute through a webhook (限流).", r => r.WebhookPerMinute);
        One<StringGraphType>("basis", "`assumed`: the default or setting of this hub, not the policy's text.", _ => "assumed");
    }
}
