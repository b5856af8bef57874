using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Filings;

/// <summary>What a unit has on file as it is told step by step. Immutable.</summary>
internal sealed record FilingStory(FilingPlace Place, UnitFilings? State, ImmutableList<FilingEvent> Events, DateTimeOffset Now, FilingRules Rules)
{
    public static readonly UnitCode City = UnitCode.Parse("4302");
    public static readonly UnitCode CountyCode = UnitCode.Parse("430203");
    public static readonly UnitCode First = UnitCode.Parse("430203001");
    public static readonly UnitCode Second = UnitCode.Parse("430203002");
    public static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");

    public static readonly Actor Hub = Actor.Hub(City);
    public static readonly Actor County = new("county-1", Role.CountyGovernment, OrganCode.Of(CountyCode));
    public static readonly Actor Performance = new("performance-1", Role.PerformanceOrgan, OrganCode.Of(CountyCode));
    public static readonly Actor Township = new("township-1", Role.TownshipGovernment, OrganCode.Of(First));
    public static readonly Actor OtherTownship = new("township-2", Role.TownshipGovernment, OrganCode.Of(Second));
    public static readonly Actor OtherCounty = new("county-2", Role.CountyGovernment, OrganCode.Parse("430202"));
    public static readonly Actor Department = new("bureau-1", Role.Department, Bureau);
    public static readonly Actor CityOrganisation = new("city-1", Role.Department, OrganCode.Parse("4302:D01"));

    public static readonly IssueMeasures Measures = new(
        "乡镇(街道)管理体制改革实施办法", "芦办发〔2026〕1号", [OrganCode.Of(CountyCode), Bureau], [new(new(2026, 9, 30), "清单编制完成"), new(new(2026, 12, 31), "全面推行")]);

    public static readonly IssueList Powers = new(FilingKind.PowerList, "权力清单", null, [new("占道经营查处", MatterClass.ClearOwner, null), new("环境整治", MatterClass.CrossDepartment, null)]);

    public static readonly IssueList Services = new(FilingKind.ServiceDirectory, "公共服务事项目录", null, [new("高龄津贴申请", null, ProviderLevel.Community), new("就业登记", MatterClass.PublicService, ProviderLevel.Township)]);

    /// <summary>A county with two townships, Monday 2026-07-13 09:00.</summary>
    public static FilingStory OfCounty() => new FilingStory(new(CountyCode, CountyCode, City, [First, Second]), null, [], Given.Local("2026-07-13 09:00"), new()).Then(Hub, new ReviewFilings());

    /// <summary>A township, the same morning.</summary>
    public static FilingStory OfTownship() => new FilingStory(new(First, CountyCode, City, []), null, [], Given.Local("2026-07-13 09:00"), new()).Then(Hub, new ReviewFilings());

    public UnitFilings Record => State.ShouldNotBeNull();

    public IEnumerable<FilingDutyKind> Open => Record.Terms.Where(t => t.IsOpen).Select(FilingDuties.KindOf);

    public FilingStory At(string local) => this with { Now = Given.Local(local) };

    public FilingStory Then(Actor by, FilingCommand command)
    {
        var decision = Ask(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story with { State = FilingFold.Apply(story.State, e), Events = story.Events.Add(e) });
    }

    public Refusal Refused(Actor by, FilingCommand command, string code, string rule, string? field = null)
    {
        var decision = Ask(by, command);
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((code, rule, field));
        refusal.Clause.ShouldNotBeEmpty();
        return refusal;
    }

    public Decision<FilingEvent> Ask(Actor by, FilingCommand command) => FilingDecisions.DecideNow(State, command, new(by, Now, Given.Calendar, WorkingHours.Default, Rules, Events.Count + 1, Place));
}
