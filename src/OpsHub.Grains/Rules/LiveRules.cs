using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;

namespace OpsHub.Grains.Rules;

/// <summary>The rules as this process knows them: what the hub came with until the city's rules are read, then every change, by asking their grain.</summary>
/// <param name="seeds">Version 1.</param>
/// <param name="grains">Asked for when first needed: a verb that runs without a silo has none, and no case to decide either.</param>
/// <param name="clock">Whose day it is.</param>
internal sealed class LiveRules(ISeedRules seeds, Func<IGrainFactory> grains, HubClock clock) : IRuleBook
{
    private readonly Lock _gate = new();
    private volatile Known _known = new(new(seeds.Seed, []), IsRead: false);
    private volatile Today? _today;

    public IReadOnlyDictionary<string, Department> Departments => seeds.Departments;

    public IReadOnlyDictionary<string, PolicyRule> Catalogue => seeds.Catalogue;

    public RuleVersions Versions => _known.Versions;

    public RuleBook Current
    {
        get
        {
            var (day, versions, today) = (LocalDay.Of(clock.Now), Versions, _today);
            if (today is null || today.Day != day || today.Versions != versions)
                _today = today = new(day, versions, versions.At(int.MaxValue, day, null));
            return today.Rules;
        }
    }

    public async ValueTask Know(int version, UnitCode city)
    {
        if (_known.IsRead && Versions.Newest >= version)
            return;
        await Refresh(city);
        if (Versions.Newest < version)
            throw new InvalidOperationException($"Version {version} of the rules of {city} is not known, only {Versions.Newest}.");
    }

    /// <summary>Asks for what is newer.</summary>
    public async Task Refresh(UnitCode city)
    {
        var newer = await grains().Rules(city).NewerThan(Versions.Newest);
        lock (_gate)
        {
            // Two who asked at once: what is known never becomes less.
            if (newer is not null && newer.Version > Versions.Newest)
                _known = new(new(seeds.Seed, newer.Changes), IsRead: true);
            else if (!_known.IsRead)
                _known = _known with { IsRead = true };
        }
    }

    private sealed record Known(RuleVersions Versions, bool IsRead);

    private sealed record Today(DateOnly Day, RuleVersions Versions, RuleBook Rules);
}
