using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsHub.GraphQL.Transports;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class LimitTests
{
    private static string Many(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    /// <summary>The quickest of a few, each a document that the server has not seen: what it costs, not what else the machine is doing meanwhile.</summary>
    private static async Task<(Told Told, TimeSpan Took)> QuickestAsync(Door door, string document, TimeSpan bound)
    {
        for (var attempt = 1; ; attempt++)
        {
            var watch = Stopwatch.StartNew();
            var told = await door.AskAsync(attempt == 1 ? document : $"{document} #{attempt}");
            if (watch.Elapsed < bound || attempt == 10)
                return (told, watch.Elapsed);
        }
    }

    private static async Task OnlyJustAsync(Action<GraphQLLimits> limits, string code, string allowed, string refused, object? variables = null)
    {
        await using var door = await Door.OpenAsync(limits);
        var told = await door.AskAsync(allowed, variables);
        told.HasErrors.ShouldBeFalse(told.Text);
        var no = await door.AskAsync(refused, variables);
        no.Status.ShouldBe(400);
        no.Code.ShouldBe(code);
    }

    [Fact]
    public Task Depth() => OnlyJustAsync(l => l.MaxDepth = 3, "TOO_DEEP", "{ unit { parent { name } } }", "{ unit { parent { parent { name } } } }");

    [Fact]
    public Task Depth_through_fragments() => OnlyJustAsync(l => l.MaxDepth = 3, "TOO_DEEP",
        "{ unit { ...f } } fragment f on Unit { parent { name } }", "{ unit { ...f } } fragment f on Unit { parent { parent { name } } }");

    [Fact]
    public Task Aliases() => OnlyJustAsync(l => l.MaxAliases = 2, "TOO_MANY_ALIASES", "{ a: city b: city }", "{ a: city b: city c: city }");

    [Fact]
    public Task Directives() => OnlyJustAsync(l => l.MaxDirectives = 1, "TOO_MANY_DIRECTIVES",
        "{ city @include(if: true) }", "{ city @include(if: true) who @skip(if: true) }");

    [Fact]
    public Task Unknown_directives_are_counted_before_they_are_complained_about() => OnlyJustAsync(l => l.MaxDirectives = 20, "TOO_MANY_DIRECTIVES",
        "{ city }", "{ city " + Many(1_000, _ => "@d") + " }");

    [Fact]
    public Task Fragments() => OnlyJustAsync(l => l.MaxFragments = 2, "TOO_MANY_FRAGMENTS",
        "{ ...a } fragment a on Query { city }", "{ ...a ...a } fragment a on Query { city }");

    [Fact]
    public Task Repeats() => OnlyJustAsync(l => l.MaxRepeats = 2, "TOO_MANY_REPEATS", "{ city city }", "{ city city city }");

    [Fact]
    public Task Repeats_through_fragments() => OnlyJustAsync(l => l.MaxRepeats = 4, "TOO_MANY_REPEATS",
        "{ ...a ...a ... on Query { city city } } fragment a on Query { city }", "{ ...a ...a } fragment a on Query { ...b ...b } fragment b on Query { city city }");

    [Fact]
    public Task Tokens() => OnlyJustAsync(l => l.MaxTokens = 10, "TOO_MANY_TOKENS", "{ city who }", "{ " + Many(9, _ => "city") + " }");

    [Fact]
    public Task Characters() => OnlyJustAsync(l => l.MaxDocumentCharacters = 100, "DOCUMENT_TOO_LONG", "{ city }", "{ city }" + new string(' ', 100));

    [Fact]
    public Task Complexity_counts_what_first_asks_for() => OnlyJustAsync(l => l.MaxComplexity = 101, "TOO_COMPLEX",
        "{ units(first: 100) { name } }", "{ units(first: 101) { name } }");

    [Fact]
    public Task Complexity_multiplies_nested_lists() => OnlyJustAsync(l => l.MaxComplexity = 1_000, "TOO_COMPLEX",
        "{ units(first: 10) { children(first: 10) { name } } }", "{ units(first: 40) { children(first: 40) { name } } }");

    [Fact]
    public Task Complexity_of_a_connection_is_its_first_or_last_once() => OnlyJustAsync(l => l.MaxComplexity = 110, "TOO_COMPLEX",
        "{ unit { page(first: 50) { nodes { name } } } }", "{ unit { page(last: 90) { nodes { name } } } }");

    [Fact]
    public Task Complexity_of_a_silent_list_is_assumed() => OnlyJustAsync(l => (l.MaxComplexity, l.AssumedListSize) = (30, 20), "TOO_COMPLEX",
        "{ unit { counties { name parent { name } } } }", "{ units { name parent { name } } }");

    [Fact]
    public Task Complexity_counts_hours() => OnlyJustAsync(l => l.MaxComplexity = 101, "TOO_COMPLEX", "{ hourly(hours: 100) { name } }", "{ hourly(hours: 101) { name } }");

    [Fact]
    public Task Complexity_counts_the_default_of_an_argument() => OnlyJustAsync(l => l.MaxComplexity = 100, "TOO_COMPLEX", "{ hourly(hours: 10) { name } }", "{ hourly { name } }");

    [Fact]
    public Task Complexity_counts_the_ids_asked_for() => OnlyJustAsync(l => l.MaxComplexity = 3, "TOO_COMPLEX",
        "{ byIds(ids: [\"a\", \"b\"]) { name } }", "{ byIds(ids: [\"a\", \"b\", \"c\"]) { name } }");

    [Fact]
    public Task Complexity_counts_what_a_page_says_of_itself_once() => OnlyJustAsync(l => l.MaxComplexity = 305, "TOO_COMPLEX",
        "{ unit { page(first: 50) { total nodes { name } } } }", "{ unit { page(first: 50) { total nodes { name parent { name } } } } }");

    [Theory]
    [InlineData("query($ids: [String!]) { byIds(ids: $ids) { name } }", false)]
    [InlineData("query($ids: [String!] = [\"a\", \"b\", \"c\"]) { byIds(ids: $ids) { name } }", true)]
    public async Task Complexity_counts_ids_of_variables_and_defaults(string query, bool hasDefault)
    {
        await using var door = await Door.OpenAsync(l => l.MaxComplexity = 3);
        (await door.AskAsync(query, new { ids = new[] { "a", "b" } })).Status.ShouldBe(200);
        (await door.AskAsync(query, new { ids = new[] { "a", "b", "c" } })).Code.ShouldBe("TOO_COMPLEX");
        if (hasDefault)
            (await door.AskAsync(query)).Code.ShouldBe("TOO_COMPLEX");
    }

    [Fact]
    public async Task Complexity_follows_the_variables_of_a_document_already_known()
    {
        await using var door = await Door.OpenAsync(l => l.MaxComplexity = 101);
        const string query = "query($n: Int = 1000) { units(first: $n) { name } }";
        (await door.AskAsync(query, new { n = 100 })).Status.ShouldBe(200);
        (await door.AskAsync(query, new { n = 1_000_000 })).Code.ShouldBe("TOO_COMPLEX");
        (await door.AskAsync(query)).Code.ShouldBe("TOO_COMPLEX");
        (await door.AskAsync(query, new { n = 100 })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Fragments_that_double_at_each_step_are_refused_at_once()
    {
        await using var door = await Door.OpenAsync(l => (l.MaxDepth, l.MaxRepeats) = (64, 1_000));
        var bomb = "{ unit { ...f0 } } " + Many(15, i => $"fragment f{i} on Unit {{ parent {{ ...f{i + 1} }} parent {{ ...f{i + 1} }} }}")
            + " fragment f15 on Unit { name }";
        await door.AskAsync("{ city }");
        var (told, took) = await QuickestAsync(door, bomb, TimeSpan.FromSeconds(1));
        told.Code.ShouldBe("TOO_MANY_FIELDS");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_fragment_that_spreads_itself_is_a_validation_error()
    {
        await using var door = await Door.OpenAsync();
        (await door.AskAsync("{ unit { ...f } } fragment f on Unit { parent { ...g } } fragment g on Unit { ...f }")).Code.ShouldBe("NO_FRAGMENT_CYCLES");
    }

    [Fact]
    public async Task Spread_out_fields()
    {
        await using var door = await Door.OpenAsync(l => (l.MaxFields, l.MaxRepeats) = (20, 100));
        (await door.AskAsync("{ unit { ...a } } fragment a on Unit { parent { name ...b } } fragment b on Unit { parent { name } }")).Status.ShouldBe(200);
        var refused = "{ unit { " + Many(8, _ => "...a") + " } } fragment a on Unit { parent { name } }";
        (await door.AskAsync(refused)).Status.ShouldBe(200);
        refused = "{ unit { " + Many(10, _ => "...a") + " } } fragment a on Unit { parent { name } }";
        (await door.AskAsync(refused)).Code.ShouldBe("TOO_MANY_FIELDS");
    }

    [Fact]
    public async Task The_usual_introspection_query_fits()
    {
        await using var door = await Door.OpenAsync();
        var told = await door.AskAsync(IntrospectionQuery.Text);
        told.Status.ShouldBe(200, told.Text);
        told.HasErrors.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_of_a_body(bool lengthIsKnown)
    {
        await using var door = await Door.OpenAsync(l => l.MaxBodyBytes = 2_000);
        var body = JsonContent.Create(new { query = "{ city }", variables = new { a = new string('x', 3_000) } });
        await body.LoadIntoBufferAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, door.Url) { Content = body };
        request.Headers.TransferEncodingChunked = !lengthIsKnown;
        var told = await door.SendAsync(request);
        told.Status.ShouldBe(413);
        if (lengthIsKnown)
            told.Code.ShouldBe("BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Execution_time()
    {
        await using var door = await Door.OpenAsync(l => l.ExecutionTimeout = TimeSpan.FromMilliseconds(100));
        var told = await door.AskAsync("{ slow }");
        told.Status.ShouldBe(503);
        told.Code.ShouldBe("TIMEOUT");
    }

    [Fact]
    public async Task Execution_time_even_of_a_resolver_that_does_not_listen()
    {
        await using var door = await Door.OpenAsync(l => l.ExecutionTimeout = TimeSpan.FromMilliseconds(100));
        (await door.AskAsync("{ deaf }")).Code.ShouldBe("TIMEOUT");
    }

    [Fact]
    public async Task Number_of_errors_reported()
    {
        await using var door = await Door.OpenAsync(l => l.MaxErrors = 3);
        var errors = (await door.AskAsync("{ " + Many(10, i => "nothing" + i) + " }")).Json.GetProperty("errors");
        errors.GetArrayLength().ShouldBe(4);
        errors[3].GetProperty("message").GetString().ShouldBe("7 more errors.");
    }

    [Fact]
    public async Task The_answer_to_a_hostile_document_is_small_and_quick()
    {
        await using var door = await Door.OpenAsync();
        await door.AskAsync("{ city }");
        var hostile = new[]
        {
            "{ " + Many(1_000, i => $"a{i}: city") + " }",
            "{ city " + Many(5_000, i => "@unknown") + " }",
            "{ " + Many(1_400, i => "nothing" + i) + " }",
            "{ unit { " + Many(12, _ => "parent { " + Many(12, _ => "parent { name name }") + " }") + " } }",
            "{ unit { " + Many(25, i => "...f" + i) + " } } " + Many(25, i => $"fragment f{i} on Unit {{ {Many(20, _ => "parent { name }")} }}"),
            new string('{', 20_000),
            "{ city(a: " + new string('[', 2_000) + " }",
            "query(" + Many(700, i => $"$v{i}: Int") + ") { city }",
        };
        foreach (var document in hostile)
        {
            var (told, took) = await QuickestAsync(door, document, TimeSpan.FromSeconds(2));
            told.Text.Length.ShouldBeLessThan(8_000);
            took.ShouldBeLessThan(TimeSpan.FromSeconds(2), document[..40]);
        }
    }

    [Fact]
    public void Senseless_limits_are_refused()
    {
        foreach (var nonsense in new Action<GraphQLLimits>[] { l => l.MaxDepth = 0, l => l.Heartbeat = TimeSpan.Zero, l => l.MaxBodyBytes = -1 })
            Should.Throw<OptionsValidationException>(() => Door.OpenAsync(nonsense).GetAwaiter().GetResult());
    }
}
