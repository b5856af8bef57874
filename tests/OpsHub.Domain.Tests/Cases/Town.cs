using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>One small place with everybody in it: a grid, its units upwards, the organs that serve it, and who acts for them.</summary>
internal static class Town
{
    public static readonly UnitCode Grid = UnitCode.Parse("430203001001001");
    public static readonly Placement Place = new(Grid, Grid.At(UnitLevel.Community), Grid.At(UnitLevel.Township), Grid.At(UnitLevel.County), Grid.At(UnitLevel.City));

    /// <summary>A grid of the next community, in the same township.</summary>
    public static readonly Placement Elsewhere = Place with { Grid = UnitCode.Parse("430203001002001"), Community = UnitCode.Parse("430203001002") };

    /// <summary>A grid of the next township, in the same county.</summary>
    public static readonly Placement AcrossTownships = Of(UnitCode.Parse("430203002001001"));

    public static readonly OrganCode Community = OrganCode.Of(Place.Community);
    public static readonly OrganCode Township = OrganCode.Of(Place.Township);
    public static readonly OrganCode County = OrganCode.Of(Place.County);
    public static readonly OrganCode OtherCommunity = OrganCode.Parse("430203001002");
    public static readonly OrganCode UrbanManagement = OrganCode.Parse("430203001-D12");
    public static readonly OrganCode FoodSafety = OrganCode.Parse("430203001-D20");
    public static readonly OrganCode WaterBureau = OrganCode.Parse("430203:D07");
    public static readonly OrganCode Faraway = OrganCode.Parse("430204:D07");

    public static readonly Actor Worker = new("worker-1", Role.GridWorker, OrganCode.Of(Grid));
    public static readonly Actor Committee = new("committee-1", Role.CommunityCommittee, Community);
    public static readonly Actor OtherCommittee = new("committee-2", Role.CommunityCommittee, OtherCommunity);
    public static readonly Actor TownshipCentre = new("centre-1", Role.TownshipGovernanceCentre, Township);
    public static readonly Actor CountyCentre = new("command-1", Role.CountyCommandCentre, County);
    public static readonly Actor OtherCounty = new("command-2", Role.CountyCommandCentre, OrganCode.Parse("430204"));
    public static readonly Actor Agency = new("agency-1", Role.AgencyStaff, UrbanManagement);
    public static readonly Actor OtherAgency = new("agency-2", Role.AgencyStaff, FoodSafety);
    public static readonly Actor Bureau = new("bureau-1", Role.Department, WaterBureau);

    public static readonly Actor Government = new("government-1", Role.TownshipGovernment, Township);
    public static readonly Actor Hub = Actor.Hub(Place.City);

    /// <summary>An open case of the same grid and category, reported a day before.</summary>
    public static readonly MergeTarget Elder = new("case-" + new string('e', 32), "4302-2026-000000", Grid, "Q05-01", CaseStage.Handling, Calendars.Given.Local("2026-07-12 09:00"), false);

    public static readonly MergeCase Merge = new(Elder.Key, "同一处垃圾");

    /// <summary>Everybody who stands about, for walks at random.</summary>
    public static readonly ImmutableList<Actor> Everybody =
        [Worker, Committee, OtherCommittee, TownshipCentre, Government, CountyCentre, OtherCounty, Agency, OtherAgency, Bureau];

    /// <summary>Monday 2026-07-13 09:00: a plain week, nothing arranged.</summary>
    public static readonly DateTimeOffset Monday = Calendars.Given.Local("2026-07-13 09:00");

    public static readonly RuleBook Rules = new(Calendars.Given.Calendar, new CaseRules
    {
        Categories = new CaseCategory[]
        {
            new("Q01", null, "公用设施", "Public facilities", null, null, null, false, null),
            new("Q01-01", "Q01", "井盖缺损", "Manhole cover", new(1, BudgetUnit.WorkingHours), new(4, BudgetUnit.WorkingHours), "own-default", true, null),
            new("Q01-02", "Q01", "路灯故障", "Street light", new(4, BudgetUnit.WorkingHours), new(5, BudgetUnit.WorkingDays), "own-default", false, null),
            new("Q05-01", "Q05", "暴露垃圾", "Exposed rubbish", null, null, null, false, null),
        }.ToImmutableDictionary(c => c.Code),
    });

    /// <summary>The same rules where the county keeps dispatch, verification and closing to itself. Resolution 49.</summary>
    public static readonly RuleBook Undelegated = Rules with { Cases = Rules.Cases with { TownshipDelegated = false } };

    public static readonly ImmutableDictionary<OrganCode, OrganFacts> Organs = new OrganFacts[]
    {
        new(Community, true, true), new(Township, true, true), new(County, true, true), new(OtherCommunity, true, true),
        new(UrbanManagement, true, true, Powers: true), new(FoodSafety, true, true), new(WaterBureau, true, true), new(Faraway, true, false),
    }.ToImmutableDictionary(f => f.Code);

    public static ReportCase Report(string category = "Q05-01", CasePriority priority = CasePriority.Ordinary) =>
        new(Grid, CaseKind.Event, category, "楼道堆放垃圾", "三栋二单元门口", priority, CaseChannel.GridWorker);

    public static ImmutableList<DispatchParty> Led(OrganCode lead, params OrganCode[] assists) =>
        [new(lead, DispatchPart.Lead), .. assists.Select(a => new DispatchParty(a, DispatchPart.Assist))];

    public static DispatchCase To(OrganCode lead, params OrganCode[] assists) => new(Led(lead, assists));

    /// <summary>What organs are called.</summary>
    public static string NameOf(OrganCode organ) =>
        organ == UrbanManagement ? "贺家土城管中队" : organ == FoodSafety ? "贺家土食药监所" : organ == WaterBureau ? "芦淞区水务局" : organ == Township ? "贺家土街道" : $"单位{organ.Unit.Level}";

    private static Placement Of(UnitCode grid) => new(grid, grid.At(UnitLevel.Community), grid.At(UnitLevel.Township), grid.At(UnitLevel.County), grid.At(UnitLevel.City));
}
