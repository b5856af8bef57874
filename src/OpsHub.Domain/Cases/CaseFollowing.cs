using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>The units over its grid are others now (区划调整移交): what the former ones held goes to those in force, which alone may act. No due moves, and who was asked first
/// stays (T019). <c>By</c> is the city, whose hub does it; <c>Terms</c>: the open ones that another owes now.</summary>
public sealed record CaseAreaChanged(
    DateTimeOffset At, OrganCode By, Placement Former, Placement Placement, OrganCode NextHolder, string Reason, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "G011";
}

/// <summary>A case goes with its units (案随区划走): when they move, merge or end, whoever is in force over its grid holds what the former ones held. G011.</summary>
public static class CaseFollowing
{
    /// <summary>The event that hands an open case over, or null where it follows already. A grid that was merged is another one now.</summary>
    /// <param name="s">The case.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="inForce">The units in force where it lies.</param>
    /// <param name="nameOf">What an organ is called, for the reason; its code where nothing else is known.</param>
    public static CaseEvent? Of(Case s, DateTimeOffset now, Placement inForce, Func<OrganCode, string>? nameOf = null)
    {
        if (!s.Stage.IsOpen() || inForce == s.Placement)
            return null;
        var (by, holder, reason) = (OrganCode.Of(inForce.City), Successor(s.Holder, s.Placement, inForce), Reason(s.Placement, inForce, nameOf ?? (organ => organ.Value)));
        var terms = s.Terms.Where(t => t.IsOpen).Select(t => (Former: t, Now: t with { Holder = Successor(new(t.Holder), s.Placement, inForce).Value }))
            .Where(t => t.Former.Holder != t.Now.Holder).Select(t => t.Now).ToImmutableList();
        return inForce.Grid == s.Placement.Grid
            ? new CaseAreaChanged(now, by, s.Placement, inForce, holder, reason, terms)
            : new CaseRelocated(now, by, s.Placement.Grid, inForce, holder, reason, terms);
    }

    /// <summary>Did the hub hand it over? Nobody of the city relocates a case: the hub does, where a grid was merged into another.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="s">The case, before or after it.</param>
    public static bool IsHandover(CaseEvent happened, Case s) => happened is CaseAreaChanged || (happened is CaseRelocated { By: var by } && by == OrganCode.Of(s.Placement.City));

    /// <summary>Who stands in an organ's place: the unit of the same level; agencies and departments go by their own records and stay.</summary>
    internal static OrganCode Successor(OrganCode organ, Placement former, Placement now) =>
        organ.Kind == OrganKind.Unit && former.Upwards.IndexOf(organ.Unit) is >= 0 and var at ? OrganCode.Of(now.Upwards[at]) : organ;

    /// <summary>The case where it lies now: whoever led, assisted or owed an answer for the former area has a successor in that too, or nobody could act.</summary>
    internal static Case Moved(Case s, Placement to, OrganCode holder, ImmutableList<Term> terms, DateTimeOffset at) => CaseFold.Held(s, holder, at) with
    {
        Placement = to,
        Lead = s.Lead is { } lead ? Now(s, lead, to) : null,
        Dispatcher = s.Dispatcher is { } dispatcher ? Now(s, dispatcher, to) : null,
        Assists = [.. s.Assists.Select(organ => Now(s, organ, to)).Distinct()],
        Parts = s.Parts.ConvertAll(part => part.IsOpen ? part with { Organ = Now(s, part.Organ, to) } : part),
        Urges = s.Urges.ConvertAll(urge => s.Terms.Exists(t => t.IsOpen && t.Id == urge.Term) ? urge with { Organ = Now(s, urge.Organ, to) } : urge),
        Extension = s.Extension is { } asked ? asked with { Decider = Now(s, asked.Decider, to) } : null,
        Terms = TermFold.With(s.Terms, terms),
    };

    private static OrganCode Now(Case s, OrganCode organ, Placement to) => Successor(organ, s.Placement, to);

    // The lowest that is another: whatever stands above it came with it.
    private static string Reason(Placement former, Placement now, Func<OrganCode, string> nameOf)
    {
        var (was, changed) = former.Upwards.Zip(now.Upwards).First(pair => pair.First != pair.Second);
        return $"区划调整：本案原属{nameOf(OrganCode.Of(was))}，现属{nameOf(OrganCode.Of(changed))}";
    }
}
