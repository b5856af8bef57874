namespace OpsHub.Host.Replay;

/// <summary>A step that a replayed case takes.</summary>
internal enum ReplayStep
{
    Report,
    Accept,
    Triage,
    Dispatch,
    Return,
    Redispatch,
    AcceptDispatch,
    FeedBack,
    Verify,
    Close,
}

/// <summary>A step at its time within the stream.</summary>
internal readonly record struct TimedStep(ReplayStep Step, DateTime At);

/// <summary>What a case of the stream goes through, and when. The report is the stream's own. Its closing keeps the stream's lateness but
/// is measured against the category's limit here, since another city's targets are other than ours; the steps between, which
/// the stream does not have, are spread. The same on every run.</summary>
internal static class ReplayTimeline
{
    // A case counts as late when it took more than three times its own city's target: those targets are seldom met there.
    private const double LateFrom = 3;
    private static readonly TimeSpan UsualTarget = TimeSpan.FromDays(5);
    private static readonly TimeSpan NeverClosed = TimeSpan.FromDays(400);

    /// <param name="c">The case.</param>
    /// <param name="limit">The limit for handling its category here.</param>
    public static IReadOnlyList<TimedStep> Of(StreamCase c, TimeSpan limit)
    {
        var random = new Random(Seed(c.Id));
        var span = Span(c, limit, random);
        var isReturned = random.NextDouble() < 0.06;
        var at = c.OpenedAt;
        var steps = new List<TimedStep> { new(ReplayStep.Report, at) };
        Add(ReplayStep.Accept, 0.04, 90);
        Add(ReplayStep.Triage, 0.03, 60);
        Add(ReplayStep.Dispatch, 0.03, 60);
        if (isReturned)
        {
            Add(ReplayStep.Return, 0.05, 180);
            Add(ReplayStep.Redispatch, 0.04, 120);
        }

        Add(ReplayStep.AcceptDispatch, 0.05, 240);
        var tail = Math.Min((c.OpenedAt + span - at).TotalMinutes * 0.3, 240);
        steps.Add(new(ReplayStep.FeedBack, c.OpenedAt + span - TimeSpan.FromMinutes(tail)));
        steps.Add(new(ReplayStep.Verify, c.OpenedAt + span - TimeSpan.FromMinutes(tail * 0.2)));
        steps.Add(new(ReplayStep.Close, c.OpenedAt + span));
        return steps;

        // Each step takes a share of the whole, but no longer than the minutes given.
        void Add(ReplayStep step, double share, double mostMinutes)
        {
            var minutes = Math.Min(span.TotalMinutes * share, mostMinutes) * (0.5 + random.NextDouble());
            at += TimeSpan.FromMinutes(minutes);
            steps.Add(new(step, at));
        }
    }

    private static TimeSpan Span(StreamCase c, TimeSpan limit, Random random)
    {
        var allowed = c.TargetAt is { } target && target > c.OpenedAt ? target - c.OpenedAt : UsualTarget;
        var used = c.ClosedAt is { } closed ? (closed - c.OpenedAt) / allowed : double.PositiveInfinity;
        // Cases that close in the second they open were entered when all was done; the hub wants each step after the other.
        if (used < 0.02)
            return TimeSpan.FromMinutes(30 + random.Next(210));
        if (used < LateFrom)
            return limit * (0.3 + (0.62 * Math.Min(used, 1)));
        if (double.IsInfinity(used) && random.Next(20) == 0)
            return NeverClosed;
        return limit * (1.05 + (random.NextDouble() * (random.Next(10) == 0 ? 4 : 0.5)));
    }

    /// <summary>Stable across processes, unlike string.GetHashCode.</summary>
    public static int Seed(string text) => (int)(text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 1);
}
