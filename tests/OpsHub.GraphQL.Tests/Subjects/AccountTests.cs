using System.Security.Claims;
using System.Text.Json;
using OpsHub.Contracts.Accounts;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

public sealed class AccountTests : IAsyncLifetime
{
    private const string SignIn = """mutation($p: String!) { signIn(input: { account: "leader", password: $p }) { token expiresAt viewer { role language unit { name } } errors { code message } } }""";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Sign_in_gives_a_token_and_says_whom_it_speaks_for()
    {
        var answer = (await _hub.Ask(null, SignIn, new { p = "right" })).GetProperty("data").GetProperty("signIn");
        answer.GetProperty("token").GetString().ShouldBe("token");
        answer.GetProperty("expiresAt").GetString().ShouldBe("2026-03-02T17:00:00+08:00");
        answer.GetProperty("viewer").GetProperty("role").GetString().ShouldBe("TOWNSHIP_GOVERNMENT");
        answer.GetProperty("viewer").GetProperty("language").GetString().ShouldBe("EN");
        answer.GetProperty("viewer").GetProperty("unit").GetProperty("name").GetString().ShouldBe("贺家土街道");
    }

    [Fact]
    public async Task A_wrong_password_is_a_typed_refusal()
    {
        var answer = (await _hub.Ask(null, SignIn, new { p = "wrong" })).GetProperty("data").GetProperty("signIn");
        answer.GetProperty("token").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task The_viewer_is_whom_the_claims_name()
    {
        var viewer = (await _hub.Data(Actors.Agency, "{ viewer { principal role organ { code kind name unit { code } } language } }")).GetProperty("viewer");
        viewer.GetProperty("principal").GetString().ShouldBe("AgencyStaff@430203001-D12");
        viewer.GetProperty("organ").GetProperty("kind").GetString().ShouldBe("AGENCY");
        viewer.GetProperty("organ").GetProperty("unit").GetProperty("code").GetString().ShouldBe("430203001");
        viewer.GetProperty("language").GetString().ShouldBe("ZH");
    }

    [Fact]
    public async Task Who_names_no_actor_reads_nothing() =>
        (await _hub.Ask(null, "{ viewer { principal } }")).Code().ShouldBe("UNAUTHENTICATED");

    [Fact]
    public void Claims_give_back_the_actor_they_were_made_of()
    {
        var actor = new Actor("token-7", Role.Hotline, Domain.Hierarchy.OrganCode.Parse("4302"), Backdates: true);
        ActorClaims.FromClaims(new ClaimsPrincipal(new ClaimsIdentity(ActorClaims.ToClaims(actor), "test"))).ShouldBe(actor);
    }

    [Theory]
    [InlineData("role", "Emperor")]
    [InlineData("role", "3")]
    [InlineData("role", "townshipgovernment")]
    [InlineData("role", "TownshipGovernment, Auditor")]
    [InlineData("organ", "nowhere")]
    [InlineData("sub", "")]
    public void A_malformed_claim_names_nobody(string type, string value)
    {
        var claims = ActorClaims.ToClaims(Actors.Leader).Where(c => c.Type != type).Append(new Claim(type, value));
        ActorClaims.FromClaims(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))).ShouldBeNull();
    }

    [Fact]
    public void A_doubled_claim_names_nobody()
    {
        var claims = ActorClaims.ToClaims(Actors.Leader).Append(new Claim("role", "Auditor"));
        ActorClaims.FromClaims(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))).ShouldBeNull();
    }

    [Fact]
    public void Claims_without_sign_in_name_nobody() =>
        ActorClaims.FromClaims(new ClaimsPrincipal(new ClaimsIdentity(ActorClaims.ToClaims(Actors.Leader)))).ShouldBeNull();
}
