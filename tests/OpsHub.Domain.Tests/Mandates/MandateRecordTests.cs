using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Mandates.MandateStory;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>The record as a whole: what leaves it, who reads it, who is told.</summary>
public sealed class MandateRecordTests
{
    private const string Key = "mandates-430203";

    [Fact]
    public void What_was_over_before_last_year_leaves_the_record_and_what_binds_stays()
    {
        var over = InForce().Then(Township, new MakeSuggestion(SuggestionSubject.Decision, "撤并", "暂缓", Bureau));
        over = over.Then(Department, new AnswerSuggestion(over.Newest, SuggestionAnswer.Adopted, "暂缓"));
        over = over.Then(Township, new MakeSuggestion(SuggestionSubject.Decision, "另一事", "意见", Bureau));
        over.At("2027-12-31 09:00").Then(SecondTownship, new MakeSuggestion(SuggestionSubject.Decision, "明年事", "意见", Bureau)).Record.Suggestions.Count.ShouldBe(3);
        var later = over.At("2028-01-03 09:00").Then(SecondTownship, new MakeSuggestion(SuggestionSubject.Decision, "后年事", "意见", Bureau));
        later.Record.Suggestions.Select(g => g.Title).ShouldBe(["另一事", "后年事"], "an unanswered one waits however old it is");
        later.Record.Duties.ShouldHaveSingleItem();
    }

    [Fact]
    public void Duties_that_were_refused_or_ended_and_items_taken_out_leave_it_likewise()
    {
        var over = InForce().Then(Government, new EndDuty(2, "机构调整"));
        over = over.Then(Department, new ProposeDuty("另一职责", "内容", [Second], false));
        over = over.Then(Government, new RefuseDuty(over.Newest, "重复")).Then(Government, new AdmitItem("M-7", "居住证明", "指导清单")).Then(Government, new WithdrawItem("M-7", "清单调整"));
        over.Record.ShouldSatisfyAllConditions(s => s.Duties.Count.ShouldBe(2), s => s.Items.Count.ShouldBe(1));
        over.At("2028-01-03 09:00").Then(SecondTownship, new MakeSuggestion(SuggestionSubject.Decision, "后年事", "意见", Bureau)).Record
            .ShouldSatisfyAllConditions(s => s.Duties.ShouldBeEmpty(), s => s.Items.ShouldBeEmpty());
    }

    [Fact]
    public void Events_and_commands_are_read_as_they_were_written_and_fold_to_the_same_record()
    {
        var story = InForce().Then(Department, new AssignTask(First, "汛前巡查", "巡查", "县政函 2026-8 号", new(2026, 8, 31))).Then(Performance, new RecordTownshipResult(First, 2025, 50m, 50m));
        var read = story.Events.ConvertAll(e => JsonSerializer.Deserialize<MandateEvent>(JsonSerializer.Serialize(e))!);
        JsonSerializer.Serialize(read.Aggregate((CountyMandates?)null, MandateFold.Apply)).ShouldBe(JsonSerializer.Serialize(story.State));
    }

