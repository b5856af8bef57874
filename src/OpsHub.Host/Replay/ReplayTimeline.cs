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

/// <summary>What a case of the stream goes through, and when: report and closing are the stream's own; the steps between,
/// which the stream does not have, are spread between them, the same on every run.</summary>
internal static class ReplayTimeline
{
    private static readonly TimeSpan NeverClosed = TimeSpan.FromDays(400);

    public static IReadOnlyList<TimedStep> Of(StreamCase c)
    {
        var random = new Random(Seed(c.Id));
        var end = c.ClosedAt ?? c.OpenedAt + NeverClosed;
        // Cases that close in the second they open were entered when all was done; the hub wants each step after the other.
        var span = end - c.OpenedAt < TimeSpan.FromMinutes(20) ? TimeSpan.FromMinutes(20 + random.Next(20)) : end - c.OpenedAt;
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
        var left = c.OpenedAt + span - at;
        var tail = Math.Min(left.TotalMinutes * 0.3, 600);
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

    /// <summary>Stable across processes, unlike string.GetHashCode.</summary>
    public static int Seed(string text) => (int)(text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 1);
}
