using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Accounts;

[Collection(HubCollection.Name)]
public sealed class TokenVerbTests(RunningHub hub)
{
    [Fact]
    public async Task A_named_token_stays_the_same_principal_and_is_listed_and_revoked_by_its_name()
    {
        var first = await Issue("crm", "en");
        var second = await Issue("crm", "en");
        Claim(first, "sub").ShouldBe("token:crm");
        Claim(second, "sub").ShouldBe("token:crm");
        Claim(first, "lang").ShouldBe("en");
        (await Verb("list")).Output.Split('\n').Count(l => l.Contains("\ttoken:crm\tIntegrator\t4302\t", StringComparison.Ordinal)).ShouldBe(2);
        (await Verb("revoke", "--name", "crm")).Output.ShouldContain("revoked: 2 of crm");
        (await hub.Ask("{viewer{role}}", first)).Answer.TryGetProperty("data", out _).ShouldBeFalse();
        (await Verb("list")).Output.ShouldNotContain("token:crm");
        (await Verb("list", "--all")).Output.ShouldContain("token:crm");
        (await Verb("revoke", "--name", "crm")).Code.ShouldBe(ExitCodes.Usage);
        Claim(await Issue("crm", "zh"), "sub").ShouldBe("token:crm");
    }

    [Theory]
    [InlineData(ExitCodes.Input, "a grid (15 digits)", "issue", "--role", "GridWorker", "--unit", "4302")]
    [InlineData(ExitCodes.Input, "Latin letters", "issue", "--role", "WallKey", "--unit", "4302", "--name", "a:b")]
    [InlineData(ExitCodes.Input, "Latin letters", "issue", "--role", "WallKey", "--unit", "4302", "--name", "0123456789abcdef0123456789abcdef")]
    [InlineData(ExitCodes.Usage, "fr", "issue", "--role", "WallKey", "--unit", "4302", "--language", "fr")]
    [InlineData(ExitCodes.Usage, "either an ID or --name", "revoke")]
    [InlineData(ExitCodes.Usage, "either an ID or --name", "revoke", "x", "--name", "crm")]
    public async Task What_cannot_be_is_refused(int code, string says, params string[] args)
    {
        var refused = await Verb(args);
        refused.Code.ShouldBe(code, refused.Errors);
        refused.Errors.ShouldContain(says);
    }

    private async Task<string> Issue(string name, string language)
    {
        var (code, output, errors) = await Verb("issue", "--role", "Integrator", "--unit", "4302", "--name", name, "--language", language);
        code.ShouldBe(0, errors);
        return output.Trim();
    }

    private Task<(int Code, string Output, string Errors)> Verb(params string[] args) => HubProcess.Run(["token", .. args, hub.Setting]);

    private static string? Claim(string token, string name) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(token.Split('.')[1]))).RootElement.GetProperty(name).GetString();
}
