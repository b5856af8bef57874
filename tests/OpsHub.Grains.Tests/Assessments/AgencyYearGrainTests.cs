using System.Collections.Immutable;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Assessments;

/// <summary>The commit path around an agency's year, and what it publishes.</summary>
public sealed class AgencyYearGrainTests : IAsyncLifetime
{
    private YearTown _town = null!;

    public async Task InitializeAsync() => _town = await YearTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_year_that_is_open_stands_in_the_index_with_its_next_rung_and_the_agency_is_told()
    {
        await _town.Opened();
        var row = _town.Published.AgencyYear.ShouldNotBeNull();
        (row.Agency, row.Year, row.Department, row.Host, row.Stage, row.Version, row.DueTerm).ShouldBe((YearTown.Code, 2026, YearTown.Bureau, YearTown.Host, AgencyYearStage.Opened, 1, "duties"));
        row.Weights.ShouldBe(ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(YearTown.Host, 1m));
        row.Forecast.Owed.Select(o => (o.By, o.What)).ShouldBe([(YearTown.Code, "duties"), (YearTown.Code, "letter")]);
        var rung = _town.Published.Rungs.ShouldHaveSingleItem("the nearest: that one's write tells the next");
        (rung.Subject, rung.Kind, rung.Shard).ShouldBe((YearTown.Key, RungKind.DueSoon, GrainKeys.ShardOf(YearTown.Key)));
        _town.Published.Notices.Select(n => (n.Kind, n.Recipient, n.Term)).ShouldBe([(NoticeKind.NewWork, YearTown.Code, "duties"), (NoticeKind.NewWork, YearTown.Code, "letter")]);
    }

    [Fact]
    public async Task A_whole_year_goes_by_commands_from_its_opening_to_its_publication()
    {
        await _town.Scored();
        await _town.Done(YearTown.Organ, new SetAgencyGrade(AssessmentGrade.Good));
        await _town.Done(YearTown.Organ, new SetHeadGrade(AssessmentGrade.Competent));
        (await _town.Do(YearTown.Hub, new ShareResult(ShareTarget.Township))).Refusal.ShouldNotBeNull().Code.ShouldBe("APPEAL_WINDOW_OPEN");
        await _town.Pushed();
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        await _town.Done(YearTown.Hub, new ShareResult(ShareTarget.Township));
        await _town.Done(YearTown.Hub, new ShareResult(ShareTarget.Department));
        await _town.Done(YearTown.Organ, new PublishResult("县政府网站"));

        var row = _town.Published.AgencyYear.ShouldNotBeNull();
        (row.Stage, row.Grade, row.HeadGrade, row.TargetsDone, row.HasLetter).ShouldBe((AgencyYearStage.Shared, AssessmentGrade.Good, AssessmentGrade.Competent, 2, true));
        row.Total.ShouldBe((await _town.State()).Score!.Total);
        // L = (100 + 100 + 90 + 100) / 4, S = 85, D = 88: T = 0.4 L + 0.2 S + 0.4 D.
        row.Total.ShouldBe((0.4m * 97.5m) + (0.2m * 85m) + (0.4m * 88m));
        row.SharedAt.Keys.ShouldBe([ShareTarget.Township, ShareTarget.Department]);
        (row.PublishedAt, row.DueAt).ShouldBe((_town.Town.Now.ToUniversalTime(), null));
        var folded = (await _town.Events()).Aggregate((AgencyYear?)null, AgencyYearFold.Apply);
        folded.ShouldNotBeNull().Stage.ShouldBe(AgencyYearStage.Shared);
        (await _town.Trace()).ShouldAllBe(e => e.Rule != null);
    }

