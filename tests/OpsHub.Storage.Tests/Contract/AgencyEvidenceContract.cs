using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteAgencyEvidence(SqliteHub hub) : AgencyEvidenceContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlAgencyEvidence(PostgreSqlHub hub) : AgencyEvidenceContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>What is counted from the rows of cases is what the definitions count.</summary>
public abstract class AgencyEvidenceContract(SharedHub shared) : StorageContract(shared)
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Today = LocalDay.Of(Samples.Now);

    private IAgencyEvidence Evidence => Hub.Services.GetRequiredService<IAgencyEvidence>();

    private OrganCode Mine => OrganCode.Parse($"{Samples.City}01001-D12");

    private OrganCode Other => OrganCode.Parse($"{Samples.City}01001-D07");

    private UnitCode Host => Samples.Grid().At(UnitLevel.Township);

    [SkippableFact]
    public async Task A004_A022_A023_a_few_cases_give_what_a_recount_by_hand_gives()
    {
        var row = Samples.Case();
        await Publish(row, Led(Mine) with { Dispatches = [Dispatch("accept", Mine, accepted: true)] }); // kept
        await Publish(Samples.Case(), Led(Mine) with { OnTime = false, Reworks = 1, Dispatches = [Dispatch("accept", Mine, accepted: true, inTime: false)] });
        await Publish(Samples.Case(), Led(Other) with { Dispatches = [Dispatch("accept", Mine, returned: true), Dispatch("accept-2", Other, accepted: true)], Participations = [new(Mine, Today, 0, 1, 0), new(Other, Today, 1, 1, 1)] });
        await Publish(Samples.Case(), Led(Other) with { Participations = [new(Mine, Today, 2, 1, 1)] }); // it assists, and is urged all the same
        await Publish(Samples.Case(), Led(Mine) with { Void = true });
        await Publish(Samples.Case(), Led(Mine) with { Suspended = true });
        await Publish(Samples.Case(), Led(Mine) with { DueAt = Samples.Now.AddMinutes(1), OnTime = null });
        await Publish(Samples.Case(), Led(Mine) with { DueAt = LocalDay.Start(First), Dispatches = [Dispatch("accept", Mine, accepted: true) with { Day = First.AddDays(-1) }], Participations = [new(Mine, First.AddDays(-1), 5, 5, 5)] });
        await Publish(row with { Version = 2, Key = row.Key }, Led(Mine) with { Dispatches = [Dispatch("accept", Mine, accepted: true)], Participations = [new(Mine, Today, 1, 0, 0)] });

        var counted = await Evidence.Count(Mine, [Host, Town(2)], 2026, Samples.Now);
        counted[Host].ShouldBe(new(3, 1, 1, 2, 1, 1, 1, 3, 2, 1, Samples.Now));
        counted[Town(2)].ShouldBe(new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Samples.Now));
        (await Evidence.Count(Mine, [Host], 2025, Samples.Now))[Host].ShouldSatisfyAllConditions(e => e.Dispatched.ShouldBe(1), e => e.Due.ShouldBe(1), e => e.Urged.ShouldBe(5), e => e.MeetingsAttended.ShouldBe(5));
        (await Evidence.Count(OrganCode.Parse($"{Samples.City}01001-D99"), [Host], 2026, Samples.Now))[Host].ShouldBe(counted[Town(2)]);
    }

    [SkippableFact]
    public async Task Whatever_the_rows_are_each_township_has_what_the_definitions_count()
    {
        var random = new Random(5);
        var all = new List<(UnitCode Township, CycleFacts Facts)>();
        for (var i = 0; i < 200; i++)
        {
            var row = Samples.Case(i);
            CycleFacts[] cycles = [Any(random, 1), .. random.Next(4) == 0 ? new[] { Any(random, 2) } : []];
            all.AddRange(cycles.Select(c => (row.Township, c)));
            await Publish(row, cycles);
        }

        var served = all.Select(a => a.Township).Distinct().ToList();
        served.Count.ShouldBeGreaterThan(1);
        foreach (var organ in new[] { Mine, Other })
        {
            foreach (var through in new[] { Samples.Now, Samples.Now.AddDays(-30), LocalDay.Start(First.AddYears(1)) })
            {
                var counted = await Evidence.Count(organ, served, 2026, through);
                foreach (var township in served)
                {
                    var cases = await Evidence.Cases(organ, township, 2026, through);
                    cases.Select(c => c.Case).ShouldBe(cases.Select(c => c.Case).Distinct().Order(StringComparer.Ordinal), "each case once");
                    (EvidenceCount.Sum([.. cases.Select(c => c.Counts)]) ?? new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, through)).ShouldBe(counted[township], "what is opened down to its cases sums to the figure");
                    counted[township].ShouldBe(EvidenceCount.Of(organ, all.Where(a => a.Township == township).Select(a => a.Facts), First, First.AddYears(1), through), $"{organ} {township}");
                }
            }
        }
    }

    [SkippableFact]
    public async Task Cases_of_a_community_that_moved_count_in_its_new_township()
    {
        var row = Samples.Case();
        await Publish(row, Led(Mine) with { Dispatches = [Dispatch("accept", Mine, accepted: true)], Participations = [new(Mine, Today, 1, 0, 0)] });
        await Hub.Publisher.Place(row.Community, [Town(7), row.County, row.City]);
        var counted = await Evidence.Count(Mine, [Host, Town(7)], 2026, Samples.Now);
        (counted[Host].Due, counted[Host].Urged, counted[Town(7)].Due, counted[Town(7)].Dispatched, counted[Town(7)].Urged).ShouldBe((0, 0, 1, 1, 1));
    }

    [SkippableFact]
    public async Task A_lower_version_takes_no_participation_back_and_a_cleared_case_leaves_none()
    {
        var row = Samples.Case(version: 2);
        await Publish(row, Led(Mine) with { Participations = [new(Mine, Today, 2, 0, 0)] });
        await Publish(row with { Version = 1 }, Led(Mine) with { Participations = [new(Mine, Today, 1, 0, 0)] });
        (await Evidence.Count(Mine, [Host], 2026, Samples.Now))[Host].Urged.ShouldBe(2);
        await Hub.Publisher.Publish(new(row.Key, 3));
        (await Evidence.Count(Mine, [Host], 2026, Samples.Now))[Host].Urged.ShouldBe(0);
        (await Hub.Database.Read(new Storage.Database.SqlStatement("SELECT COUNT(*) FROM CaseParticipations WHERE CaseKey = @Key", ("@Key", row.Key)), r => r.GetInt64(0), None)).ShouldBe([0L]);
    }

    [SkippableFact]
    public async Task A022_only_agencies_whose_cases_changed_or_fell_due_are_told()
    {
        var (before, since, now) = (Samples.Now.AddDays(-2), Samples.Now.AddHours(-1), Samples.Now);
        var (led, dispatched, urged, due, old) = (Agency("D31"), Agency("D32"), Agency("D33"), Agency("D34"), Agency("D35"));
        await Publish(Samples.Case() with { ChangedAt = now.AddMinutes(-5) }, Led(led) with { DueAt = before });
        await Publish(Samples.Case() with { ChangedAt = now.AddMinutes(-5) }, Led(OrganCode.Of(Host)) with { DueAt = before, Dispatches = [Dispatch("accept", dispatched)], Participations = [new(urged, Today, 1, 0, 0)] });
        await Publish(Samples.Case() with { ChangedAt = before }, Led(due) with { DueAt = now.AddMinutes(-1) });
        await Publish(Samples.Case() with { ChangedAt = before }, Led(old) with { DueAt = now.AddMinutes(1), Dispatches = [Dispatch("accept", old)] });
        (await News.Changed(since, now)).Where(Ours).ShouldBe([led, dispatched, urged, due]);
        (await News.Changed(now, now.AddMinutes(1))).Where(Ours).ShouldBe([old], "its term falls due now");
        (await News.Changed(before.AddSeconds(-1), before)).Where(Ours).ShouldBe([led, dispatched, urged, due, old]);

        bool Ours(OrganCode organ) => organ.Unit == UnitCode.Parse($"{Samples.City}01001") && organ.DepartmentId!.StartsWith("D3", StringComparison.Ordinal);
    }

    private IEvidenceNews News => Hub.Services.GetRequiredService<IEvidenceNews>();

    private OrganCode Agency(string department) => OrganCode.Parse($"{Samples.City}01001-{department}");

    private CycleFacts Any(Random random, int cycle)
    {
        OrganCode Organ() => random.Next(3) == 0 ? Other : Mine;
        DateOnly Day() => Today.AddDays(-random.Next(90));
        var lead = random.Next(6) == 0 ? (OrganCode?)null : Organ();
        return new()
        {
            Cycle = cycle, StartedDay = Day(), Lead = lead, Void = random.Next(8) == 0, Suspended = random.Next(8) == 0, Reworks = random.Next(3),
            DueAt = lead is null ? null : random.Next(3) == 0 ? LocalDay.End(Day()) : Samples.Now.AddHours(random.Next(-1800, 40)), OnTime = random.Next(3) == 0 ? null : random.Next(4) > 0,
            Dispatches = [.. Enumerable.Range(1, random.Next(3)).Select(n => new DispatchFacts($"accept-{cycle}-{n}", Organ(), Day(), Samples.Now, random.Next(2) == 0, random.Next(4) == 0, random.Next(3) > 0))],
            Participations = [.. new[] { Mine, Other }.Where(_ => random.Next(3) == 0).Select(o => new ParticipationFacts(o, Day(), random.Next(3), 2, random.Next(3)))],
        };
    }

    private static CycleFacts Led(OrganCode lead) => new() { Cycle = 1, StartedDay = Today.AddDays(-5), Lead = lead, DueAt = Samples.Now.AddDays(-1), OnTime = true };

    private static DispatchFacts Dispatch(string term, OrganCode organ, bool accepted = false, bool returned = false, bool inTime = true) =>
        new(term, organ, Today.AddDays(-4), Samples.Now.AddDays(-3), accepted, returned, inTime);

    private UnitCode Town(int n) => UnitCode.Parse($"{Samples.City}0100{n}");

    private Task Publish(CaseRow row, params CycleFacts[] cycles) => Hub.Publisher.Publish(new(row.Key, row.Version)
    {
        Case = row,
        Cycles = [.. cycles.Select(facts => new Contracts.Indicators.CycleRow(new Placement(row.Grid, row.Community, row.Township, row.County, row.City), row.Contribution.Category, facts))],
    });
}
