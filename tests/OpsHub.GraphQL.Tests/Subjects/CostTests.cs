using Microsoft.Extensions.DependencyInjection;
using GraphQL;
using OpsHub.GraphQL.Transports.Documents;
using OpsHub.GraphQL.Transports.Limits;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>A field that asks the database costs so much that few of them fit in a query, however they are nested.</summary>
public sealed class CostTests : IAsyncLifetime
{
    private const int Most = 250;

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData("lateCases(first: 1) { stage }")]
    [InlineData("nextDue(first: 1) { stage }")]
    [InlineData("holders(first: 1) { held }")]
    [InlineData("recentEvents(first: 1) { event }")]
    [InlineData("history(hours: 1) { open }")]
    [InlineData("dailyHistory(days: 1) { open }")]
    [InlineData("sameHourLastWeek { open }")]
    [InlineData("deadlines(first: 1) { pageInfo { hasNextPage } }")]
    [InlineData("cases(first: 1) { nodes { id } }")]
    [InlineData("cases(first: 1) { totalCount }")]
    public async Task A_query_asks_the_database_at_most_250_times(string field)
    {
        await _hub.Data(Actors.Auditor, $$"""{ unit(code: "4302") { {{field}} } }""");
        var questions = _hub.Index.Calls.Count;
        questions.ShouldBeInRange(1, 2);
        // A hundred units, with so many aliases that the bound would be passed.
        var aliases = string.Join(' ', Enumerable.Range(0, Most / (100 * questions) + 1).Select(i => $"f{i}: {field}"));
        Should.Throw<LimitError>(() => Prepare($$"""{ unit(code: "4302") { children(first: 100) { nodes { {{aliases}} } } } }""")).Code.ShouldBe("TOO_COMPLEX");
        Prepare($$"""{ unit(code: "4302") { children(first: 100) { nodes { {{field}} } } } }""");
    }

    [Fact]
    public void A_node_costs_a_question()
    {
        const string total = """unit(code: "4302") { indicators(period: { year: 2026 }) { total { urges } } }""";
        var nearly = string.Join(' ', Enumerable.Range(0, 22).Select(n => $"u{n}: {total}"));
        Prepare($"{{ {nearly} }}");
        var nodes = string.Join(' ', Enumerable.Range(0, 8).Select(n => $$"""n{{n}}: node(id: "x") { id }"""));
        Should.Throw<LimitError>(() => Prepare($"{{ {nearly} {nodes} }}")).Code.ShouldBe("TOO_COMPLEX");
    }

    [Theory]
    [InlineData("total { urges }")]
    [InlineData("groups(first: 1) { nodes { urges } }")]
    public void A_query_counts_indicators_at_most_25_times(string field) =>
        Bounded(n => $$"""u{{n}}: unit(code: "4302") { indicators(period: { year: 2026 }, by: [COUNTY]) { {{field}} } }""", 25);

    [Theory]
    [InlineData("governanceIndicators(unit: \"4302\") { rule }")]
    [InlineData("governanceFlags(unit: \"4302\", first: 1) { nodes { rule } }")]
    public void A_query_reads_all_grid_files_of_a_city_at_most_25_times(string field) => Bounded(n => $"g{n}: {field}", 25);

    private void Bounded(Func<int, string> field, int most)
    {
        string Query(int count) => $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(field))} }}";
        Should.Throw<LimitError>(() => Prepare(Query(most))).Code.ShouldBe("TOO_COMPLEX");
        Prepare(Query(most * 4 / 5));
    }

    private PreparedOperation Prepare(string query) => _hub.Services.GetRequiredService<ValidatedDocuments>().Prepare(query, null, Inputs.Empty);
}
