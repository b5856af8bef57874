using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Storage.States;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteAgencyYears(SqliteHub hub) : AgencyYearsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlAgencyYears(PostgreSqlHub hub) : AgencyYearsContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Rows of agencies' years and their snapshots. Each test has a city of its own.</summary>
public abstract class AgencyYearsContract(SharedHub shared) : StorageContract(shared)
{
    private IAgencyYearIndex Years => Hub.Services.GetRequiredService<IAgencyYearIndex>();

    private UnitCode County => UnitCode.Parse($"{Samples.City}01");

    private OrganCode Bureau => OrganCode.Parse($"{County}:D12");

    [SkippableFact]
    public async Task A_year_is_read_back_whole_and_only_a_higher_version_replaces_it()
    {
        var row = Row(1) with
        {
            Version = 2,
            Total = 88.2m,
            TownshipRate = 0.8933333333m,
            Grade = AssessmentGrade.Good,
            DueAt = Samples.Now.AddDays(2),
            DueTerm = "letter",
            OpenAppeals = 1,
            EvidenceOf = ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty.Add(Township(1), new(50, 48, 2, 100, 92, 2, 1, 3, 4, 3, Samples.Now)),
            Base = TownshipPartBase.Forty,
            SharedAt = ImmutableSortedDictionary<ShareTarget, DateTimeOffset>.Empty.Add(ShareTarget.Department, Samples.Now),
        };
        await Publish(row);
        await Publish(row with { Version = 1, Stage = AgencyYearStage.Opened, Total = null });
        Text((await Years.ByKey([row.Key, "year-unknown"])).ShouldHaveSingleItem().Value).ShouldBe(Text(row));
        await Publish(row with { Version = 3, Total = 90m });
        (await Years.OfAgency(row.Agency)).ShouldHaveSingleItem().Total.ShouldBe(90m);
    }

    [SkippableFact]
    public async Task A026_an_agency_is_on_the_scoreboard_of_every_township_that_it_serves_and_no_longer_once_it_does_not()
    {
        var (area, alone, former) = (Row(1, served: [Township(1), Township(2)]), Row(2), Row(1, year: 2025));
        foreach (var row in new[] { alone, area, former })
            await Publish(row);
        (await Years.OfUnit(Township(1), 2026)).Select(y => y.Key).ShouldBe([area.Key, alone.Key]);
        (await Years.OfUnit(Township(2), 2026)).Select(y => y.Key).ShouldBe([area.Key]);
        (await Years.OfUnit(Township(1), 2025)).Select(y => y.Key).ShouldBe([former.Key]);
        (await Years.OfUnit(UnitCode.Parse($"{Township(1)}001"), 2026)).ShouldBeEmpty();
        (await Years.OfAgency(area.Agency)).Select(y => y.Year).ShouldBe([2026, 2025]);
        await Publish(Row(1) with { Version = 2 });
        (await Years.OfUnit(Township(2), 2026)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Which_years_stand_on_a_board_and_in_which_version_is_told_for_every_board()
    {
        var (area, alone, former) = (Row(1, served: [Township(1), Township(2)]), Row(2, host: Township(2), served: [Township(2)]), Row(1, year: 2025));
        foreach (var row in new[] { area, alone, former })
            await Publish(row);
        await Publish(alone with { Version = 7 });
        (await Versions(OrganCode.Of(Township(1)))).ShouldBe([(area.Key, 1)]);
        (await Versions(OrganCode.Of(Township(2)))).ShouldBe([(area.Key, 1), (alone.Key, 7)]);
        (await Versions(OrganCode.Of(County))).ShouldBe([(area.Key, 1), (alone.Key, 7)]);
        (await Versions(OrganCode.Of(Samples.City))).Count.ShouldBe(2);
        (await Versions(Bureau)).Count.ShouldBe(2);
        (await Versions(Bureau, 2025)).ShouldBe([(former.Key, 1)]);
        (await Versions(OrganCode.Parse($"{County}:D20"))).ShouldBeEmpty();
        (await Versions(OrganCode.Parse($"{Township(1)}001"))).ShouldBeEmpty();
        (await Versions(area.Agency)).ShouldBeEmpty();

        async Task<List<(string, long)>> Versions(OrganCode of, int year = 2026) =>
            [.. (await Years.Versions(new(of, year))).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value))];
    }

