using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>Filings on the running hub: token, API, grain, storage and list.</summary>
[Collection(DoorCollection.Name)]
public sealed class FilingApiTests(DoorHub hub)
{
    [Fact, Trait("Rule", "A042")]
    public async Task A042_what_is_missing_of_a_countys_filings_is_listed_until_it_is_filed_and_confirmed()
    {
        var (county, organisation) = (await hub.Token("CountyGovernment", "430202"), await hub.Token("Department", "4302:D01"));
        var issued = await Do(county, "issueImplementingMeasures", """title: "实施办法", number: "1号", responsible: ["430202:D12"], schedule: [{ until: "2027-12-31", work: "推行" }]""", "i-1");
        issued.GetProperty("document").GetProperty("number").GetInt32().ShouldBe(1);
        (await Open(county)).ShouldContain("ORGANISATION_FILING", "the index has it when the reply is there");
        await Do(county, "fileMeasures", """document: 1, with: ORGANISATION, reference: "荷备 1 号" """, "f-1");
        await Do(county, "fileMeasures", """document: 1, with: ORGANISATION, reference: "荷备 1 号" """, "f-1");
        (await Open(county)).ShouldSatisfyAllConditions(o => o.ShouldNotContain("ORGANISATION_FILING"), o => o.ShouldContain("ESTABLISHMENT_FILING"));
        await Do(organisation, "confirmFiling", "document: 1, with: ORGANISATION", "r-1");
        await Do(county, "fileMeasures", """document: 1, with: ESTABLISHMENT, reference: "荷备 2 号" """, "f-2");
        (await hub.Ask("{ filingCoverage { counties filed } }", organisation)).GetProperty("filingCoverage").GetProperty("filed").GetInt32().ShouldBe(1);
    }

    private async Task<List<string?>> Open(string token) => [.. (await hub.Ask("""{ filingObligations(unit: "430202", first: 100) { nodes { duty } } }""", token))
        .GetProperty("filingObligations").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("duty").GetString())];

    private async Task<JsonElement> Do(string token, string mutation, string input, string id)
    {
        var payload = (await hub.Ask($$"""
            mutation { {{mutation}}(input: { commandId: "{{id}}", unit: "430202", {{input}} }) { document { number } errors { code rule message } } }
            """, token)).GetProperty(mutation);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }
}
