using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Rules;

/// <summary>The rules, live: changed in one place, known everywhere, kept by the cases that began before.</summary>
public sealed class RulesGrainTests : IAsyncLifetime
{
    private static readonly Actor Office = new("office", Role.CityGovernanceOffice, OrganCode.Of(SmallCity.City));
    private static readonly Actor County = new("county", Role.CountyCommandCentre, OrganCode.Of(SmallCity.County));
    private static readonly ImmutableList<OfficialDay> NewYear = [new(new(2026, 7, 14), DayKind.Holiday, "某节", 2026, "某号")];

    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open(live: true);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_change_has_its_version_and_its_trace_and_the_same_id_again_changes_nothing()
    {
        var first = await Do(Office, Acceptance(3), "one");
        var again = await Do(Office, Acceptance(3), "one");

        (first.Sequence, again.Sequence, again.Repeated).ShouldBe((1L, 1L, true));
        (await Do(Office, Acceptance(4), "one")).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.Conflict);
        (await _town.Hub.Client.Rules(SmallCity.City).NewerThan(1)).ShouldNotBeNull().Version.ShouldBe(2);
        (await _town.Hub.Client.Rules(SmallCity.City).NewerThan(2)).ShouldBeNull();
        var entry = (await _town.Hub.Client.Rules(SmallCity.City).Trace(0, 10)).Entries.ShouldHaveSingleItem();
        (entry.Event, entry.Role, entry.Reason, entry.Rule).ShouldBe(("LimitsSet", Role.CityGovernanceOffice, "调整", "G022"));
    }

    [Fact]
    public async Task A_refused_change_changes_nothing()
    {
        (await Do(County, Acceptance(3))).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.NotAllowed);
        (await Do(County, new AddCategory(new("Q15", null, "甲", "A", false, null, null, false), "x"))).Refusal!.Rule.ShouldBe("G010");

        (await _town.Hub.Client.Rules(SmallCity.City).NewerThan(0)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_case_begins_with_the_new_version_and_an_open_one_keeps_its_own()
    {
        await _town.Done("case-1", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        await Accepted(Triage(1));
        await _town.Done("case-2", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        await _town.Done("case-2", CaseTown.Committee, new AcceptCase());

        (await Budget("case-1", "triage")).ShouldBe(new TermBudget(8, BudgetUnit.WorkingHours));
        (await Budget("case-2", "triage")).ShouldBe(new TermBudget(1, BudgetUnit.WorkingHours));
        (await _town.Case("case-2").Get())!.Case.Rules.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_that_is_read_again_waits_for_the_version_that_it_began_with()
    {
        await Accepted(Triage(1));
        await _town.Done("case-1", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        await _town.Case("case-1").Drop();
        await _town.Hub.Client.Rules(SmallCity.City).Drop();

        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());

        (await Budget("case-1", "triage")).ShouldBe(new TermBudget(1, BudgetUnit.WorkingHours));
    }

    [Fact]
    public async Task Working_time_of_a_county_leaves_out_its_own_closed_days()
    {
        await Accepted(new AddLocalClosure(SmallCity.County, new(2026, 7, 14), new(2026, 7, 14), "台风"), County);
        var key = await _town.Dispatched("case-1");
        await _town.Done(key, CaseTown.Agency, new AcceptDispatch());
        var begun = _town.Now;
        _town.Time.Advance(TimeSpan.FromDays(2)); // a Monday and a closed Tuesday
        await _town.Done(key, CaseTown.Agency, new FeedBackCase("已更换", []));
        await _town.Done(key, CaseTown.Centre, new VerifyCase(true));
        await _town.Done(key, CaseTown.Centre, new CloseCase());

        var facts = _town.Hub.Index.Published(key)!.Cycles.ShouldHaveSingleItem().Facts;
        facts.WorkMinutes.ShouldBe(WorkingTime.Minutes(begun, _town.Now, OfficialCalendar.Empty, WorkingHours.Default) - 480);
        facts.ElapsedMinutes.ShouldBe(2 * 24 * 60);
    }

    [Fact]
    public async Task What_is_announced_holds_from_its_midnight_without_a_restart()
    {
        await Accepted(Triage(1, new DateOnly(2026, 7, 14)));
        var rules = _town.Hub.Service<IRuleBook>();
        Days(rules.Current).ShouldBe(8);

        _town.Time.Advance(new DateTimeOffset(2026, 7, 13, 15, 59, 59, TimeSpan.Zero) - _town.Now);
        Days(rules.Current).ShouldBe(8);
        _town.Time.Advance(TimeSpan.FromSeconds(1));
        Days(rules.Current).ShouldBe(1);

        static int Days(RuleBook book) => book.Cases.LimitsOf(CasePriority.Ordinary, CaseStep.Triage)[0].Budget.Amount;
    }

    [Fact]
    public async Task A_calendar_that_comes_makes_a_case_count_again_once_and_by_the_hub()
    {
        await _town.Done("case-1", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary) with { Title = "路灯" });
        _town.Time.Advance(TimeSpan.FromHours(2));
        await Accepted(new LoadCalendar(2026, NewYear, "2026 年放假安排"));

        (await _town.Case("case-1").CatchUp(1, 2)).ShouldBeTrue();
        (await _town.Case("case-1").CatchUp(1, 2)).ShouldBeFalse();

        var entry = (await _town.Trace("case-1")).Where(e => e.Event == nameof(CaseTermsReprojected)).ShouldHaveSingleItem();
        (entry.Role, entry.Reason).ShouldBe((Role.Scheduler, "2026 年放假安排"));
        var term = (await _town.Case("case-1").Get())!.Case.Terms.ShouldHaveSingleItem();
        term.Provisional.ShouldBeFalse();
        term.Ledger.ShouldHaveSingleItem().Kind.ShouldBe(TermPause.Reprojected);
    }

    [Fact]
    public async Task A_closure_moves_the_cases_of_its_county_and_a_lost_answer_moves_none_twice()
    {
        await _town.Done("case-1", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        await Accepted(new AddLocalClosure(SmallCity.County, new(2026, 7, 13), new(2026, 7, 13), "台风"), County);
        _town.Storage.Next("case-1", Fakes.Fault.After);

        (await _town.Settle(_town.Case("case-1").CatchUp(1, 2))).ShouldBeTrue();

        (await _town.Trace("case-1")).Count(e => e.Event == nameof(CaseTermsReprojected)).ShouldBe(1);
        (await _town.Case("case-1").Get())!.Case.Terms[0].Due.ShouldBe(LocalDay.At(new(2026, 7, 14), new(18, 0)));
    }

    [Fact]
    public async Task Another_countys_closure_moves_nothing()
    {
        await _town.Done("case-1", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        await Accepted(new AddLocalClosure(UnitCode.Parse("430204"), new(2026, 7, 13), new(2026, 7, 13), "台风"));

        (await _town.Case("case-1").CatchUp(1, 2)).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_only_a_rung_moves_the_index_is_told()
    {
        // Acceptance is due on Monday 18:00; the township hears a working day later, and that day is closed.
        await _town.Done("case-1", CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        _town.Time.Advance(LocalDay.At(new(2026, 7, 13), new(18, 0)) - _town.Now);
        (await _town.Fires("case-1")).ShouldBePositive();
        (await TownshipHears()).ShouldBe(LocalDay.End(new(2026, 7, 14)));
        await Accepted(new AddLocalClosure(SmallCity.County, new(2026, 7, 14), new(2026, 7, 14), "台风"), County);

        (await _town.Case("case-1").CatchUp(1, 2)).ShouldBeTrue();
        (await _town.Case("case-1").CatchUp(1, 2)).ShouldBeFalse();

        (await TownshipHears()).ShouldBe(LocalDay.End(new(2026, 7, 15)));
    }

    private async Task<DateTimeOffset> TownshipHears()
    {
        var rows = await _town.Hub.Index.Rungs(GrainKeys.ShardOf("case-1"), DateTimeOffset.MaxValue.AddYears(-1), 100);
        return rows.Single(r => r.Subject == "case-1" && r.Kind == RungKind.OverdueTownship).At;
    }

    private static ChangeLimits Acceptance(int hours) => new([new(new(CaseStep.Acceptance, CasePriority.Ordinary, null), new(hours, BudgetUnit.WorkingHours), null)], null, "调整");

    private static ChangeLimits Triage(int hours, DateOnly? from = null) =>
        new([new(new(CaseStep.Triage, CasePriority.Ordinary, null), new(hours, BudgetUnit.WorkingHours), null)], null, "调整", from);

    private Task<CommandReply> Do(Actor by, RuleCommand command, string? id = null) =>
        _town.Hub.Client.Rules(SmallCity.City).Do(command, new CommandContext(id ?? Guid.NewGuid().ToString("N"), by));

    private async Task Accepted(RuleCommand command, Actor? by = null)
    {
        (await Do(by ?? Office, command)).Refusal.ShouldBeNull();
        var version = (await _town.Hub.Client.Rules(SmallCity.City).NewerThan(0))!.Version;
        await _town.Hub.Service<IRuleBook>().Know(version, SmallCity.City);
    }

    private async Task<TermBudget> Budget(string key, string stem) => (await _town.Case(key).Get())!.Case.OpenTerm(stem)!.Budget;
}