    [SkippableFact]
    public async Task A_county_and_the_city_have_the_agencies_whose_host_s_code_lies_in_them_as_the_right_to_read_them_goes()
    {
        var other = UnitCode.Parse($"{Samples.City}02");
        await Unit(County, Samples.City);
        await Unit(other, Samples.City);
        await Unit(Township(1), County);
        await Unit(Township(2), County);
        await Publish(Row(1));
        await Publish(Row(2, host: Township(2), served: [Township(2)]));
        await Publish(Row(1, year: 2025));
        (await Years.OfUnit(County, 2026)).Count.ShouldBe(2);
        (await Years.OfUnit(other, 2026)).ShouldBeEmpty();
        (await Years.OfUnit(Samples.City, 2026)).Count.ShouldBe(2);

        await Unit(Township(2), other, version: 2);
        (await Years.OfUnit(County, 2026)).Count.ShouldBe(2, "the new county reads nothing of a year that was opened under the former one's code");
        (await Years.OfUnit(other, 2026)).ShouldBeEmpty();
        (await Years.OfUnit(Samples.City, 2026)).Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task A032_a_department_sees_its_line_and_what_was_shared_with_each_side_once()
    {
        var (shared, open, foreign) = (Row(1), Row(2), Row(3) with { Department = OrganCode.Parse($"{County}:D20") });
        foreach (var row in new[] { shared, open, foreign })
            await Publish(row);
        (await Years.OfDepartment(Bureau, 2026)).Select(y => y.Key).ShouldBe([shared.Key, open.Key]);
        (await Years.Shared(ShareTarget.Department, Bureau, 2026)).ShouldBeEmpty();
        var sharedAt = ImmutableSortedDictionary<ShareTarget, DateTimeOffset>.Empty.Add(ShareTarget.Township, Samples.Now);
        await Publish(shared with { Version = 2, SharedAt = sharedAt });
        await Publish(shared with { Version = 3, SharedAt = sharedAt.Add(ShareTarget.Department, Samples.Now.AddMinutes(1)) });
        (await Years.Shared(ShareTarget.Department, Bureau, 2026)).ShouldHaveSingleItem().Key.ShouldBe(shared.Key);
        (await Years.Shared(ShareTarget.Township, OrganCode.Of(Township(1)), 2026)).ShouldHaveSingleItem().Key.ShouldBe(shared.Key);
        (await Years.Shared(ShareTarget.Township, OrganCode.Of(Township(1)), 2025)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_job_walks_the_years_in_some_stages_by_key()
    {
        var rows = Enumerable.Range(1, 5).Select(n => Row(n) with { Stage = n == 3 ? AgencyYearStage.Shared : n % 2 == 0 ? AgencyYearStage.LetterInForce : AgencyYearStage.Opened }).ToList();
        foreach (var row in rows)
            await Publish(row);
        var (walked, after) = (new List<string>(), (string?)$"year-{Township(1)}");
        while ((await Years.InStages([AgencyYearStage.Opened, AgencyYearStage.LetterInForce], after, 2)).Where(y => y.Host == Township(1)).ToList() is { Count: > 0 } part)
        {
            walked.AddRange(part.Select(y => y.Key));
            after = walked[^1];
        }

        walked.ShouldBe(rows.Where(r => r.Stage != AgencyYearStage.Shared).Select(r => r.Key));
        (await Years.InStages([], null, 10)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Of_a_period_the_first_snapshot_is_kept_and_others_change_nothing()
    {
        var state = State(1, 2026, Township(1), [Township(1)]);
        var (march, quarter, april) = (YearSnapshot.Of(state, SnapshotPeriod.Month(2026, 3)), YearSnapshot.Of(state, SnapshotPeriod.Quarter(2026, 1)), YearSnapshot.Of(state, SnapshotPeriod.Month(2026, 4)));
        foreach (var snapshot in new[] { april, quarter, march })
            (await Years.Keep(snapshot, 2026)).ShouldBeTrue();
        (await Years.Keep(march with { TargetsDone = 9 }, 2026)).ShouldBeFalse();
        (await Years.Keep(march with { TargetsDone = 9 }, 2026)).ShouldBeFalse();
        var kept = await Years.Snapshots(state.Agency, 2026);
        kept.Select(s => s.Period).ShouldBe(["2026-03", "2026-Q1", "2026-04"]);
        Text(kept[0]).ShouldBe(Text(march));
        (await Years.Snapshots(state.Agency, 2025)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Snapshots_taken_by_two_processes_at_once_are_new_to_one_of_them()
    {
        var snapshot = YearSnapshot.Of(State(1, 2026, Township(1), [Township(1)]), SnapshotPeriod.Month(2026, 5));
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Years.Keep(snapshot, 2026)))).Count(isNew => isNew).ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_cleared_year_leaves_no_row_and_differences_name_what_is_missing()
    {
        var row = Row(1, served: [Township(1), Township(2)]);
        await Publish(row);
        await Hub.Database.Write([new Storage.Database.SqlStatement("DELETE FROM AgencyYearServed WHERE YearKey = @Key", ("@Key", row.Key))], None);
        (await Differences(row.Key)).ShouldContain(d => d.Contains("index row of version 1, townships of 0"));
        await Hub.Publisher.Publish(new(row.Key, 2));
        (await Years.OfAgency(row.Agency)).ShouldBeEmpty();
        (await Years.OfUnit(Township(2), 2026)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_notice_that_a_year_no_longer_needs_is_moot_from_that_step_on()
    {
        var row = Row(1);
        var notice = new Notice(
            $"{row.Key}:1:n", row.Key, 1, row.Key, row.Agency, NoticeKind.NewWork, false, null, null, Samples.Now.ToUniversalTime(), Samples.Now.ToUniversalTime(), "submit", "待办", "Work");
        await Hub.Publisher.Publish(new(row.Key, 1) { AgencyYear = row, Notices = [notice] });
        await Hub.Publisher.Publish(new(row.Key, 2) { AgencyYear = row with { Version = 2, ChangedAt = Samples.Now.AddHours(1) }, Standing = [] });
        (await Hub.Database.Read(new Storage.Database.SqlStatement("SELECT MootAt FROM Notices WHERE CaseKey = @Key", ("@Key", row.Key)), r => r.GetInt64(0), None))
            .ShouldHaveSingleItem().ShouldBe(Samples.Now.AddHours(1).UtcTicks);
    }

    [SkippableFact]
    public async Task A_row_of_another_subject_is_not_published() =>
        await Should.ThrowAsync<ArgumentException>(() => Hub.Publisher.Publish(new("year-other", 1) { AgencyYear = Row(1) }));

    private async Task<List<string>> Differences(string key)
    {
        var all = new List<string>();
        await foreach (var difference in Hub.Index.Differences())
            all.Add(difference);
        return all.FindAll(d => d.StartsWith(key, StringComparison.Ordinal));
    }

    private static string Text<T>(T record) => JsonSerializer.Serialize(record, StateSerializer.Options);

    private Task Publish(AgencyYearRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { AgencyYear = row });

    private Task Unit(UnitCode code, UnitCode parent, long version = 1) =>
        Hub.Publisher.Publish(new($"township-{code}", version) { Unit = new(code, version, "township", code.Value, parent, new(2020, 1, 1), null, null, false) });

    private UnitCode Township(int n) => UnitCode.Parse($"{County}00{n}");

    private AgencyYear State(int n, int year, UnitCode host, UnitCode[] served) => new()
    {
        Agency = OrganCode.Parse($"{host}-D1{n}"), Year = year, Department = Bureau, Host = host, Stage = AgencyYearStage.LetterInForce, Rules = new(), ChangedAt = Samples.Now,
        Weights = served.ToImmutableSortedDictionary(t => t, _ => 1m / served.Length), Targets = [new(1, "巡查", "按月", new(year, 12, 20))],
        AgencySignedAt = Samples.Now, TownshipSignedAt = Samples.Now, Terms = [],
    };

    private AgencyYearRow Row(int n, int year = 2026, UnitCode? host = null, UnitCode[]? served = null)
    {
        var s = State(n, year, host ?? Township(1), served ?? [Township(1)]);
        return new()
        {
            Key = $"year-{s.Agency}-{year}", Version = 1, Agency = s.Agency, Year = year, Department = s.Department, Host = s.Host, Weights = s.Weights, Stage = s.Stage, HasLetter = s.HasLetter,
            Targets = 1, TargetsDone = 0, Forecast = YearForecast.Of(s), OpenAppeals = 0,
            SharedAt = s.SharedAt, ChangedAt = s.ChangedAt,
        };
    }
}
