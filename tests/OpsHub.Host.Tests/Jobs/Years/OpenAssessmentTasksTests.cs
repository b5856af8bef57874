using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Fixtures;
using OpsHub.Host.Jobs.Years;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs.Years;

/// <summary>The year's tasks of assessment in two counties: decided by the domain, without a silo. R038.</summary>
public sealed class OpenAssessmentTasksTests
{
    private static readonly UnitCode City = new("4302");
    private static readonly UnitCode First = new("430203");
    private static readonly UnitCode Second = new("430204");

    private readonly FakeTime _time = new();
    private readonly List<UnitRow> _units =
    [
        Unit("430203", "4302"), Unit("430204", "4302"), Unit("430203001", "430203"), Unit("430203001001", "430203001"), Unit("430203001002", "430203001"), Unit("430204001", "430204"), Unit("430204001001", "430204001"),
    ];

    private readonly CountyRecords _records;

    public OpenAssessmentTasksTests() => _records = new(_time, First, Second);

    [Fact, Trait("Rule", "R038")]
    public async Task R038_at_the_start_of_the_year_every_target_has_one_task_however_often_the_job_runs()
    {
        At(2026, 1, 1);
        await Run();
        await Run();
        Tasks(First, 2026).ShouldBe(["430203001001 by 430203001", "430203001002 by 430203001", "430203001 by 430203", "430203:D12 by 430203", "430203:D20 by 430203"]);
        Tasks(Second, 2026).ShouldBe(["430204001001 by 430204001", "430204001 by 430204", "430204:D12 by 430204", "430204:D20 by 430204"]);
        _records.Happened<AssessmentsOpened>(First).Count.ShouldBe(1);
        At(2027, 1, 1);
        await Run();
        Tasks(First, 2027).Count.ShouldBe(5);
        Tasks(First, 2026).Count.ShouldBe(5);
    }

    [Fact, Trait("Rule", "R038")]
    public async Task R038_what_dies_after_the_write_opens_nothing_twice_and_holds_up_no_other_county()
    {
        At(2026, 1, 1);
        _records.Dying = First;
        await Run();
        _records.Counties.ShouldAllBe(c => _records.Happened<AssessmentsOpened>(c).Count == 1);
    }

    [Fact, Trait("Rule", "R038")]
    public async Task R038_after_downtime_over_the_new_year_the_tasks_are_opened_and_later_changes_are_followed()
    {
        At(2026, 2, 5);
        await Run();
        Tasks(First, 2026).Count.ShouldBe(5);
        _units.RemoveAll(u => u.Code.Value == "430203001002");
        _units.Add(Unit("430203001003", "430203001"));
        await Run();
        Tasks(First, 2026).ShouldBe(["430203001001 by 430203001", "430203001003 by 430203001", "430203001 by 430203", "430203:D12 by 430203", "430203:D20 by 430203"]);
        // And back again: nothing that was asked before stands in its way.
        _units.RemoveAll(u => u.Code.Value == "430203001003");
        _units.Add(Unit("430203001002", "430203001"));
        await Run();
        Tasks(First, 2026)[1].ShouldBe("430203001002 by 430203001");
    }

    [Theory, Trait("Rule", "R038")]
    [InlineData("430203002", "430203002")]
    [InlineData("430204001", "430203")]
    [InlineData(null, "430203")]
    public async Task R038_a_township_that_ends_leaves_last_years_open_tasks_to_its_successor_and_to_the_county_where_it_has_none_there(string? into, string owner)
    {
        _units.Add(Unit("430203002", "430203"));
        At(2026, 1, 1);
        await Run();
        await Do(new("leader", Role.TownshipGovernment, OrganCode.Parse("430203001")), new RecordAssessment(OrganCode.Parse("430203001001"), 2026, 90, 80));
        At(2027, 2, 1);
        await Run();
        Ends("430203001", into);
        await Run();
        await Run();
        Tasks(First, 2026).Where(t => t.Contains("001001") || t.Contains("001002")).ShouldBe(["430203001001 by 430203001", $"430203001002 by {owner}"], "what is closed stays with whoever closed it");
        var record = _records.State(First);
        record.Terms.Where(t => t.Id.StartsWith("assess-2026-Communities", StringComparison.Ordinal)).Select(t => (t.Holder, Due: LocalDay.Of(t.Due.AddTicks(-1)))).ShouldBe([(owner, new DateOnly(2027, 3, 31))]);
        await Do(new("after", owner == "430203" ? Role.CountyGovernment : Role.TownshipGovernment, OrganCode.Parse(owner)), new ExcludeFromAssessment(OrganCode.Parse("430203001002"), 2026, "已随街道撤并"));
        Tasks(First, 2026).Count.ShouldBe(6);
        _records.State(First).Assessments.Exists(r => r is { Year: 2026, Kind: AssessedKind.Communities, IsOpen: true }).ShouldBeFalse();
    }

    private void Ends(string code, string? into)
    {
        var at = _units.FindIndex(u => u.Code.Value == code);
        _units[at] = _units[at] with { EndedOn = LocalDay.Of(_time.GetUtcNow()), MergedInto = into is null ? null : new UnitCode(into) };
    }

    private async Task Do(Actor actor, MandateCommand command) => (await _records.Grains.Mandates(First).Do(command, new(actor.Principal, actor))).Refusal.ShouldBeNull();

    private static UnitRow Unit(string code, string parent) => new(new(code), 1, "community", "", new UnitCode(parent), default, null, null, false);

    private void At(int year, int month, int day) => _time.SetUtcNow(LocalDay.Start(new(year, month, day)).AddMinutes(29).ToUniversalTime());

    private List<string> Tasks(UnitCode county, int year) => [.. _records.State(county).Assessments.Where(r => r.Year == year).SelectMany(r => r.Tasks.Select(t => $"{t.Target} by {r.Owner}"))];

    private Task Run() => _time.Settle(Done());

    private async Task<bool> Done()
    {
        await new OpenAssessmentTasks(_records.Grains, Directory, Rules, new(_time), NullLogger<OpenAssessmentTasks>.Instance).Run();
        return true;
    }

    private static IRuleBook Rules => Fake.Of<IRuleBook>((method, _) => method.Name == $"get_{nameof(IRuleBook.Departments)}"
        ? new Dictionary<string, Department> { ["D12"] = new("D12", "残联", ""), ["D20"] = new("D20", "司法局", "") }
        : throw new NotSupportedException(method.Name));

    private IHubDirectory Directory => Fake.Of<IHubDirectory>((method, args) => method.Name switch
    {
        "get_City" => City,
        nameof(IHubDirectory.Unit) => _units.Find(u => u.Code == (UnitCode)args[0]!),
        nameof(IHubDirectory.IsWithin) => ((UnitCode)args[0]!).LiesIn((UnitCode)args[1]!),
        nameof(IHubDirectory.Descendants) => (IReadOnlyList<UnitRow>)[.. _units.Where(u => u.Code.Level == (UnitLevel)args[1]! && u.Code.LiesIn((UnitCode)args[0]!)).OrderBy(u => u.Code.Value, StringComparer.Ordinal)],
        _ => throw new NotSupportedException(method.Name),
    });
}
