namespace OpsHub.Domain.Tests.Hierarchy;

/// <summary>Section 5 of the architecture under loss, delay, duplicates, crashes, re-activation and zombies.</summary>
public sealed class SummaryProtocolTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 200)];

    [Fact]
    public void Every_seed_converges()
    {
        var wrong = Seeds.Where(seed => !new SummarySimulation(seed).Converges()).ToArray();
        wrong.ShouldBeEmpty($"seeds {string.Join(", ", wrong)}");
    }

    [Fact]
    public void Without_recounts_some_seeds_stay_wrong() =>
        Seeds.Take(60).Count(seed => new SummarySimulation(seed, recounts: false).Converges()).ShouldBeLessThan(60);

    [Fact]
    public void A_run_repeats_from_its_seed() =>
        Seeds.Take(20).Select(s => new SummarySimulation(s, recounts: false).Converges())
            .ShouldBe(Seeds.Take(20).Select(s => new SummarySimulation(s, recounts: false).Converges()));
}
