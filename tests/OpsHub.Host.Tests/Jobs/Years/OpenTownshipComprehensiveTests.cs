using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Schemes;
using OpsHub.Fixtures;
using OpsHub.Host.Jobs.Years;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs.Years;

/// <summary>The yearly reminder of counties' comprehensive schemes: decided by the domain, without a silo. T016.</summary>
public sealed class OpenTownshipComprehensiveTests
{
    private static readonly UnitCode City = new("4302");
    private static readonly UnitCode First = new("430203");
    private static readonly UnitCode Second = new("430204");

    private readonly FakeTime _time = new();
    private readonly CountyRecords _records;
    private readonly Dictionary<UnitCode, SchemeRow> _schemes = [];

    public OpenTownshipComprehensiveTests() => _records = new(_time, First, Second);

    [Fact, Trait("Rule", "T016")]
    public async Task T016_a_county_without_a_scheme_is_reminded_once_a_year_however_often_the_job_runs()
    {
        At(2026, 1, 1);
        Made(Second, 2026);
        await Run();
        await Run();
        At(2026, 6, 1);
        await Run();
        _records.Happened<SchemeReminded>(First).Select(e => e.Year).ShouldBe([2026]);
        _records.Happened<SchemeReminded>(Second).ShouldBeEmpty("it has its scheme");
        At(2027, 1, 1);
        await Run();
        _records.Happened<SchemeReminded>(First).Select(e => e.Year).ShouldBe([2026, 2027]);
        _records.Happened<SchemeReminded>(Second).Select(e => e.Year).ShouldBe([2027]);
    }

    [Fact, Trait("Rule", "T016")]
    public async Task T016_what_dies_after_the_write_reminds_nobody_twice_and_holds_up_no_other_county()
    {
        At(2026, 1, 1);
        _records.Dying = First;
        await Run();
        _records.Happened<SchemeReminded>(First).Count.ShouldBe(1);
        _records.Happened<SchemeReminded>(Second).Count.ShouldBe(1);
    }

    [Fact, Trait("Rule", "T016")]
    public async Task T016_a_scheme_that_is_made_ends_the_term_though_the_year_is_over()
    {
        At(2026, 1, 1);
        await Run();
        At(2027, 1, 2);
        Made(First, 2026);
        await Run();
        await Run();
        _records.Happened<SchemeNoted>(First).Single().ShouldSatisfyAllConditions(e => e.Year.ShouldBe(2026), e => e.Late.ShouldBeTrue());
        _records.State(First).Terms.ShouldHaveSingleItem().Id.ShouldBe("scheme-2027");
    }

    private void At(int year, int month, int day) => _time.SetUtcNow(LocalDay.Start(new(year, month, day)).AddMinutes(27).ToUniversalTime());

    private void Made(UnitCode county, int year) =>
        _schemes[county] = new($"scheme-{county}-{year}-Townships", 1, new(county, year, SchemeTarget.Townships, [new("部门评价", SchemeSource.FromAbove, 1m)], [], _time.GetUtcNow()));

    private Task Run() => _time.Settle(Done());

    private async Task<bool> Done()
    {
        await new OpenTownshipComprehensive(Schemes, _records.Grains, Directory, new(_time), NullLogger<OpenTownshipComprehensive>.Instance).Run();
        return true;
    }

    private ISchemeIndex Schemes => Fake.Of<ISchemeIndex>((_, args) => Task.FromResult<IReadOnlyList<SchemeRow>>(
        _schemes.TryGetValue((UnitCode)args[0]!, out var row) && row.Scheme.Year == (int?)args[1] ? [row] : []));

    private static IHubDirectory Directory => Fake.Of<IHubDirectory>((method, _) => method.Name switch
    {
        "get_City" => City,
        nameof(IHubDirectory.Descendants) => (IReadOnlyList<UnitRow>)[new(First, 1, "", "", City, default, null, null, false), new(Second, 1, "", "", City, default, null, null, false)],
        _ => throw new NotSupportedException(method.Name),
    });
}
