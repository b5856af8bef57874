using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Replay;

namespace OpsHub.Host.Tests.Replay;

/// <summary>The demonstration's years keep to the rules on whatever day it is begun, and show letters in several stages and a year that is over.</summary>
public sealed class DemoYearTalesTests
{
    private static readonly OrganCode Agency = OrganCode.Parse("430203001-D27");
    private static readonly UnitCode Host = UnitCode.Parse("430203001");

    public static TheoryData<string> Days => ["2026-01-01T00:10+08:00", "2026-01-20T09:00+08:00", "2026-02-25T09:00+08:00", "2026-07-15T15:00+08:00", "2026-12-31T23:50+08:00", "2027-02-10T10:00+08:00"];

    [Theory, MemberData(nameof(Days))]
    public void Every_present_year_is_accepted_step_by_step(string began)
    {
        var at = At(began);
        var tales = new DemoYearTales(at);
        var told = (from tale in Enum.GetValues<DemoYearTale>() from variant in Enumerable.Range(0, 8) select Play(tales.Present(Agency, tale, variant), at)).ToList();
        told.ShouldAllBe(s => s == null || s.Year == at.Year);
        if (at.Month < 3)
            return;
        told.Select(s => s!.Stage).Distinct().Order().ShouldBe(
            [AgencyYearStage.Opened, AgencyYearStage.PlanDrafted, AgencyYearStage.PlanSubmitted, AgencyYearStage.PartiallySigned, AgencyYearStage.LetterInForce]);
        told.ShouldContain(s => s!.Objection != null);
    }

    [Theory, MemberData(nameof(Days))]
    public void Every_former_year_is_accepted_step_by_step(string began)
    {
        var at = At(began);
        var told = Enumerable.Range(0, 8).Select(variant => Play(new DemoYearTales(at).Former(Agency, variant), at).ShouldNotBeNull()).ToList();
        told.ShouldAllBe(s => s.Year == at.Year - 1);
        if (at.Month < 4)
            return;
        told.ShouldAllBe(s => s.Stage == AgencyYearStage.Shared && s.PublishedAt != null);
        told.Select(s => s.Grade).Distinct().ShouldBe([AssessmentGrade.Excellent, AssessmentGrade.Good, AssessmentGrade.Competent]);
        told.Count(s => s.Score!.MayBeExcellent && s.Grade == AssessmentGrade.Excellent).ShouldBe(1);
        told.SelectMany(s => s.Adjustments).ShouldAllBe(a => a.Computed == null && a.Reason.Contains("台账"));
        told.Count(s => !s.Appeals.IsEmpty).ShouldBe(1);
    }

    [Fact]
    public void Most_agencies_have_their_letter_and_in_the_leaders_township_three_are_behind()
    {
        Enumerable.Range(0, 8).Count(i => DemoYearTales.TaleOf(0, i) == DemoYearTale.Whole).ShouldBe(5);
        var elsewhere = (from t in Enumerable.Range(1, 100) from i in Enumerable.Range(0, 8) select DemoYearTales.TaleOf(t, i)).ToList();
        elsewhere.Count(t => t == DemoYearTale.Whole).ShouldBeInRange(740, 780);
        elsewhere.Distinct().ShouldBe(Enum.GetValues<DemoYearTale>(), ignoreOrder: true);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static AgencyYear? Play(IEnumerable<DemoYearStep> steps, DateTimeOffset began)
    {
        AgencyYear? state = null;
        var sequence = 1L;
        foreach (var step in steps.TakeWhile(s => s.At <= began))
        {
            var context = new AgencyYearContext(By(step.By), step.At, OfficialCalendar.Empty, WorkingHours.Default, new(), sequence) { Agency = new(Agency, OrganCode.Parse("430203:D27"), Host, [Host]) };
            var decision = AgencyYearDecisions.Decide(state, step.Command, context);
            decision.Refusal.ShouldBeNull($"{step}");
            decision.Events.ShouldNotBeEmpty($"{step}");
            (state, sequence) = (decision.Events.Aggregate(state, (s, e) => AgencyYearFold.Apply(s, e)), sequence + decision.Events.Count);
        }

        return state;
    }

    private static Actor By(YearParty party) => party switch
    {
        YearParty.Hub => Actor.Hub(UnitCode.Parse("4302")),
        YearParty.Agency => new("a", Role.AgencyStaff, Agency),
        YearParty.Department => new("d", Role.Department, OrganCode.Parse("430203:D27")),
        YearParty.Host => new("t", Role.TownshipGovernment, OrganCode.Of(Host)),
        _ => new("p", Role.PerformanceOrgan, OrganCode.Of(UnitCode.Parse("430203"))),
    };
}
