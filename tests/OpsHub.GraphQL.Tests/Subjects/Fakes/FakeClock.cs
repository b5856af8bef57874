namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A clock that stands until the test moves it; its timers are real ones.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void Advance(TimeSpan by) => _now += by;
}
