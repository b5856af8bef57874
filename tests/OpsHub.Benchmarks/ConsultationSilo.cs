using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Grains;
using OpsHub.Storage;
using OpsHub.Storage.Silo;

namespace OpsHub.Benchmarks;

/// <summary>A silo with the grains on one of the storages, without host and API: what is measured is the hub's own.</summary>
internal sealed class ConsultationSilo(IHost host, HubFolder folder) : IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public static async Task<ConsultationSilo> Start(string storage)
    {
        var folder = HubFolder.Empty();
        var options = (await BenchmarkStorage.Of(storage, folder.Path)).Options;
        var host = new HostBuilder()
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole())
            .UseOrleans(silo => silo.UseOpsHubStorage(options))
            .ConfigureServices(services => services.AddOpsHubGrains().AddSingleton<IHubDirectory, ByCode>().AddSingleton<ISeedRules, Seeds>().AddSingleton<IRuleBook, Book>())
            .Build();
        await host.StartAsync();
        return new(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        folder.Dispose();
    }

    private sealed class Seeds : ISeedRules
    {
        public static readonly RuleBook Rules = new(OfficialCalendar.Empty, new CaseRules { Categories = ImmutableDictionary<string, CaseCategory>.Empty });

        public RuleBook Seed => Rules;

        public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department>();
    }

    private sealed class Book : IRuleBook
    {
        public RuleBook Current => Seeds.Rules;

        public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department>();
    }

    /// <summary>Every unit is in force where its code says.</summary>
    private sealed class ByCode : IHubDirectory
    {
        public UnitCode? City => new UnitCode("4302");

        public UnitRow? Unit(UnitCode code) => new(code, 1, "community", code.Value, code.ParentByCode, default, null, null, true);

        public Placement? Place(UnitCode grid) => Upwards(grid) is [var g, var community, var township, var county, var city] ? new(g, community, township, county, city) : null;

        public IReadOnlyList<UnitRow> Children(UnitCode parent) => [];

        public IReadOnlyList<UnitCode> Upwards(UnitCode code) => code.ParentByCode is { } parent ? [code, .. Upwards(parent)] : [code];

        public IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level) => [];

        public AgencyRow? Agency(OrganCode code) => null;

        public IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township) => [];

        public string NameOf(OrganCode organ) => organ.Value;

        public bool IsWithin(UnitCode unit, UnitCode above) => Upwards(unit).Contains(above);

        public Task Refresh(CancellationToken cancel = default) => Task.CompletedTask;
    }
}
