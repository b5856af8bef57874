using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Mandates.MandateStory;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>T015, T016, T108, T109: results and what follows from them.</summary>
public sealed class ResultTests
{
    private static readonly DateOnly RectifyBy = new(2026, 9, 30);

    [Fact]
    public void T108_results_are_read_by_the_organisation_department_of_the_county_and_by_the_township_its_own()
    {
        Everybody.FindAll(a => MandateAccess.ReadsResult(a, County, First)).ShouldBe([Hub, Government, Performance, Organisation, Township, Everybody[^1]]);
        Poor().Record.Results.Single().ShouldSatisfyAllConditions(r => r.Score.ShouldBe(55.5m), r => r.Year.ShouldBe(2025), r => r.Assumed.ShouldBeTrue());
    }

    [Fact]
    public void T015_T108_the_county_and_its_performance_organ_record_results_never_a_department()
    {
        Blank.OnlyFor(new RecordTownshipResult(First, 2025, 80m, 80m), "T015", Government, Performance);
        Blank.Refused(Government, new RecordTownshipResult(First, 2027, 80m, 80m), RefusalCodes.InvalidInput, "T108", "year");
        Blank.Refused(Government, new RecordTownshipResult(First, 2025, 100.1m, 80m), RefusalCodes.InvalidInput, "T108", "score");
        Blank.Refused(Government, new RecordTownshipResult(First, 2025, 80m, 80.00001m), RefusalCodes.InvalidInput, "T108", "satisfaction");
        Blank.Refused(Government, new RecordTownshipResult(Community, 2025, 80m, 80m), RefusalCodes.InvalidInput, "T108", "township");
    }

