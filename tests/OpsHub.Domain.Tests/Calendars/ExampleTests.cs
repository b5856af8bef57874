using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>The worked examples D, N and X of the rules.</summary>
public sealed class ExampleTests
{
    private static readonly string[] PlanIds = ["D01", "D02", "D04", "D05", "D07", "D08", "D10", "D11", "D13", "D14", "D16", "D17"];
    private static readonly string[] AnnounceIds = ["N01", "N02", "N04", "N05", "N10"];
    private static readonly string[] OtherIds = ["N07", "N08", "N11", "X01", "X03", "X10", "X15"];

    /// <summary>Examples that belong to other subjects, each with the subject that must bring it. Not silently left out.</summary>
    private static readonly Dictionary<string, string> Pending = new()
    {
        ["X04"] = "P047, Assessments: grades of consecutive years, not a term",
        ["X06"] = "P047, Assessments: which grades fail",
        ["X07"] = "P047, Assessments: a year without a grade",
        ["X09"] = "P058, Workers: a contract ends with the committee's term, which is data of the worker",
        ["X12"] = "W017, WorkItems: order of contact and application, a guard of the admission",
        ["X13"] = "W003, WorkItems: growth of a community's list, an indicator",
        ["X16"] = "T043 T044, Townships: shares of station levels, an indicator",
        ["X18"] = "T051 T052 T053, Townships: revenue returned, an indicator",
        ["X19"] = "G024, Cases: on-time, return and satisfaction rates, an indicator",
    };

    public static TheoryData<string> Plans => [.. PlanIds];

    public static TheoryData<string> Announcements => [.. AnnounceIds];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_is_due_at_the_end_of_the_second_working_day(string id)
    {
        var example = Example.Named(id);

        var term = Given.Open(example.Instants[0], new(2, BudgetUnit.WorkingDays));

        term.Due.ShouldBe(Given.EndOf(example.ExpectedDays[0]));
        term.Provisional.ShouldBeFalse();
        var counted = Terms.Explain(term, Given.Calendar, Language.En).Split("; ").Single(clause => clause.StartsWith("counted: ", StringComparison.Ordinal));
        example.WorkedDays.ShouldNotBeEmpty();
        example.WorkedDays.ShouldAllBe(day => counted.Contains($"-{day} ("));
    }

    [Theory]
    [MemberData(nameof(Announcements))]
    public void An_announcement_is_due_at_the_end_of_the_next_day(string id)
    {
        var example = Example.Named(id);
        var roll = example.Given.Contains("AnnounceRoll", StringComparison.Ordinal) || example.Working.Contains("AnnounceRoll=WorkingDay", StringComparison.Ordinal)
            ? AnnounceRoll.WorkingDay
            : AnnounceRoll.None;

        // An adjournment is not the end: the last instant given is the session's end (N10).
        var term = Given.Open(example.Instants[^1], TermBudget.SameOrNextDay, new(Roll: roll));

        term.Due.ShouldBe(Given.EndOf(example.ExpectedDays[0]));
    }

    [Fact]
    public void N07_an_act_at_the_bound_is_taken_and_late()
    {
        var term = Given.Open(Example.Named("N01").Instants[0], TermBudget.SameOrNextDay);
        var announced = Example.Named("N07").Instants[0];

        term.CanComplete(announced).ShouldBeTrue();
        Terms.Complete(term, announced).IsLate(announced).ShouldBeTrue();
        Terms.Complete(term, announced.AddTicks(-1)).IsLate(announced).ShouldBeFalse();
    }

    [Fact]
    public void N08_an_announcement_before_the_session_ends_is_not_possible()
    {
        // The end is given as a time on the announcement's day: "announced 2026-09-30 19:50, session ended 20:00".
        var announced = Example.Named("N08").Instants[0];
        var term = Given.Open(announced.AddMinutes(10), TermBudget.SameOrNextDay);

        term.CanComplete(announced).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Terms.Complete(term, announced));
    }

    [Fact]
    public void N11_a_fixed_date_ends_at_24_00_and_does_not_roll()
    {
        var issued = Given.Local("2018-12-03 09:00");
        var published = Example.Named("N11").Instants;
        var term = Given.Open(issued, TermBudget.Until(issued, Given.Day("2018-12-31")));

        published.Count.ShouldBe(2);
        Terms.Complete(term, published[0]).IsLate(published[0]).ShouldBeFalse();
        Terms.Complete(term, published[1]).IsLate(published[1]).ShouldBeTrue();
    }

    [Fact]
    public void X01_a_debarment_holds_through_the_corresponding_date()
    {
        var example = Example.Named("X01");
        var debarment = new AnniversaryTerm(Given.Day("2019-01-15"), example.Number("years"));

        example.Given.ShouldContain("decision 2019-01-15");
        debarment.LastDay.ShouldBe(Given.Day(example.ExpectedDays[0]));
        debarment.Holds(debarment.LastDay).ShouldBeTrue();
        debarment.Holds(Given.Day(example.ExpectedDays[1])).ShouldBeFalse();
    }

    [Fact]
    public void X03_without_a_corresponding_date_the_last_day_of_the_month_ends_it()
    {
        var example = Example.Named("X03");
        var debarment = new AnniversaryTerm(Given.Day("2020-02-29"), example.Number("years"));

        example.Given.ShouldContain("decision 2020-02-29");
        debarment.LastDay.ShouldBe(Given.Day(example.ExpectedDays[0]));
    }

    [Theory]
    [InlineData(false, "2026-10-10")]
    [InlineData(true, "2026-10-09")]
    public void X10_publicity_counts_its_first_day_only_where_the_county_says_so(bool countsFirstDay, string end)
    {
        var example = Example.Named("X10");
        (countsFirstDay ? example.Working : example.Expected).ShouldContain($"{end} 24:00");

        var term = Given.Plan("2026-09-28 09:00", example.Number("working days"), new(CountsFirstDay: countsFirstDay));

        term.Due.ShouldBe(Given.EndOf(end));
    }

    [Fact]
    public void X15_a_case_is_due_after_its_working_days()
    {
        var example = Example.Named("X15");

        var term = Given.Open(example.Instants[0], new(example.Number("working days"), BudgetUnit.WorkingDays));

        term.Due.ShouldBe(Given.EndOf(example.ExpectedDays[0]));
    }

    [Fact]
    public void Every_example_of_dates_is_tested_here_or_named_as_pending()
    {
        string[] tested = [.. PlanIds, .. AnnounceIds, .. OtherIds];

        tested.Concat(Pending.Keys).ShouldBeUnique();
        tested.Concat(Pending.Keys).Order().ShouldBe(Example.All.Select(example => example.Id).Where(id => id[0] is 'D' or 'N' or 'X').Order());
    }
}
