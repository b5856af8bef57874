using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Trace;
using OpsHub.Fixtures;
using OpsHub.Host.Control;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;
using OpsHub.Host.Trace;
using OpsHub.Host.Verbs;
using OpsHub.Storage;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.Host.Tests.Trace;

/// <summary>A data folder with chains in it, opened without a hub, and a clock of its own.</summary>
internal sealed class ChainFolder : IDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Day = new(2026, 11, 25);

    private readonly TemporaryFolder _folder = new();
    private IHost _host = null!;
    private SqliteConnection _connection = null!;

    /// <summary>Night after the day on which the chains were written.</summary>
    public FakeTime Time { get; } = new();

    public static async Task<ChainFolder> With(int chains, int entries = 9, TimeSpan? after = null)
    {
        var made = new ChainFolder();
        made.Time.SetUtcNow(Morning + (after ?? TimeSpan.FromHours(16)));
        made._host = await OpenHub.On(made._folder, services => services.AddSingleton(new HubClock(made.Time)));
        made._connection = new SqliteConnection($"Data Source={made._host.Services.GetRequiredService<StorageOptions>().DatabaseFile};Pooling=False");
        await made._connection.OpenAsync();
        made.Sql("PRAGMA busy_timeout=5000");
        for (var n = 1; n <= chains; n++)
            made.Put(n, StoredCases.Closed(n, entries, Morning, out var segments), segments);
        return made;
    }

    public string File(string name) => Path.Combine(_folder.Path, name);

    public void Put(int n, SubjectDocument<Case> document, ImmutableList<TraceSegment>? segments = null) => StoredCases.Write(_connection, n, document, segments ?? []);

    public void Sql(string text) => StoredCases.Run(_connection, text);

    public long Number(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Another process takes a turn.</summary>
    public async Task Turn(string work, TimeSpan keep) =>
        (await _host.Services.GetRequiredService<INoticeQueue>().Take(new(work, "another"), Time.GetUtcNow(), keep)).ShouldBeTrue();

    public async Task<TraceSeal?> Seal(DateOnly? day = null) => await _host.Services.GetRequiredService<TraceSealer>().Seal(day ?? Day, default);

    public Task NightlySeal() => ActivatorUtilities.CreateInstance<NightlySeal>(_host.Services).Run(default);

    public Task<IReadOnlyList<TraceSeal>> Seals() => _host.Services.GetRequiredService<Contracts.Trace.ITraceSeals>().All();

    public async Task<(int Code, string[] Lines)> Verify(string? subject = null, DateOnly? day = null) => await Run(new VerifyTraceRequest(subject, day));

    public Task<(int Code, string[] Lines)> Export(string file, bool force) => Run(new ExportTraceRequest(Day, file, force));

    public async Task<string> Export(DateOnly? day = null)
    {
        var file = File($"trace-{Guid.NewGuid():N}.ndjson");
        var (code, lines) = await Run(new ExportTraceRequest(day ?? Day, file));
        code.ShouldBe(0, string.Join('\n', lines));
        return file;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _host.Dispose();
        _folder.Dispose();
    }

    private async Task<(int Code, string[] Lines)> Run<T>(T request)
        where T : notnull
    {
        var told = new Told();
        return (await _host.Services.GetRequiredService<IOperation<T>>().Run(request, told, default), [.. told.Lines]);
    }

    private sealed class Told : IOperationOutput
    {
        public List<string> Lines { get; } = [];

        public void Line(string text) => Lines.Add(text);

        public void Note(string text) => Lines.Add(text);

        public void Progress(int done, int of) => done.ShouldBeLessThanOrEqualTo(of);
    }
}
