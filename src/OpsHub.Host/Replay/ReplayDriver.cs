using System.Threading.Channels;

namespace OpsHub.Host.Replay;

/// <summary>How a stream is replayed.</summary>
/// <param name="Began">The instant at which the replay was first begun.</param>
/// <param name="StreamBegan">Where in the stream that was: steps up to here are entered afterwards (补录), at their past instants.</param>
/// <param name="Position">Where it goes on: equal to <paramref name="StreamBegan"/> at first, later in the stream after a restart.</param>
/// <param name="Speed">Stream seconds a real second; null for at once, which takes only what lies in the past.</param>
/// <param name="RecentDays">Cases already closed at <paramref name="StreamBegan"/> are entered only when reported this many days before at most; open ones always.</param>
internal sealed record ReplayPlan(DateTimeOffset Began, DateTime StreamBegan, DateTime Position, double? Speed, int RecentDays)
{
    /// <summary>The past instant of a step, or null when it is to happen as it is sent.</summary>
    public DateTimeOffset? Past(DateTime at) => at <= StreamBegan ? Began - (StreamBegan - at) : null;
}

/// <summary>What a replay did.</summary>
/// <param name="Cases">Cases begun.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Refused">Refusals, each once.</param>
internal sealed record ReplayResult(int Cases, int Steps, IReadOnlyList<string> Refused);

/// <summary>How far a replay has come.</summary>
/// <param name="Done">Steps handed on.</param>
/// <param name="Of">Steps in all.</param>
/// <param name="Position">Place in the stream.</param>
internal readonly record struct ReplayProgress(int Done, int Of, DateTime Position);

/// <summary>Replays a stream of cases through the API, case by case in order, many cases at once.</summary>
internal sealed class ReplayDriver(ReplayClient client, ReplayPlaces places, ReplayCategories categories, TimeProvider time)
{
    private const int AtOnce = 16;

    private readonly Lock _gate = new();
    private readonly List<string> _refused = [];
    private int _cases;
    private int _steps;

    /// <summary>Runs to the stream's end, or until cancelled.</summary>
    public async Task<ReplayResult> Run(IReadOnlyList<StreamCase> stream, ReplayPlan plan, IProgress<ReplayProgress>? progress, CancellationToken cancel)
    {
        var begun = time.GetUtcNow();
        // What is entered afterwards goes case by case, newest first, so that no case stands half entered and today's figures come first.
        // What happens from now on goes by time.
        var steps = stream.SelectMany(c => Steps(c, plan)).ToLookup(s => s.Timed.At <= plan.StreamBegan);
        List<QueuedStep> due = [.. steps[true].OrderByDescending(s => s.Case.ReportedAt), .. steps[false].OrderBy(s => s.Timed.At)];
        var lanes = Enumerable.Range(0, AtOnce).Select(_ => Channel.CreateBounded<QueuedStep>(8)).ToArray();
        var workers = Task.WhenAll(lanes.Select(l => Work(l, plan, cancel)));
        try
        {
            await Feed(lanes, due, plan, begun, progress, cancel);
        }
        catch (ChannelClosedException)
        {
            // A lane has failed; the workers say why.
        }
        finally
        {
            foreach (var lane in lanes)
                lane.Writer.TryComplete();
        }

        await workers;
        lock (_gate)
            return new(_cases, _steps, [.. _refused]);
    }

    private async Task Feed(Channel<QueuedStep>[] lanes, List<QueuedStep> due, ReplayPlan plan, DateTimeOffset begun, IProgress<ReplayProgress>? progress, CancellationToken cancel)
    {
        for (var done = 0; done < due.Count; done++)
        {
            var step = due[done];
            if (plan.Speed is { } speed && step.Timed.At > plan.StreamBegan && step.Timed.At > plan.Position)
                await Until(begun + ((step.Timed.At - plan.Position) / speed), cancel);
            await lanes[step.Case.Lane % AtOnce].Writer.WriteAsync(step, cancel);
            progress?.Report(new(done + 1, due.Count, step.Timed.At));
        }
    }

    private IEnumerable<QueuedStep> Steps(StreamCase source, ReplayPlan plan)
    {
        var steps = ReplayTimeline.Of(source, categories.Of(source.Type).Limit);
        var isOver = steps[^1].At <= plan.StreamBegan;
        if (plan.Speed is not null && isOver && source.OpenedAt < plan.StreamBegan - TimeSpan.FromDays(plan.RecentDays))
            return [];
        var replay = new CaseReplay(client, places, categories, source);
        return steps.Where(s => plan.Speed is not null || s.At <= plan.StreamBegan).Where(s => s.At > plan.Position || plan.Position == plan.StreamBegan || !isOver)
            .Select(s => new QueuedStep(replay, s));
    }

    // A lane that fails is closed, or the stream would wait for ever for room in it.
    private async Task Work(Channel<QueuedStep> lane, ReplayPlan plan, CancellationToken cancel)
    {
        try
        {
            await Take(lane.Reader, plan, cancel);
        }
        catch (Exception error)
        {
            lane.Writer.TryComplete(error);
            throw;
        }
    }

    private async Task Take(ChannelReader<QueuedStep> steps, ReplayPlan plan, CancellationToken cancel)
    {
        await foreach (var (replay, timed) in steps.ReadAllAsync(cancel))
        {
            if (replay.HasEnded)
                continue;
            var refusal = await replay.Take(timed.Step, plan.Past(timed.At), cancel);
            lock (_gate)
            {
                _cases += timed.Step == ReplayStep.Report ? 1 : 0;
                _steps++;
                if (refusal is not null && _refused.Count < 1000)
                    _refused.Add(refusal);
            }
        }
    }

    private async Task Until(DateTimeOffset at, CancellationToken cancel)
    {
        var wait = at - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancel);
    }

    private readonly record struct QueuedStep(CaseReplay Case, TimedStep Timed);
}
