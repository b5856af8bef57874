using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Replay;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Replay;

/// <summary>A replay waits while the hub is busy, and ends with what went wrong when it can't go on: it never hangs.</summary>
public sealed class ReplayFailureTests
{
    private const string Busy = """{"errors":[{"message":"busy","extensions":{"code":"RETRY_LATER"}}]}""";
    private static readonly UnitCode City = UnitCode.Parse("4302");

    [Fact]
    public async Task A_hub_that_is_busy_or_silent_is_asked_again()
    {
        var asked = 0;
        var api = new FakeApi(_ => ++asked switch
        {
            1 => Busy,
            2 => throw new TaskCanceledException("HttpClient's own timeout"),
            _ => """{"data":{"ok":true}}""",
        });
        (await Ask(api)).GetProperty("ok").GetBoolean().ShouldBeTrue();
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task An_error_is_told_at_once()
    {
        var api = new FakeApi(_ => """{"errors":[{"message":"no","extensions":{"code":"NOT_ALLOWED"}}]}""");
        await Should.ThrowAsync<InvalidOperationException>(() => Ask(api));
        api.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_replay_whose_case_fails_ends_with_the_error()
    {
        using var folder = new TemporaryFolder();
        var api = new FakeApi(Answer);
        var client = api.Client;
        var categories = await ReplayCategories.Load(folder.File("types.csv", "type,categoryCode\nlamp,Q01-01\n"), client, new Dictionary<string, string>(), City, default);
        var places = await ReplayPlaces.Load(client, City, default);
        var now = new DateTime(2026, 11, 24, 12, 0, 0);
        var stream = Enumerable.Range(0, 2_000).Select(i => new StreamCase($"c{i}", now.AddDays(-5), now.AddDays(-4), null, "lamp", "App", "")).ToList();
        var plan = new ReplayPlan(new DateTimeOffset(now, TimeSpan.FromHours(8)), now, now, null, 0);
        var run = new ReplayDriver(client, places, categories, TimeProvider.System).Run(stream, plan, null, default);
        (await Should.ThrowAsync<InvalidOperationException>(run.WaitAsync(TimeSpan.FromSeconds(60)))).Message.ShouldContain("the hub is broken");
    }

    private static Task<System.Text.Json.JsonElement> Ask(FakeApi api) => api.Client.Send(Role.Auditor, OrganCode.Of(City), "{ok}", null, default);

    private static string Answer(string query) => query switch
    {
        _ when query.Contains("categories{", StringComparison.Ordinal) => """{"data":{"categories":[{"code":"Q01-01","parent":"Q01","name":"路灯","kind":"COMPONENT","emergency":false,"limit":4,"limitUnit":"HOUR","defaultDepartment":null}]}}""",
        _ when query.Contains("agencies", StringComparison.Ordinal) =>
            """{"data":{"unit":{"children":{"nodes":[{"code":"430203001001","children":{"nodes":[{"code":"430203001001001"}]}}]},"agencies":{"nodes":[]}}}}""",
        _ when query.Contains("children", StringComparison.Ordinal) => """{"data":{"unit":{"children":{"nodes":[{"code":"430203"}]}}}}""",
        _ => """{"errors":[{"message":"the hub is broken"}]}""",
    };
}
