using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>When and where a session is: by plan, by notice, by adjournment. C012, C036, SM2 row 9.</summary>
public sealed class ArrangementTests
{
    [Fact]
    [Trait("Rule", "C012")]
    public void C012_a_direct_meetings_notice_says_when_and_where()
    {
        var opened = Story.Opened(DirectMeeting);
        var notice = Quarter.Meeting(opened.Now.AddDays(2));
        opened.Refused(Quarter.Party, Quarter.Notice).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("start"), r => r.Rule.ShouldBe("C012"));
        opened.Refused(Quarter.Party, notice with { Start = opened.Now }).Field.ShouldBe("start");
        opened.Refused(Quarter.Party, notice with { MeetingPlace = " " }).Field.ShouldBe("meetingPlace");

        var noticed = opened.Then(Quarter.Party, notice);
        noticed.It.Ahead.ShouldBe(new SessionArrangement(notice.Start!.Value.ToUniversalTime(), "社区活动室", noticed.Now));
        ConsultationTerms.Contribution(noticed.It).SessionMinute.ShouldBe(SummaryFold.MinuteOf(notice.Start.Value), "it counts among the day's sessions");
        noticed.Owed(DutyStems.Step).Term.OpenedAt.ShouldBe(notice.Start.Value.ToUniversalTime(), "not owed before its hour");
        noticed.After(TimeSpan.FromDays(2)).Then(Quarter.Party, new StartSession(PresiderKind.Secretary)).It.Sessions[0].Place.ShouldBe("社区活动室");
    }

    [Fact]
    [Trait("Rule", "C036")]
    public void C036_where_a_plan_says_when_and_where_the_notice_does_not() =>
        Story.Planned().Refused(Quarter.Council, Quarter.Meeting(Story.Planned().Now.AddDays(2))).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("start"), r => r.Rule.ShouldBe("C036"));

    [Fact]
    public void An_adjournment_may_say_when_it_goes_on()
    {
        var on = Story.InSession();
        on.Refused(Quarter.Council, new AdjournSession("夜深", on.Now)).Field.ShouldBe("resumesAt");
        var at = on.Now.AddDays(1);
        var adjourned = on.Then(Quarter.Council, new AdjournSession("夜深", at));
        adjourned.It.Sessions[^1].Pauses[^1].ResumesAt.ShouldBe(at.ToUniversalTime());
        ConsultationTerms.Contribution(adjourned.It).SessionMinute.ShouldBe(SummaryFold.MinuteOf(at));
        adjourned.Owed(DutyStems.Step).ShouldSatisfyAllConditions(d => d.Step.ShouldBe(nameof(ResumeSession)), d => d.Term.OpenedAt.ShouldBe(at.ToUniversalTime()));
        var resumed = adjourned.At(at).Then(Quarter.Council, new ResumeSession());
        (resumed.It.Ahead, ConsultationTerms.Contribution(resumed.It).SessionMinute).ShouldBe((null, 0L));
        on.Then(Quarter.Council, new AdjournSession("夜深")).It.Ahead.ShouldBeNull("left open");
    }
}
