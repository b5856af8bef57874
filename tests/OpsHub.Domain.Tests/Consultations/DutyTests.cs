using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Duties as deadlines: rungs, what overtakes, what summaries get.</summary>
public sealed class DutyTests
{
    [Fact]
    [Trait("Rule", "C035")]
    public void Days_that_the_county_counts_in_its_own_way_rest_on_that_parameter_and_its_source()
    {
        var early = new ConsultationRules { Days = new(new TimeOnly(17, 30)) };
        Plan(early).ShouldBe(new("C035", "二(四)2", BasisKind.Assumed, "EndOfDay"));
        var named = early with { Sources = early.Sources.SetItem("EndOfDay", "县办发〔2026〕7号") };
        Plan(named).ShouldBe(new("C035", "县办发〔2026〕7号", BasisKind.Text, "EndOfDay"));
        Plan(named with { Sources = named.Sources.SetItem("PlanWorkingDays", "县办发〔2026〕9号") }).ShouldBe(new("C035", "县办发〔2026〕9号", BasisKind.Text, "PlanWorkingDays"));
        Plan(early with { Sources = early.Sources.SetItem("PlanWorkingDays", "县办发〔2026〕9号") }).Parameter.ShouldBe("EndOfDay", "the assumed part is named");
        Announcement(early).ShouldBe(new("C040", "二(四)2", BasisKind.Text), "its last moment is 24:00 whatever ends a working day");

        var rolling = new ConsultationRules { Days = new(Roll: AnnounceRoll.WorkingDay) };
        Announcement(rolling with { Sources = rolling.Sources.SetItem("AnnounceRoll", "县办发〔2026〕7号") }).ShouldBe(new("C040", "县办发〔2026〕7号", BasisKind.Text, "AnnounceRoll"));
        Plan(rolling).ShouldBe(new("C035", "二(四)2", BasisKind.Text));

        static TermBasis Plan(ConsultationRules rules) => Story.Determined(from: Story.Blank with { Rules = rules }).Owed(DutyStems.Plan).Term.Basis;

        static TermBasis Announcement(ConsultationRules rules) => Story.Ended(from: Story.Blank with { Rules = rules }).Owed(DutyStems.Announce).Term.Basis;
    }

    [Fact]
    public void Rungs_of_a_duty_fire_once_in_order_however_long_nobody_looked()
    {
        var story = Story.Ended(from: Story.Blank.At("2026-07-06 09:00"));
        var ahead = ConsultationTerms.Ahead(story.It, story.Book);
        ahead.Select(r => r.At).ShouldBeInOrder();
        ahead.Where(r => r.Term == "announce").Select(r => r.Kind).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);

