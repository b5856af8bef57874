using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Put the case where it lies (更正网格), before it is dispatched: an address that came with a ticket was read by names only, and what was guessed must not stay.</summary>
/// <param name="Grid">The right grid, of the same county.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record RelocateCase(UnitCode Grid, string Reason) : CaseCommand;

/// <summary>Put into another grid (已更正网格). Who was asked first stays (T019); whoever holds it for its area hands it to the one of the right area. <c>Terms</c>: those that
/// the next holder owes; <c>Directory</c> as <see cref="UnitsInForce"/> has it. <c>By</c> the city where its grid was merged and the hub handed it over (G011).</summary>
public sealed record CaseRelocated(
    DateTimeOffset At, OrganCode By, UnitCode From, Placement Placement, OrganCode NextHolder, string Reason, ImmutableList<Term> Terms, long Directory = 0) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => CaseFollowing.IsHandover(this) ? "G011" : "HUB";
}

/// <summary>Putting a case into the right grid. No row of SM1: G011 and G019 want the place true, the text tells no step for it.</summary>
internal static class CasePlacing
{
    internal static Refusal? MayRelocate(Case s, Actor actor, Placement place, CaseRules rules) =>
        CaseAccess.Centre(actor, place, rules, communityToo: s.Stage == CaseStage.Reported, "HUB");

    internal static Decision<CaseEvent> Relocate(Case s, RelocateCase c, CaseContext x)
    {
        var now = x.PlaceOf(s);
        if ((MayRelocate(s, x.Actor, now, x.Rules.Cases) ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        if (x.Destination is not { } next)
            return NoGrid(c.Grid);
        if (next.Grid == s.Placement.Grid)
            return Input("grid", "G011", "三(三)", $"案件已在网格 {c.Grid}", $"The case lies in grid {c.Grid} already");
        if (next.County != now.County)
            return Input("grid", "T019", "二(二)", $"网格 {c.Grid} 不属于本县市区：请不予受理并告知去向", $"Grid {c.Grid} lies in another county: decline it and say where to turn");
        var holder = CaseFollowing.Successor(s.Holder, now, next);
        return new CaseRelocated(x.Now, x.Actor.Organ, s.Placement.Grid, next, holder, c.Reason,
            s.Terms.FindAll(t => t.IsOpen && t.Holder == s.Holder.Value && holder != s.Holder).ConvertAll(t => t with { Holder = holder.Value }), x.Directory);
    }
}
