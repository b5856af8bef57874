using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Mandates;

/// <summary>Townships' rights and duties, live: Monday 2026-07-13, 09:00, by weekdays.</summary>
public sealed class MandatesGrainTests : IAsyncLifetime
{
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly UnitCode First = UnitCode.Parse("430203001");
    private static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");
    private static readonly Actor Government = new("county", Role.CountyGovernment, OrganCode.Of(County));
    private static readonly Actor Department = new("bureau", Role.Department, Bureau);
    private static readonly Actor Township = new("township", Role.TownshipGovernment, OrganCode.Of(First));
    private static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    private static readonly MakeSuggestion Suggesting = new(SuggestionSubject.Project, "绕城公路", "线位避开安置区", Bureau);

    private static readonly string Key = GrainKeys.Mandates(County);

    private int _ids;
    private CaseTown _town = null!;

    private IMandatesGrain Grain => _town.Hub.Client.Mandates(County);

    public async Task InitializeAsync() => _town = await CaseTown.Open(directory: new TownDirectory());

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Every_county_has_a_record_and_the_first_command_opens_it()
    {
        (await Grain.Get())!.ShouldSatisfyAllConditions(v => v.Length.ShouldBe(0), v => v.State.County.ShouldBe(County));
        (await Do(Department, Suggesting)).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        _town.Storage.VersionOf(Key).ShouldBe(0, "neither looking nor a refusal writes anything");
        await Done(Township, Suggesting);
        (await Trace()).Select(e => (e.Event, e.Role)).ShouldBe([("MandatesOpened", Role.Scheduler), ("SuggestionMade", Role.TownshipGovernment)]);
        Published().Mandates!.ShouldSatisfyAllConditions(r => r.County.ShouldBe(County), r => r.DueAt.ShouldNotBeNull());
    }

    [Fact, Trait("Rule", "T013")]
    public async Task T013_the_same_suggestion_twice_is_one_and_its_first_number_is_told_again()
    {
        var first = await Done(Township, Suggesting, "s-1");
        var again = await Done(Township, Suggesting, "s-1");
        (again.Sequence, again.Repeated).ShouldBe((first.Sequence, true));
        (await State()).Suggestions.ShouldHaveSingleItem().Id.ShouldBe(first.Sequence);
        (await Do(Township, Suggesting with { Title = "另一条" }, "s-1")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        Published().Notices.ShouldHaveSingleItem().Recipient.ShouldBe(Bureau);
    }

    [Fact]
    public async Task What_failed_to_be_written_is_written_by_the_retry_once()
    {
        await Done(Township, Suggesting);
        _town.Storage.Next(Key, Fault.After);
        (await _town.Settle(Do(Department, new AnswerSuggestion(2, SuggestionAnswer.Adopted, "已调整"), "a-1"))).Refusal.ShouldBeNull();
        (await Trace()).Count(e => e.Event == nameof(SuggestionAnswered)).ShouldBe(1);
    }

    [Fact, Trait("Rule", "T014")]
    public async Task T014_a_task_rests_on_an_approval_over_a_restart()
    {
        var duty = (int)(await Done(Department, new ProposeDuty("河道巡查", "每周一次", [First], false, "权", "人", "费"))).Sequence;
        var task = new AssignTask(First, "汛前巡查", "巡查河堤", "县政函 8 号", new(2026, 8, 31));
        (await Do(Department, task)).Refusal!.Code.ShouldBe("NOT_ADMITTED");
        await Done(Government, new ApproveDuty(duty, "县政函 8 号"));
        await Done(Department, new ActivateDuty(duty));
        await _town.Pushed(Key);
        await Grain.Drop();
        await Done(Department, task);
        Published().Notices.ShouldContain(n => n.Recipient == OrganCode.Of(First) && n.Kind == NoticeKind.NewWork);
        (await State()).Tasks.ShouldHaveSingleItem().Reference.ShouldBe("县政函 8 号");
    }

    [Fact, Trait("Rule", "T013")]
    public async Task T013_after_downtime_all_rungs_of_an_unanswered_suggestion_fire_in_one_write_once()
    {
        await Done(Township, Suggesting);
        await _town.Pushed(Key);
        var version = _town.Storage.VersionOf(Key);
        await Grain.Drop();
        _town.Time.Advance(TimeSpan.FromDays(60));
        var shard = _town.Hub.Client.RungsShard(GrainKeys.ShardOf(Key));
        await Task.WhenAll(shard.Wake(), shard.Wake());
        _town.Storage.VersionOf(Key).ShouldBe(version + 1);
        (await State()).Terms.Single().Fired.ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);
        Published().Notices.Select(n => n.Recipient.Value).ShouldBe(["430203:D12", "430203001", "430203"], ignoreOrder: true);
        (await Grain.Tick(_town.Now)).ShouldBe(0);
    }

