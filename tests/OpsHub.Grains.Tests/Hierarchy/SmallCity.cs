using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Hierarchy;

/// <summary>A city with one unit of each level and a second township, and cases that are only rows and pushes.</summary>
internal sealed class SmallCity(HubCluster hub)
{
    internal static readonly UnitCode City = new("4302");
    internal static readonly UnitCode County = new("430203");
    internal static readonly UnitCode Township = new("430203001");
    internal static readonly UnitCode OtherTownship = new("430203002");
    internal static readonly UnitCode Community = new("430203001001");
    internal static readonly UnitCode Grid = new("430203001001001");
    internal static readonly Actor Admin = new("admin", Role.Administrator, OrganCode.Of(City));

    private static readonly EstablishUnit[] Units =
    [
        Of(City, "株洲市", "prefecture-city"), Of(County, "芦淞区", "district"), Of(Township, "甲街道", "subdistrict"),
        Of(OtherTownship, "乙街道", "subdistrict"), Of(Community, "丙社区", "community"), Of(Grid, "第1网格", "grid") with { Figures = new(900, 0.4m, 120) },
    ];

    private int _commands;

    internal static EstablishUnit Of(UnitCode code, string name, string kind) => new(code, name, kind, code.ParentByCode, Unit.BeginningUnknown);

    internal static async Task<SmallCity> Establish(HubCluster hub)
    {
        var city = new SmallCity(hub);
        foreach (var unit in Units)
            (await city.Do(unit.Code, unit)).Refusal.ShouldBeNull();
        return city;
    }

    internal Task<CommandReply> Do(UnitCode unit, UnitCommand command) =>
        hub.Client.Unit(unit).Do(command, new CommandContext($"test-{GetHashCode()}-{Interlocked.Increment(ref _commands)}", Admin));

    /// <summary>What a case does when it publishes: its row first, then a push to its grid.</summary>
    internal async Task Publish(string key, long version, CaseStage stage)
    {
        await WriteRow(key, version, stage);
        await Push(key, version, stage);
    }

    internal Task Push(string key, long version, CaseStage? stage) =>
        hub.Client.Unit(Grid).PushSubject(new SubjectPush(key, version, stage is { } s ? Contribution(s) : null));

    internal Task WriteRow(string key, long version, CaseStage stage) => hub.Index.Publish(new Publication(key, version)
    {
        Case = new CaseRow
        {
            Key = key,
            Version = version,
            Number = key,
            Stage = stage,
            Category = "Q01-01",
            Title = "井盖缺损",
            Grid = Grid,
            Community = Community,
            Township = Township,
            County = County,
            City = City,
            Holder = OrganCode.Of(Community),
            HolderSince = Now,
            ReportedAt = Now,
            Lead = OrganCode.Parse("430203001-D12"),
            Priority = 0,
            Returns = 0,
            ChangedAt = Now,
            Contribution = Contribution(stage),
        },
    });

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    internal static CaseContribution Contribution(CaseStage stage) =>
        new(stage, "Q01", SummaryFold.HourOf(Now), stage.IsOpen() ? 0 : SummaryFold.HourOf(Now), 0, 0, false, stage.IsOpen() ? null : true, false, 0, false, false);
}
