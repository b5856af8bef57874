using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>What a notice needs of its case to be worth telling (提醒前提): a notice whose need no longer stands is moot (已办免提醒),
/// so nobody is reminded who has already acted.</summary>
public static class NoticeNeeds
{
    /// <summary>The case is open.</summary>
    public const string Open = "open";

    /// <summary>The organ holds the case.</summary>
    public static string Held(OrganCode by) => $"held@{by}";

    /// <summary>The term is open.</summary>
    public static string Term(string id) => id;

    /// <summary>The term is open, and the organ must keep it.</summary>
    public static string Term(string id, OrganCode holder) => $"{id}@{holder}";

    /// <summary>The term is open, runs, and is due when the notice says.</summary>
    public static string Due(Term term) => $"{term.Id}#{term.Due.UtcTicks}";

    /// <summary>The same, and the organ must keep it.</summary>
    public static string Due(Term term, OrganCode holder) => $"{term.Id}@{holder}#{term.Due.UtcTicks}";

    /// <summary>Everything that stands of a case; nothing once it ended.</summary>
    public static ImmutableList<string> Standing(Case s) => !s.Stage.IsOpen() ? [] : [Open, Held(s.Holder), .. s.Terms.Where(t => t.IsOpen).SelectMany(Of)];

    private static IEnumerable<string> Of(Term t)
    {
        var holder = new OrganCode(t.Holder);
        return t.IsSuspended ? [Term(t.Id), Term(t.Id, holder)] : [Term(t.Id), Term(t.Id, holder), Due(t), Due(t, holder)];
    }
}
