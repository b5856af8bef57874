using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Rules;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Assessments;

/// <summary>Rungs of a year's terms: each once, in order, none early; a calendar that comes; townships that come and go.</summary>
public sealed class AgencyYearTickTests : IAsyncLifetime
{
    private YearTown _town = null!;

    public async Task InitializeAsync() => _town = await YearTown.Open(live: true, YearTown.Second);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact, Trait("Rule", "A040")]
    public async Task A040_Each_rung_of_the_letter_fires_once_and_in_order_and_none_early()
    {
        await _town.Opened();
        var due = (await _town.State()).Terms.Single(t => t.Id == "letter").Due;
        (await At(due.AddHours(-24).AddMinutes(-1))).ShouldBe(0);
        await At(due.AddHours(-1));
        (await Fired()).Count.ShouldBe(1, "due soon");
        (await At(due.AddSeconds(-1))).ShouldBe(0);
        await At(due);
        (await Fired()).Count.ShouldBe(3);
        (await At(due)).ShouldBe(0);
        await At(due.AddDays(1));
        (await Fired()).Count.ShouldBe(4, "the host hears a working day later");
        await At(due.AddDays(30));
        (await Fired()).Count.ShouldBe(5, "the county hears");
        (await Fired(again: true)).Count.ShouldBe(4, "weekly");
        await At(due.AddDays(200));
        (await Fired(again: true)).Count.ShouldBe(12, "and not for ever");
        (await At(due.AddDays(300))).ShouldBe(0);
        (await Fired()).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);
        (await _town.Trace()).Where(e => e.Event == nameof(AgencyYearRungsFired)).ShouldAllBe(e => e.Role == Role.Scheduler);
    }

    [Fact]
    public async Task After_downtime_a_shard_fires_all_rungs_in_one_write()
    {
        await _town.Opened();
        await _town.Pushed();
        var version = _town.Town.Storage.VersionOf(YearTown.Key);
        await _town.Grain.Drop();
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        var shard = _town.Town.Hub.Client.RungsShard(GrainKeys.ShardOf(YearTown.Key));
        await Task.WhenAll(shard.Wake(), shard.Wake());
        (await Fired()).Count.ShouldBe(5);
        _town.Town.Storage.VersionOf(YearTown.Key).ShouldBe(version + 1);
    }

    [Fact]
    public async Task A_lost_answer_and_many_who_ask_at_once_fire_nothing_twice()
    {
        await _town.Opened();
        await _town.Pushed();
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        _town.Town.Storage.Next(YearTown.Key, Fault.After);
        await _town.Town.Settle(Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _town.Grain.Tick(_town.Town.Now))));
        (await Fired()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task While_past_steps_are_entered_no_rung_fires_between_them()
    {
        await _town.Done(YearTown.Hub with { Backdates = true }, new OpenYear(YearTown.Code, YearTown.Year), at: LocalDay.At(new(2026, 1, 2), new(10, 0)));
        (await _town.Grain.Tick(_town.Town.Now)).ShouldBe(0, "a shard reads it ahead of time");
        (await At(_town.Town.Now.AddSeconds(59))).ShouldBe(0);
        await At(_town.Town.Now.AddSeconds(1)); // the shard's own timer may have been the first
        (await Fired()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_overdue_letter_is_told_to_the_agency_the_host_and_the_county_and_is_moot_once_it_is_signed()
    {
        await _town.Opened();
        await _town.Pushed();
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        await _town.Grain.Tick(_town.Town.Now);
        var told = _town.Published.Notices.Where(n => n.Term == "letter").ToList();
        told.Select(n => (n.Kind, n.Recipient)).ShouldBe(
            [(NoticeKind.Overdue, YearTown.Code), (NoticeKind.Overdue, OrganCode.Of(YearTown.Host)), (NoticeKind.Overdue, OrganCode.Of(YearTown.County))], ignoreOrder: true);
        told.Select(n => n.Key).ShouldBeUnique();
        await _town.Done(YearTown.Agency, new ListDuties(["日常巡查"]));
        _town.Published.Standing.ShouldNotBeNull().ShouldContain(told[0].Needs!);
        await _town.Done(YearTown.Agency, new DraftPlan([new(0, "占道经营清零", "按月核查", new(2026, 12, 20))]));
        await _town.Done(YearTown.Organ, new DeterminePlan("协商不成"));
        await _town.Done(YearTown.Agency, new SubmitPlan());
        await _town.Done(YearTown.Department, new ConsentToPlan());
        await _town.Done(YearTown.Agency, new SignLetter());
        await _town.Done(YearTown.Township, new SignLetter());
        _town.Published.Standing.ShouldNotBeNull().ShouldNotContain(told[0].Needs!);
    }

    [Fact]
    public async Task A_calendar_that_comes_makes_a_year_count_its_terms_again_once_and_by_the_hub()
    {
        await _town.Submitted();
        await _town.Pushed();
        var consent = (await _town.State()).Terms.Single(t => t.Id == "consent");
        await Accepted(new LoadCalendar(2026, [new(new(2026, 7, 15), DayKind.Holiday, "某节", 2026, "某号")], "2026 年放假安排"));

        (await _town.Grain.CatchUp(2)).ShouldBeTrue();
        (await _town.Grain.CatchUp(2)).ShouldBeFalse();

        var state = await _town.State();
        (state.Calendar, state.Terms.Single(t => t.Id == consent.Id).Due).ShouldBe((2, consent.Due.AddDays(1)), "a working day less");
        var entry = (await _town.Trace()).Where(e => e.Event == nameof(AgencyYearTermsReprojected)).ShouldHaveSingleItem();
        (entry.Role, entry.Reason).ShouldBe((Role.Scheduler, "2026 年放假安排"));
        await _town.Grain.Drop();
        (await _town.State()).Calendar.ShouldBe(2);
    }

    [Fact, Trait("Rule", "A026")]
    public async Task A026_A_year_keeps_its_weights_when_the_agency_serves_others_until_they_are_set()
    {
        await _town.Opened();
        var weights = (await _town.State()).Weights;
        _town.Serves(YearTown.Host);
        await _town.Done(YearTown.Agency, new ListDuties(["日常巡查"]));
        (await _town.State()).Weights.ShouldBe(weights);
        await _town.Done(YearTown.Township, new SetWeights(Host(1m)));
        _town.Published.AgencyYear!.Weights.ShouldBe(Host(1m));
        (await _town.Do(YearTown.SecondTownship, new RecordKeyWork("防汛值守", true))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact, Trait("Rule", "A026")]
    public async Task A026_A_township_that_serves_no_more_blocks_no_assessment_once_the_performance_organ_leaves_it_out()
    {
        await _town.Assessing();
        await _town.Done(YearTown.Township, new SubmitDuty());
        await _town.Done(YearTown.Hub, YearTown.Survey(YearTown.Host));
        (await _town.Do(YearTown.Township, new AggregateTownshipPart())).Refusal!.Code.ShouldBe("INCOMPLETE");
        (await _town.Do(YearTown.Organ, new SetWeights(Host(1m)))).Refusal!.Code.ShouldBe(RefusalCodes.WrongState, "it still serves");

        _town.Serves(YearTown.Host);
        (await _town.Do(YearTown.Township, new SetWeights(Host(1m)))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        (await _town.Do(YearTown.Organ, new SetWeights(Host(0.5m)))).Refusal!.Field.ShouldBe("weights");
        await _town.Done(YearTown.Organ, new SetWeights(Host(1m)));

        var state = await _town.State();
        state.Terms.Where(t => t.Holder == YearTown.Second.Value && AgencyYearTerms.Stem(t) is "duty" or "survey").ShouldAllBe(t => t.IsLifted);
        state.Terms.Single(t => t.IsOpen && AgencyYearTerms.Stem(t) == "aggregate").Holder.ShouldBe(YearTown.Host.Value);
        await _town.Done(YearTown.Township, new AggregateTownshipPart());
    }

    private static ImmutableSortedDictionary<UnitCode, decimal> Host(decimal weight) => ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(YearTown.Host, weight);

    private async Task Accepted(RuleCommand command)
    {
        var office = new Actor("office", Role.CityGovernanceOffice, OrganCode.Parse("4302"));
        (await _town.Town.Hub.Client.Rules(UnitCode.Parse("4302")).Do(command, new CommandContext("calendar", office))).Refusal.ShouldBeNull();
        await _town.Town.Hub.Service<IRuleBook>().Know(2, UnitCode.Parse("4302"));
    }

    private async Task<int> At(DateTimeOffset instant)
    {
        await _town.Pushed();
        _town.Town.Time.Advance(instant - _town.Town.Now);
        return await _town.Grain.Tick(_town.Town.Now);
    }

    private async Task<List<RungKind>> Fired(bool again = false) =>
        [.. (await _town.Events()).OfType<AgencyYearRungsFired>().SelectMany(e => e.Rungs).Where(r => r.Term == "letter" && (again ? r.Step > 0 : r.Step == 0)).Select(r => r.Kind)];
}
