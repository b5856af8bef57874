using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;
using OpsHub.Grains.Tests.Cases;

namespace OpsHub.Grains.Tests.Schemes;

/// <summary>Assessment schemes, live: one a county and year, the county's alone.</summary>
public sealed class SchemeGrainTests : IAsyncLifetime
{
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly Actor Government = new("county", Role.CountyGovernment, OrganCode.Of(County));
    private static readonly Actor Department = new("bureau", Role.Department, OrganCode.Parse("430203:D12"));
    private static readonly string Key = GrainKeys.Scheme(County, 2026, SchemeTarget.Townships);

    private static readonly CreateScheme Scheme = new(
        County, 2026, SchemeTarget.Townships, [new("县直部门评价", SchemeSource.FromAbove, 0.5m), new("社区评议", SchemeSource.FromBelow, 0.3m), new("群众满意度", SchemeSource.Satisfaction, 0.2m)], []);

    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact, Trait("Rule", "T015")]
    public async Task T015_T016_a_department_is_refused_the_county_makes_it_once_and_a_second_is_refused()
    {
        var grain = _town.Hub.Client.Scheme(Key);
        (await grain.Do(Scheme, new("d-1", Department))).Refusal!.ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("DEPARTMENT_ASSESSES"), r => r.Rule.ShouldBe("T015"), r => r.Clause.ShouldBe("二(二)"), r => r.Field.ShouldBe("target"));
        (await grain.Get()).ShouldBeNull();

        (await grain.Do(Scheme, new("c-1", Government))).Refusal.ShouldBeNull();
        (await grain.Do(Scheme, new("c-1", Government))).ShouldSatisfyAllConditions(r => r.Refusal.ShouldBeNull(), r => r.Repeated.ShouldBeTrue());
        (await grain.Do(Scheme, new("c-2", Government))).Refusal!.Code.ShouldBe("SCHEME_EXISTS");
        await _town.Pushed(Key);
        await grain.Drop();
        (await grain.Get())!.ShouldSatisfyAllConditions(v => v.Length.ShouldBe(1), v => v.State.SatisfactionWeight.ShouldBe(0.2m));
        _town.Hub.Index.Published(Key)!.Scheme!.Scheme.Components.Count.ShouldBe(3);
        (await _town.Hub.Client.Scheme(GrainKeys.Scheme(County, 2027, SchemeTarget.Townships)).Get()).ShouldBeNull();
    }
}