        var later = story.After(TimeSpan.FromDays(30)).Ticked();
        var fired = later.Events.OfType<ConsultationRungsFired>().ShouldHaveSingleItem();
        fired.Rungs.Count.ShouldBe(ahead.Count, "all that passed, in one write");
        later.Ticked().Events.Count.ShouldBe(later.Events.Count, "each once");
        later.It.ChangedAt.ShouldBe(story.It.ChangedAt, "time is nobody's step");
        ConsultationTerms.Ahead(later.It, later.Book).ShouldBeEmpty();
    }

    [Fact]
    public void A_contribution_names_the_dues_by_kind()
    {
        var determined = Story.Determined();
        var due = SummaryFold.MinuteOf(determined.Owed(DutyStems.Plan).Term.Due);
        ConsultationTerms.Contribution(determined.It).ShouldBe(new(ConsultationStage.TopicDetermined, true, due, Buckets.Empty, due, due, false, 1, false, 0, false));

        var planned = Story.Planned();
        ConsultationTerms.Contribution(planned.It).ShouldBe(new(
            ConsultationStage.Planned, true, 0, Buckets.Empty, 0, SummaryFold.MinuteOf(planned.Owed(DutyStems.Step).Term.Due), false, 1, false, SummaryFold.MinuteOf(planned.It.Plan!.Start), false));

        var ended = Story.Ended();
        var announce = SummaryFold.MinuteOf(ended.Owed(DutyStems.Announce).Term.Due);
        ConsultationTerms.Contribution(ended.It).ShouldBe(new(ConsultationStage.SessionEnded, true, 0, Buckets.One(announce), announce, announce, false, 1, false, 0, false));
        ConsultationTerms.Nearest(ended.It).ShouldBe(ended.Owed(DutyStems.Announce));

        var breached = ConsultationTerms.Contribution(ended.After(TimeSpan.FromDays(3)).Ticked().It);
        (breached.Breached, breached.HardDueMinute, breached.AnnounceDueMinutes).ShouldBe((true, 0, Buckets.One(announce)));
    }

    [Fact, Trait("Rule", "C040")]
    public void C040_Two_ended_sessions_owe_two_announcements_each_in_time_or_late_for_itself()
    {
        var first = Story.Ended(end: Quarter.End(SessionOutcome.NoConsensus), from: Story.Blank.At("2026-07-06 09:00"));
        var second = Later.Again(first, ConsultationVariant.Community);
        var dues = ConsultationTerms.Announcements(second.It).ConvertAll(d => d.Term.Due);
        (dues.Count, dues[0] < second.Now, dues[1] > second.Now).ShouldBe((2, true, true));
        ConsultationTerms.Contribution(second.It).AnnounceDueMinutes.ShouldBe(Buckets.One(SummaryFold.MinuteOf(dues[0])).Plus(Buckets.One(SummaryFold.MinuteOf(dues[1]))));
        var reading = ConsultationFiguresRead.At(ConsultationFiguresFold.Of([ConsultationTerms.Contribution(second.It)], second.Now), second.Now);
        (reading.AnnouncementsLate, reading.NextAnnouncementDue).ShouldBe((1, dues[1]));
        var one = second.Then(Quarter.Council, Quarter.Announcement);
        ConsultationTerms.Contribution(one.It).AnnounceDueMinutes.ShouldBe(Buckets.One(SummaryFold.MinuteOf(dues[1])), "the oldest is made first");
    }

    [Fact]
    public void What_outlives_a_consultation_keeps_it_open()
    {
        var story = Story.Ended();
        var annulled = story.Happened(new ResultCorrected(story.Now, new(story.Now, "违反物权规定", true, OrganCode.Of(Quarter.Community)), 1, []));
        ConsultationTerms.IsOpen(annulled.It).ShouldBeTrue("its announcement is owed still");
        var announced = annulled.Then(Quarter.Party, Quarter.Announcement);
        (announced.It.Stage, ConsultationTerms.IsOpen(announced.It)).ShouldBe((ConsultationStage.Corrected, false));
        ConsultationTerms.Contribution(announced.It).Open.ShouldBeFalse();
    }

    [Fact]
    public void A_parameter_that_was_set_names_its_source_or_is_assumed()
    {
        var set = new ConsultationRules { Plan = new(3, BudgetUnit.WorkingDays), Sources = new ConsultationRules().Sources.Add("PlanWorkingDays", null).Add("ExplanationLimit", "县办发〔2026〕7号") };
        var story = Story.Ended(end: Quarter.End(SessionOutcome.Consensus, Quarter.Dissent), from: Story.Blank with { Rules = set });
        story.Last(DutyStems.Plan).Term.Basis.ShouldBe(new("C035", "二(四)2", BasisKind.Assumed, "PlanWorkingDays"), "three days are nobody's text");
        story.Last(DutyStems.Explain).Term.Basis.ShouldBe(new("C053", "县办发〔2026〕7号", BasisKind.Text, "ExplanationLimit"));
    }

    [Fact]
    public void Every_duty_has_budget_basis_and_words_in_both_languages()
    {
        foreach (var variant in Enum.GetValues<ConsultationVariant>())
        {
            var story = Story.Opened(variant, new(DelegatedBy: Quarter.Bureau));
            foreach (var stem in typeof(DutyStems).GetFields().Select(f => (string)f.GetValue(null)!).Where(stem => stem is not (DutyStems.Step or DutyStems.Milestone)))
            {
                var duty = ConsultationDuties.Open(story.It, stem, story.Context(Quarter.Party, new DetermineTopic()));
                duty.Term.Due.ShouldBeGreaterThan(story.Now);
                duty.Hard.ShouldBe(duty.Term.Basis.Kind == BasisKind.Text, "only where the text gives a figure is lateness a violation");
                TermNames.English(duty.Term.Name).ShouldMatch("^[a-z ,-]+$");
                Terms.Explain(duty.Term, Given.Calendar, Language.Zh).ShouldContain(duty.Term.Name);
                (duty.Stem, OrganCode.TryParse(duty.Term.Holder, out _)).ShouldBe((stem, true));
            }
        }
    }

    [Fact]
    public void A_typhoon_moves_a_plan_and_only_rungs_of_an_announcement()
    {
        var closed = Given.Calendar.With([new LocalClosure(2, "430203", Given.Day("2026-07-10"), Given.Day("2026-07-10"), "台风停工")], 2, "台风停工").For("430203");
        var determined = Story.Determined();
        ConsultationReprojection.Of(determined.It, determined.Now, closed, 9)!.Duties.Find(d => d.Stem == DutyStems.Plan)!.Term.Due.ShouldBe(Given.EndOf("2026-07-14"));

        // The due lies before the closed day; the township's rung, one working day after it, moves.
        var ended = Story.Ended(from: Story.Blank.At("2026-07-05 09:00") with { Rules = new() { NextStep = new(240, BudgetUnit.Hours) } });
        ConsultationReprojection.Of(ended.It, ended.Now, closed, 9).ShouldBeNull();
        var rungs = ConsultationReprojection.OfRungs(ended.It, ended.Now, ended.Book with { Calendar = closed }, [Given.Calendar]).ShouldNotBeNull();
        (rungs.Calendar, rungs.Duties.Count).ShouldBe((2, 0));
        ConsultationReprojection.OfRungs(ended.Happened(rungs).It, ended.Now, ended.Book with { Calendar = closed }, [Given.Calendar]).ShouldBeNull("told once");
    }

    [Fact]
    public void What_the_calendar_did_stands_before_the_act_that_closes_the_duty()
    {
        var story = Story.Determined(from: Story.Blank.At("2026-12-31 10:00"));
        var loaded = Given.Calendar.With(2027, [new(new(2027, 1, 1), DayKind.Holiday, "元旦", 2027, "通知")], 2, "2027 年放假安排");
        var planned = (story with { Calendar = loaded }).At("2027-01-04 09:00") is var now ? now.ThenNow(Quarter.Council, Quarter.Plan(now.Now.AddDays(3))) : story;
        planned.Events.Select(e => e.Name).Reverse().Take(2).ShouldBe(["PlanMade", "DutiesReprojected"]);
        planned.Last(DutyStems.Plan).IsBreached(planned.Now).ShouldBeFalse("the year's holiday moved it");
    }
}
