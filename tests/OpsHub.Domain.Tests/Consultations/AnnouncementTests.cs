using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>The announcement on the same or the next day. C040, C069; examples N; resolutions 1-4.</summary>
public sealed class AnnouncementTests
{
    private static Story EndedAt(DateTimeOffset end, Story? from = null, ConsultationVariant variant = ConsultationVariant.Community) =>
        Story.InSession(variant, from: (from ?? Story.Blank).At(end.AddDays(-5))).At(end).Then(Quarter.Holder(variant), Quarter.End());

    [Theory]
    [InlineData("N01")]
    [InlineData("N02")]
    [InlineData("N04")]
    [InlineData("N05")]
    [Trait("Rule", "C040")]
    public void C040_an_announcement_is_due_at_the_end_of_the_day_after_the_session(string id)
    {
        var example = Example.Named(id);
        var rules = new ConsultationRules { Days = new(Roll: id == "N05" ? AnnounceRoll.WorkingDay : AnnounceRoll.None) };
        var owed = EndedAt(example.Instants[0], Story.Blank with { Rules = rules }).Owed(DutyStems.Announce);

        owed.Term.Due.ShouldBe(Given.EndOf(example.ExpectedDays[0]));
        (owed.Hard, owed.Session, owed.Announces, owed.Term.Basis).ShouldBe((true, 1, AnnouncementKind.Session,
            id == "N05" ? new TermBasis("C040", "二(四)2", BasisKind.Assumed, "AnnounceRoll") : new TermBasis("C040", "二(四)2", BasisKind.Text)), "a roll over holidays is not in the text");
    }

