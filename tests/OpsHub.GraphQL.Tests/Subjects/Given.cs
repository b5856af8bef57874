using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>What tests begin with.</summary>
public static class Given
{
    public const string Grid = "430203001001001";

    /// <summary>Summary of so many open cases of one category, reported an hour before, all due at an instant.</summary>
    public static UnitSummary Figures(int open, DateTimeOffset? due = null, string category = "Q01") => SummaryFold.Of(
        Enumerable.Repeat(new CaseContribution(CaseStage.Reported, category, SummaryFold.HourOf(TestHub.Monday), 0,
            SummaryFold.MinuteOf(due ?? TestHub.Monday.AddHours(8)), 0, false, null, false, 0, false, false), open), TestHub.Monday);

    /// <summary>Reports a case through the API and gives its global id.</summary>
    public static async Task<string> Case(TestHub hub, string commandId = "report-1", string grid = Grid, string category = "Q01-01", Actor? by = null)
    {
        var data = await hub.Data(by ?? Actors.Integrator, Mutation("reportCase", "ReportCaseInput"),
            new { input = new { commandId, grid, kind = "COMPONENT", category, title = $"井盖缺损 {commandId}", channel = "GRID_WORKER" } });
        var payload = data.GetProperty("reportCase");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("caseId").GetString()!;
    }

    /// <summary>Sends a command to a case.</summary>
    public static async Task<JsonElement> Step(this TestHub hub, Actor by, string name, string caseId, string fields = "", string? commandId = null)
    {
        var data = await hub.Data(by, $$"""
            mutation { {{name}}(input: { commandId: "{{commandId ?? name}}", caseId: "{{caseId}}" {{fields}} }) {
              caseId number sequence version case { stage moves }
              errors { __typename code rule clause field message messageEn }
            } }
            """);
        return data.GetProperty(name);
    }

    /// <summary>Brings a case to the agency, which handles it.</summary>
    public static async Task Dispatched(this TestHub hub, string id)
    {
        await hub.Step(Actors.Centre, "acceptCase", id);
        await hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER");
        (await hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }]""")).Stage().ShouldBe("DISPATCHED");
    }

    public static string? Stage(this JsonElement payload)
    {
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("case").GetProperty("stage").GetString();
    }

    public static string ErrorCode(this JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("code").GetString()!;

    public static string ErrorType(this JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("__typename").GetString()!;

    public static string? Code(this JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static string Mutation(string name, string input) =>
        $"mutation($input: {input}!) {{ {name}(input: $input) {{ caseId number sequence version errors {{ code field message }} }} }}";
}
