using System.Text.Json;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>State is what the events say, and nothing else.</summary>
public sealed class FoldTests
{
    private sealed record ConsultationForgotten(DateTimeOffset At) : ConsultationEvent(At)
    {
        public override string Rule => "none";
    }

    [Fact]
    public void An_unknown_event_throws() => Should.Throw<InvalidOperationException>(() => Story.Opened().Happened(new ConsultationForgotten(Quarter.Thursday)))
        .Message.ShouldContain(nameof(ConsultationForgotten));

    [Fact]
    public void It_begins_once_and_with_its_opening()
    {
        Should.Throw<InvalidOperationException>(() => ConsultationFold.Apply(null, new SessionResumed(Quarter.Thursday)));
        Should.Throw<InvalidOperationException>(() => Story.Opened().Happened(Story.Opened().Events[0]));
    }

    [Fact]
    public void A_refusal_brings_no_events_and_a_decision_no_change_of_its_own()
    {
        var story = Story.Determined();
        var before = JsonSerializer.Serialize(story.State);
        story.Refused(Quarter.Committee, Quarter.Plan(story.Now.AddDays(3)));
        story.Asked(Quarter.Council, Quarter.Plan(story.Now.AddDays(3))).Events.ShouldNotBeEmpty();
        JsonSerializer.Serialize(story.State).ShouldBe(before);
    }

    [Fact]
    public void Of_very_many_opinions_the_newest_are_kept_and_all_are_counted()
    {
        var story = Story.Opened();
        for (var i = 0; i < 503; i++)
            story = story.Happened(new OpinionAdded(story.Now, new($"ledger-{i}", OpinionSource.Box, Quarter.Community, null, "停车难", story.Now)));
        (story.It.OpinionCount, story.It.Opinions.Count, story.It.Opinions[0].Id, story.It.Opinions[^1].Id).ShouldBe((503, 500, "ledger-3", "ledger-502"));
    }

    [Theory]
    [InlineData(ConsultationVariant.Community, ConsultationStage.TopicDetermined)]
    [InlineData(ConsultationVariant.DirectMeeting, ConsultationStage.Collecting)]
    [Trait("Rule", "C042")]
    public void C042_a_further_round_clears_plan_notice_and_participants_and_keeps_what_was_said(ConsultationVariant variant, ConsultationStage begins)
    {
        var story = Story.Ended(variant, Quarter.End(SessionOutcome.NoConsensus, variant == ConsultationVariant.DirectMeeting ? [] : [Quarter.Dissent]));
        var again = story.Happened(new RoundOpened(story.Now, 2, "另有方案", [])).It;
        (again.Stage, again.Round, again.Plan, again.Notice, again.Participants, again.Reason).ShouldBe((begins, 2, null, null, null, "另有方案"));
        (again.Sessions, again.Dissents, again.Topic).ShouldBe((story.It.Sessions, story.It.Dissents, story.It.Topic));
        again.OpenDuties.ShouldBe(story.It.OpenDuties, "what a session left is owed still");
    }

    [Fact]
    [Trait("Rule", "C054")]
    public void C054_a_result_opened_again_begins_a_round_and_what_was_built_on_it_is_gone()
    {
        var story = Story.Ended(matter: new(DelegatedBy: Quarter.Bureau));
        story = story.Happened(new ConsultationConcluded(story.Now, [], new(Quarter.Bureau, DelegatedStage.ToReport)))
            .Happened(new ResultAdopted(story.Now, new(story.Now, "居委会", "副主任岗", null, [])));
        var again = story.Happened(new ResultCorrected(story.Now, new(story.Now, "违反物权规定", false, OrganCode.Of(Quarter.Community)), 2, [])).It;
        (again.Stage, again.Round, again.Adoption, again.EndedAt, again.Delegated!.Stage).ShouldBe((ConsultationStage.TopicDetermined, 2, null, null, DelegatedStage.None));
        again.Corrections.Count.ShouldBe(1);
    }
}
