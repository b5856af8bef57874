using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>Organs of a town, on the running hub: token, API, grain, storage, hierarchy and list.</summary>
[Collection(DoorCollection.Name)]
public sealed class EstablishmentApiTests(DoorHub hub)
{
    private const string Town = "430203100";

    [Fact, Trait("Rule", "T030")]
    public async Task T030_T037_R051_the_office_sets_organs_up_to_the_limit_and_the_township_none()
    {
        var (office, township) = (await hub.Token("EstablishmentOffice", "430203"), await hub.Token("TownshipGovernment", Town));
        Refusal(await Add(township, "t-1", 1)).ShouldBe(("NotAllowedError", "NOT_ALLOWED", "T037", "二(四)"));
        (await Offices(township)).ShouldBe(0, "a refusal changes nothing");

        (await Add(office, "o-1", 6)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Add(office, "o-1", 6)).GetProperty("errors").GetArrayLength().ShouldBe(0, "the same command again");
        Refusal(await Add(office, "o-2", 1)).ShouldBe(("RuleRefusedError", "ORGAN_LIMIT", "T030", "二(四)"));
        (await Offices(township)).ShouldBe(6, "the index has it when the reply is there");
    }

    private async Task<int> Offices(string token) => (await hub.Ask($$"""{ townshipEstablishment(township: "{{Town}}") { offices hardLimits } }""", token)).GetProperty("townshipEstablishment").GetProperty("offices").GetInt32();

    private async Task<JsonElement> Add(string token, string id, int count) => (await hub.Ask($$"""
        mutation { addTownshipOrgans(input: { commandId: "{{id}}", township: "{{Town}}", organs: [{{string.Join(", ", Enumerable.Range(1, count).Select(i => $$"""{ kind: OFFICE, name: "{{id}}-{{i}}" }"""))}}] }) {
          errors { __typename code rule clause } } }
        """, token)).GetProperty("addTownshipOrgans");

    private static (string?, string?, string?, string?) Refusal(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        return (error.GetProperty("__typename").GetString(), error.GetProperty("code").GetString(), error.GetProperty("rule").GetString(), error.GetProperty("clause").GetString());
    }
}
