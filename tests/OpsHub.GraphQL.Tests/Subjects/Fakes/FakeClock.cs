namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A clock that stands until the test moves it; its timers are real ones.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    // Elapsed time stands as well, so that nothing grows old or settles while a busy machine runs the test.
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by) => _now += by;
}
