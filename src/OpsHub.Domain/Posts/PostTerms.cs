using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Posts;

/// <summary>What is wrong with an agency's people without blocking (提示事项).</summary>
public enum PostFlagKind
{
    /// <summary>Posts are not filled (缺编). A046.</summary>
    Short,

    /// <summary>Party relations were not moved, and no reason is given (党团关系未转). A005.</summary>
    PartyNotTransferred,

    /// <summary>The township was not informed of a change (未告知人员调整). A013.</summary>
    NoticeDue,

    /// <summary>An inquiry is late (调查超期). A010.</summary>
    InquiryOverdue,

    /// <summary>The townships don't agree (意见不一致). Resolution 22: the county hears.</summary>
    Deadlock,

    /// <summary>Decided without a reply (未答复即决定). A008.</summary>
    DecidedWithoutReply,

    /// <summary>Decided against the opinion (与征求意见不一致). Resolution 21.</summary>
    DecidedAgainst,
}

/// <summary>A flag, with its rule and both languages.</summary>
public sealed record PostFlag(PostFlagKind Kind, string Rule, string Zh, string En)
{
    /// <summary>It follows from posts and counts alone (仅涉及编制和人数): whoever reads those may see it.</summary>
    public bool IsOfCounts => Kind is PostFlagKind.Short or PostFlagKind.PartyNotTransferred;
}

/// <summary>Terms of people decisions as deadlines, and what is flagged. Pure.</summary>
public static class PostTerms
{
    // A deadlock is the county's from the first minute.
    private static readonly TermBudget AtOnce = new(0, BudgetUnit.WorkingDays);

    /// <summary>All rungs still ahead or passed but not fired, in order of time.</summary>
    public static ImmutableList<Rung> Ahead(AgencyPosts s, OfficialCalendar calendar, PostRules rules) =>
    [
        .. s.Terms.Where(t => t.IsOpen).SelectMany(t => Terms.Ladder(t, Offsets(t, rules), calendar)).OrderBy(r => r.At).ThenBy(r => r.Kind).ThenBy(r => r.Term, StringComparer.Ordinal),
    ];

    /// <summary>The event that fires every rung passed at <paramref name="now"/>, or null when none has.</summary>
    public static PostRungsFired? Tick(AgencyPosts s, DateTimeOffset now, OfficialCalendar calendar, PostRules rules)
    {
        var passed = Ahead(s, calendar, rules).RemoveAll(r => r.At > now);
        return passed.IsEmpty ? null : new PostRungsFired(now, passed);
    }

    /// <summary>What kind of term it is, and the number of its matter.</summary>
    public static (string Name, int Matter) Stem(Term term) => (term.Id[..term.Id.IndexOf('-')], int.Parse(term.Id.AsSpan(term.Id.IndexOf('-') + 1), CultureInfo.InvariantCulture));

    /// <summary>Who must act by a term, as the agency stands now (责任主体): host or department may have changed since it was opened.</summary>
    public static OrganCode HolderOf(AgencyPosts s, Term term) => Stem(term).Name switch
    {
        "opinion" or "unanimity" or "township" => OrganCode.Of(s.Host),
        "personnel" => PostAccess.County(s),
        "notice" or "away" => s.Department,
        _ => new(term.Holder),
    };

    /// <summary>The open, running term that is due first (最近期限), or null.</summary>
    public static Term? Nearest(AgencyPosts s) => s.Terms.Where(t => t.IsOpen && !t.IsSuspended).MinBy(t => t.Due);

    /// <summary>The townships have not agreed in time (僵持): the reply stays blocked. Resolution 22.</summary>
    public static bool IsDeadlocked(AgencyPosts s, int consultation, DateTimeOffset now) => s.Terms.Find(t => t.Id == $"unanimity-{consultation}") is { IsOpen: true } term && term.IsLate(now);

    /// <summary>What is flagged at an instant.</summary>
    public static ImmutableList<PostFlag> Flags(AgencyPosts s, DateTimeOffset now)
    {
        var flags = ImmutableList.CreateBuilder<PostFlag>();
        if (s.Short > 0)
            flags.Add(new(PostFlagKind.Short, "A046", $"缺编 {s.Short} 人", $"{s.Short} posts are not filled"));
        if (s.Party is { NotTransferred: > 0 } party && string.IsNullOrWhiteSpace(party.Reason))
            flags.Add(new(PostFlagKind.PartyNotTransferred, "A005", "有人员党团组织关系未转入且未说明理由", "Party relations of some were not moved, without a reason"));
        flags.AddRange(s.Changes.Where(c => c.InformedAt is null).Select(c => new PostFlag(PostFlagKind.NoticeDue, "A013", $"人员调整 {c.Id} 尚未告知乡镇街道", $"The township was not informed of change {c.Id}")));
        flags.AddRange(s.Inquiries.Where(i => s.Terms.Exists(t => t.Id == $"inquiry-{i.Id}" && t.IsOpen && t.IsLate(now)))
            .Select(i => new PostFlag(PostFlagKind.InquiryOverdue, "A010", $"调查事项 {i.Id} 超期", $"Inquiry {i.Id} is overdue")));
        flags.AddRange(s.Heads.Where(h => IsDeadlocked(s, h.Id, now)).Select(h => new PostFlag(PostFlagKind.Deadlock, "A016", $"征求意见 {h.Id} 未形成一致意见，已上报县市区", $"Consultation {h.Id} is deadlocked: the county hears")));
        flags.AddRange(s.Heads.Where(h => h is { DecidedAt: not null, NoReplyWhy: not null }).Select(h => new PostFlag(PostFlagKind.DecidedWithoutReply, "A008", $"征求意见 {h.Id} 未答复即决定", $"Consultation {h.Id} was decided without a reply")));
        flags.AddRange(s.Heads.Where(h => h.Against is not null).Select(h => new PostFlag(PostFlagKind.DecidedAgainst, "A007", $"征求意见 {h.Id} 的决定与意见不一致：{h.Against}", $"Consultation {h.Id} was decided against the opinion: {h.Against}")));
        return flags.ToImmutable();
    }

    private static RungOffsets Offsets(Term term, PostRules rules) => term.Id.StartsWith("unanimity", StringComparison.Ordinal)
        ? rules.Rungs with { CommunityAfter = AtOnce, TownshipAfter = AtOnce, CountyAfter = AtOnce }
        : rules.Rungs;
}
