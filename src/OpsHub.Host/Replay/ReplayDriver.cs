using System.Threading.Channels;

namespace OpsHub.Host.Replay;

/// <summary>How a stream is replayed.</summary>
/// <param name="Speed">Stream seconds a real second; null for at once: every step at its own past instant.</param>
/// <param name="Past">How much of the stream lies in the past when the replay begins: its steps are entered afterwards (补录), then the rest runs live.</param>
/// <param name="RecentDays">Of that past, cases already closed are entered only when reported this many days back at most; open ones always.</param>
internal sealed record ReplayPlan(double? Speed, TimeSpan Past, int RecentDays);

/// <summary>What a replay did.</summary>
/// <param name="Cases">Cases begun.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Refused">Refusals, each once.</param>
internal sealed record ReplayResult(int Cases, int Steps, IReadOnlyList<string> Refused);

/// <summary>Replays a stream of cases through the API, case by case in order, many cases at once.</summary>
internal sealed class ReplayDriver(ReplayClient client, ReplayPlaces places, ReplayCategories categories, TimeProvider time)
{
    private const int AtOnce = 24;

    private readonly Lock _gate = new();
    private readonly List<string> _refused = [];
    private int _cases;
    private int _steps;

    /// <summary>Runs to the stream's end, or until cancelled.</summary>
    public async Task<ReplayResult> Run(IReadOnlyList<StreamCase> stream, ReplayPlan plan, IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        if (stream.Count == 0)
            return Result();
        var streamNow = plan.Speed is null ? stream.Max(c => ReplayTimeline.Of(c)[^1].At) : stream[0].OpenedAt + plan.Past;
        var begun = time.GetUtcNow();
        var due = Steps(stream, plan, streamNow).OrderBy(s => s.Timed.At).ToList();
        var queues = Enumerable.Range(0, AtOnce).Select(_ => Channel.CreateBounded<(CaseReplay, ReplayStep, DateTimeOffset?, StrongBox)>(8)).ToArray();
        var workers = queues.Select(q => Work(q.Reader, cancel)).ToArray();
        var done = 0;
        foreach (var (replay, timed, box, lane) in due)
        {
            var isPast = timed.At <= streamNow;
            if (!isPast)
            {
                var at = begun + ((timed.At - streamNow) / plan.Speed!.Value);
                var wait = at - time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, time, cancel);
            }

            await queues[lane].Writer.WriteAsync((replay, timed.Step, isPast ? begun - (streamNow - timed.At) : null, box), cancel);
            progress?.Report((++done, due.Count));
        }

        foreach (var queue in queues)
            queue.Writer.Complete();
        await Task.WhenAll(workers);
        return Result();
    }

    private IEnumerable<(CaseReplay Replay, TimedStep Timed, StrongBox Box, int Lane)> Steps(IReadOnlyList<StreamCase> stream, ReplayPlan plan, DateTime streamNow)
    {
        var recent = streamNow - TimeSpan.FromDays(plan.RecentDays);
        foreach (var source in stream)
        {
            var steps = ReplayTimeline.Of(source);
            if (plan.Speed is not null && source.OpenedAt < recent && steps[^1].At <= streamNow)
                continue;
            var replay = new CaseReplay(client, places, categories, source);
            var box = new StrongBox();
            var lane = ReplayTimeline.Seed(source.Id) % AtOnce;
            foreach (var step in steps.Where(s => plan.Speed is not null || s.At <= streamNow))
                yield return (replay, step, box, lane);
        }
    }

    private async Task Work(ChannelReader<(CaseReplay Replay, ReplayStep Step, DateTimeOffset? At, StrongBox Box)> steps, CancellationToken cancel)
    {
        await foreach (var (replay, step, at, box) in steps.ReadAllAsync(cancel))
        {
            if (box.Ended)
                continue;
            var refusal = await replay.Take(step, at, cancel);
            lock (_gate)
            {
                _cases += step == ReplayStep.Report ? 1 : 0;
                _steps++;
                if (refusal is not null)
                    _refused.Add(refusal);
            }

            box.Ended = refusal is not null;
        }
    }

    private ReplayResult Result()
    {
        lock (_gate)
            return new(_cases, _steps, [.. _refused]);
    }

    /// <summary>Whether a case's replay has ended by a refusal; shared by its steps.</summary>
    private sealed class StrongBox
    {
        public bool Ended { get; set; }
    }
}
