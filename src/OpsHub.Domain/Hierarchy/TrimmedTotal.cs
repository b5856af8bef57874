namespace OpsHub.Domain.Hierarchy;

/// <summary>A running sum of summaries. Trimming is linear and never undone, so parts trimmed at different instants
/// may be added and subtracted as long as each is first trimmed to the sum's own instant, which never runs backwards.</summary>
internal sealed class TrimmedTotal
{
    /// <summary>The sum, trimmed at <see cref="At"/>.</summary>
    internal UnitSummary Value { get; private set; } = UnitSummary.Empty;

    /// <summary>The instant it is trimmed to.</summary>
    internal DateTimeOffset At { get; private set; } = DateTimeOffset.UnixEpoch;

    internal void Replace(UnitSummary old, UnitSummary next, DateTimeOffset now)
    {
        Age(now);
        Value = Value.Minus(SummaryFold.Trim(old, At)).Plus(SummaryFold.Trim(next, At));
    }

    internal void Age(DateTimeOffset now)
    {
        if (now <= At)
            return;
        At = now;
        Value = SummaryFold.Trim(Value, now);
    }
}
