using OpsHub.Contracts.Consultations;
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

/// <summary>A parent's: a cell for each child; a community's and a township's besides: a cell for each consultation of which it is the home.</summary>
internal sealed class LiveChildren(UnitCode unit, IHubIndex index, IConsultationIndex consultations) : ILiveCells
{
    private readonly bool _isHome = unit.Level is UnitLevel.Community or UnitLevel.Township;

    internal ChildCells Cells { get; } = new();

    /// <summary>Its own consultations; never any of a county or the city.</summary>
    internal ConsultationCells Consultations { get; } = new();

    public UnitSummary Total => Consultations.Total.Consultations is { IsEmpty: false } own ? Cells.Total with { Consultations = Cells.Total.Consultations.Plus(own) } : Cells.Total;

    public IReadOnlyList<LiveSummary> Children =>
        [.. Cells.Children.OrderBy(c => c.Child).Select(c => new LiveSummary(OrganCode.Of(c.Child), Math.Max(0, c.Stamp.Epoch), c.Stamp.Version, c.Summary))];

    public async Task<int> Read(DateTimeOffset now)
    {
        var (since, sinceOwn) = (Cells.Change, Consultations.Change);
        var (own, children) = (_isHome ? consultations.Contributions(unit) : null, index.ChildSummaries(unit, now));
        // Both are awaited whichever fails.
        await Task.WhenAll(own ?? Task.CompletedTask, children);
        var read = await children;
        Cells.Age(now);
        Consultations.Age(now);
        var repaired = Cells.Recount(read, since, now);
        return own is null ? repaired : repaired + Consultations.Recount(await own, sinceOwn, now);
    }

    /// <summary>Takes a consultation's contribution; false when it was stale or doubled.</summary>
    internal bool Push(ConsultationPush push, DateTimeOffset now) => _isHome
        ? Consultations.Push(push.Subject, push.Version, push.Contribution, now)
        : throw new InvalidOperationException($"{unit} is the home of no consultation.");
}
