using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteFilings(SqliteHub hub) : FilingsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlFilings(PostgreSqlHub hub) : FilingsContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>What units have on file and owe. Each test has a city of its own.</summary>
public abstract class FilingsContract(SharedHub shared) : StorageContract(shared)
{
    private IFilingIndex Index => Hub.Services.GetRequiredService<IFilingIndex>();

    private UnitCode County => UnitCode.Parse($"{Samples.City}01");

    private UnitCode Other => UnitCode.Parse($"{Samples.City}02");

    private UnitCode Town => UnitCode.Parse($"{County}001");

    [SkippableFact]
    public async Task Obligations_are_read_back_whole_nearest_due_first_and_only_a_higher_version_replaces_them()
    {
        FilingObligationRow late = Owed(County, FilingDutyKind.OrganisationFiling, 1, due: -3), next = Owed(County, FilingDutyKind.EstablishmentFiling, 1, due: 2),
            done = Owed(County, FilingDutyKind.AssessmentMeasures, 1, due: 9) with { DoneAt = Samples.Now.AddTicks(5), IsLifted = true };
        await Publish(Row(County, 2, next, done, late));
        await Publish(Row(County, 1));
        (await All(new() { Unit = County })).ShouldBe([late, next, done]);
        (await All(new() { Unit = County, OpenOnly = true })).ShouldBe([late, next]);

        await Publish(Row(County, 3, next));
        (await All(new() { Unit = County })).ShouldBe([next]);
    }

    [SkippableFact]
    public async Task Obligations_are_found_by_unit_with_and_without_what_lies_below_holder_and_kind()
    {
        await Publish(Row(County, 1, Owed(County, FilingDutyKind.OrganisationFiling, 1), Owed(County, FilingDutyKind.DetailedRules, 1, holder: Town)));
        await Publish(Row(Town, 1, Owed(Town, FilingDutyKind.PowerList, 1)));
        await Publish(Row(Other, 1, Owed(Other, FilingDutyKind.OrganisationFiling, 1)));

        (await Count(new() { Unit = Samples.City })).ShouldBe(4);
        (await Count(new() { Unit = County })).ShouldBe(3);
        (await Count(new() { Unit = County, OwnOnly = true })).ShouldBe(2);
        (await Count(new() { Unit = Town })).ShouldBe(2, "its own list, and the rules that it owes on the county's record");
        (await Count(new() { Unit = Samples.City, Kind = FilingDutyKind.OrganisationFiling })).ShouldBe(2);
        (await Count(new() { Unit = County, Holder = OrganCode.Of(Town) })).ShouldBe(2);
        await Should.ThrowAsync<ArgumentException>(() => Index.CountObligations(new() { Unit = UnitCode.Parse($"{Town}001") }));
    }

    [SkippableFact]
    public async Task Obligations_are_paged_both_ways()
    {
        // Two of the same due, so that the id breaks the tie.
        await Publish(Row(County, 1, [.. Enumerable.Range(1, 7).Select(i => Owed(County, FilingDutyKind.OrganisationFiling, i, due: i / 2))]));
        var expected = (await All(new() { Unit = County })).ConvertAll(o => o.Term);
        expected.Count.ShouldBe(7);
        (await Walk(forward: true)).ShouldBe(expected);
        (await Walk(forward: false)).ShouldBe(expected);
        await Should.ThrowAsync<BadCursorException>(() => Index.Obligations(new(), new(2, "x", null, null)));

        async Task<List<string>> Walk(bool forward)
        {
            var (all, cursor, more) = (new List<string>(), (string?)null, true);
            while (more)
            {
                var page = await Index.Obligations(new() { Unit = County }, forward ? new(2, cursor, null, null) : new(null, null, 2, cursor));
                all.InsertRange(forward ? all.Count : 0, page.Items.Select(i => i.Row.Term));
                (more, cursor) = forward ? (page.HasNext, page.Items[^1].Cursor) : (page.HasPrevious, page.Items[0].Cursor);
            }

            return all;
        }
    }

    [SkippableFact, Trait("Rule", "A043")]
    public async Task A043_counties_that_have_filed_are_told_by_their_city()
    {
        await Publish(Row(County, 1) with { MeasuresFiled = true });
        await Publish(Row(Other, 1));
        (await Index.CountiesFiled(Samples.City)).ShouldBe([County]);
        await Publish(Row(Other, 2) with { MeasuresFiled = true });
        (await Index.CountiesFiled(Samples.City)).ShouldBe([County, Other]);
        (await Index.CountiesFiled(UnitCode.Parse("0000"))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Records_with_an_open_term_are_gone_through_by_key()
    {
        await Publish(Row(County, 1, Owed(County, FilingDutyKind.OrganisationFiling, 1)) with { DueAt = Samples.Now });
        await Publish(Row(Town, 1) with { DueAt = Samples.Now });
        await Publish(Row(Other, 1));
        var (keys, after) = (new List<string>(), (string?)null);
        while (await Index.WithTerms(after, 1) is { Count: > 0 } more)
        {
            after = more[^1];
            keys.AddRange(more);
        }

        keys.Where(k => k.Contains($"-{Samples.City}", StringComparison.Ordinal)).ShouldBe([GrainKeys.Filings(County), GrainKeys.Filings(Town)]);
        keys.ShouldBeUnique();
    }

    [SkippableFact]
    public async Task A_cleared_record_leaves_nothing_behind_and_a_lost_obligation_is_a_difference()
    {
        await Publish(Row(County, 1, Owed(County, FilingDutyKind.OrganisationFiling, 1)) with { MeasuresFiled = true });
        await Hub.Publisher.Publish(new(GrainKeys.Filings(County), 2));
        (await Count(new() { Unit = County })).ShouldBe(0);
        (await Index.CountiesFiled(Samples.City)).ShouldBeEmpty();

        var same = Owed(Town, FilingDutyKind.PowerList, 1);
        // The same term twice is one row too few.
        await Publish(Row(Town, 1, same, same));
        var found = new List<string>();
        await foreach (var difference in Hub.Index.Differences(None))
            found.Add(difference);
        found.ShouldContain($"{GrainKeys.Filings(Town)}: 2 obligations on file, 1 listed");
    }

    private Task<int> Count(FilingFilter filter) => Index.CountObligations(filter);

    private async Task<List<FilingObligationRow>> All(FilingFilter filter) => [.. (await Index.Obligations(filter, new(100, null, null, null))).Items.Select(i => i.Row)];

    private Task Publish(FilingsRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { Filings = row });

    private FilingsRow Row(UnitCode unit, long version, params FilingObligationRow[] obligations) => new()
    {
        Key = GrainKeys.Filings(unit), Version = version, Unit = unit, County = unit.At(UnitLevel.County), City = Samples.City, MeasuresFiled = false, ChangedAt = Samples.Now.AddTicks(3),
        Obligations = [.. obligations],
    };

    private static FilingObligationRow Owed(UnitCode unit, FilingDutyKind kind, int n, int due = 1, UnitCode? holder = null) => new(
        unit, holder is { } h ? $"{kind}-{h}-{n}" : $"{kind}-{n}", kind, OrganCode.Of(holder ?? unit), Samples.Now.AddTicks(1), Samples.Now.AddDays(due).AddTicks(7), null, false);
}
