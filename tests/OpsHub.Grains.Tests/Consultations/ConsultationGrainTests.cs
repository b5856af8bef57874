using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Consultations;

/// <summary>The commit path around a consultation, and what it publishes.</summary>
public sealed class ConsultationGrainTests : IAsyncLifetime
{
    private ConsultationTown _town = null!;

    public async Task InitializeAsync() => _town = await ConsultationTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task What_began_stands_in_the_index_with_a_number_of_its_own_series()
    {
        var key = await _town.Opened();
        var row = _town.Town.Hub.Index.Published(key)!.Consultation!;
        (row.Number, row.Stage, row.Version, row.DueDuty).ShouldBe(("C4302-2026-000001", ConsultationStage.Collecting, 1, DutyStems.WorkMeeting));
        row.Place.ShouldBe(new(null, SmallCity.Community, SmallCity.Township, SmallCity.County, SmallCity.City));
        _town.Town.Hub.Index.Published(key)!.Concerned.ShouldBe([row.Place]);
        (await _town.Consultation(key).Get())!.State.Number.ShouldBe(row.Number);
        await _town.Town.Reported("case-1");
        _town.Town.Hub.Index.Published("case-1")!.Case!.Number.ShouldBe("4302-2026-000001");
    }

    [Fact]
    [Trait("Rule", "C002")]
    public async Task C002_what_was_published_stays_so_in_the_index_when_its_plan_is_made_anew_and_it_is_withdrawn()
    {
        var key = await _town.Determined();
        await _town.Pushed(key);
        Row().Published.ShouldBeFalse();
        var plan = new MakePlan(_town.Town.Now.AddHours(1), VenueKind.ConsultationHall, "社区议事堂", "讨论两种改造办法", "报名后选举", ConsultationTown.Kinds, ConsultationForm.Dialogue);
        await _town.Done(key, ConsultationTown.Council, plan);
        await _town.Done(key, ConsultationTown.Council, new PublishNotice([PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "社区公告栏"));
        await _town.Done(key, ConsultationTown.Council, plan with { Content = "改为三种办法" });
        await _town.Done(key, ConsultationTown.Party, new WithdrawConsultation("条件不成熟"));
        await _town.Pushed(key);
        (Row().Stage, Row().Published, Row().Papers.Count).ShouldBe((ConsultationStage.Withdrawn, true, 0));

        ConsultationRow Row() => _town.Town.Hub.Index.Published(key)!.Consultation!;
    }

    [Fact]
    public async Task The_same_command_id_gives_the_first_answer_and_another_body_a_conflict()
    {
        var key = ConsultationTown.Key(ConsultationTown.Party, "begin");
        var first = await _town.Done(key, ConsultationTown.Party, ConsultationTown.Opening(), "begin");
        var again = await _town.Done(key, ConsultationTown.Party, ConsultationTown.Opening(), "begin");
        (again.Repeated, again.Sequence, again.Number).ShouldBe((true, first.Sequence, first.Number));
        (await _town.Do(key, ConsultationTown.Party, ConsultationTown.Opening() with { Title = "别的事" }, "begin")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        (await _town.Trace(key)).Count.ShouldBe(1);
        ConsultationTown.Key(ConsultationTown.Council, "begin").ShouldNotBe(key, "the same id of another principal is another consultation");
    }

    [Fact]
    [Trait("Rule", "C018")]
    public async Task C018_the_head_of_the_communitys_own_council_who_is_its_director_does_not_preside()
    {
        var today = LocalDay.Of(_town.Town.Now);
        foreach (var command in new CouncilCommand[]
        {
            new EstablishCouncil(today, "纪要"), new NominateCouncilHead(Electorate.Residents, 100, [HeadOffice.Director], today, today.AddYears(5)),
            new OpenCouncilBallot(true), new CountCouncilBallots([new("A", 60)], 0),
        })
            (await _town.Town.Hub.Client.Council(SmallCity.Community).Do(command, new CommandContext(command.GetType().Name, ConsultationTown.Committee))).Refusal.ShouldBeNull($"{command}");
        var key = await _town.Prepared();
        var refusal = (await _town.Do(key, ConsultationTown.Council, new StartSession(PresiderKind.CouncilHead))).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Rule).ShouldBe(("PRESIDER_NOT_ALLOWED", "C018"));
        await _town.Done(key, ConsultationTown.Council, new StartSession(PresiderKind.CouncilMember));
    }

    [Fact]
    public async Task A_refused_command_changes_nothing()
    {
        var key = await _town.Opened();
        var version = _town.Town.Storage.VersionOf(key);
        (await _town.Do(key, ConsultationTown.Council, ConsultationTown.Announcement)).Refusal.ShouldNotBeNull();
        (await _town.Do(key, new("stranger", Role.CommunityParty, OrganCode.Of(ConsultationTown.Second)), new HoldWorkMeeting("纪要"))).Refusal.ShouldNotBeNull();
        _town.Town.Storage.VersionOf(key).ShouldBe(version);
        (await _town.Do(ConsultationTown.Key(ConsultationTown.Council, "x"), ConsultationTown.Council, ConsultationTown.Opening(), "x")).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task After_a_death_between_write_and_publish_the_mark_is_published_later()
    {
        var key = ConsultationTown.Key(ConsultationTown.Party, "begin");
        _town.Town.Publisher.Fails = s => s == key;
        (await _town.Town.Settle(_town.Do(key, ConsultationTown.Party, ConsultationTown.Opening(), "begin"))).Refusal!.Code.ShouldBe(RefusalCodes.RetryLater);
        (_town.Town.Hub.Index.Published(key), _town.Town.Hub.Index.IsMarked(key)).ShouldBe((null, true));
        _town.Town.Publisher.Fails = _ => false;
        (await _town.Town.Republisher.Drain()).ShouldBe(1);
        _town.Town.Hub.Index.Published(key)!.Consultation.ShouldNotBeNull();
        await _town.Reads(SmallCity.City, r => r.Open == 1);
        (await _town.Do(key, ConsultationTown.Party, ConsultationTown.Opening(), "begin")).Repeated.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_happens_once()
    {
        var key = await _town.Determined();
        _town.Town.Storage.Next(key, Fault.After);
        var reply = await _town.Town.Settle(_town.Do(key, ConsultationTown.Party, new AddOpinion(OpinionSource.Box, SmallCity.Community, null, "意见", null), "opinion"));
        reply.Refusal.ShouldBeNull();
        (await _town.Trace(key)).Count(e => e.Event == nameof(OpinionAdded)).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_watches_hears_of_every_change()
    {
        var key = await _town.Opened();
        var watcher = new Watching();
        await _town.Consultation(key).Watch(_town.Town.Hub.Client.CreateObjectReference<Contracts.Consultations.IConsultationObserver>(watcher));
        await _town.Done(key, ConsultationTown.Party, new HoldWorkMeeting("例会纪要 7"));
        (await watcher.Heard.Task.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe((key, 2));
    }

    [Fact, Trait("Rule", "C040")]
    public async Task C040_An_announcement_that_is_late_is_taken_and_marked_and_its_breach_stays_visible()
    {
        var key = await _town.Ended();
        await _town.Pushed(key);
        _town.Town.Hub.Index.Published(key)!.Consultation!.AnnounceDueAt.ShouldBe(LocalDay.End(LocalDay.Of(_town.Town.Now).AddDays(1)));
        _town.Town.Time.Advance(TimeSpan.FromDays(2));
        await _town.Done(key, ConsultationTown.Committee, ConsultationTown.Announcement);
        var state = (await _town.Consultation(key).Get())!.State;
        state.Announcements.ShouldHaveSingleItem().Late.ShouldBeTrue();
        var row = _town.Town.Hub.Index.Published(key)!.Consultation!;
        (row.Contribution.Breached, row.AnnounceDueAt, row.Outcomes.AnnouncementsDue, row.Outcomes.AnnouncementsOnTime).ShouldBe((true, null, 1, 0));
        await _town.Reads(SmallCity.Community, r => r is { Breached: 1, AnnouncementsLate: 0 });
        (await _town.Trace(key)).Last(e => e.Event == nameof(ConsultationRungsFired)).Role.ShouldBe(Role.Scheduler);
    }

    [Fact]
    public async Task Notices_of_the_announcement_stand_in_the_publication_and_become_moot_with_it()
    {
        var key = await _town.Ended();
        var notices = _town.Town.Hub.Index.Published(key)!.Notices;
        notices.Select(n => (n.Kind, n.Recipient)).ShouldBe([.. new[] { NoticeKind.NewWork, NoticeKind.DueSoon, NoticeKind.DueSoon }.Select(k => (k, OrganCode.Of(SmallCity.Community)))]);
        _town.Town.Hub.Index.Published(key)!.Standing!.ShouldContain(notices[1].Needs!);
        await _town.Done(key, ConsultationTown.Committee, ConsultationTown.Announcement);
        _town.Town.Hub.Index.Published(key)!.Standing!.ShouldNotContain(notices[1].Needs!);
    }

    private sealed class Watching : Contracts.Consultations.IConsultationObserver
    {
        internal TaskCompletionSource<(string, long)> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Changed(string key, long length)
        {
            Heard.TrySetResult((key, length));
            return Task.CompletedTask;
        }
    }
}
