using System.Net;
using System.Net.Http.Json;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Pages;

/// <summary>Pages of origins named in the settings may call the API from a browser, with a bearer token and without cookies.</summary>
[Collection(HubCollection.Name)]
public sealed class CrossOriginTests(RunningHub hub)
{
    private const string Allowed = "Access-Control-Allow-Origin";

    [Fact]
    public async Task A_named_origin_may_ask()
    {
        using var answer = await Preflight("/graphql", RunningHub.Front);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(answer, Allowed).ShouldBe(RunningHub.Front);
        Header(answer, "Access-Control-Allow-Headers").ShouldContain("Authorization");
        Header(answer, "Access-Control-Allow-Credentials").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_named_origin_reads_the_answer_and_the_refusal()
    {
        var token = (await hub.Issue("WallKey", "4302")).Token;
        foreach (var bearer in new[] { token, "none" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{viewer{role}}" }) };
            request.Headers.Add("Origin", RunningHub.Front);
            request.Headers.Add("Authorization", $"Bearer {bearer}");
            using var answer = await hub.Http.SendAsync(request);
            Header(answer, Allowed).ShouldBe(RunningHub.Front);
            answer.IsSuccessStatusCode.ShouldBe(bearer == token);
        }
    }

    [Theory]
    [InlineData("/graphql", "https://elsewhere.example")]
    [InlineData("/office", RunningHub.Front)]
    [InlineData("/metrics", RunningHub.Front)]
    public async Task Other_origins_and_other_paths_are_not_open(string path, string origin)
    {
        using var answer = await Preflight(path, origin);
        Header(answer, Allowed).ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> Preflight(string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await hub.Http.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
}
