namespace OpsHub.GraphQL.Tests.Transports;

public sealed class AdmissionTests : IAsyncLifetime
{
    private Door _door = null!;

    public async Task InitializeAsync() => _door = await Door.OpenAsync();

    public async Task DisposeAsync() => await _door.DisposeAsync();

    [Theory]
    [InlineData("{ city }")]
    [InlineData("{ open city }")]
    [InlineData("{ __typename }")]
    [InlineData("{ open __schema { types { name } } }")]
    [InlineData("{ doesNotExist }")]
    [InlineData("{ ...f } fragment f on Query { city }")]
    [InlineData("{ open ... on Query { city } }")]
    [InlineData("mutation { poke }")]
    public async Task The_anonymous_are_refused_before_anything_is_told(string query)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var told = await _door.AskAsync(query, token: null, accept: accept);
            told.Status.ShouldBe(401);
            told.Code.ShouldBe("UNAUTHENTICATED");
            told.Headers["WWW-Authenticate"].ShouldBe("Bearer realm=\"opshub\"");
            told.Text.ShouldNotContain("data\"");
        }
    }

    [Theory]
    [InlineData("{ open }", "for everyone")]
    [InlineData("{ __typename open }", "for everyone")]
    [InlineData("mutation { signIn }", "signed in")]
    [InlineData("{ ...f } fragment f on Query { open }", "for everyone")]
    public async Task The_anonymous_may_use_public_fields(string query, string expected)
    {
        var told = await _door.AskAsync(query, token: null);
        told.Status.ShouldBe(200);
        told.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task A_wrong_token_is_anonymous_and_told_so()
    {
        var told = await _door.AskAsync("{ city }", token: "wrong");
        told.Status.ShouldBe(401);
        told.Headers["WWW-Authenticate"].ShouldContain("invalid_token");
    }

    [Fact]
    public async Task The_signed_in_may_introspect() =>
        (await _door.AskAsync("{ __schema { queryType { name } } __type(name: \"Unit\") { name } }")).Data
            .GetProperty("__type").GetProperty("name").GetString().ShouldBe("Unit");

    [Fact]
    public async Task Introspection_follows_the_hosts_rule_even_when_the_document_is_known()
    {
        await using var door = await Door.OpenAsync(seams: s => s.MayIntrospect = user => user.Identity?.Name == "integrator");
        const string query = "{ __schema { queryType { name } } }";
        (await door.AskAsync(query, token: "integrator")).Status.ShouldBe(200);
        var told = await door.AskAsync(query);
        told.Status.ShouldBe(400);
        told.Code.ShouldBe("INTROSPECTION_REFUSED");
    }

    [Fact]
    public async Task Names_that_almost_match_are_told_only_to_those_who_may_see_the_schema()
    {
        const string query = "{ open(nme: 1) }";
        (await _door.AskAsync("{ ctiy }")).Message!.ShouldContain("Did you mean");
        (await _door.AskAsync("query Q($a: Strng) { open }", token: null)).Text.ShouldNotContain("Did you mean");
        (await _door.AskAsync(query, token: null)).Status.ShouldBe(400);
        await using var door = await Door.OpenAsync(seams: s => s.MayIntrospect = _ => false);
        var told = await door.AskAsync("{ ctiy }");
        told.Message!.ShouldBe("Cannot query field 'ctiy' on type 'Query'.");
        told.FirstError.GetProperty("locations")[0].GetProperty("column").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task An_unexpected_failure_is_masked_and_logged_under_its_number()
    {
        var told = await _door.AskAsync("{ boom }");
        told.Code.ShouldBe("INTERNAL");
        told.Text.ShouldNotContain("secret");
        told.Text.ShouldNotContain("   at ");
        told.FirstError.GetProperty("path")[0].GetString().ShouldBe("boom");
        var correlation = told.FirstError.GetProperty("extensions").GetProperty("correlationId").GetString()!;
        _door.Log.Lines.ShouldContain(line => line.Contains(correlation) && line.Contains("password=secret"));
    }
}