    [Fact]
    public void Rungs_that_have_passed_are_fired_before_the_command_and_each_once()
    {
        var late = Suggested().At("2026-08-20 09:00").Then(Government, new AnswerSuggestion(2, SuggestionAnswer.Adopted, "已调整"));
        late.Events[^2].ShouldBeOfType<MandateRungsFired>().Rungs.Select(r => r.Kind).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);
        late.Record.Suggestions.Single().Late.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => MandateFold.Apply(null, late.Events[^1]));
    }

    [Fact]
    public void Another_calendar_moves_open_terms_and_says_so()
    {
        var suggested = Suggested();
        MandateTerms.Reprojected(suggested.Record, suggested.Now, Given.Calendar, 3).ShouldBeNull();
        var closed = Given.Calendar.With([new LocalClosure(1, County.Value, new(2026, 7, 20), new(2026, 7, 21), "台风")], 2, "台风").For(County.Value);
        var moved = MandateTerms.Reprojected(suggested.Record, suggested.Now, closed, 3).ShouldNotBeNull();
        moved.Terms.ShouldHaveSingleItem().Due.ShouldBe(Given.EndOf("2026-08-05"));
        var after = MandateFold.Apply(suggested.Record, moved);
        after.Calendar.ShouldBe(closed.Version);
        MandateTerms.Reprojected(after, suggested.Now, Given.Calendar, 4).ShouldBeNull("a process that knows less does not take it back");
        var late = Given.Local("2026-08-04 10:00");
        MandateTerms.Overtaken(suggested.Record, late, closed, suggested.Rules, 3).OfType<MandateRungsFired>().SelectMany(e => e.Rungs).ShouldNotContain(r => r.Kind == RungKind.Due, "its due moved");
        var laterOnly = Given.Calendar.With([new LocalClosure(1, County.Value, new(2026, 8, 4), new(2026, 8, 5), "台风")], 2, "台风").For(County.Value);
        MandateTerms.Reprojected(suggested.Record, suggested.Now, laterOnly, 3).ShouldBeNull("no due moves");
        MandateTerms.OfRungs(suggested.Record, suggested.Now, laterOnly, suggested.Rules, [Given.Calendar]).ShouldNotBeNull().Terms.ShouldBeEmpty("but a rung does");
        MandateTerms.OfRungs(suggested.Record, suggested.Now, laterOnly, suggested.Rules, [laterOnly]).ShouldBeNull();
    }

    [Fact]
    public void Each_side_is_told_what_waits_for_it_and_what_became_of_what_it_asked()
    {
        var suggested = Suggested();
        Told(suggested, Township).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Bureau), n => n.Kind.ShouldBe(NoticeKind.NewWork), n => n.Zh.ShouldNotContain("安置区"));
        Told(suggested.Then(Department, new AnswerSuggestion(2, SuggestionAnswer.Adopted, "已调整")), Department).ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Of(First));
        Told(Planned(), Department).Select(n => n.Recipient.Unit).ShouldBe([First, Second]);
        Told(Proposed(), Department).ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Of(County));
        var reminded = Blank.Then(Hub, new RemindOfScheme(2026));
        Told(reminded, Hub).ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Of(County));
    }

    [Fact]
    public void T013_an_unanswered_suggestion_reaches_the_township_and_then_the_county()
    {
        var suggested = Suggested();
        var fired = MandateTerms.Tick(suggested.Record, Given.Local("2026-12-01 09:00"), Given.Calendar, suggested.Rules).ShouldNotBeNull();
        var notices = MandateNotices.Of(Key, MandateFold.Apply(suggested.Record, fired), [new(3, fired.At, Hub.Organ, fired)]);
        notices.Select(n => (n.Recipient.Value, n.Kind)).ShouldBe([("430203:D12", NoticeKind.Overdue), ("430203001", NoticeKind.Overdue), ("430203", NoticeKind.Overdue)], ignoreOrder: true);
        notices.Select(n => n.Key).ShouldBeUnique();
    }

    [Fact]
    public void A_matter_is_read_by_those_who_have_part_in_it()
    {
        var s = InForce().Then(Department, new AssignTask(First, "巡查", "巡查", "县政函 2026-8 号", new(2026, 8, 31))).Record;
        Readers(a => MandateAccess.Reads(a, County, s.Tasks[0], Within)).ShouldBe([Hub, Government, Department, Township, Everybody[^1]]);
        Readers(a => MandateAccess.Reads(a, County, s.Duties[0])).ShouldBe([Hub, Government, Department, Township, Everybody[^1]]);
        Readers(a => MandateAccess.Reads(a, County, Suggested().Record.Suggestions[0])).ShouldBe([Hub, Government, Department, Township, Everybody[^1]]);
        Readers(a => MandateAccess.Reads(a, County, Planned().Record.Plans[0])).ShouldBe([Hub, Government, Department, Township, SecondTownship, Everybody[^1]]);
        var plan = Planned().Then(Township, new GiveAreaOpinion(2, "同意")).Record.Plans[0];
        Readers(a => MandateAccess.Reads(a, County, plan, plan.Opinions[0])).ShouldBe([Hub, Government, Department, Township, Everybody[^1]], "another township's opinion is its own");
        Readers(a => MandateAccess.Reads(a, County, Within)).ShouldBe([Hub, Government, Performance, Organisation, Department, OtherDepartment, Township, SecondTownship, Committee, Everybody[^1]]);
        Readers(a => MandateAccess.ReadsSchemes(a, County)).ShouldBe([Hub, Government, Performance, Everybody[^1]]);
    }

    private static IEnumerable<Actor> Readers(Predicate<Actor> reads) => Everybody.FindAll(reads);

    private static IReadOnlyList<Notice> Told(MandateStory story, Actor by) => MandateNotices.Of(Key, story.Record, [new(story.Events.Count, story.Now, by.Organ, story.Events[^1])]);
}
