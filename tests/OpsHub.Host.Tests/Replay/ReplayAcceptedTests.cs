using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Replay;
using OpsHub.Host.Tests.Doors.Consultations;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Replay;

/// <summary>The sample stream goes through the running hub's own API: what the hub refuses of it would be missing on every demonstration's wall.</summary>
[Collection(PaperCollection.Name)]
public sealed class ReplayAcceptedTests(PaperHub hub)
{
    [Fact]
    public async Task Every_channels_report_of_the_stream_is_taken_and_the_same_again_makes_no_other_case()
    {
        using var folder = new TemporaryFolder();
        var client = new ReplayClient(hub.Http, async (role, organ, cancel) => (await hub.Services.GetRequiredService<TokenIssuer>().Issue(
            new Actor(string.Create(CultureInfo.InvariantCulture, $"replay:{role}:{organ}"), role, organ, Backdates: true), TimeSpan.FromHours(1), null, cancel)).Token);
        var city = UnitCode.Parse("4302");
        var categories = await ReplayCategories.Load(folder.File("types.csv", "type,categoryCode\nlamp,Q01-02\n"), client, new Dictionary<string, string>(), city, default);
        var places = await ReplayPlaces.Load(client, city, default);
        var now = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
        string[] channels = ["Constituent Call", "Employee Generated", "Maximo Integration", "App"];
        var stream = channels.Select((channel, i) => new StreamCase($"accepted-{i}", now.DateTime.AddDays(-2), now.DateTime.AddDays(-1), null, "lamp", channel, "")).ToList();
        var plan = new ReplayPlan(now, now.DateTime, now.DateTime, null, 0);
        for (var n = 0; n < 2; n++)
        {
            var result = await new ReplayDriver(client, places, categories, TimeProvider.System).Run(stream, plan, null, default);
            result.Refused.ShouldNotContain(r => r.Contains(" Report:", StringComparison.Ordinal));
            result.Cases.ShouldBe(channels.Length);
        }

        var token = (await hub.Token(Role.TownshipGovernanceCentre, "430203001")).Token;
        (await hub.Ask("""{ cases(filter: { text: "路灯故障" }) { totalCount } }""", token)).GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(channels.Length);
    }
}
