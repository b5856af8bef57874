using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>The units over its grid are others now (区划调整移交): what the former ones held goes to those in force, which alone may act. No due moves, and who was asked first
/// stays (T019). <c>By</c> is the city, whose hub does it; <c>Terms</c>: the open ones that another owes now; <c>Directory</c> as <see cref="UnitsInForce"/> has it.</summary>
public sealed record CaseAreaChanged(
    DateTimeOffset At, OrganCode By, Placement Former, Placement Placement, OrganCode NextHolder, string Reason, ImmutableList<Term> Terms, long Directory = 0) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "G011";
}

/// <summary>The units in force where a case lies (现辖单位), as a process knows them.</summary>
/// <param name="Placement">The five of them.</param>
/// <param name="Directory">Version of the hierarchy by which they are (区划版本): greater is newer; 0 where it is not known, as in records of before it was kept.</param>
public sealed record UnitsInForce(Placement Placement, long Directory)
{
    /// <summary>Those that hold for a case: a hierarchy older than the one by which it was placed last says nothing of it, or a process that has yet to hear of a change would take
    /// the case back. G011.</summary>
    public UnitsInForce Of(Case s) => Directory < s.Directory ? new(s.Placement, s.Directory) : this;
}

/// <summary>A case goes with its units (案随区划走): when they move, merge or end, whoever is in force over its grid holds what the former ones held. G011.</summary>
public static class CaseFollowing
{
    /// <summary>The event that hands an open case over, or null where it follows already or knows better. A grid that was merged is another one now.</summary>
    /// <param name="s">The case.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="found">The units in force where it lies.</param>
    /// <param name="nameOf">What an organ is called, for the reason; its code where nothing else is known.</param>
    public static CaseEvent? Of(Case s, DateTimeOffset now, UnitsInForce found, Func<OrganCode, string>? nameOf = null)
    {
        var (inForce, directory) = found.Of(s);
        if (!s.Stage.IsOpen() || inForce == s.Placement)
            return null;
        var (by, holder, reason) = (OrganCode.Of(inForce.City), Successor(s.Holder, s.Placement, inForce), Reason(s.Placement, inForce, nameOf ?? (organ => organ.Value)));
        var terms = s.Terms.Where(t => t.IsOpen).Select(t => (Former: t, Now: t with { Holder = Successor(new(t.Holder), s.Placement, inForce).Value }))
            .Where(t => t.Former.Holder != t.Now.Holder).Select(t => t.Now).ToImmutableList();
        return inForce.Grid == s.Placement.Grid
            ? new CaseAreaChanged(now, by, s.Placement, inForce, holder, reason, terms, directory)
            : new CaseRelocated(now, by, s.Placement.Grid, inForce, holder, reason, terms, directory);
    }

    /// <summary>Did the hub hand it over? Nobody of the city relocates a case: the hub does, where a grid was merged into another.</summary>
    /// <remarks>Such entries bear the role of the hub, since CaseShape.ActorOf asks here: by that role TraceWording, which has no event, tells the same.</remarks>
    public static bool IsHandover(CaseEvent happened) => happened is CaseAreaChanged || (happened is CaseRelocated e && e.By == OrganCode.Of(e.Placement.City));

    /// <summary>Who stands in an organ's place: the unit of the same level; agencies and departments go by their own records and stay.</summary>
    internal static OrganCode Successor(OrganCode organ, Placement former, Placement now) =>
        organ.Kind == OrganKind.Unit && former.Upwards.IndexOf(organ.Unit) is >= 0 and var at ? OrganCode.Of(now.Upwards[at]) : organ;

    /// <summary>The case where it lies now: whoever led, assisted or owed an answer for the former area has a successor in that too, or nobody could act.</summary>
    internal static Case Moved(Case s, UnitsInForce to, OrganCode holder, ImmutableList<Term> terms, DateTimeOffset at) => CaseFold.Held(s, holder, at) with
    {
        Placement = to.Placement,
        Directory = to.Directory,
        Lead = s.Lead is { } lead ? Now(s, lead, to.Placement) : null,
        Dispatcher = s.Dispatcher is { } dispatcher ? Now(s, dispatcher, to.Placement) : null,
        Assists = [.. s.Assists.Select(organ => Now(s, organ, to.Placement)).Distinct()],
        Parts = s.Parts.ConvertAll(part => part.IsOpen ? part with { Organ = Now(s, part.Organ, to.Placement) } : part),
        Urges = s.Urges.ConvertAll(urge => s.Terms.Exists(t => t.IsOpen && t.Id == urge.Term) ? urge with { Organ = Now(s, urge.Organ, to.Placement) } : urge),
        Extension = s.Extension is { } asked ? asked with { Decider = Now(s, asked.Decider, to.Placement) } : null,
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
