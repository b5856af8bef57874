using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteEstablishments(SqliteHub hub) : EstablishmentContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlEstablishments(PostgreSqlHub hub) : EstablishmentContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Counties' organs, nameplates and posts. Each test has a city of its own.</summary>
public abstract class EstablishmentContract(SharedHub shared) : StorageContract(shared)
{
    private IEstablishmentIndex Index => Hub.Services.GetRequiredService<IEstablishmentIndex>();

    [SkippableFact, Trait("Rule", "R025")]
    public async Task R025_a_countys_record_is_read_back_whole_and_only_a_higher_version_replaces_it()
    {
        var row = Row(1, 2, 500);
        await Publish(row);
        await Publish(Row(1, 1, 9));
        var read = (await Index.Of([County(1)])).ShouldHaveSingleItem().Value;
        (read.Key, read.Version, read.State.Total, read.State.ChangedAt).ShouldBe((row.Key, 2, 500, row.State.ChangedAt));
        var (town, expected) = (read.State.Townships.ShouldHaveSingleItem(), row.State.Townships[0]);
        town.Organs.ShouldBe(expected.Organs);
        town.Nameplates.ShouldBe(expected.Nameplates);
        (town with { Organs = expected.Organs, Nameplates = expected.Nameplates }).ShouldBe(expected);

        await Publish(Row(1, 3, 600));
        (await Index.Of([County(1)]))[County(1)].State.Total.ShouldBe(600);
    }

    [SkippableFact]
    public async Task Many_counties_are_read_at_once_and_those_without_a_record_are_left_out()
    {
        for (var n = 1; n <= 20; n++)
            await Publish(Row(n, 1, n));
        var all = await Index.Of([.. Enumerable.Range(1, 25).Select(County)]);
        all.Keys.ShouldBe(Enumerable.Range(1, 20).Select(County), ignoreOrder: true);
        all.ShouldAllBe(r => r.Value.State.County == r.Key);
        (await Index.Of([])).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_cleared_record_leaves_nothing_behind()
    {
        await Publish(Row(1, 1, 500));
        await Hub.Publisher.Publish(new(GrainKeys.Establishment(County(1)), 2));
        (await Index.Of([County(1)])).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_row_of_another_subject_or_version_is_a_mistake()
    {
        var row = Row(1, 2, 500);
        await Should.ThrowAsync<ArgumentException>(() => Hub.Publisher.Publish(new(row.Key, 3) { Establishment = row }));
        await Should.ThrowAsync<ArgumentException>(() => Hub.Publisher.Publish(new(GrainKeys.Establishment(County(2)), 2) { Establishment = row }));
    }

    private Task Publish(EstablishmentRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { Establishment = row });

    private UnitCode County(int n) => UnitCode.Parse($"{Samples.City}{n:D2}");

    private EstablishmentRow Row(int n, long version, int total) => new(GrainKeys.Establishment(County(n)), version, new()
    {
        County = County(n),
        Total = total,
        ChangedAt = Samples.Now.AddTicks(3),
        Townships =
        [
            new()
            {
                Township = UnitCode.Parse($"{County(n)}100"), Class = TownshipClass.Third, ClassSource = "株编办", LastOrgan = 2, LastNameplate = 1, Unity = new(1, 2, 0), Posts = 30, StaffQuota = 20, QuotaSource = "芦编", Staff = 18,
                Organs = [new(1, TownshipOrganKind.Office, "党政办公室"), new(2, TownshipOrganKind.Station, "自然资源所", true)], Nameplates = [new(1, "武装部", "征兵", "芦编1号")],
            },
        ],
    });
}
