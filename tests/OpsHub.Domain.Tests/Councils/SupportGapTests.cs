using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Tests.Councils.Village;

namespace OpsHub.Domain.Tests.Councils;

/// <summary>Coverage, cycles and gaps, read from records at any time.</summary>
public sealed class SupportGapTests
{
    private static readonly DateOnly Since = new(2026, 1, 1);
    private static readonly UnitCode[] Ten = [.. Enumerable.Range(1, 10).Select(i => new UnitCode($"430203001{i:D3}"))];

    [Theory]
    [InlineData(SupportKind.DeputyLink, "C062")]
    [InlineData(SupportKind.OnlineChannel, "C066")]
    [InlineData(SupportKind.ServicePlace, "C086")]
    [InlineData(SupportKind.Council, "C008")]
    [Trait("Rule", "C062")]
    [Trait("Rule", "C066")]
    [Trait("Rule", "C086")]
    [Trait("Rule", "C008")]
    public void C062_C066_C086_C008_coverage_is_the_share_that_has_it_and_the_rest_is_listed(SupportKind kind, string rule)
    {
        var coverage = Reading([.. Ten.Take(8).Select(u => Fact(u, kind, new(2026, 3, 1)))]).Coverage(kind, Ten);
        (coverage.Percent, coverage.Covered, SupportRule.Of(kind).Rule).ShouldBe((80m, 8, rule));
        coverage.Missing.ShouldBe(Ten[8..]);
        Gaps(Ten[9]).ShouldContain(g => g.Kind == kind && g.Status == SupportGapStatus.NotCovered);
        new SupportCoverage(kind, 50, [.. Ten.Take(5)]).Percent.ShouldBe(90m);
        new SupportCoverage(kind, 0, []).Percent.ShouldBeNull();
    }

    [Theory]
    [Trait("Rule", "C063")]
    [Trait("Rule", "C087")]
    [Trait("Rule", "C068")]
    [InlineData(SupportKind.MediationCampaign, "430203001", "2026-04-01", "2026-06-30")]
    [InlineData(SupportKind.DisputeSweep, "430203001001", "2026-06-01", "2026-06-30")]
    [InlineData(SupportKind.HouseholdVisit, "430203001001", "2026-04-01", "2026-06-30")]
    public void C063_C087_C068_a_cycle_that_ended_without_a_record_is_missed(SupportKind kind, string unit, string first, string last)
    {
        var (code, start, end) = (new UnitCode(unit), DateOnly.Parse(first), DateOnly.Parse(last));
        Gap(kind, code).ShouldBe(new(code, kind, null, SupportGapStatus.Missed, start));
        Gap(kind, code, Fact(code, kind, start.AddDays(-1)))!.Status.ShouldBe(SupportGapStatus.Missed, "a record of the cycle before is none");
        Gap(kind, code, Fact(code, kind, start)).ShouldBeNull();
        Gap(kind, code, Fact(code, kind, end)).ShouldBeNull();
        Gap(kind, code, Fact(code, kind, Today)).ShouldBeNull("made up for");
        Gap(kind, code, since: start.AddDays(1)).ShouldBeNull("the hub was not there when the cycle began");
        Reading([]).Reminders(code, []).ShouldContain(r => r.Kind == kind && r.Period == start);
    }

    [Theory]
    [Trait("Rule", "C073")]
    [Trait("Rule", "C085")]
    [Trait("Rule", "C088")]
    [InlineData(SupportKind.ConsultationSupport, "430203")]
    [InlineData(SupportKind.Agenda, "4302")]
    [InlineData(SupportKind.Agenda, "430203001")]
    [InlineData(SupportKind.JointPlan, "430203")]
    public void C073_C085_C088_without_a_record_in_the_year_it_is_open_and_after_the_year_missed(SupportKind kind, string unit)
    {
        var code = new UnitCode(unit);
        Gap(kind, code).ShouldBe(new(code, kind, null, SupportGapStatus.Open, new(2026, 1, 1)));
        Gap(kind, code, Fact(code, kind, new(2026, 2, 1))).ShouldBeNull();
        Gap(kind, code, today: new(2027, 1, 1)).ShouldBe(new(code, kind, null, SupportGapStatus.Missed, new(2026, 1, 1)));
        Reading([]).Reminders(code, []).ShouldNotContain(r => r.Kind == kind, "nobody is told of a year that still runs");
    }

    [Fact]
    [Trait("Rule", "C076")]
    public void C076_a_department_without_publicity_in_the_year_is_listed()
    {
        var gaps = Reading([new(County, SupportKind.LawPublicity, new OrganCode("430203:D07"), new(2026, 3, 1), 2)]).Gaps(County, ["D07", "D12"]).Where(g => g.Kind == SupportKind.LawPublicity);
        gaps.ShouldHaveSingleItem().ShouldBe(new(County, SupportKind.LawPublicity, new OrganCode("430203:D12"), SupportGapStatus.Open, new(2026, 1, 1)));
    }

    [Fact]
    [Trait("Rule", "C009")]
    public void C009_a_term_of_office_that_ends_soon_or_has_ended_is_told()
    {
        Gap(SupportKind.CouncilTerm, Community).ShouldBeNull("no head was elected yet");
        Gap(SupportKind.CouncilTerm, Community, Fact(Community, SupportKind.CouncilTerm, Today.AddDays(90))).ShouldBeNull();
        Gap(SupportKind.CouncilTerm, Community, Fact(Community, SupportKind.CouncilTerm, Today.AddDays(89)))!.Status.ShouldBe(SupportGapStatus.EndsSoon);
        Gap(SupportKind.CouncilTerm, Community, Fact(Community, SupportKind.CouncilTerm, Today.AddDays(-1)))!.Status.ShouldBe(SupportGapStatus.Ended);
    }

    [Fact]
    public void A_cycle_is_a_parameter_and_begins_with_the_year()
    {
        var monthly = new SupportParameters { Cycles = new SupportParameters().Cycles.SetItem(SupportKind.MediationCampaign, 1) };
        new SupportReading([], Today, Since, monthly).Gaps(Township, []).Single(g => g.Kind == SupportKind.MediationCampaign).Period.ShouldBe(new(2026, 6, 1));
        SupportParameters.CycleOf(new(2026, 12, 31), 6).ShouldBe(new(2026, 7, 1));
        SupportParameters.CycleOf(new(2026, 12, 31), 12).ShouldBe(new(2026, 1, 1));
    }

    private static SupportFact Fact(UnitCode unit, SupportKind kind, DateOnly last) => new(unit, kind, null, last, 1);

    private static SupportReading Reading(SupportFact[] facts) => new(facts, Today, Since, new());

    private static IEnumerable<SupportGap> Gaps(UnitCode unit) => Reading([]).Gaps(unit, []);

    private static SupportGap? Gap(SupportKind kind, UnitCode unit, SupportFact? fact = null, DateOnly? today = null, DateOnly? since = null) =>
        new SupportReading(fact is null ? [] : [fact], today ?? Today, since ?? Since, new()).Gaps(unit, []).SingleOrDefault(g => g.Kind == kind);
}
