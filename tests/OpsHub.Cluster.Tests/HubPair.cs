using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>Two processes on one PostgreSQL database, each with a data folder of its own.</summary>
internal sealed class HubPair : IAsyncDisposable
{
    private readonly HubFolder _folderA = HubFolder.Empty();
    private readonly HubFolder _folderB = HubFolder.Empty();
    private readonly Dictionary<string, string> _settings;

    private HubPair(Dictionary<string, string> settings) => _settings = settings;

    public string ConnectionString => _settings["ConnectionStrings:OpsHub"];

    public HubProcess A { get; private set; } = null!;

    public HubProcess B { get; private set; } = null!;

    /// <summary>Two processes on an empty database; the first imports the city.</summary>
    public static async Task<HubPair> OnNewDatabase()
    {
        var pair = new HubPair(new()
        {
            ["OpsHub:Storage"] = "PostgreSql",
            ["ConnectionStrings:OpsHub"] = await PostgresServer.NewDatabase(),
        });
        await pair.Start();
        return pair;
    }

    /// <summary>A token for the township of the tests' grid.</summary>
    public Task<string> Token() => Token("TownshipGovernanceCentre", "430203001");

    /// <summary>A token for a role and a unit.</summary>
    public Task<string> Token(string role, string unit) => HubTokens.Issue(_folderA.Path, _settings, role, unit);

    /// <summary>Runs a verb beside the first process.</summary>
    public Task<(int Code, string Output)> Verb(params string[] arguments) => HubProcess.Verb(_folderA.Path, _settings, arguments);

    /// <summary>kill -9 for both, then both again on the same database.</summary>
    public async Task KillAndRestart()
    {
        await Task.WhenAll(A.Kill(), B.Kill());
        await Stop();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folderA.Dispose();
        _folderB.Dispose();
    }

    private async Task Start()
    {
        A = HubProcess.Start(_folderA.Path, _settings);
        await A.Ready();
        B = HubProcess.Start(_folderB.Path, _settings);
        await B.Ready();
    }

    private async Task Stop()
    {
        await A.DisposeAsync();
        if (B is not null)
            await B.DisposeAsync();
    }
}
