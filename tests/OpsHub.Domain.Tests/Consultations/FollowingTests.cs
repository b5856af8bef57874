using System.Text.Json;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>A consultation goes with its units: what the former ones led and owed is for those in force, once. G011.</summary>
public sealed class FollowingTests
{
    private static readonly UnitCode NewTownship = UnitCode.Parse("430203002");
    private static readonly UnitCode NewCommunity = UnitCode.Parse("430203002007");

    [Fact]
    [Trait("Rule", "G011")]
    public void G011_what_the_former_township_owes_is_the_one_in_forces_and_no_due_moves()
    {
        var story = Story.Opened().Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null });
        var before = story.Owed(DutyStems.Step).Term;
        before.Holder.ShouldBe(Quarter.Township.Value);
        var followed = Followed(story, Moved(story));

        var happened = followed.Events[^1].ShouldBeOfType<ConsultationAreaChanged>();
        (happened.Rule, happened.IsNobodysStep).ShouldBe(("G011", true));
        happened.Reason.ShouldBe("区划调整：本协商原属430203001，现属430203002");
        followed.Owed(DutyStems.Step).Term.ShouldBe(before with { Holder = NewTownship.Value });
        (followed.It.Place, followed.It.Lead, followed.It.ChangedAt).ShouldBe((Moved(story), story.It.Lead, story.It.ChangedAt));
        followed.Owed(DutyStems.WorkMeeting).ShouldBe(story.Owed(DutyStems.WorkMeeting), "the community is the same");
        Of(followed, Moved(story)).ShouldBeNull("once");
    }

    [Fact]
    public void Where_the_units_are_the_same_nothing_happens()
    {
        Of(Story.Ended(), Quarter.PlaceOf(Quarter.Community)!).ShouldBeNull();
        Of(Later.Archived(), Quarter.PlaceOf(Quarter.Community)!).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "C054")]
    public void C054_what_is_over_goes_to_who_is_in_force_and_may_be_corrected_by_that_one()
    {
        var archived = Later.Archived();
        var followed = Followed(archived, Merged(archived), Merged);
        (followed.It.Stage, followed.It.EndedAt, followed.It.ChangedAt, followed.It.Place.Community, followed.It.Lead)
            .ShouldBe((ConsultationStage.Archived, archived.It.EndedAt, archived.It.ChangedAt, NewCommunity, OrganCode.Of(NewCommunity)));
        followed.It.OpenDuties.ShouldBeEmpty();
        var corrected = followed.Then(Quarter.Party with { Organ = OrganCode.Of(NewCommunity) }, new CorrectResult("违反村民委员会组织法第二十七条", false));
        corrected.It.OpenDuties.ShouldNotBeEmpty();
        corrected.It.OpenDuties.ShouldAllBe(d => d.Term.Holder == NewCommunity.Value);
    }

    [Fact]
    [Trait("Rule", "T087")]
    public void T087_the_township_in_force_leads_what_the_former_one_led()
    {
        var story = (Story.Blank with { IsTown = true }).Then(Quarter.Government, new OpenConsultation(Quarter.Community, [Quarter.Community], "拆迁安置", new(PublicConcern: true)));
        story.It.Lead.ShouldBe(OrganCode.Of(Quarter.Township));
        var followed = Followed(story, Moved(story));
        followed.It.Lead.ShouldBe(OrganCode.Of(NewTownship));
        followed.Owed(DutyStems.WorkMeeting).Term.Holder.ShouldBe(NewTownship.Value);
        followed.Then(Quarter.Government with { Organ = OrganCode.Of(NewTownship) }, Quarter.Opinion).Then(Quarter.Committee, new HoldWorkMeeting("例会纪要 7"))
            .Then(Quarter.Government with { Organ = OrganCode.Of(NewTownship) }, Quarter.Topic).It.Stage.ShouldBe(ConsultationStage.TopicProposed);
    }

    [Theory]
    [InlineData(BuildingOrGroup)]
    [InlineData(Community)]
    [InlineData(CrossCommunity)]
    [InlineData(DirectMeeting)]
    public void Of_units_that_were_taken_over_every_duty_is_kept_and_owed_by_who_may_act(ConsultationVariant variant)
    {
        foreach (var stage in Enum.GetValues<ConsultationStage>().Where(s => s is > ConsultationStage.SessionEnded and < ConsultationStage.Archived))
        {
            if (variant != Community && stage is >= ConsultationStage.VoteRequired and <= ConsultationStage.VoteFailed)
                continue;
            var story = Later.In(stage, variant);
            var followed = Followed(story, Merged(story), Merged);
            followed.It.Duties.Select(d => (d.Term.Id, d.Term.Due, d.Term.IsOpen, d.Hard)).ShouldBe(story.It.Duties.Select(d => (d.Term.Id, d.Term.Due, d.Term.IsOpen, d.Hard)), $"{stage}: none vanishes, none moves");
            followed.It.OpenDuties.ShouldAllBe(d => new[] { Quarter.Grid, Quarter.Community, Quarter.Township }.All(u => d.Term.Holder != u.Value), $"{stage}");
            ConsultationWaiting.Of(followed.It, followed.Now).ShouldAllBe(w => w.Office != null && w.Office.Organ == w.Organ, $"{stage}: whoever is waited for may act");
            Again(followed).ShouldBe(JsonSerializer.Serialize(followed.State), $"{stage}: read and replayed");
        }
    }

    [Fact]
    public void What_was_said_in_a_community_that_was_taken_over_is_not_said_elsewhere()
    {
        var story = Story.Opened().Then(Quarter.Party, Quarter.Opinion);
        var followed = Followed(story, Merged(story), Merged);
        followed.It.Communities.ShouldBe([NewCommunity]);
        ConsultationRouting.Undecided(followed.It).ShouldBeEmpty();
        followed.It.Lead.ShouldBe(OrganCode.Of(NewCommunity));
    }

    [Fact]
    [Trait("Rule", "C044")]
    public void C044_across_communities_one_that_was_taken_over_is_concerned_no_more_and_who_was_asked_was_asked()
    {
        var story = Story.Solicited(Story.Opened(CrossCommunity));
        var followed = Followed(story, story.It.Place, unit => unit == Quarter.Second ? Quarter.Third : unit);
        followed.It.Communities.ShouldBe([Quarter.Community, Quarter.Third]);
        followed.It.Solicitations.Select(a => a.Community).ShouldBe([Quarter.Community, Quarter.Third]);
        followed.Events[^1].Why.ShouldBe("区划调整：涉及的430203001002现为430203001003");
        followed.Then(Quarter.Government, Quarter.Topic).It.Stage.ShouldBe(ConsultationStage.TopicProposed, "nobody is asked again");
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_a_community_that_took_another_over_before_that_one_voted_votes_with_it_again()
    {
        var called = Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, new RequireVote());
        var voted = (called with { State = called.It with { Communities = called.It.Communities.Add(Quarter.Third) } }).Then(Quarter.Government, Of(Quarter.Community));
        var one = Followed(voted, voted.It.Place, unit => unit == Quarter.Second ? Quarter.Community : unit);
        one.It.Votes.ShouldHaveSingleItem().Community.ShouldBeNull("it speaks for part of it only");
        one.Then(Quarter.Government, Of(Quarter.Third)).It.Stage.ShouldBe(ConsultationStage.VoteRequired);
        one.Then(Quarter.Government, Of(Quarter.Third)).Then(Quarter.Government, Of(Quarter.Community)).It.Stage.ShouldBe(ConsultationStage.VotePassed);

        var other = Followed(voted, voted.It.Place, unit => unit == Quarter.Community ? NewCommunity : unit);
        other.It.Votes.ShouldHaveSingleItem().Community.ShouldBe(NewCommunity, "all whom it took over have passed it");
        other.Refused(Quarter.Government, Of(NewCommunity)).Code.ShouldBe("VOTED_ALREADY");

        static HoldVote Of(UnitCode community) => Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0) with { Community = community };
    }

    [Fact]
    [Trait("Rule", "C059")]
    public void C059_who_entrusted_a_matter_answers_for_it_wherever_the_community_stands_and_whoever_took_it_over_in_its_place()
    {
        var story = Later.Concluded(matter: new(DelegatedBy: OrganCode.Of(Quarter.Township))).Then(Quarter.Party, new ReportUp("结果报告"));
        var owed = story.Owed(DutyStems.GovernmentFeedback);
        owed.Term.Holder.ShouldBe(Quarter.Township.Value);
        var moved = Followed(story, Moved(story));
        moved.Owed(DutyStems.GovernmentFeedback).ShouldBe(owed);
        ConsultationWaiting.Of(story.It, story.Now, Moved(story)).Single(w => w.Duty == owed).Organ.ShouldBe(OrganCode.Of(Quarter.Township), "nor before it was handed over");

        var taken = Followed(story, Moved(story), unit => unit == Quarter.Township ? NewTownship : unit);
        taken.Owed(DutyStems.GovernmentFeedback).Term.Holder.ShouldBe(NewTownship.Value);
        taken.Then(Quarter.Government with { Organ = OrganCode.Of(NewTownship) }, new StudyReport("已研究")).It.Delegated!.Organ.ShouldBe(OrganCode.Of(NewTownship));
    }

    [Fact]
    public void A_building_whose_grid_ended_is_led_on_by_the_partys_organisation_of_the_community()
    {
        var story = Story.Opened(BuildingOrGroup).Then(Quarter.Group, Quarter.Opinion);
        var followed = Followed(story, story.It.Place with { Grid = null });
        followed.It.Place.Grid.ShouldBeNull();
        followed.Then(Quarter.Party, Quarter.Topic).Owed(DutyStems.ReportToCouncil).Term.Holder.ShouldBe(Quarter.Community.Value);
    }

    [Fact]
    public void An_act_and_a_rung_find_it_handed_over_first()
    {
        var story = Story.Ended();
        var area = Area(Merged(story), Merged);
        var ticked = ConsultationTerms.Overtaken(story.It, story.Now.AddDays(30), story.Book, story.Events.Count + 1, area);
        ticked.Select(e => e.Name).ShouldBe([nameof(ConsultationAreaChanged), nameof(ConsultationRungsFired)]);

        var council = Quarter.Council with { Organ = OrganCode.Of(NewCommunity) };
        var context = story.Context(council, new Conclude()) with { Place = area.Place, Area = area };
        var decision = ConsultationDecisions.DecideNow(story.State, new Conclude(), context);
        decision.Events.Select(e => e.Name).ShouldBe([nameof(ConsultationAreaChanged), nameof(ConsultationConcluded)]);
        decision.Events[^1].Steps.ShouldNotBeNull().ShouldContain(d => d.Term.IsOpen && d.Term.OpenedBy == story.Events.Count + 2);
        ConsultationDecisions.DecideNow(story.State, new Conclude(), context with { Actor = Quarter.Council }).IsRefused.ShouldBeTrue("the former one acts no more");
    }

    private static ConsultationPlace Moved(Story story) => story.It.Place with { Township = NewTownship };

    private static ConsultationPlace Merged(Story story) => story.It.Place with { Grid = null, Community = story.It.Place.Community is null ? null : NewCommunity, Township = NewTownship };

    private static UnitCode Merged(UnitCode unit) => unit == Quarter.Community ? NewCommunity : unit == Quarter.Township ? NewTownship : unit;

    private static ConsultationArea Area(ConsultationPlace place, Func<UnitCode, UnitCode>? successor = null) => new(place, successor ?? (unit => unit), organ => organ.Value);

    private static ConsultationAreaChanged? Of(Story story, ConsultationPlace place) => ConsultationFollowing.Of(story.It, story.Now, Area(place));

    private static Story Followed(Story story, ConsultationPlace place, Func<UnitCode, UnitCode>? successor = null)
    {
        var area = Area(place, successor);
        var followed = ConsultationFollowing.Of(story.It, story.Now, area) is { } happened ? story.Happened(happened) : story;
        ConsultationFollowing.Of(followed.It, followed.Now, area).ShouldBeNull("once");
        return followed;
    }

    private static string Again(Story story) => JsonSerializer.Serialize(story.Events
        .Select(e => JsonSerializer.Deserialize<ConsultationEvent>(JsonSerializer.Serialize(e))!).Aggregate((Consultation?)null, ConsultationFold.Apply));
}
