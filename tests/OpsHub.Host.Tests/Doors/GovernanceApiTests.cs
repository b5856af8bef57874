using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>Grid governance on the running hub: token, API, grain, storage and figures.</summary>
[Collection(DoorCollection.Name)]
public sealed class GovernanceApiTests(DoorHub hub)
{
    [Fact, Trait("Rule", "G016")]
    public async Task G016_G033_the_eighth_member_is_refused_with_its_clause_and_what_is_recorded_is_in_the_figures_at_once()
    {
        var county = await hub.Token("CountyCommandCentre", "430203");
        (await Do(county, "g-1", "setCommandStaff", "members: 7")).GetArrayLength().ShouldBe(0);
        (await Do(county, "g-1", "setCommandStaff", "members: 7")).GetArrayLength().ShouldBe(0, "the same command again");
        var refused = (await Do(county, "g-2", "setCommandStaff", "members: 8"))[0];
        (refused.GetProperty("__typename").GetString(), refused.GetProperty("code").GetString(), refused.GetProperty("rule").GetString(), refused.GetProperty("clause").GetString(), refused.GetProperty("field").GetString())
            .ShouldBe(("RuleRefusedError", "COMMAND_CENTRE_FULL", "G016", "三(四)", "members"));
        (await Do(county, "g-3", "setConstruction", """item: INFORMATION_SYSTEM, builtOn: "2019-05-01" """)).GetArrayLength().ShouldBe(0);
        var read = await hub.Ask("""{ governanceFile(unit: "430203") { commandStaff obligations { rule status } } governanceObligations(unit: "430203", status: DONE_LATE) { nodes { rule unit { code } } } }""", county);
        read.GetProperty("governanceFile").GetProperty("commandStaff").GetInt32().ShouldBe(7);
        read.GetProperty("governanceObligations").GetProperty("nodes").GetRawText().ShouldBe("""[{"rule":"G033","unit":{"code":"430203"}}]""");
    }

    private async Task<JsonElement> Do(string token, string id, string mutation, string fields) =>
        (await hub.Ask($$"""mutation { {{mutation}}(input: { commandId: "{{id}}", unit: "430203", {{fields}} }) { errors { __typename code rule clause field } } }""", token)).GetProperty(mutation).GetProperty("errors");
}
