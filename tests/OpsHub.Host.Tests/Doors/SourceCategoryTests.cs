using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Host.Doors.Tickets;
using OpsHub.Host.Options;
using OpsHub.Host.Seeds;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Doors;

/// <summary>The map of other systems' categories names ours as they are now, not as the hub came.</summary>
public sealed class SourceCategoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Book _book = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_category_that_was_added_later_neither_stops_the_start_nor_is_refused()
    {
        var map = Map("12345,L1,Q01-09,component");
        map.Find("12345", "L1").ShouldBeNull("the start, when only what the hub came with is known");
        map.Unknown.ShouldBe(["Q01-09"]);
        _book.Add("Q01-09", "Q01");
        map.Find("12345", "L1").ShouldBe(new MappedCategory("Q01-09", CaseKind.Component));
        map.Unknown.ShouldBeEmpty();
    }

    [Fact]
    public void A_first_level_category_takes_no_ticket()
    {
        _book.Add("Q01", null);
        Map("12345,L1,Q01,component").Find("12345", "L1").ShouldBeNull();
    }

    [Theory]
    [InlineData("12345,L1,Q01-01,thing", "kind")]
    [InlineData("12345,L1,Q01-01,event\n12345,L1,Q01-02,event", "sourceCode")]
    public void What_is_wrong_in_the_file_itself_stops_the_start(string rows, string column) =>
        Should.Throw<SeedFileException>(() => Map(rows)).Message.ShouldContain(column);

    private SourceCategories Map(string rows) => new(
        Microsoft.Extensions.Options.Options.Create(new DoorOptions { CategoryMap = _folder.File("map.csv", $"system,sourceCode,category,kind\n{rows}\n") }),
        Microsoft.Extensions.Options.Options.Create(new SeedOptions()), _book);

    private sealed class Book : IRuleBook
    {
        public RuleBook Current { get; private set; } = new(OfficialCalendar.Empty, new CaseRules { Categories = ImmutableDictionary<string, CaseCategory>.Empty });

        public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department>();

        public void Add(string code, string? parent) => Current = Current with
        {
            Cases = Current.Cases with { Categories = Current.Cases.Categories.Add(code, new(code, parent, code, code, null, null, null, false, null)) },
        };
    }
}
