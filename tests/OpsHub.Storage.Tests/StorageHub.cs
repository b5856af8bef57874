using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Fixtures;
using OpsHub.Storage.Silo;
using Orleans.Storage;

namespace OpsHub.Storage.Tests;

/// <summary>A silo on one of the storages, in a folder or database of its own.</summary>
public sealed class StorageHub : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string? _folder;

    private StorageHub(IHost host, StorageOptions options, string? folder) => (_host, Options, _folder) = (host, options, folder);

    public StorageOptions Options { get; }

    public IServiceProvider Services => _host.Services;

    public IHubIndex Index => Services.GetRequiredService<IHubIndex>();

    public IConsultationIndex Consultations => Services.GetRequiredService<IConsultationIndex>();

    public IPublishedPapers Published => Services.GetRequiredService<IPublishedPapers>();

    public IPublisher Publisher => new PatientPublisher(Services.GetRequiredService<IPublisher>());

    public IStoredStates States => Services.GetRequiredService<IStoredStates>();

    internal Database.IDatabase Database => Services.GetRequiredService<Database.IDatabase>();

    public IGrainStorage Grains => new PatientGrainStorage(Services.GetRequiredKeyedService<IGrainStorage>(SiloStorage.StateStorage));

    public static async Task<StorageHub> Start(StorageKind kind, StorageOptions? existing = null)
    {
        Skip.If(kind == StorageKind.PostgreSql && PostgresServer.Missing is not null, PostgresServer.Missing);
        var folder = existing is null && kind == StorageKind.Sqlite ? NewFolder() : null;
        var options = existing ?? new StorageOptions
        {
            Kind = kind,
            DataFolder = folder ?? "",
            ConnectionString = kind == StorageKind.PostgreSql ? await PostgresServer.NewDatabase() : null,
        };
        var host = new HostBuilder()
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole())
            .UseOrleans(silo => silo.UseOpsHubStorage(options))
            .Build();
        await host.StartAsync();
        return new StorageHub(host, options, folder);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("opshub-storage-").FullName;

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One hub for all tests of a class; each test uses keys of its own.</summary>
public abstract class SharedHub(StorageKind kind) : IAsyncLifetime
{
    public StorageHub? Hub { get; private set; }

    public async Task InitializeAsync()
    {
        if (kind == StorageKind.Sqlite || PostgresServer.Missing is null)
            Hub = await StorageHub.Start(kind);
    }

    public async Task DisposeAsync()
    {
        if (Hub is not null)
            await Hub.DisposeAsync();
    }
}

public sealed class SqliteHub() : SharedHub(StorageKind.Sqlite);

public sealed class PostgreSqlHub() : SharedHub(StorageKind.PostgreSql);
