using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>Organs and posts of a county, on the running hub: token, API, grain, storage, hierarchy and list.</summary>
[Collection(DoorCollection.Name)]
public sealed class EstablishmentApiTests(DoorHub hub)
{
    private const string Street = "430203002";

    [Fact, Trait("Rule", "T037")]
    public async Task T037_R023_R025_the_office_sets_organs_and_moves_posts_and_the_township_does_neither()
    {
        var (office, township) = (await hub.Token("EstablishmentOffice", "430203"), await hub.Token("TownshipGovernment", Street));
        Refusal(await Add(township, "t-1")).ShouldBe(("NotAllowedError", "NOT_ALLOWED", "T037", "二(四)"));
        (await Set(township)).GetProperty("offices").GetInt32().ShouldBe(0, "a refusal changes nothing");

        (await Add(office, "o-1")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Add(office, "o-1")).GetProperty("errors").GetArrayLength().ShouldBe(0, "the same command again");
        (await Set(township)).GetRawText().ShouldBe("""{"offices":7,"hardLimits":false,"flags":[{"rule":"R023"}]}""", "the index has it when the reply is there");

        (await Do(office, "setEstablishmentTotal", """commandId: "p-1", county: "430203", total: 30""")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Do(office, "moveTownshipPosts", """commandId: "p-2", county: "430203", shifts: [{ township: "430203002", change: 30 }]""")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        Refusal(await Do(office, "moveTownshipPosts", """commandId: "p-3", county: "430203", shifts: [{ township: "430203001", change: 1 }]""")).ShouldBe(("RuleRefusedError", "POSTS_OVER_TOTAL", "R025", "三(二)"));
        (await hub.Ask("""{ countyEstablishment(county: "430203") { allotted workloads { nodes { posts } } trace { nodes { event } } } }""", office)).GetProperty("countyEstablishment").GetRawText()
            .ShouldBe("""{"allotted":30,"workloads":{"nodes":[{"posts":30},{"posts":0}]},"trace":{"nodes":[{"event":"TownshipOrgansAdded"},{"event":"EstablishmentTotalSet"},{"event":"TownshipPostsMoved"}]}}""");
    }

    private async Task<JsonElement> Set(string token) =>
        (await hub.Ask($$"""{ townshipEstablishment(township: "{{Street}}") { offices hardLimits flags { rule } } }""", token)).GetProperty("townshipEstablishment");

    private Task<JsonElement> Add(string token, string id) =>
        Do(token, "addTownshipOrgans", $$"""commandId: "{{id}}", township: "{{Street}}", organs: [{{string.Join(", ", Enumerable.Range(1, 7).Select(i => $$"""{ kind: OFFICE, name: "科室{{i}}" }"""))}}]""");

    private async Task<JsonElement> Do(string token, string mutation, string input) => (await hub.Ask($$"""mutation { {{mutation}}(input: { {{input}} }) { errors { __typename code rule clause } } }""", token)).GetProperty(mutation);

    private static (string?, string?, string?, string?) Refusal(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        return (error.GetProperty("__typename").GetString(), error.GetProperty("code").GetString(), error.GetProperty("rule").GetString(), error.GetProperty("clause").GetString());
    }
}
