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

    private PreparedOperation Prepare(string query) => _hub.Services.GetRequiredService<ValidatedDocuments>().Prepare(query, null, Inputs.Empty);
}
