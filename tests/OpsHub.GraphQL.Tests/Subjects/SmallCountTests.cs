using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Small counts of sensitive categories are hidden where few live, and can't be worked out from the rest.</summary>
public sealed class SmallCountTests
{
    private const string Grid = "430203001001001";

    [Theory]
    [InlineData("430203001", "Q01:9 W05:1", "Q01:9 W05:1")] // a township's figures are large enough
    [InlineData("430203001-D12", "Q01:9 W05:1", "Q01:9 W05:1")]
    [InlineData(Grid, "Q01:9 W01:1", "Q01:9 W01:1")] // nothing sensitive
    [InlineData(Grid, "Q01:9 W05:5", "Q01:9 W05:5")]
    [InlineData(Grid, "Q01:9 Q02:7 W05:1", "Q01:9 Q02:? W05:?")] // the smallest other goes along
    [InlineData(Grid, "Q01:9 Q02:1 Q03:3 W05:1", "Q01:9 Q02:? Q03:? W05:?")]
    [InlineData("430203001001", "Q01:9 W04:3 W05:4", "Q01:9 W04:? W05:?")] // two that hide each other
    [InlineData(Grid, "Q01:9 W05:1", "Q01:? W05:?")]
    [InlineData(Grid, "W05:1", "")] // open itself would tell
    [InlineData(Grid, "Q01:1 W05:1", "")]
    public void Counts_of(string unit, string counts, string shown)
    {
        var given = counts.Split(' ').Select(c => c.Split(':')).Select(c => KeyValuePair.Create(c[0], int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture)));
        string.Join(' ', SmallCounts.Shown(OrganCode.Parse(unit), given).OrderBy(c => c.Category, StringComparer.Ordinal).Select(c => $"{c.Category}:{c.Count?.ToString() ?? "?"}")).ShouldBe(shown);
    }

    [Fact]
    public async Task A_wall_key_is_told_that_a_count_is_hidden()
    {
        await using var hub = new TestHub();
        hub.Unit(Grid).Set(SummaryFold.Of([.. Contributions("Q01", 9), .. Contributions("W03", 2)], TestHub.Monday));
        (await hub.Data(Actors.CityWall, $$"""{ unit(code: "{{Grid}}") { summary { byCategory { category count hidden } } } }""")).GetProperty("unit").GetProperty("summary").GetProperty("byCategory").ToString()
            .ShouldBe("""[{"category":"Q01","count":null,"hidden":true},{"category":"W03","count":null,"hidden":true}]""");
    }

    private static IEnumerable<CaseContribution> Contributions(string category, int count) => Enumerable.Repeat(
        new CaseContribution(OpsHub.Domain.Cases.CaseStage.Reported, category, SummaryFold.HourOf(TestHub.Monday), 0, 0, 0, false, null, false, 0, false, false), count);
}
