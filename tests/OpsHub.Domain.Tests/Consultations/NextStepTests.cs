using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>The next step as a soft duty: no consultation rests where nobody is told. SM2, resolution 53.</summary>
public sealed class NextStepTests
{
    public static TheoryData<string, string, string> Resting => new()
    {
        { "planned", nameof(PublishNotice), "C038" },
        { "noticed", nameof(FixParticipants), "C037" },
        { "prepared", nameof(StartSession), "C024" },
        { "in session", nameof(EndSession), "C024" },
        { "adjourned", nameof(ResumeSession), "C024" },
        { "agreed", nameof(Conclude), "C071" },
        { "disagreed", nameof(OpenAnotherRound), "C042" },
        { "disagreed twice", nameof(RequireVote), "C043" },
        { "under review", nameof(DismissReview), "C074" },
        { "concluded", nameof(AdoptResult), "C055" },
        { "concluded, the law's vote", nameof(RequireVote), "C007" },
        { "vote required", nameof(HoldVote), "C043" },
        { "vote passed", nameof(AdoptResult), "C055" },
        { "vote failed", nameof(CloseFailed), "C043" },
        { "adopted", nameof(StartImplementation), "C056" },
        { "another way proposed", nameof(RerouteConsultation), "C013" },
        { "across, proposed", nameof(DetermineTopic), "C044" },
        { "direct", nameof(PublishNotice), "C012" },
    };

    [Theory]
    [MemberData(nameof(Resting))]
    public void Wherever_it_rests_the_next_step_is_a_soft_duty_of_whoever_has_the_move(string where, string step, string rule)
    {
        var story = In(where);
        var duty = story.It.OpenDuties.Where(d => d.Stem == DutyStems.Step).ShouldHaveSingleItem();
        (duty.Step, duty.Hard).ShouldBe((step, false));
        duty.Term.Basis.ShouldBe(new(rule, duty.Term.Basis.Clause, BasisKind.Assumed, "NextStepLimit"));
        duty.Term.Basis.Clause.ShouldNotBeEmpty();
        duty.Term.Budget.ShouldBe(new(5, BudgetUnit.WorkingDays));
        TermNames.English(duty.Term.Name).ShouldMatch("^[a-z ,-]+$");
        var command = ConsultationTransitions.Table.Find(m => m.Command.Name == step)!.Command;
        ConsultationOffices.Of(story.It, command, story.Now).ShouldContain(o => o.Organ == new OrganCode(duty.Term.Holder), "whoever has the move");
        var wait = ConsultationWaiting.Of(story.It, story.Now).Where(w => w.Duty == duty).ShouldHaveSingleItem();
        (wait.Until, wait.Zh).ShouldBe((duty.Term.Due, ConsultationWording.Of(command).Zh));
        ConsultationWaiting.Of(story.It, story.Now).ShouldAllBe(w => w.Duty != null, "every wait has its term");
    }

    [Fact]
    public void A_community_that_moved_waits_for_the_township_in_force()
    {
        var before = In("another way proposed");
        var moved = before.It.Place with { Township = UnitCode.Parse("430203009") };
        var wait = ConsultationWaiting.Of(before.It, before.Now, moved).Where(w => w.Duty?.Step == nameof(RerouteConsultation)).ShouldHaveSingleItem();
        (wait.Organ, wait.Office?.Organ).ShouldBe((OrganCode.Of(moved.Township), OrganCode.Of(moved.Township)));
    }

    [Fact]
    public void A_step_opened_after_the_community_moved_is_owed_by_the_township_in_force()
    {
        var story = Story.Opened();
        var moved = story.It.Place with { Township = UnitCode.Parse("430203009") };
        var opinion = Quarter.Opinion with { Community = Quarter.Second, Entry = null };
        var decision = ConsultationDecisions.Decide(story.State, opinion, story.Context(Quarter.SecondParty, opinion) with
        {
            Place = moved,
            IsWithin = (_, _) => true,
            Communities = Quarter.Communities.SetItem(Quarter.Second, new(Quarter.Second, moved.Township, false)),
        });
        decision.Refusal.ShouldBeNull("it is of the township in force");
        var step = decision.Events.Aggregate(story, (s, e) => s.Happened(e)).Owed(DutyStems.Step);
        (step.Step, step.Term.Holder).ShouldBe((nameof(RerouteConsultation), moved.Township.Value));
    }

