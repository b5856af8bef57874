using System.Text.Json;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Benchmarks;

/// <summary>Boards of 30 agencies in every township of the city, as the scoreboard's page asks for them.</summary>
internal static class BoardPages
{
    private const int Agencies = 30;
    private const int Year = 2026;
    private const string Township = "430203001";

    // The fields of the page's rows: src/OpsHub.Wall/src/api/scoreboard.graphql.
    private const string Line = """
        id year reading stage hasLetter targets targetsDone duty satisfaction statutory total townshipRate forecastTotal forecastRate satisfactionForExcellent grade headGrade
        dueAt dueTerm overdue openAppeals publishedAt agency { code name nameEn } department { code name nameEn } host { code name nameEn }
        evidence { dispatched refused due onTime urged } owed { what label labelEn due late by { code name nameEn } } sharedAt { target at }
        """;

    /// <summary>Puts the years into a stopped hub's database: they are in force, the letters signed in March.</summary>
    public static Task Store(StorageOptions storage, IReadOnlyList<(string Township, IReadOnlyList<string>)> townships) => PlayedYears.Store(
        storage, townships.SelectMany(t => Enumerable.Range(0, Agencies).Select(a => new PlayedYear(OrganCode.Parse($"{t.Township}-D{10 + a}"), Year).InForce())));

    public static async IAsyncEnumerable<BenchmarkRow> Run(PageBenchmark.Pages pages, BenchmarkStorage database)
    {
        while (database.Count($"SELECT COUNT(*) FROM AgencyYears WHERE Year = {Year} AND Stage > 0") is var known && known < Agencies * 30)
            await Task.Delay(1_000);
        await Task.Delay(10_000); // what was found at the start is published
        var townships = await pages.Token("TownshipGovernment", Township);
        var found = (await pages.Hub.Query(townships, Board(Township))).GetProperty("scoreboard").GetProperty("nodes");
        if (found.GetArrayLength() < Agencies)
            throw new InvalidOperationException($"{found.GetArrayLength()} agencies stand on the board, {Agencies} are expected.");
        var years = database.Count($"SELECT COUNT(*) FROM AgencyYears WHERE Year = {Year}");
        yield return new($"board of a township's {found.GetArrayLength()} agencies, of {years:N0} in the city, as its page asks for it", "p99 < 20 ms", await pages.Time(townships, Board(Township)));
        yield return new("page of 100 of a county's board", "", await pages.Time(await pages.Token("PerformanceOrgan", "430203"), Board("430203")));
        var id = found.EnumerateArray().First(l => l.GetProperty("hasLetter").GetBoolean()).GetProperty("id").GetString();
        yield return new("a step's reply to 50 pages with that board", "", await Subscribers.Measure(
            pages.Hub, townships, $$"""subscription { scoreboardChanged(unit: "{{Township}}", year: {{Year}}) { lines { {{Line}} } } }""",
            () => data => data.GetProperty("scoreboardChanged").GetProperty("lines").GetArrayLength() > 0, 20, i => Step(pages, townships, id!, i), beat: 1_300));
    }

    private static string Board(string unit) => $$"""query Board { serverTime scoreboard(unit: "{{unit}}", year: {{Year}}, first: 100) { asOf pageInfo { hasNextPage endCursor } nodes { {{Line}} } } }""";

    private static async Task Step(PageBenchmark.Pages pages, string token, string year, int n)
    {
        var answer = await pages.Hub.Answer(token, $$"""mutation { recordKeyWork(input: { commandId: "work-{{n}}", yearId: "{{year}}", text: "防汛值守", tookPart: true }) { errors { code message } } }""");
        if (answer.GetProperty("recordKeyWork").GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
            throw new InvalidOperationException(errors.ToString());
    }
}
