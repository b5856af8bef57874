using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;
using Orleans.Storage;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>A small city with live cases, fake time, and storage and index that fail on order.</summary>
internal sealed class CaseTown : IAsyncDisposable
{
    internal static readonly OrganCode UrbanManagement = OrganCode.Parse("430203001-D12");
    internal static readonly OrganCode FoodSafety = OrganCode.Parse("430203001-D20");
    internal static readonly Actor Worker = new("worker", Role.GridWorker, OrganCode.Of(SmallCity.Grid), Backdates: true);
    internal static readonly Actor Committee = new("committee", Role.CommunityCommittee, OrganCode.Of(SmallCity.Community));
    internal static readonly Actor Centre = new("centre", Role.TownshipGovernanceCentre, OrganCode.Of(SmallCity.Township), Backdates: true);
    internal static readonly Actor Desk = new("token:desk", Role.Integrator, OrganCode.Of(SmallCity.City));
    internal static readonly Actor Agency = new("agency", Role.AgencyStaff, UrbanManagement);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private int _ids;

    private CaseTown(GrainTime time) => Time = time;

    internal GrainTime Time { get; }

    internal HubCluster Hub { get; private set; } = null!;

    internal FaultyStorage Storage { get; } = new();

    internal FlakyPublisher Publisher { get; } = new();

    internal MemorySegments Segments { get; } = new();

    internal IRepublisher Republisher { get; private set; } = null!;

    internal DateTimeOffset Now => Time.GetUtcNow();

    /// <param name="live">Whether the rules are those of their grain, and can be changed.</param>
    /// <param name="directory">Another directory than the fixed one.</param>
    internal static async Task<CaseTown> Open(bool live = false, IHubDirectory? directory = null)
    {
        var town = new CaseTown(new(new DateTimeOffset(2026, 7, 13, 1, 0, 0, TimeSpan.Zero)));
        town.Hub = await HubCluster.Start(town.Time, services => town.Configure(services, live, directory ?? new FixedDirectory(UrbanManagement, FoodSafety)));
        town.Publisher.Inner = town.Hub.Index;
        town.Storage.Mark = town.Hub.Index.Mark;
        town.Republisher = town.Hub.Service<IRepublisher>();
        await SmallCity.Establish(town.Hub);
        await Eventually(async () => await town.Hub.Index.CountMarks() == 0); // its units' pushes are not part of any test
        return town;
    }

    internal ICaseGrain Case(string key) => Hub.Client.Case(key);

    internal Task<CommandReply> Do(string key, Actor by, CaseCommand command, string? id = null, long? seen = null, DateTimeOffset? at = null) =>
        Case(key).Do(command, new CommandContext(id ?? $"id-{Interlocked.Increment(ref _ids)}", by, at, seen));

    /// <summary>Does it, and it must be accepted.</summary>
    internal async Task<CommandReply> Done(string key, Actor by, CaseCommand command)
    {
        var reply = await Do(key, by, command);
        reply.Refusal.ShouldBeNull($"{command}");
        return reply;
    }

    internal static ReportCase Report(CasePriority priority = CasePriority.Urgent, string title = "井盖缺损") =>
        new(SmallCity.Grid, CaseKind.Component, "Q01-01", title, "路口", priority, CaseChannel.GridWorker);

    internal static DispatchParty Leads(OrganCode organ) => new(organ, DispatchPart.Lead);

    /// <summary>A reported case, of which everybody has heard.</summary>
    internal async Task<string> Reported(string key, CasePriority priority = CasePriority.Urgent)
    {
        await Done(key, Worker, Report(priority));
        await Pushed(key);
        return key;
    }

    /// <summary>Fires what has passed, and publishes it as a shard does.</summary>
    internal async Task<int> Fires(string key)
    {
        var fired = await Case(key).Tick(Now);
        await Case(key).Settle();
        return fired;
    }

    /// <summary>Waits for the pushes that follow a reply. One still under way when time moves would see the next rung near, and wake the shard.</summary>
    internal Task Pushed(string key) => Eventually(() => Task.FromResult(!Hub.Index.IsMarked(key)));

    /// <summary>A case led by an agency, which has not accepted it yet.</summary>
    internal async Task<string> Dispatched(string key)
    {
        await Reported(key);
        await Done(key, Committee, new AcceptCase());
        await Done(key, Centre, new TriageCase(TriageClass.ClearOwner));
        await Done(key, Centre, new DispatchCase([Leads(UrbanManagement)]));
        return key;
    }

    internal async Task<IReadOnlyList<TraceEntry>> Trace(string key)
    {
        var all = new List<TraceEntry>();
        while (await Case(key).Trace(all.Count, 200) is { Count: > 0 } more)
            all.AddRange(more);
        return all;
    }

    /// <summary>Lets each delay between two attempts pass in grains' time until the answer is there. While an attempt runs, their time stands.</summary>
    internal async Task<T> Settle<T>(Task<T> answer)
    {
        while (!answer.IsCompleted)
        {
            await Task.WhenAny(answer, Time.Delays.WaitToReadAsync().AsTask()).WaitAsync(Patience);
            while (Time.Delays.TryRead(out var delay))
                Time.Advance(delay);
        }

        return await answer;
    }

    /// <summary>Waits until something that happens after a reply has come about.</summary>
    internal static async Task Eventually(Func<Task<bool>> met)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(TimeSpan.FromMilliseconds(25)))
        {
            if (await met())
                return;
        }

        (await met()).ShouldBeTrue("It never came about.");
    }

    public async ValueTask DisposeAsync() => await Hub.DisposeAsync();

    private void Configure(IServiceCollection services, bool live, IHubDirectory directory)
    {
        services
            .AddSingleton<IGrainStorage>(Storage)
            .AddSingleton<IPublisher>(Publisher)
            .AddSingleton<ISegmentStore>(Segments)
            .AddSingleton<ISourceChannels, HotlineChannel>()
            .AddSingleton<ISourceSystems, DeskSystem>()
            .AddSingleton(directory)
            .AddSingleton<ISeedRules>(new FixedRules());
        if (!live)
            services.AddSingleton<IRuleBook>(new FixedRules());
    }
}

/// <summary>The hotline hears through a channel; other systems ask by themselves.</summary>
internal sealed class HotlineChannel : ISourceChannels
{
    public string? ChannelOf(string system) => system == "12345" ? "channel-1" : null;
}

/// <summary>The key of the desk files the tickets of one system.</summary>
internal sealed class DeskSystem : ISourceSystems
{
    public ImmutableHashSet<string> Of(Actor actor) => CaseAccess.SystemsOf(actor, actor == CaseTown.Desk ? ["other"] : []);
}