    [Fact]
    public async Task The_same_command_id_gives_the_first_answer_and_another_body_a_conflict()
    {
        await _town.Consented();
        var first = await _town.Done(YearTown.Agency, new SignLetter(), "sign");
        var again = await _town.Done(YearTown.Agency, new SignLetter(), "sign");
        (again.Repeated, again.Sequence).ShouldBe((true, first.Sequence));
        (await _town.Do(YearTown.Agency, new ListDuties(["别的"]), "sign")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        (await _town.Do(YearTown.Agency, new SignLetter())).Refusal!.Code.ShouldBe("SIGNED_ALREADY");
        (await _town.Events()).Count(e => e is LetterSigned).ShouldBe(1);
    }

    [Fact]
    public async Task A_year_is_opened_once_by_whichever_command_and_only_under_its_own_key()
    {
        await _town.Opened();
        await _town.Done(YearTown.Hub, new OpenYear(YearTown.Code, YearTown.Year), "another");
        (await _town.Trace()).Count.ShouldBe(1);
        var refusal = (await _town.Do(YearTown.Hub, new OpenYear(YearTown.Code, 2025))).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Field, refusal.Rule).ShouldBe((RefusalCodes.InvalidInput, "agency", "A037"));
        var nobody = OrganCode.Parse("430203009-D12");
        (await _town.Town.Hub.Client.AgencyYear(nobody, 2026).Do(new OpenYear(nobody, 2026), new("id", YearTown.Hub))).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
        (await _town.Town.Hub.Client.AgencyYear(nobody, 2026).Get()).ShouldBeNull();
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing_and_goes_on()
    {
        await _town.Consented();
        await _town.Done(YearTown.Agency, new SignLetter(), "sign");
        await _town.Grain.Drop();
        (await _town.State()).Stage.ShouldBe(AgencyYearStage.PartiallySigned);
        (await _town.Done(YearTown.Agency, new SignLetter(), "sign")).Repeated.ShouldBeTrue();
        await _town.Done(YearTown.Township, new SignLetter());
        (await _town.State()).HasLetter.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_happens_once()
    {
        await _town.Consented();
        _town.Town.Storage.Next(YearTown.Key, Fault.After);
        (await _town.Town.Settle(_town.Do(YearTown.Agency, new SignLetter(), "sign"))).Refusal.ShouldBeNull();
        (await _town.Events()).Count(e => e is LetterSigned).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_death_between_write_and_publish_the_mark_is_published_later()
    {
        _town.Town.Publisher.Fails = s => s == YearTown.Key;
        (await _town.Town.Settle(_town.Do(YearTown.Hub, new OpenYear(YearTown.Code, YearTown.Year), "open"))).Refusal!.Code.ShouldBe(RefusalCodes.RetryLater);
        _town.Town.Hub.Index.Published(YearTown.Key).ShouldBeNull();
        _town.Town.Publisher.Fails = _ => false;
        (await _town.Town.Republisher.Drain()).ShouldBe(1);
        _town.Published.AgencyYear.ShouldNotBeNull();
    }

    [Fact, Trait("Rule", "A039")]
    public async Task A039_Each_line_acts_by_its_own_right_and_what_is_refused_changes_nothing()
    {
        await _town.Consented();
        var version = _town.Town.Storage.VersionOf(YearTown.Key);
        foreach (var (by, command) in new (Actor, AgencyYearCommand)[]
        {
            (YearTown.Department, new SignLetter()), (YearTown.SecondTownship, new SignLetter()), (YearTown.Agency, new SetWeights((await _town.State()).Weights)),
            (YearTown.Township, new OpenAssessment()), (YearTown.Department, new RecordKeyWork("防汛值守", true)), (YearTown.Agency, new RecordEvidence(ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty)),
        })
            (await _town.Do(by, command)).Refusal.ShouldNotBeNull($"{command} by {by.Principal}").Code.ShouldBe(RefusalCodes.NotAllowed);
        _town.Town.Storage.VersionOf(YearTown.Key).ShouldBe(version);
    }

    [Fact]
    public async Task A_township_scores_duty_and_the_department_statutory_duty_and_neither_the_others()
    {
        await _town.Assessing();
        (await _town.Do(YearTown.Township, new SubmitStatutory(88))).Refusal!.Rule.ShouldBe("A019");
        (await _town.Do(YearTown.Department, new SubmitDuty())).Refusal!.Rule.ShouldBe("A018");
        await _town.Done(YearTown.Department, new SubmitStatutory(88));
        await _town.Done(YearTown.Township, new SubmitDuty());
    }

    [Fact]
    public async Task An_input_after_its_due_is_taken_and_marked_late()
    {
        await _town.Assessing();
        await _town.Pushed();
        _town.Town.Time.Advance(TimeSpan.FromDays(40));
        await _town.Done(YearTown.Township, new SubmitDuty());
        var state = await _town.State();
        var term = state.Terms.Single(t => t.Id == "duty");
        term.IsLate(_town.Town.Now).ShouldBeTrue();
        term.Fired.ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty], "its lateness was told before it was done");
        state.Submitted.Keys.ShouldBe([YearTown.Host]);
    }

    [Fact, Trait("Rule", "A028")]
    public async Task A028_A_revision_keeps_what_was_given_before_and_what_follows_is_done_again()
    {
        await _town.Scored();
        var before = (await _town.State()).Score.ShouldNotBeNull();
        await _town.Done(YearTown.Organ, new ReviseResult("录入有误", [new(AppealLine.Statutory)]));
        var row = _town.Published.AgencyYear.ShouldNotBeNull();
        (row.Stage, row.Total, row.DueTerm).ShouldBe((AgencyYearStage.Assessing, null, "aggregate"));
        await _town.Done(YearTown.Department, new SubmitStatutory(92));
        await _town.Done(YearTown.Township, new AggregateTownshipPart());
        await _town.Done(YearTown.Organ, new FinaliseScore());
        var state = await _town.State();
        var former = state.Revisions.ShouldHaveSingleItem();
        (former.Score, former.Reason, former.By, former.Statutory!.Value).ShouldBe((before, "录入有误", "performance-1", 88m));
        state.Score!.Total.ShouldBe(before.Total + (0.4m * 4m));
    }

    [Fact]
    public async Task Whoever_watches_hears_of_every_change()
    {
        await _town.Opened();
        var watcher = new Watching();
        (await _town.Grain.Watch(_town.Town.Hub.Client.CreateObjectReference<IAgencyYearObserver>(watcher))).ShouldBe(1);
        await _town.Done(YearTown.Agency, new ListDuties(["日常巡查"]));
        (await watcher.Heard.Task.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe((YearTown.Key, 2));
    }

    [Fact]
    public async Task What_happened_on_paper_is_entered_afterwards_by_whoever_may_and_never_before_the_last_step()
    {
        await _town.Consented();
        await _town.Pushed();
        var signed = _town.Town.Now.AddHours(3);
        _town.Town.Time.Advance(TimeSpan.FromHours(20));
        (await _town.Do(YearTown.Agency, new SignLetter(), at: signed)).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed, "its key may not");
        var early = (await _town.Do(YearTown.Township, new SignLetter(), at: signed.AddDays(-30))).Refusal.ShouldNotBeNull();
        (early.Code, early.Field, early.Rule, early.Clause).ShouldBe((RefusalCodes.InvalidInput, "occurredAt", "G019", "三(四)"));
        await _town.Done(YearTown.Township, new SignLetter(), at: signed);
        (await _town.State()).TownshipSignedAt.ShouldBe(signed);
        var entry = (await _town.Trace())[^1];
        (entry.At, entry.OccurredAt).ShouldBe((_town.Town.Now, signed));
    }

    private sealed class Watching : IAgencyYearObserver
    {
        internal TaskCompletionSource<(string, long)> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Changed(string key, long length)
        {
            Heard.TrySetResult((key, length));
            return Task.CompletedTask;
        }
    }
}
