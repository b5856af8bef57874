using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Decides whether a unit may be established (设立). G001, G002, G011, G015.</summary>
internal static class UnitEstablishing
{
    internal static Decision<UnitEvent> Decide(EstablishUnit c, Actor actor, UnitFacts facts)
    {
        if (Check(c) is { } refusal)
            return refusal;
        if (!UnitDecisions.MayChange(actor, c.Code, c.Parent))
            return UnitRefusals.NotAllowed(c.Code);
        // The code is given with the first community; a grid that moves keeps it.
        if (c.Code.Level == UnitLevel.Grid && c.Code.ParentByCode != c.Parent)
            return UnitRefusals.GridOutsideCode();
        if (c.Parent is not null && !facts.OtherInForce)
            return UnitRefusals.Orphan(c.Parent); // G011
        if (c.Parent is { } parent && facts.OtherEnds is { } end)
            return UnitRefusals.ParentEnds(parent, end);

        // G002: the approval is that of the township in which the grid's community stands.
        return c.Crossing is { } crossing && crossing.Approver != facts.AboveOther ? UnitRefusals.CrossingUnapproved() : Event(c);
    }

    /// <summary>What can be said without knowing other units, of a new unit and of one that changed; the import asks the same.</summary>
    internal static Refusal? Check(EstablishUnit c)
    {
        if (!UnitCode.TryParse(c.Code.Value, out _))
            return UnitRefusals.Malformed(c.Code.Value);
        if (!UnitDecisions.IsName(c.Name))
            return UnitRefusals.BadName();
        if (!UnitKinds.IsKnown(c.Code.Level, c.Kind))
            return UnitRefusals.UnknownKind(c.Kind, c.Code.Level);
        if (c.Code.Level == UnitLevel.City ? c.Parent is not null : c.Parent?.Level != c.Code.Level - 1)
            return UnitRefusals.WrongParent(c.Code.Level);
        return c.Code.Level == UnitLevel.Grid ? CheckGrid(c)
            : c.Figures is not null ? UnitRefusals.FiguresOfGridsOnly()
            : c.Crossing is not null ? UnitRefusals.BadCrossing()
            : null;
    }

    internal static bool IsSame(Unit unit, EstablishUnit c) =>
        unit.PeriodOn(c.EffectiveFrom) is var p && p.Name == c.Name && p.Kind == c.Kind && p.Parent == c.Parent
        && unit.Generated == c.Generated && unit.Figures == c.Figures && Same(unit.Crossing, c.Crossing);

    private static Refusal? CheckGrid(EstablishUnit c)
    {
        if (c.Figures is not { Population: >= 0, AreaKm2: >= 0, Load: >= 0 })
            return UnitRefusals.FiguresMissing(); // G001
        if (c.Crossing is not { } crossing)
            return null;
        if (crossing.Communities.IsEmpty || crossing.Communities.Any(o => o.Level != UnitLevel.Community || o == c.Parent))
            return UnitRefusals.BadCrossing();

        // G002: in principle a grid does not cross communities; it may with a reason and its township's approval.
        return string.IsNullOrWhiteSpace(crossing.Reason) || crossing.Approver?.Level != UnitLevel.Township ? UnitRefusals.CrossingUnapproved() : null;
    }

    private static UnitEstablished Event(EstablishUnit c) =>
        new(c.Code, c.Name, c.Kind, c.Parent, c.EffectiveFrom, c.Generated, c.Figures, c.Crossing);

    private static bool Same(GridCrossing? a, GridCrossing? b) =>
        a is null || b is null ? a == b : a.Reason == b.Reason && a.Approver == b.Approver && a.Communities.SequenceEqual(b.Communities);
}