    [Fact]
    public void T108_a_result_is_revised_with_a_reason_only()
    {
        var poor = Poor();
        poor.Ask(Performance, new RecordTownshipResult(First, 2025, 55.5m, 70m)).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        poor.Refused(Performance, new RecordTownshipResult(First, 2025, 61m, 70m), RefusalCodes.InvalidInput, "T108", "reason");
        var revised = poor.Then(Performance, new RecordTownshipResult(First, 2025, 61m, 70m, "复核加分"));
        revised.Record.Results.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Id.ShouldBe(2), r => r.Revision.ShouldBe("复核加分"), r => r.IsFlagged.ShouldBeFalse());
        revised.Record.Terms.ShouldBeEmpty("no measure is owed any more");
    }

    [Theory]
    [InlineData("59.9999", "60", true)]
    [InlineData("60", "59.9", true)]
    [InlineData("60", "60", false)]
    public void T109_a_township_below_a_floor_is_flagged_and_a_measure_is_due(string score, string satisfaction, bool flagged)
    {
        var story = Blank.Then(Performance, new RecordTownshipResult(First, 2025, decimal.Parse(score), decimal.Parse(satisfaction)));
        story.Record.Results.Single().IsFlagged.ShouldBe(flagged);
        story.Record.Terms.Count.ShouldBe(flagged ? 1 : 0);
        if (flagged)
            story.Record.Terms.Single().ShouldSatisfyAllConditions(t => t.Holder.ShouldBe("430203"), t => t.Due.ShouldBe(Given.EndOf("2026-08-10")), t => t.Basis.Parameter.ShouldBe("MeasureWithin"));
    }

    [Fact]
    public void T109_without_a_measure_in_the_window_the_county_is_reminded()
    {
        var poor = Poor();
        var due = poor.Record.Terms.Single().Due;
        var rungs = MandateTerms.Tick(poor.Record, due, Given.Calendar, poor.Rules).ShouldNotBeNull();
        var after = MandateFold.Apply(poor.Record, rungs);
        var told = MandateNotices.Of("mandates-430203", after, [new(3, due, Hub.Organ, rungs)]);
        told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(OrganCode.Of(County)), n => n.Zh.ShouldContain("采取措施"), n => n.Term.ShouldBe("measure-2"));
        MandateTerms.Tick(after, due, Given.Calendar, poor.Rules).ShouldBeNull("each rung fires once");
    }

    [Fact]
    public void T109_the_four_measures_are_taken_in_any_order_each_with_a_last_day_to_rectify()
    {
        foreach (var kind in Enum.GetValues<MeasureKind>())
        {
            var taken = Poor().Then(Government, new TakeMeasure(2, kind, "连续靠后", RectifyBy));
            taken.Record.Measures.Single().ShouldSatisfyAllConditions(m => m.Kind.ShouldBe(kind), m => m.TakenLate.ShouldBeFalse());
            taken.Record.Terms.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Id.ShouldBe("rectify-3"), t => t.Due.ShouldBe(Given.EndOf("2026-09-30")), t => t.Holder.ShouldBe("430203001"));
        }

        var two = Poor().Then(Government, new TakeMeasure(2, MeasureKind.Accountability, "连续靠后", RectifyBy)).Then(Government, new TakeMeasure(2, MeasureKind.Talk, "再约谈", RectifyBy));
        two.Record.Measures.Count.ShouldBe(2);
        Poor().At("2026-08-11 00:00").Then(Government, new TakeMeasure(2, MeasureKind.Talk, "靠后", RectifyBy)).Record.Measures.Single().TakenLate.ShouldBeTrue();
    }

    [Fact]
    public void T109_a_measure_needs_a_flagged_result_a_kind_and_a_day_ahead()
    {
        Poor().OnlyFor(new TakeMeasure(2, MeasureKind.Talk, "靠后", RectifyBy), "T109", Government);
        Blank.Then(Performance, new RecordTownshipResult(First, 2025, 80m, 80m)).Refused(Government, new TakeMeasure(2, MeasureKind.Talk, "靠后", RectifyBy), "NOT_FLAGGED", "T109", "result");
        Poor().Refused(Government, new TakeMeasure(2, null, "靠后", RectifyBy), RefusalCodes.InvalidInput, "T109", "kind");
        Poor().Refused(Government, new TakeMeasure(2, MeasureKind.Talk, "靠后", new(2026, 7, 13)), RefusalCodes.InvalidInput, "T109", "rectifyBy");
        Poor().Refused(Government, new TakeMeasure(7, MeasureKind.Talk, "靠后", RectifyBy), RefusalCodes.InvalidInput, "T109", "result");
    }

    [Fact]
    public void T109_what_was_put_right_late_is_marked()
    {
        var taken = Poor().Then(Government, new TakeMeasure(2, MeasureKind.Rectification, "靠后", RectifyBy));
        taken.OnlyFor(new ConfirmRectified(3, "已整改"), "T109", Government);
        taken.Then(Government, new ConfirmRectified(3, "已整改")).Record.ShouldSatisfyAllConditions(s => s.Measures.Single().Late.ShouldBeFalse(), s => s.Terms.ShouldBeEmpty());
        var late = taken.At("2026-10-01 00:00").Then(Government, new ConfirmRectified(3, "已整改"));
        late.Record.Measures.Single().Late.ShouldBeTrue();
        late.Refused(Government, new ConfirmRectified(3, "再确认"), RefusalCodes.WrongState, "T109");
    }

    [Fact]
    public void T016_the_county_is_reminded_of_its_scheme_once_a_year_and_the_term_ends_when_it_is_made()
    {
        Blank.OnlyFor(new RemindOfScheme(2026), "T016", Hub);
        var reminded = Blank.At("2026-01-01 00:27").Then(Hub, new RemindOfScheme(2026));
        reminded.Record.Terms.Single().ShouldSatisfyAllConditions(t => t.Holder.ShouldBe("430203"), t => t.Due.ShouldBe(Given.EndOf("2026-03-02")), t => t.Basis.Parameter.ShouldBe("SchemeWithin"));
        reminded.Ask(Hub, new RemindOfScheme(2026)).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty());

        var made = reminded.At("2026-03-10 00:00").Then(Hub, new NoteScheme(2026, Given.Local("2026-03-02 23:59")));
        made.Record.ShouldSatisfyAllConditions(s => s.Terms.ShouldBeEmpty(), s => s.Schemes.Single().Late.ShouldBeFalse());
        made.Ask(Hub, new NoteScheme(2026, Given.Local("2026-03-02 23:59"))).Events.ShouldBeEmpty();
        reminded.At("2026-03-10 00:00").Then(Hub, new NoteScheme(2026, Given.Local("2026-03-03 00:00"))).Record.Schemes.Single().Late.ShouldBeTrue();
        made.At("2027-01-01 00:27").Then(Hub, new RemindOfScheme(2027)).Record.Schemes.Select(r => r.Year).ShouldBe([2026, 2027]);
    }
}
