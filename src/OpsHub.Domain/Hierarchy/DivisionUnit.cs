namespace OpsHub.Domain.Hierarchy;

/// <summary>What a row of a divisions file says of its unit, well formed.</summary>
/// <param name="Row">The row.</param>
/// <param name="Wanted">The unit as the file wants it.</param>
/// <param name="Ending">Its end, or null where the file says nothing about one.</param>
internal sealed record DivisionUnit(DivisionRow Row, EstablishUnit Wanted, UnitEnding? Ending)
{
    internal UnitCode Code => Wanted.Code;

    /// <summary>The commands that make the unit as the file wants it; none where it is so already, or was when it ended.</summary>
    internal IEnumerable<UnitCommand> Changes(Unit? known, DateOnly today)
    {
        if (known is null)
        {
            yield return Wanted;
            yield break;
        }

        var from = string.IsNullOrEmpty(Row.EffectiveFrom) ? today : Wanted.EffectiveFrom;
        // What took effect before today is compared as it is today: the file does not tell when each property last changed.
        var then = known.PeriodOn(from > today ? from : today);
        if (then.Parent != Wanted.Parent && Wanted.Parent is { } parent)
            yield return new MoveUnit(parent, from);
        if (then.Kind != Wanted.Kind)
            yield return new ReclassifyUnit(Wanted.Kind, from);
        if (then.Name != Wanted.Name)
            yield return new RenameUnit(Wanted.Name, from);
        if (Wanted.Figures is { } figures && figures != known.Figures)
            yield return new SetGridFigures(figures);
    }

    /// <summary>The command that ends the unit, if the file ends it and the hub doesn't know yet.</summary>
    internal IEnumerable<UnitCommand> End(Unit? known) =>
        Ending is not { } ending || ending == known?.Ending ? []
        : ending.MergedInto is { } into ? [new MergeUnit(into, ending.On)]
        : [new DissolveUnit(ending.On)];
}
