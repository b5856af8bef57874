using System.Text;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>A reporter's contact, looked for wherever a hub leaves anything.</summary>
public sealed class ContactSecrecyTests
{
    private const string Contact = "13876543210";
    private const string Title = "路面有积水";
    private const string Grid = "430203001001001";

    [Fact]
    public async Task It_lies_in_no_file_and_no_log_and_the_chains_verify_after_it_was_erased()
    {
        using var folder = await HubFolder.Seeded();
        var community = await HubTokens.Issue(folder.Path, null, "CommunityCommittee", "430203001001");
        var auditor = await HubTokens.Issue(folder.Path, null, "Auditor", "4302");
        var said = new StringBuilder();
        string id;
        await using (var hub = HubProcess.Start(folder.Path))
        {
            await hub.Ready();
            id = (await Report(hub, community, "r1")).GetProperty("caseId").GetString()!;
            (await Report(hub, community, "r1")).GetProperty("caseId").GetString().ShouldBe(id);
            (await Report(hub, community, "r2", category: "Q99-99")).GetProperty("errors").GetArrayLength().ShouldBe(1);
            (await Read(hub, community, id, "read-1")).GetProperty("contact").GetString().ShouldBe(Contact);
            (await Read(hub, auditor, id, "read-2")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_ALLOWED");
            said.Append(hub.Output);
            await hub.Kill();
        }

        await using (var hub = HubProcess.Start(folder.Path))
        {
            await hub.Ready();
            (await Read(hub, community, id, "read-3")).GetProperty("contact").GetString().ShouldBe(Contact, "the key outlives the process");
            LiesIn(folder.Path).ShouldBeEmpty();
            LiesIn(folder.Path, Title).ShouldNotBeEmpty("or this looks at nothing");
            (await hub.Answer(community, "mutation($i:ContactInput!){eraseContact(input:$i){errors{code}}}", new { i = new { commandId = "erase", caseId = id, reason = "本人要求" } }))
                .GetProperty("eraseContact").GetProperty("errors").GetArrayLength().ShouldBe(0);
            (await Read(hub, community, id, "read-4")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NO_CONTACT");
            said.Append(hub.Output);
            await hub.Stop();
        }

        LiesIn(folder.Path).ShouldBeEmpty();
        said.ToString().ShouldNotContain(Contact);
        var (code, output) = await HubProcess.Verb(folder.Path, null, "verify-trace");
        code.ShouldBe(0, output);
        output.ShouldNotContain(Contact);
    }

    private static async Task<JsonElement> Report(HubProcess hub, string token, string commandId, string category = "W02-99") =>
        (await hub.Answer(token, "mutation($i:ReportCaseInput!){reportCase(input:$i){caseId errors{code}}}",
            new { i = new { commandId, grid = Grid, kind = "EVENT", category, title = Title, channel = "RESIDENT_APP", contact = Contact } })).GetProperty("reportCase");

    private static async Task<JsonElement> Read(HubProcess hub, string token, string id, string commandId) =>
        (await hub.Answer(token, "mutation($i:ContactInput!){readContact(input:$i){contact errors{code}}}", new { i = new { commandId, caseId = id, reason = "核实位置" } })).GetProperty("readContact");

    private static IEnumerable<string> LiesIn(string folder, string text = Contact) => Directory.GetFiles(folder).Where(f => !f.EndsWith(".sock", StringComparison.Ordinal) && Path.GetFileName(f) != "lock").Where(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new[] { Encoding.UTF8, Encoding.Unicode }.Any(e => bytes.AsSpan().IndexOf(e.GetBytes(text)) >= 0) || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))) >= 0;
    });
}
