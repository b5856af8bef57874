using System.Text.Json;

namespace OpsHub.Fixtures;

/// <summary>Cases as a client reports and advances them.</summary>
internal static class CaseSteps
{
    public const string Report = "mutation($input:ReportCaseInput!){reportCase(input:$input){caseId number sequence errors{code rule message messageEn}}}";
    public const string Accept = "mutation($input:AcceptCaseInput!){acceptCase(input:$input){caseId number sequence errors{code rule message messageEn}}}";

    public static object ReportInput(string commandId, string grid, string? ticket = null, string title = "路面有积水", string priority = "ORDINARY") => new
    {
        input = new
        {
            commandId,
            grid,
            kind = "EVENT",
            category = "W02-99",
            title,
            text = "",
            priority,
            channel = "PATROL",
            source = ticket is null ? null : new { system = "test", number = ticket },
        },
    };

    public static object AcceptInput(string commandId, string caseId) => new { input = new { commandId, caseId } };

    /// <summary>Sends a command, the same one again as long as the hub asks for it, until it is accepted; the case's id.</summary>
    public static async Task<string> Done(HubProcess hub, string token, string mutation, object input, string field)
    {
        while (true)
        {
            if (Accepted(await hub.Answer(token, mutation, input), field) is { } caseId)
                return caseId;
            await Task.Delay(500);
        }
    }

    /// <summary>The payload's case id, or null when it was refused with one of the codes that may be sent again.</summary>
    public static string? Accepted(JsonElement data, string field)
    {
        var payload = data.GetProperty(field);
        var errors = payload.GetProperty("errors");
        if (errors.GetArrayLength() == 0)
            return payload.GetProperty("caseId").GetString();
        return errors[0].GetProperty("code").GetString() == "RETRY_LATER" ? null : throw new InvalidOperationException(errors.ToString());
    }
}