    [Fact]
    [Trait("Rule", "C040")]
    public void N10_an_adjournment_is_not_the_end()
    {
        var example = Example.Named("N10");
        var story = Story.InSession(from: Story.Blank.At(example.Instants[0].AddDays(-4)));
        story = story.At(example.Instants[0]).Then(Quarter.Council, new AdjournSession("夜深"));
        story.It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Announce, "the clock does not start");
        story = story.At(example.Instants[1]).Then(Quarter.Council, new ResumeSession()).Then(Quarter.Council, Quarter.End());
        story.Owed(DutyStems.Announce).Term.Due.ShouldBe(Given.EndOf(example.ExpectedDays[0]));
    }

    [Theory]
    [InlineData("2026-09-30 23:59:59", "2026-10-01")] // a holiday, and still due
    [InlineData("2026-09-30 00:20", "2026-10-01")] // after midnight counts as the day it is
    public void C040_the_day_of_the_end_counts_to_the_second(string end, string due) => EndedAt(Given.Local(end)).Owed(DutyStems.Announce).Term.Due.ShouldBe(Given.EndOf(due));

    [Fact]
    [Trait("Rule", "C040")]
    public void N07_an_announcement_at_the_bound_is_taken_and_marked_late_for_ever()
    {
        var story = EndedAt(Example.Named("N01").Instants[0]);
        var bound = Example.Named("N07").Instants[0];

        var inTime = story.At(bound.AddSeconds(-1)).ThenNow(Quarter.Council, Quarter.Announcement);
        (inTime.It.Announcements[0].Late, ConsultationTerms.IsBreached(inTime.It)).ShouldBe((false, false));
        var late = story.At(bound).ThenNow(Quarter.Committee, Quarter.Announcement);
        var announcement = late.It.Announcements.ShouldHaveSingleItem();
        (announcement.Id, announcement.Late, announcement.Due, announcement.Session).ShouldBe((1, true, bound.ToUniversalTime(), 1));
        late.It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Announce);
        ConsultationTerms.IsBreached(late.It).ShouldBeTrue();
        late.Events.OfType<ConsultationRungsFired>().Single().Rungs.ShouldContain(r => r.Kind == RungKind.Due, "what time did stands before the act");
    }

    [Fact]
    [Trait("Rule", "C040")]
    public void N08_nothing_is_announced_before_the_session_ends()
    {
        var announced = Example.Named("N08").Instants[0];
        var story = Story.InSession(from: Story.Blank.At(announced.AddDays(-4))).At(announced);
        var refusal = story.Refused(Quarter.Council, Quarter.Announcement);
        (refusal.Code, refusal.Rule, refusal.Clause, refusal.Field).ShouldBe(("ANNOUNCE_BEFORE_END", "C040", "二(四)2", "duty"));

        // Entered afterwards for an instant before the end: refused as well.
        var ended = story.After(TimeSpan.FromMinutes(10)).Then(Quarter.Council, Quarter.End());
        ended.At(announced).Refused(Quarter.Council, Quarter.Announcement).Field.ShouldBe("occurredAt");
    }

    [Theory]
    [InlineData(SessionOutcome.Consensus)]
    [InlineData(SessionOutcome.NoConsensus)]
    [InlineData(SessionOutcome.LargeDispute)]
    public void Resolution_4_it_is_owed_whatever_the_outcome(SessionOutcome outcome) => Story.Ended(end: Quarter.End(outcome)).Owed(DutyStems.Announce).Hard.ShouldBeTrue();

    [Theory]
    [InlineData(ConsultationVariant.BuildingOrGroup)]
    [InlineData(ConsultationVariant.CrossCommunity)]
    [InlineData(ConsultationVariant.DirectMeeting)]
    [Trait("Rule", "C069")]
    public void C069_in_the_other_variants_late_is_flagged_and_no_violation(ConsultationVariant variant)
    {
        var story = EndedAt(Given.Local("2026-07-14 20:00"), variant: variant);
        var owed = story.Owed(DutyStems.Announce);
        (owed.Hard, owed.Term.Due, owed.Term.Basis.Kind, owed.Term.Basis.Parameter).ShouldBe((false, Given.EndOf("2026-07-15"), BasisKind.Assumed, "AnnounceWithin"));
        var late = story.At("2026-07-16 00:00").ThenNow(Quarter.Holder(variant), Quarter.Announcement);
        (late.It.Announcements[0].Late, ConsultationTerms.IsBreached(late.It), ConsultationTerms.Contribution(late.It).Breached).ShouldBe((true, false, false));
    }

    [Fact]
    public void Of_two_rounds_the_oldest_announcement_is_made_first_and_none_is_lost()
    {
        var story = Story.Ended(end: Quarter.End(SessionOutcome.NoConsensus));
        story = story.Happened(new RoundOpened(story.Now, 2, null, [])).Then(Quarter.Council, Quarter.Plan(story.Now.AddDays(2)))
            .Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants()).After(TimeSpan.FromDays(2))
            .Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Then(Quarter.Council, Quarter.End());
        story.It.OpenDuties.FindAll(d => d.Stem == DutyStems.Announce).ConvertAll(d => (d.Term.Id, d.Session)).ShouldBe([("announce", 1), ("announce-2", 2)]);

        var both = story.Then(Quarter.Council, Quarter.Announcement).Then(Quarter.Council, Quarter.Announcement);
        both.It.Announcements.ConvertAll(a => (a.Id, a.Session, a.Late)).ShouldBe([(1, 1, true), (2, 2, false)]);
        var none = both.Refused(Quarter.Council, Quarter.Announcement);
        (none.Code, none.Field).ShouldBe(("NO_ANNOUNCEMENT_DUE", "duty"));
    }

    [Fact]
    public void An_announcement_says_where_it_hangs_and_what()
    {
        Story.Ended().Refused(Quarter.Council, Quarter.Announcement with { Place = "" }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("place"), r => r.Rule.ShouldBe("C040"));
        Story.Ended().Refused(Quarter.Council, Quarter.Announcement with { Text = new('长', 4001) }).Field.ShouldBe("text");
        Story.Ended().Refused(Quarter.SecondParty, Quarter.Announcement).Code.ShouldBe(RefusalCodes.NotAllowed);
    }
}
