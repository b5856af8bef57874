using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Hierarchy;

/// <summary>Cells of an activation, and how they are read from the index.</summary>
internal interface ILiveCells
{
    UnitSummary Total { get; }

    /// <summary>Children's summaries by code; none for a leaf.</summary>
    IReadOnlyList<LiveSummary> Children { get; }

    /// <summary>Reads the index and replaces what differs; how many cells did.</summary>
    Task<int> Read(DateTimeOffset now);
}

/// <summary>A grid's or an agency's: a cell for each subject.</summary>
internal sealed class LiveSubjects(OrganCode organ, IHubIndex index) : ILiveCells
{
    internal SubjectCells Cells { get; } = new();

    public UnitSummary Total => Cells.Total;

    public IReadOnlyList<LiveSummary> Children => [];

    public async Task<int> Read(DateTimeOffset now)
    {
        var since = Cells.Change;
        var read = await index.Contributions(organ);
        Cells.Age(now);
        return Cells.Recount(read, since, now);
    }
}

/// <summary>A parent's: a cell for each child.</summary>
internal sealed class LiveChildren(UnitCode unit, IHubIndex index) : ILiveCells
{
    internal ChildCells Cells { get; } = new();

    public UnitSummary Total => Cells.Total;

    public IReadOnlyList<LiveSummary> Children =>
        [.. Cells.Children.OrderBy(c => c.Child).Select(c => new LiveSummary(OrganCode.Of(c.Child), Math.Max(0, c.Stamp.Epoch), c.Stamp.Version, c.Summary))];

    public async Task<int> Read(DateTimeOffset now)
    {
        var since = Cells.Change;
        var read = await index.ChildSummaries(unit, now);
        Cells.Age(now);
        return Cells.Recount(read, since, now);
    }
}
