using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Accounts;

[Collection(HubCollection.Name)]
public sealed partial class SignInTests(RunningHub hub)
{
    private const string SignIn = "mutation($i:SignInInput!){signIn(input:$i){token errors{code}}}";

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/silo/")]
    [InlineData("/metrics")]
    [InlineData("/anything/else")]
    [InlineData("/graphql?query={viewer{role}}")]
    public async Task The_anonymous_are_refused(string path)
    {
        using var answer = await hub.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{unit(code:\"4302\"){name}}")]
    [InlineData("{__schema{queryType{name}}}")]
    public async Task The_anonymous_get_no_data_and_no_schema(string query)
    {
        var (_, answer) = await hub.Ask(query, token: null);
        answer.TryGetProperty("data", out var data).ShouldBeFalse(data.ToString());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/office")]
    public async Task Health_and_the_sign_in_form_are_open(string path)
    {
        using var answer = await hub.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/silo/")]
    [InlineData("/metrics")]
    public async Task Operators_pages_are_the_administrators_alone(string path)
    {
        (await Get(path, (await hub.Issue("Administrator", "4302")).Token)).ShouldBe(HttpStatusCode.OK);
        (await Get(path, (await hub.Issue("WallKey", "4302")).Token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_works_until_it_is_revoked()
    {
        var (token, id) = await hub.Issue("CityGovernanceOffice", "4302");
        const string name = "{unit(code:\"4302\"){name}}";
        (await hub.Ask(name, token)).Answer.GetProperty("data").GetProperty("unit").GetProperty("name").GetString().ShouldBe("株洲市");
        (await HubProcess.Run("token", "revoke", id, hub.Setting)).Code.ShouldBe(0);
        (await hub.Ask(name, token)).Answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_forged_token_is_nobody()
    {
        var (token, _) = await hub.Issue("WallKey", "4302");
        var parts = token.Split('.');
        var forged = $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}";
        (await Get("/metrics", forged)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_administrators_password_is_printed_once_and_signs_in()
    {
        var password = Password().Match(hub.Process.Output).Groups[1].Value;
        password.Length.ShouldBe(20);
        var (_, answer) = await hub.Ask(SignIn, null, new { i = new { account = "admin", password } });
        answer.GetProperty("data").GetProperty("signIn").GetProperty("token").GetString().ShouldNotBeNullOrEmpty();
        (_, answer) = await hub.Ask(SignIn, null, new { i = new { account = "admin", password = password + "x" } });
        answer.GetProperty("data").GetProperty("signIn").GetProperty("token").GetString().ShouldBeNull();
    }

    private async Task<HttpStatusCode> Get(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await hub.Http.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("Administrator admin, password ([A-Za-z0-9]+) ")]
    private static partial Regex Password();
}
