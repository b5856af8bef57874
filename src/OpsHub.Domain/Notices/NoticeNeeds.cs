using System.Collections.Immutable;
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

    /// <summary>Everything that stands of a case; nothing once it ended.</summary>
    public static ImmutableList<string> Standing(Case s) => !s.Stage.IsOpen()
        ? []
        : [Open, Held(s.Holder), .. s.Terms.Where(t => t.IsOpen).SelectMany(t => new[] { Term(t.Id), Term(t.Id, new OrganCode(t.Holder)) })];
}
