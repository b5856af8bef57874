using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqlitePastCases(SqliteHub hub) : PastCasesContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlPastCases(PostgreSqlHub hub) : PastCasesContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Whatever a summary counted at a past instant is among the candidates, and what is said to be settled was so.</summary>
public abstract class PastCasesContract(SharedHub shared) : StorageContract(shared)
{
    // A case's life in hours from the first: what it added to summaries from when on. Ends may have been entered long after they took effect.
    private static readonly Gen<(int Hour, CaseContribution Adds)[]> AnyLife =
        from reported in Gen.Int[0, 1000]
        from steps in Gen.Int[0, 400].Array[0, 5]
        from ends in Gen.OneOf(Gen.Const(CaseStage.Handling), Gen.Const(CaseStage.Closed), Gen.Const(CaseStage.Declined), Gen.Const(CaseStage.Withdrawn))
        from late in Gen.OneOf(Gen.Const(0), Gen.Int[0, 1500])
        from due in Gen.Int[0, 2000]
        from fedBack in Gen.Bool
        select Life(reported, steps, ends, late, due, fedBack);

    [SkippableFact]
    public async Task Candidates_are_all_that_counted_then()
    {
        _ = Hub;
        var past = Hub.Services.GetRequiredService<IPastCases>();
        await AnyLife.Array[1, 30].SampleAsync(
            async lives =>
            {
                var samples = new Samples();
                var rows = lives.Select((life, i) => samples.Case(i) with
                {
                    ReportedAt = At(life[0].Hour),
                    Stage = life[^1].Adds.Stage,
                    Contribution = life[^1].Adds,
                    RecordedHour = SummaryFold.HourOf(At(life[^1].Hour)),
                }).ToList();
                foreach (var row in rows)
                    await Hub.Publisher.Publish(Samples.Publication(row));
                foreach (var hour in new[] { 0, 300, 700, 1000, 1300, 2000, 3500, 5000 })
                    await Compare(hour);

                async Task Compare(int hour)
                {
                    var at = At(hour).AddMinutes(20);
                    var found = (await past.Candidates(samples.City, at, 1000)).ToDictionary(c => c.Key);
                    CaseContribution? Then(int i) => lives[i].LastOrDefault(s => s.Hour <= hour).Adds;
                    var expected = SummaryFold.Of(Enumerable.Range(0, rows.Count).Select(Then).OfType<CaseContribution>(), at);
                    var counted = Enumerable.Range(0, rows.Count).Where(i => found.ContainsKey(rows[i].Key)).Select(i => found[rows[i].Key].Settled ?? Then(i)).OfType<CaseContribution>();
                    SummaryFold.Of(counted, at).ShouldBe(expected, $"at hour {hour}");
                }
            },
            iter: 25,
            threads: 1);
    }

    [SkippableFact]
    public async Task Of_rows_from_before_the_hour_was_kept_the_trace_is_asked()
    {
        var row = Samples.Case() with { RecordedHour = null };
        await Hub.Publisher.Publish(Samples.Publication(row));
        var past = Hub.Services.GetRequiredService<IPastCases>();
        (await past.Candidates(row.Grid, Samples.Now.AddDays(200), 10)).ShouldHaveSingleItem().Settled.ShouldBeNull();
        (await past.Candidates(row.Grid, Samples.Now.AddHours(-1), 10)).ShouldBeEmpty("it was reported later");
    }

    [SkippableFact]
    public async Task What_was_put_into_another_grid_is_found_as_long_as_something_was_recorded_since()
    {
        var (moved, stayed) = (Samples.Case() with { RecordedHour = SummaryFold.HourOf(Samples.Now) }, Samples.Case() with { RecordedHour = SummaryFold.HourOf(Samples.Now) });
        await Hub.Publisher.Publish(Samples.Publication(moved) with
        {
            Events = [new(moved.Key, 2, moved.Number, Samples.Now, nameof(CaseRelocated), moved.Stage, moved.Category, moved.Grid, moved.Holder)],
        });
        await Hub.Publisher.Publish(Samples.Publication(stayed));
        var past = Hub.Services.GetRequiredService<IPastCases>();
        foreach (var unit in new[] { moved.Grid, moved.Community, moved.Township, moved.County })
            (await past.Relocated(unit, Samples.Now.AddMinutes(1), 10)).ShouldContain(new PastCase(moved.Key, moved.Grid, null), unit.Value);
        (await past.Relocated(moved.County, Samples.Now.AddMinutes(1), 1000)).ShouldNotContain(c => c.Key == stayed.Key);
        (await past.Relocated(moved.County, Samples.Now.AddHours(2), 1000)).ShouldNotContain(c => c.Key == moved.Key, "nothing was recorded since: it lay then where it lies now");
    }

    [SkippableFact]
    public async Task No_more_come_than_asked_for()
    {
        for (var i = 0; i < 5; i++)
            await Hub.Publisher.Publish(Samples.Publication(Samples.Case()));
        (await Hub.Services.GetRequiredService<IPastCases>().Candidates(Samples.City, Samples.Now.AddHours(1), 3)).Count.ShouldBe(3);
    }

    private static DateTimeOffset At(int hour) => Samples.Now.AddMinutes(-30).AddHours(hour);

    private static (int, CaseContribution)[] Life(int reported, int[] steps, CaseStage ends, int late, int due, bool fedBack)
    {
        var open = Samples.Contribution() with { ReportedHour = SummaryFold.HourOf(At(reported)), HandlingDueDay = SummaryFold.DayOf(At(due)) };
        var (hour, life) = (reported, new List<(int, CaseContribution)> { (reported, open) });
        foreach (var step in steps)
            life.Add((hour += step, open with { Stage = CaseStage.Handling, DueMinute = SummaryFold.MinuteOf(At(hour + 24)), FedBack = fedBack }));
        if (ends != CaseStage.Handling)
            life.Add((hour + late, life[^1].Item2 with { Stage = ends, DueMinute = 0, ClosedHour = ends == CaseStage.Closed ? SummaryFold.HourOf(At(hour)) : 0, OnTime = true, FedBack = fedBack }));
        return [.. life];
    }
}