    [Fact]
    public void The_step_keeps_it_and_opens_the_next_in_the_same_entry()
    {
        var ended = Story.Ended();
        var concluded = ended.Then(Quarter.Council, new Conclude());
        concluded.Events.Count.ShouldBe(ended.Events.Count + 1, "no entry of its own");
        var kept = concluded.It.Duties.Find(d => d.Term.Id == ended.Owed(DutyStems.Step).Term.Id)!;
        (kept.Term.DoneAt, kept.Term.IsLifted).ShouldBe((concluded.Now, false));
        concluded.Owed(DutyStems.Step).ShouldSatisfyAllConditions(d => d.Step.ShouldBe(nameof(AdoptResult)), d => d.Term.OpenedBy.ShouldBe(concluded.Events.Count));
    }

    [Fact]
    public void What_is_no_move_leaves_it_as_it_is_and_a_vote_of_one_community_of_several_is_one()
    {
        var planned = Story.Planned();
        var step = planned.Owed(DutyStems.Step);
        planned.After(TimeSpan.FromHours(1)).Then(Quarter.Resident, Quarter.Opinion with { Entry = null }).Owed(DutyStems.Step).ShouldBe(step);
        planned.After(TimeSpan.FromHours(1)).Then(Quarter.Council, Quarter.Plan(planned.Now.AddDays(4))).Owed(DutyStems.Step).ShouldBe(step, "planning anew gains no time");

        var called = Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, new RequireVote());
        var one = called.After(TimeSpan.FromDays(20)).Then(Quarter.Government, Later.Ballot(VoteBody.ResidentsMeeting, 30, 0, 0) with { Community = Quarter.Community });
        one.It.Stage.ShouldBe(ConsultationStage.VoteRequired);
        one.Owed(DutyStems.Step).Term.OpenedAt.ShouldBe(one.Now, "the other community's vote is next");
    }

    [Fact]
    public void It_runs_from_the_planned_hour_of_a_session_and_from_the_end_of_a_villagers_meetings_notice()
    {
        var prepared = Story.Planned().Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants());
        prepared.Owed(DutyStems.Step).Term.OpenedAt.ShouldBe(prepared.It.Plan!.Start);
        var soon = prepared.Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead));
        soon.It.Duties.Count(d => d.Step == nameof(StartSession) && !d.Term.IsOpen && !d.Term.IsLate(soon.Now)).ShouldBe(1, "held before its time it is kept in time");

        // The second community is a village: ten days of notice.
        var called = Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, new RequireVote());
        called.Owed(DutyStems.Step).Term.OpenedAt.ShouldBe(LocalDay.Start(LocalDay.Of(called.Now).AddDays(10)));
        var own = Later.Called();
        own.Owed(DutyStems.Step).Term.OpenedAt.ShouldBe(own.Now, "a residents' meeting has no notice");
    }

    [Fact]
    public void Lateness_is_flagged_climbs_the_ladder_and_is_no_breach()
    {
        var rest = Story.Ended().Then(Quarter.Committee, Quarter.Announcement).Then(Quarter.Council, new Conclude());
        rest.It.OpenDuties.ConvertAll(d => d.Stem).ShouldBe([DutyStems.Step], "nothing else reminds anybody");
        var late = rest.After(TimeSpan.FromDays(40)).Ticked();
        ConsultationTerms.IsBreached(late.It).ShouldBeFalse();
        var figures = ConsultationFiguresRead.At(ConsultationFiguresFold.Of([ConsultationTerms.Contribution(late.It)], late.Now), late.Now);
        (figures.Overdue, figures.Breached).ShouldBe((1, 0));
        var told = ConsultationNotices.Of("consultation-1", late.It, [new(late.Events.Count, late.Now, null, OrganCode.Of(Quarter.Township.At(UnitLevel.City)), late.Events[^1])], late.It.Place, late.Calendar, Quarter.NameOf);
        told.Select(n => n.Recipient).ShouldBe([OrganCode.Of(Quarter.Community), OrganCode.Of(Quarter.Township), OrganCode.Of(Quarter.Township.At(UnitLevel.County))], ignoreOrder: true);
        told.ShouldAllBe(n => n.Kind == NoticeKind.Overdue && n.Zh.Contains("采纳结果") && n.En.Contains("the next step (adopting the result)"));
    }

    [Fact]
    public void Another_organ_hears_that_the_move_is_its_own()
    {
        var ended = Story.Ended(BuildingOrGroup, Quarter.End(dissents: Quarter.Dissent with { AllegesHarm = true }));
        var told = ConsultationNotices.Of("consultation-1", ended.It, [new(ended.Events.Count, ended.Now, null, OrganCode.Of(Quarter.Grid), ended.Events[^1])], ended.It.Place, ended.Calendar, Quarter.NameOf);
        told.ShouldContain(n => n.Kind == NoticeKind.NewWork && n.Recipient == OrganCode.Of(Quarter.Community) && n.Zh.Contains("结束复核"), "the community's party organisation reviews");
        told.ShouldNotContain(n => n.Kind == NoticeKind.NewWork && n.Recipient == OrganCode.Of(Quarter.Grid) && n.Term!.StartsWith(DutyStems.Step, StringComparison.Ordinal));
    }

    [Fact]
    public void It_never_stands_before_the_archive_and_the_end_closes_it()
    {
        Later.Surveyed().It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Step);
        Later.In(ConsultationStage.NotAdopted).It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Step);
        var withdrawn = Story.Planned().Then(Quarter.Party, new WithdrawConsultation("事项已解决"));
        withdrawn.Last(DutyStems.Step).Term.IsLifted.ShouldBeTrue();
        var missed = Story.Planned().After(TimeSpan.FromDays(40)).Then(Quarter.Party, new WithdrawConsultation("事项已解决"));
        missed.Last(DutyStems.Step).Term.ShouldSatisfyAllConditions(t => t.IsLifted.ShouldBeFalse("what was missed stays visible"), t => t.IsLate(missed.Now).ShouldBeTrue());
        foreach (var stage in new[] { ConsultationStage.Implementing, ConsultationStage.Implemented, ConsultationStage.FedBack, ConsultationStage.Surveyed, ConsultationStage.NotAdopted })
            Later.In(stage).It.OpenDuties.ShouldContain(d => d.Stem != DutyStems.Step, $"{stage} has duties of its own");
    }

    [Fact]
    public void One_from_before_steps_were_duties_gets_its_step_with_whatever_happens_next()
    {
        var old = Story.Planned() is var planned ? planned with { State = planned.It with { Duties = planned.It.Duties.RemoveAll(d => d.Stem == DutyStems.Step) } } : null!;
        old.Then(Quarter.Resident, Quarter.Opinion with { Entry = null }).Owed(DutyStems.Step).Step.ShouldBe(nameof(PublishNotice));
    }

    [Fact]
    public void Votes_ahead_are_those_called_owed_on_a_result_or_the_only_way_on()
    {
        Ahead(Later.Called()).ShouldBeTrue("called");
        Ahead(Later.Concluded(matter: new(LegalVote: true))).ShouldBeTrue("C007: owed on the result");
        Ahead(Later.Concluded(BuildingOrGroup, new(Vital: true))).ShouldBeTrue("C030");
        Ahead(Later.Twice()).ShouldBeTrue("C043: it cannot be closed otherwise");
        Ahead(Later.Twice(CrossCommunity)).ShouldBeTrue("C049");
        Ahead(Later.Twice(BuildingOrGroup)).ShouldBeFalse("a building may shelve it");
        Ahead(Later.Disagreed()).ShouldBeFalse("another round is open");
        Ahead(Later.Concluded()).ShouldBeFalse();
        Ahead(Later.In(ConsultationStage.VotePassed)).ShouldBeFalse("held");

        static bool Ahead(Story story) => ConsultationTerms.Contribution(story.It, story.Rules).VoteAhead;
    }

    private static Story In(string where) => where switch
    {
        "planned" => Story.Planned(),
        "noticed" => Story.Planned().Then(Quarter.Council, Quarter.Notice),
        "prepared" => Story.Prepared(),
        "in session" => Story.InSession(),
        "adjourned" => Story.InSession().Then(Quarter.Council, new AdjournSession("改日再议")),
        "agreed" => Story.Ended(),
        "disagreed" => Later.Disagreed(),
        "disagreed twice" => Later.Twice(),
        "under review" => Story.Ended(end: Quarter.End(dissents: Quarter.Dissent with { AllegesHarm = true })),
        "concluded" => Later.Concluded(),
        "concluded, the law's vote" => Later.Concluded(matter: new(LegalVote: true)),
        "vote required" => Later.Called(),
        "vote passed" => Later.In(ConsultationStage.VotePassed),
        "vote failed" => Later.VotedDown(),
        "adopted" => Later.Adopted(),
        "another way proposed" => Story.Opened().Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null }),
        "across, proposed" => Story.Proposed(CrossCommunity),
        "direct" => Story.Opened(DirectMeeting),
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "No such rest."),
    };
}
