using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteMandates(SqliteHub hub) : MandatesContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlMandates(PostgreSqlHub hub) : MandatesContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Rows of townships' rights and duties. Each test has a city of its own.</summary>
public abstract class MandatesContract(SharedHub shared) : StorageContract(shared)
{
    private IMandateIndex Index => Hub.Services.GetRequiredService<IMandateIndex>();

    [SkippableFact]
    public async Task Counties_with_an_open_term_are_gone_through_by_key_and_only_a_higher_version_replaces()
    {
        await Publish(Row(1, 2) with { DueAt = Samples.Now.AddTicks(7) });
        await Publish(Row(1, 1) with { DueAt = Samples.Now.AddDays(9) });
        await Publish(Row(2, 1));
        await Publish(Row(3, 1) with { DueAt = Samples.Now });
        var (rows, after) = (new List<MandatesRow>(), (string?)null);
        while (await Index.WithTerms(after, 2) is { Count: > 0 } more)
        {
            after = more[^1].Key;
            rows.AddRange(more);
        }

        rows.FindAll(r => r.Key.Contains(Samples.City.Value, StringComparison.Ordinal)).ShouldBe([Row(1, 2) with { DueAt = Samples.Now.AddTicks(7) }, Row(3, 1) with { DueAt = Samples.Now }]);
        rows.Select(r => r.Key).ShouldBeUnique();
    }

    [SkippableFact]
    public async Task A_cleared_record_leaves_nothing_behind()
    {
        await Publish(Row(1, 1) with { DueAt = Samples.Now });
        await Hub.Publisher.Publish(new(Row(1, 2).Key, 2));
        (await Index.WithTerms(GrainKeys.Mandates(Samples.City), 1)).ShouldNotContain(r => r.Key == Row(1, 1).Key);
    }

    [SkippableFact]
    public async Task A_row_of_another_subject_is_no_part_of_a_publication() =>
        await Should.ThrowAsync<ArgumentException>(() => Hub.Publisher.Publish(new(Row(1, 1).Key, 1) { Mandates = Row(2, 1) }));

    private Task Publish(MandatesRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { Mandates = row });

    private MandatesRow Row(int county, long version)
    {
        var code = UnitCode.Parse($"{Samples.City}{county:D2}");
        return new(GrainKeys.Mandates(code), version, code, null, Samples.Now.AddTicks(3));
    }
}