    [Fact, Trait("Rule", "T109")]
    public async Task T109_the_county_is_reminded_when_no_measure_was_taken_in_the_window()
    {
        await Done(Government, new RecordTownshipResult(First, 2025, 50m, 80m));
        await _town.Pushed(Key);
        var due = (await State()).Terms.Single().Due;
        _town.Time.Advance(due.AddSeconds(-1) - _town.Now);
        await Grain.Tick(_town.Now);
        Published().Notices.ShouldAllBe(n => n.Kind == NoticeKind.DueSoon);
        _town.Time.Advance(TimeSpan.FromSeconds(1));
        await Grain.Tick(_town.Now);
        Published().Notices.ShouldContain(n => n.Recipient == OrganCode.Of(County) && n.Term == "measure-2" && n.Kind == NoticeKind.Overdue);
    }

    [Fact, Trait("Rule", "T016")]
    public async Task T016_two_processes_that_remind_of_a_scheme_remind_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Done(Hub, new RemindOfScheme(2026), "RemindOfScheme-2026")));
        await Done(Hub, new RemindOfScheme(2026), "another-id");
        (await Trace()).Count(e => e.Event == nameof(SchemeReminded)).ShouldBe(1);
        (await State()).Schemes.ShouldHaveSingleItem().Year.ShouldBe(2026);
    }

    [Fact, Trait("Rule", "R038")]
    public async Task R038_two_processes_that_open_the_years_tasks_open_each_once_and_the_township_closes_its_own_over_a_restart()
    {
        var (community, year) = (OrganCode.Parse("430203001001"), LocalDay.Of(_town.Now).Year);
        var open = new OpenAssessments(year, [new(AssessedKind.Communities, community, OrganCode.Of(First), "community"), new(AssessedKind.Departments, Bureau, OrganCode.Of(County))]);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Done(Hub, open, i % 2 == 0 ? "assessments" : null)));
        (await Trace()).Count(e => e.Event == nameof(AssessmentsOpened)).ShouldBe(1);
        Published().Notices.Select(n => n.Recipient.Value).ShouldBe(["430203001", "430203"], ignoreOrder: true);
        await _town.Pushed(Key);
        await Grain.Drop();
        await Done(Township, new RecordAssessment(community, year, 88.5m, 80m), "r-1");
        (await Done(Township, new RecordAssessment(community, year, 88.5m, 80m), "r-1")).Repeated.ShouldBeTrue();
        (await State()).ShouldSatisfyAllConditions(s => s.Assessments[0].Tasks.Single().Score.ShouldBe(88.5m), s => s.Terms.ShouldHaveSingleItem().Holder.ShouldBe("430203"));
    }

    [Fact]
    public async Task Publishing_again_tells_the_same_notices_under_the_same_keys()
    {
        await Done(Township, Suggesting);
        var keys = Published().Notices.Select(n => n.Key).ToList();
        await _town.Pushed(Key);
        await Grain.Drop();
        _town.Hub.Index.Lose(Key);
        await Grain.Republish();
        Published().Notices.Select(n => n.Key).ShouldBe(keys);
        Published().Rungs.ShouldHaveSingleItem();
    }

    private Task<CommandReply> Do(Actor by, MandateCommand command, string? id = null) => Grain.Do(command, new CommandContext(id ?? $"id-{Interlocked.Increment(ref _ids)}", by));

    private async Task<CommandReply> Done(Actor by, MandateCommand command, string? id = null)
    {
        var reply = await Do(by, command, id);
        reply.Refusal.ShouldBeNull($"{command}");
        return reply;
    }

    private async Task<CountyMandates> State() => (await Grain.Get()).ShouldNotBeNull().State;

    private async Task<IReadOnlyList<TraceEntry>> Trace() => (await Grain.Trace(0, 200)).Entries;

    private Publication Published() => _town.Hub.Index.Published(Key).ShouldNotBeNull();
}
