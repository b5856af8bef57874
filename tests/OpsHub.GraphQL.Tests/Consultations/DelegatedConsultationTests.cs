using System.Text.Json;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Consultations;

/// <summary>A matter that a department entrusted: its result goes up, is studied and answered. C058, C059, C078.</summary>
public sealed class DelegatedConsultationTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "C058")]
    public async Task C058_What_a_department_entrusted_comes_back_to_it_and_it_answers()
    {
        var id = await _hub.Ended(matter: """delegatedBy: "430203:D12" """);
        await _hub.Begun("other");
        await _hub.Take(Actors.Committee, "announceResult", id, ConsultationStory.Announcement);
        await _hub.Take(Actors.Council, "concludeConsultation", id);
        (await Read("delegated { stage }")).GetProperty("delegated").GetProperty("stage").GetString().ShouldBe("TO_REPORT");
        (await _hub.Data(Actors.Department, "{ consultations { totalCount nodes { delegatedBy { code } } } }")).GetProperty("consultations").GetProperty("totalCount").GetInt32()
            .ShouldBe(1, "it reads what it entrusted, and nothing else");
        (await _hub.Take(Actors.Department, "studyReport", id, """note: "先看" """, "early")).Refused().Rule.ShouldBe("C078");
        (await _hub.Take(Actors.Party, "reportResultUp", id, """report: "居民同意划线" """)).At().ShouldBe("CONCLUDED");
        (await _hub.Take(Actors.Department, "studyReport", id, """note: "已研究" """)).At().ShouldBe("CONCLUDED");
        (await _hub.Take(Actors.Department, "decideReport", id, "adopt: false", "no-reason")).Refused().ShouldBe(("InvalidInputError", "INVALID_INPUT", "C078", "二(五)", "decision"));
        (await _hub.Take(Actors.Department, "decideReport", id, "adopt: true")).At().ShouldBe("CONCLUDED");
        (await _hub.Take(Actors.Department, "feedBackReport", id, """text: "已告知居民" """)).At().ShouldBe("CONCLUDED");
        (await Read("delegated { stage organ { name } fedBackAt }")).GetProperty("delegated").GetProperty("stage").GetString().ShouldBe("FED_BACK");
        (await _hub.Data(Actors.Department, "{ consultations { nodes { delegatedStage } } }")).GetProperty("consultations").GetProperty("nodes")[0].GetProperty("delegatedStage").GetString().ShouldBe("FED_BACK", "the list says the same");

        async Task<JsonElement> Read(string fields) => (await _hub.Data(Actors.Department, $$"""{ consultation(id: "{{id}}") { {{fields}} } }""")).GetProperty("consultation");
    }
}
