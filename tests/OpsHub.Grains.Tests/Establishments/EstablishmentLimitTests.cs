using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Establishments;

/// <summary>Limits are parameters: another figure holds as soon as it is known.</summary>
public sealed class EstablishmentLimitTests
{
    [Fact, Trait("Rule", "T030")]
    public async Task T030_another_limit_with_its_source_holds_from_its_day()
    {
        var (city, county, town) = (UnitCode.Parse("4302"), UnitCode.Parse("430203"), UnitCode.Parse("430203100"));
        var directory = new TownDirectory();
        directory.Below.Add(new(town, 1, "town", "白关镇", county, default, null, null, false));
        await using var live = await CaseTown.Open(live: true, directory);
        var (grain, by) = (live.Hub.Client.Establishment(county), new Actor("office", Role.EstablishmentOffice, OrganCode.Of(county)));
        (await grain.Do(EstablishmentGrainTests.Organs(town, 6), new("a-1", by))).Refusal.ShouldBeNull();
        (await grain.Do(Seventh("第七办公室"), new("a-2", by))).Refusal!.Code.ShouldBe("ORGAN_LIMIT");

        (await live.Hub.Client.Rules(city).Do(new ChangeParameter("OrganLimit", "7", "试点方案", null, "扩权强镇"), new("r-1", new("city", Role.CityGovernanceOffice, OrganCode.Of(city))))).Refusal.ShouldBeNull();
        await live.Hub.Service<IRuleBook>().Know(2, city);
        (await grain.Do(Seventh("第七办公室"), new("a-2", by))).Refusal.ShouldBeNull("a refused command was not remembered");
        (await grain.Do(Seventh("第八办公室"), new("a-3", by))).Refusal!.Zh.ShouldContain("7");

        AddTownshipOrgans Seventh(string name) => new(town, [new(TownshipOrganKind.Office, name)]);
    }
}
