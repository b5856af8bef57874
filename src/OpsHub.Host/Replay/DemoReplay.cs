using Microsoft.Extensions.Options;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;
using OpsHub.Storage;

namespace OpsHub.Host.Replay;

/// <summary>Replays the sample stream while the hub runs with <c>--demo</c>: first the weeks behind it, entered afterwards, then live.</summary>
internal sealed partial class DemoReplay(
    ReplaySession session, DemoConsultations consultations, DemoYears years, DemoAreas areas, StartupState startup, ServeRequest request, StorageOptions storage, IOptions<SeedOptions> seeds, TimeProvider time, ILogger<DemoReplay> logger) : BackgroundService
{
    // Six weeks of the stream lie behind the beginning, so that some cases are long overdue; of the closed ones only ten days are entered.
    private static readonly TimeSpan Past = TimeSpan.FromDays(42);
    private const int RecentDays = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await startup.WhenReady.WaitAsync(stoppingToken);
        try
        {
            var stream = await CaseStream.Read(seeds.Value.PathOf("cases/cases_dev.csv.gz"), stoppingToken);
            var state = DemoState.Read(storage.DataFolder) ?? Beginning(stream[0].OpenedAt);
            state.Save(storage.DataFolder);
            await consultations.Run(state.Began, stoppingToken);
            await areas.Run(state.Began, stoppingToken);
            await years.Near(state.Began, stoppingToken);
            var (driver, categories) = await session.Prepare(seeds.Value.PathOf("cases/boston_type_to_category.csv"), stoppingToken);
            Begins(state.Position);
            var plan = new ReplayPlan(state.Began, state.StreamBegan, state.Position, request.Speed, RecentDays);
            var others = years.Far(state.Began, stoppingToken);
            var result = await driver.Run(stream, plan, new Kept(state, storage.DataFolder, time), stoppingToken);
            await others;
            Ended(result.Cases, result.Steps, result.Refused.Count, string.Join(", ", categories.Unknown.Select(u => $"{u.Key}×{u.Value}")));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            Failed(error);
        }
    }

    // The stream's clock time of day is kept: it begins at the same time of day as now.
    private DemoState Beginning(DateTime first)
    {
        var now = time.GetUtcNow();
        var local = now.ToOffset(TimeSpan.FromHours(8)).DateTime;
        var position = first.Date + Past + local.TimeOfDay;
        return new(now, position, position);
    }

    [LoggerMessage(LogLevel.Information, "The sample stream is replayed from {Position:yyyy-MM-dd HH:mm} of its own time")]
    private partial void Begins(DateTime position);

    [LoggerMessage(LogLevel.Information, "The sample stream has ended: {Cases} cases, {Steps} steps, {Refused} refused; unknown types: {Unknown}")]
    private partial void Ended(int cases, int steps, int refused, string unknown);

    [LoggerMessage(LogLevel.Error, "The sample stream stopped; the hub itself runs on")]
    private partial void Failed(Exception error);

    /// <summary>Keeps the position every few seconds, a little behind, so that steps on their way are sent again after a restart.</summary>
    private sealed class Kept(DemoState state, string folder, TimeProvider time) : IProgress<ReplayProgress>
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
        private long _saved = time.GetTimestamp();
        private DateTime _behind = state.Position;

        public void Report(ReplayProgress value)
        {
            if (time.GetElapsedTime(_saved) < Every)
                return;
            _saved = time.GetTimestamp();
            if (_behind > state.StreamBegan)
                (state with { Position = _behind }).Save(folder);
            _behind = value.Position;
        }
    }
}
