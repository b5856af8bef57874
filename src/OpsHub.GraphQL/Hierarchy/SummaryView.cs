using System.Globalization;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A summary as read at an instant. Immutable, so that many queries of one second share it.</summary>
internal sealed class SummaryView
{
    private readonly LiveSummary _live;
    private readonly Lazy<IReadOnlyList<StageCount>> _stages;
    private readonly Lazy<IReadOnlyList<CategoryCount>> _categories;
    private readonly Lazy<ConsultationReading> _consultations;

    public SummaryView(LiveSummary live, DateTimeOffset asOf)
    {
        (_live, AsOf, Reading) = (live, asOf, SummaryFold.Read(live.Facts, asOf));
        Epoch = live.Epoch.ToString(CultureInfo.InvariantCulture);
        Version = live.Version.ToString(CultureInfo.InvariantCulture);
        _stages = new(() => [.. Reading.ByStage.Pairs.Select(p => new StageCount((CaseStage)p.Key, p.Value))]);
        _consultations = new(() => ConsultationFiguresRead.At(live.Facts.Consultations, asOf));
        _categories = new(() => SmallCounts.Shown(live.Code, Reading.ByCategory));
    }

    public OrganCode Code => _live.Code;

    public DateTimeOffset AsOf { get; }

    public SummaryReading Reading { get; }

    public string Epoch { get; }

    public string Version { get; }

    public IReadOnlyList<StageCount> Stages => _stages.Value;

    public IReadOnlyList<CategoryCount> Categories => _categories.Value;

    /// <summary>Null for a past instant, for which cases alone are read again.</summary>
    public ConsultationReading? Consultations => IsPast ? null : _consultations.Value;

    /// <summary>True for figures of a past instant.</summary>
    public bool IsPast { get; init; }

    /// <summary>Per mille overdue, floored; null while nothing is open.</summary>
    public int? OverduePerMille => Reading.Open == 0 ? null : (int)(1000L * Reading.Overdue / Reading.Open);

    /// <summary>Per mille in time, floored; null below 20 closed cases, which say too little.</summary>
    public int? OnTimePerMille => Reading.Closed30Days < 20 ? null : (int)(1000L * Reading.OnTime30Days / Reading.Closed30Days);

    /// <summary>True when it is newer than the pair.</summary>
    public bool IsAfter(long epoch, long version) => _live.Epoch > epoch || (_live.Epoch == epoch && _live.Version > version);

    /// <summary>True when it is exactly of the pair.</summary>
    public bool IsOf(long epoch, long version) => _live.Epoch == epoch && _live.Version == version;
}

/// <summary>Open cases in a stage.</summary>
internal sealed record StageCount(CaseStage Stage, int Count);

/// <summary>Open cases of a first-level category; a count of null is hidden.</summary>
internal sealed record CategoryCount(string Category, int? Count);
