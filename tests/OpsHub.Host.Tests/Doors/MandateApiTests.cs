using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>No task is put on a township without the county's approval, on the running hub: token, API, grain and storage.</summary>
[Collection(DoorCollection.Name)]
public sealed class MandateApiTests(DoorHub hub)
{
    private int _ids;

    [Fact, Trait("Rule", "T014")]
    public async Task T014_R034_R035_a_task_is_refused_until_the_duty_that_it_rests_on_is_approved_and_in_force()
    {
        var (bureau, county, township) = (await hub.Token("Department", "430203:D12"), await hub.Token("CountyGovernment", "430203"), await hub.Token("TownshipGovernment", "430203001"));
        var task = $"""unit: "430203001", title: "汛前巡查", content: "巡查河堤", reference: "县政函 8 号", until: "{DateTime.UtcNow.AddDays(60):yyyy-MM-dd}" """;
        Error(await Do(bureau, "assignTask", task)).ShouldBe(("NOT_ADMITTED", "T014", "二(二)", "reference"));
        (await Tasks(township)).ShouldBe(0, "a refusal changes nothing");

        var duty = (await Do(bureau, "proposeTownshipDuty", """title: "河道巡查", content: "每周一次", townships: ["430203001"], power: "权", staff: "人" """)).GetProperty("number").GetInt32();
        Error(await Do(county, "approveTownshipDuty", $"""duty: {duty}, approval: "县政函 8 号" """)).ShouldBe(("TRANSFER_MISSING", "R035", "四(三)", "funds"));
        (await Do(county, "approveTownshipDuty", $"""duty: {duty}, approval: "县政函 8 号", funds: "费" """)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Do(bureau, "activateTownshipDuty", $"duty: {duty}")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Do(bureau, "assignTask", task)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Tasks(township)).ShouldBe(1);
    }

    private async Task<int> Tasks(string token) => (await hub.Ask("""{ countyMandates(county: "430203") { tasks { nodes { number } } } }""", token)).GetProperty("countyMandates").GetProperty("tasks").GetProperty("nodes").GetArrayLength();

    private async Task<JsonElement> Do(string token, string mutation, string fields) => (await hub.Ask(
        $$"""mutation { {{mutation}}(input: { commandId: "mandates-{{++_ids}}", county: "430203", {{fields}} }) { number errors { code rule clause field } } }""", token)).GetProperty(mutation);

    private static (string?, string?, string?, string?) Error(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        return (error.GetProperty("code").GetString(), error.GetProperty("rule").GetString(), error.GetProperty("clause").GetString(), error.GetProperty("field").GetString());
    }
}
