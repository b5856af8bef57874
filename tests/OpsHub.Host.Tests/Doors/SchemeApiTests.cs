using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>Departments may not assess townships, on the running hub: token, API, grain, storage and list.</summary>
[Collection(DoorCollection.Name)]
public sealed class SchemeApiTests(DoorHub hub)
{
    [Fact, Trait("Rule", "T015")]
    public async Task T015_T016_a_departments_scheme_for_townships_is_refused_with_its_clause_and_the_countys_stands_alone()
    {
        var (bureau, county) = (await hub.Token("Department", "430203:D12"), await hub.Token("CountyGovernment", "430203"));
        var refused = (await Create(bureau, "d-1")).GetProperty("errors")[0];
        (refused.GetProperty("__typename").GetString(), refused.GetProperty("code").GetString(), refused.GetProperty("rule").GetString(), refused.GetProperty("clause").GetString(), refused.GetProperty("field").GetString())
            .ShouldBe(("RuleRefusedError", "DEPARTMENT_ASSESSES", "T015", "二(二)", "target"));
        (await Listed(bureau)).ShouldBe(0, "a refusal changes nothing");

        (await Create(county, "c-1")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Create(county, "c-1")).GetProperty("errors").GetArrayLength().ShouldBe(0, "the same command again");
        (await Create(county, "c-2")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("SCHEME_EXISTS");
        (await Listed(bureau)).ShouldBe(1, "the index has it when the reply is there");
    }

    private async Task<int> Listed(string token) => (await hub.Ask("""{ assessmentSchemes(county: "430203") { nodes { year target components { weight } } } }""", token)).GetProperty("assessmentSchemes").GetProperty("nodes").GetArrayLength();

    private async Task<JsonElement> Create(string token, string id) => (await hub.Ask($$"""
        mutation { createScheme(input: { commandId: "{{id}}", county: "430203", year: 2026, target: TOWNSHIPS, components: [
          { name: "部门评价", source: FROM_ABOVE, weight: 0.5 }, { name: "社区评议", source: FROM_BELOW, weight: 0.3 }, { name: "群众满意度", source: SATISFACTION, weight: 0.2 }] }) {
          errors { __typename code rule clause field } } }
        """, token)).GetProperty("createScheme");
}
