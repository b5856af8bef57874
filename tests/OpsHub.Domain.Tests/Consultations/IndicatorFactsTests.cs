using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>What indicators count of a consultation.</summary>
public sealed class IndicatorFactsTests
{
    [Fact]
    public void A_straight_consultation_is_counted_once_on_each_point()
    {
        var story = Story.Ended().Then(Quarter.Committee, Quarter.Announcement).Then(Quarter.Council, new Conclude()).Then(Quarter.Party, Later.Adoption())
            .Then(Quarter.Party, new StartImplementation()).Then(Quarter.Party, new CompleteImplementation("完成")).Then(Quarter.Party, Later.Told).Then(Quarter.Party, Later.Survey);
        ConsultationIndicatorFacts.Of(story.It, story.Now).ShouldBe(new ConsultationFacts(1, 1, 1, 1, 1, true, true, 40, 36));
    }

    [Fact]
    public void What_is_late_is_due_and_not_on_time_made_or_not()
    {
        var waiting = Story.Determined();
        ConsultationIndicatorFacts.Of(waiting.It, waiting.Now).ShouldSatisfyAllConditions(f => f.PlansDue.ShouldBe(0, "not due yet"), f => f.Agreed.ShouldBeNull(), f => f.CarriedOut.ShouldBeNull());
        ConsultationIndicatorFacts.Of(waiting.It, waiting.Now.AddDays(10)).ShouldSatisfyAllConditions(f => f.PlansDue.ShouldBe(1), f => f.PlansOnTime.ShouldBe(0));
        var ended = Story.Ended();
        ConsultationIndicatorFacts.Of(ended.It, ended.Now).AnnouncementsDue.ShouldBe(0);
        var late = ended.After(TimeSpan.FromDays(3)).Then(Quarter.Committee, Quarter.Announcement);
        ConsultationIndicatorFacts.Of(late.It, late.Now).ShouldSatisfyAllConditions(f => f.AnnouncementsDue.ShouldBe(1), f => f.AnnouncementsOnTime.ShouldBe(0));
    }

    [Fact]
    public void Agreement_and_carrying_out_are_known_when_they_are()
    {
        Facts(Later.Disagreed()).Agreed.ShouldBeNull();
        Facts(Later.VotedDown()).Agreed.ShouldBe(false);
        Facts(Later.In(ConsultationStage.VotePassed)).Agreed.ShouldBe(true);
        Facts(Later.Twice()).SessionsEnded.ShouldBe(2);
        Facts(Later.Adopted()).CarriedOut.ShouldBe(false);
        Facts(Later.Archived()).ShouldSatisfyAllConditions(f => f.Agreed.ShouldBe(true), f => f.CarriedOut.ShouldBe(true));
        var shelved = Later.Disagreed().Then(Quarter.Council, new Shelve("x")).Then(Quarter.Council, Quarter.Announcement).Then(Quarter.Council, Later.Archive);
        Facts(shelved).ShouldSatisfyAllConditions(f => f.Agreed.ShouldBe(false), f => f.CarriedOut.ShouldBeNull());
    }

    [Fact]
    public void A_lifted_duty_counts_neither_way()
    {
        var withdrawn = Story.Determined().Then(Quarter.Party, new WithdrawConsultation("x"));
        ConsultationIndicatorFacts.Of(withdrawn.It, withdrawn.Now.AddDays(30)).PlansDue.ShouldBe(0);
    }

    private static ConsultationFacts Facts(Story story) => ConsultationIndicatorFacts.Of(story.It, story.Now);

    [Fact]
    public void There_is_no_agreement_while_a_vote_is_owed_or_a_review_open()
    {
        var owed = Later.Concluded(matter: new(LegalVote: true));
        Facts(owed).Agreed.ShouldBeNull();
        Facts(owed.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 30, 0, 0))).Agreed.ShouldBe(true);
        var concluded = Later.Concluded();
        Facts(concluded).Agreed.ShouldBe(true);
        Facts(concluded with { State = concluded.It with { ReviewOpen = true } }).Agreed.ShouldBeNull();
    }
}
