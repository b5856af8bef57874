using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;
using OpsHub.Domain.Tests.Assessments;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Schemes;

/// <summary>Departments may not assess townships; the county does, once a year. T015, T016, T107, R037-R043, A036.</summary>
public sealed class SchemeTests
{
    private static readonly Actor County = new("county-1", Role.CountyGovernment, OrganCode.Of(YearStory.County));
    private static readonly DateTimeOffset Now = Given.Local("2026-01-05 09:00");

    private static readonly ImmutableList<SchemeComponent> Components =
    [
        new("县直部门评价", SchemeSource.FromAbove, 0.5m, Process: true, TownshipInputs: 3), new("社区评议", SchemeSource.FromBelow, 0.3m), new("群众满意度", SchemeSource.Satisfaction, 0.2m),
    ];

    private static readonly CreateScheme Scheme = new(YearStory.County, 2026, SchemeTarget.Townships, Components, [new("重大安全责任事故", "安全生产法")]);

    [Fact]
    public void The_county_makes_a_scheme_for_its_townships() => Made(Scheme).SatisfactionWeight.ShouldBe(0.2m);

    [Fact]
    public void T015_R040_a_department_may_not_assess_townships()
    {
        Refused(Scheme, YearStory.Department).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("DEPARTMENT_ASSESSES"), r => r.Rule.ShouldBe("T015"), r => r.Clause.ShouldBe("二(二)"), r => r.Field.ShouldBe("target"));
        Refused(Scheme, YearStory.Agency).Code.ShouldBe("DEPARTMENT_ASSESSES");
        Refused(Scheme, YearStory.Organ).Code.ShouldBe(RefusalCodes.NotAllowed);
        Refused(Scheme, County with { Organ = OrganCode.Parse("430204") }).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void R038_T016_the_one_scheme_for_communities_is_the_countys_too_and_no_townships()
    {
        Made(Scheme with { Target = SchemeTarget.Communities }).Target.ShouldBe(SchemeTarget.Communities);
        Refused(Scheme with { Target = SchemeTarget.Communities }, YearStory.Township).Code.ShouldBe(RefusalCodes.NotAllowed);
        Refused(Scheme, YearStory.Township).Code.ShouldBe(RefusalCodes.NotAllowed);
        Refused(Scheme with { Target = null }, County).Field.ShouldBe("target");
    }

    [Theory]
    [InlineData(Role.TownshipGovernment, "430203001", true)]
    [InlineData(Role.Department, "430203:D12", true)]
    [InlineData(Role.AgencyStaff, "430203001-D12", true)]
    [InlineData(Role.PerformanceOrgan, "430203", true)]
    [InlineData(Role.CityGovernanceOffice, "4302", true)]
    [InlineData(Role.TownshipGovernment, "430204001", false)]
    [InlineData(Role.Resident, "430203001", false)]
    [InlineData(Role.WallKey, "4302", false)]
    public void Part4_a_scheme_is_read_within_its_county_and_above(Role role, string organ, bool reads) => SchemeAccess.Reads(
        new("x", role, OrganCode.Parse(organ)), YearStory.County, (unit, above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal)).ShouldBe(reads);

    [Fact]
    public void T016_T104_a_second_scheme_of_the_same_year_is_refused() =>
        SchemeDecisions.Decide(Made(Scheme), Scheme, County, Now).Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("SCHEME_EXISTS"), r => r.Rule.ShouldBe("T016"));

    [Fact]
    public void R037_an_assessment_in_one_direction_is_incomplete()
    {
        Refused(Scheme with { Components = [new("部门评价", SchemeSource.FromAbove, 0.8m), new("满意度", SchemeSource.Satisfaction, 0.2m)] }, County).Code.ShouldBe("ONE_DIRECTION");
        Refused(Scheme with { Components = [new("社区评议", SchemeSource.FromBelow, 0.8m), new("满意度", SchemeSource.Satisfaction, 0.2m)] }, County).Code.ShouldBe("ONE_DIRECTION");
    }

    [Fact]
    public void R039_satisfaction_counts_in_every_scheme()
    {
        Refused(Scheme with { Components = Components.SetItem(2, Components[2] with { Weight = 0 }) }, County).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("R039"), r => r.Field.ShouldBe("components[2].weight"));
        Refused(Scheme with { Components = [Components[0] with { Weight = 0.7m }, Components[1]] }, County).Rule.ShouldBe("R039");
        Refused(Scheme with { Components = Components.SetItem(0, Components[0] with { Weight = 0.6m }) }, County).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("components"), r => r.En.ShouldContain("1.1"));
    }

    [Fact]
    public void R041_R042_T107_A036_growth_and_loss_against_the_year_before_are_flagged()
    {
        var before = Made(Scheme);
        var worse = Made(Scheme with
        {
            Year = 2027,
            Vetoes = [.. Scheme.Vetoes, new("环保", "环境保护法")],
            Components = [Components[0] with { TownshipInputs = 5 }, Components[1] with { Process = true, Weight = 0.4m }, Components[2] with { Weight = 0.1m }],
        });
        SchemeDecisions.Flags(worse, before).Select(f => f.Rule).ShouldBe(["R041", "T107", "A036", "R042"]);
        SchemeDecisions.Flags(before, worse).ShouldBeEmpty();
        SchemeDecisions.Flags(before, null).ShouldBeEmpty();
    }

    [Fact]
    public void R042_a_veto_without_its_basis_is_refused() =>
        Refused(Scheme with { Vetoes = [new("招商引资", " ")] }, County).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("R042"), r => r.Field.ShouldBe("vetoes[0].basis"));

    [Fact]
    public void R042_a_veto_has_a_name_and_a_basis_of_bounded_length_and_there_are_not_endless_ones()
    {
        VetoItem good = new("安全", "安全生产法");
        foreach (var (veto, field) in new[] { (good with { Name = " " }, "name"), (good with { Name = new('长', 101) }, "name"), (good with { Name = "a\0" }, "name"), (good with { Basis = new('长', 501) }, "basis") })
            Refused(Scheme with { Vetoes = [good, veto] }, County).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("R042"), r => r.Field.ShouldBe($"vetoes[1].{field}"));
        Refused(Scheme with { Vetoes = [.. Enumerable.Repeat(good, 101)] }, County).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("R042"), r => r.Field.ShouldBe("vetoes"));
        Refused(Scheme with { Components = Components.SetItem(1, Components[1] with { Name = "a\0" }) }, County).Field.ShouldBe("components[1].name");
        Made(Scheme with { Vetoes = [.. Enumerable.Repeat(new VetoItem(new('长', 100), new('长', 500)), 100)] }).Vetoes.Count.ShouldBe(100);
    }

    [Fact]
    public void R043_a_third_party_may_be_a_component() =>
        Made(Scheme with { Components = [.. Components.SetItem(0, Components[0] with { Weight = 0.3m }), new("第三方评价", SchemeSource.ThirdParty, 0.2m)] }).Components.Count.ShouldBe(4);

    private static AssessmentScheme Made(CreateScheme command) => SchemeDecisions.Decide(null, command, County, Now).Events.Aggregate((AssessmentScheme?)null, AssessmentScheme.Apply).ShouldNotBeNull();

    private static Refusal Refused(CreateScheme command, Actor by) => SchemeDecisions.Decide(null, command, by, Now).Refusal.ShouldNotBeNull();
}
