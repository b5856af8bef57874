using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Accounts;

/// <summary>Accounts, from the first password to the last token, by the verb.</summary>
[Collection(HubCollection.Name)]
public sealed class AccountVerbTests(RunningHub hub)
{
    private const string Viewer = "{viewer{role language}}";

    [Fact]
    public async Task An_account_is_opened_signs_in_gets_a_new_password_and_is_disabled()
    {
        var first = await Add("heli", "TownshipGovernment", "430203001", "--language", "en");
        var token = (await SignIn("heli", first)).ShouldNotBeNull();
        (await hub.Ask(Viewer, token)).Answer.GetProperty("data").GetProperty("viewer").GetProperty("role").GetString().ShouldBe("TOWNSHIP_GOVERNMENT");

        var (_, second, _) = await Verb("password", "--name", "HELI");
        (await hub.Ask(Viewer, token)).Answer.TryGetProperty("data", out _).ShouldBeFalse("signed in with the former password");
        (await SignIn("heli", first)).ShouldBeNull();
        token = (await SignIn("heli", second.Trim())).ShouldNotBeNull();

        var (_, list, _) = await Verb("list");
        list.ShouldContain("heli\tTownshipGovernment\t430203001\t");
        list.ShouldContain("\ten\t启用 / active");

        (await Verb("disable", "--name", "heli")).Output.ShouldContain("1 tokens revoked");
        (await hub.Ask(Viewer, token)).Answer.TryGetProperty("data", out _).ShouldBeFalse("its token is revoked");
        (await SignIn("heli", second.Trim())).ShouldBeNull();
        (await Verb("list")).Output.ShouldContain("停用 / disabled");
        (await Verb("password", "--name", "heli")).Code.ShouldBe(ExitCodes.Input);

        (await Verb("enable", "--name", "heli")).Code.ShouldBe(0);
        (await SignIn("heli", second.Trim())).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("taken", "WallKey", "4302", ExitCodes.Input, "already")]
    [InlineData("a b", "WallKey", "4302", ExitCodes.Input, "Latin letters")]
    [InlineData("x1", "GridWorker", "4302", ExitCodes.Input, "a grid (15 digits)")]
    [InlineData("x2", "Scheduler", "4302", ExitCodes.Usage, "There is no role")]
    [InlineData("x3", "WallKey", "4399", ExitCodes.Usage, "There is no unit")]
    public async Task An_account_that_cannot_be_is_refused(string name, string role, string unit, int code, string says)
    {
        if (name == "taken")
            await Add("Taken", role, unit);
        var refused = await Verb("add", "--name", name, "--role", role, "--unit", unit);
        refused.Code.ShouldBe(code, refused.Errors);
        refused.Output.ShouldBeEmpty();
        refused.Errors.ShouldContain(says);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("disable")]
    [InlineData("enable")]
    public async Task An_account_that_is_not_there_is_named(string verb)
    {
        var (code, _, errors) = await Verb(verb, "--name", "nobody");
        code.ShouldBe(ExitCodes.Usage);
        errors.ShouldContain("nobody");
    }

    private async Task<string> Add(string name, string role, string unit, params string[] more)
    {
        var (code, output, errors) = await Verb(["add", "--name", name, "--role", role, "--unit", unit, .. more]);
        code.ShouldBe(0, errors);
        errors.ShouldNotContain(output.Trim());
        return output.Trim();
    }

    private Task<(int Code, string Output, string Errors)> Verb(params string[] args) => HubProcess.Run(["account", .. args, hub.Setting]);

    private async Task<string?> SignIn(string account, string password) =>
        (await hub.Ask("mutation($i:SignInInput!){signIn(input:$i){token}}", null, new { i = new { account, password } }))
        .Answer.GetProperty("data").GetProperty("signIn").GetProperty("token").GetString();
}
