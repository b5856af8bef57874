using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Verbs;

/// <summary>On a hub of its own, because the counts hold only while nobody writes.</summary>
public sealed class FirstStartTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task Summaries_rows_and_chains_agree_after_the_first_start()
    {
        var (recounted, counts, _) = await HubProcess.Run("recount", hub.Setting);
        recounted.ShouldBe(0, counts);
        var (verified, chains, _) = await HubProcess.Run("verify-trace", hub.Setting);
        verified.ShouldBe(0, chains);
        chains.ShouldContain("1522 chains");
        var (one, chain, _) = await HubProcess.Run("verify-trace", "county-430202", hub.Setting);
        one.ShouldBe(0);
        chain.ShouldContain("1 chains");
    }
}
