using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.Storage.Tests;

/// <summary>Rows to start from. Every test takes a city of its own, so that they share a database without seeing each other.</summary>
public sealed class Samples
{
    private static int _cities = 1000;

    public static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 30, 0, TimeSpan.FromHours(8));

    private int _cases;

    public UnitCode City { get; } = UnitCode.Parse(Interlocked.Increment(ref _cities).ToString());

    public UnitCode Grid(int n = 0) => UnitCode.Parse($"{City}0{1 + (n % 3)}00{1 + (n % 2)}00{1 + (n % 2)}00{1 + (n % 5)}");

    public string Key(string prefix) => $"{prefix}-{City}-{++_cases}";

    public static CaseContribution Contribution(CaseStage stage = CaseStage.Reported) =>
        new(stage, "Q01", SummaryFold.HourOf(Now), 0, SummaryFold.MinuteOf(Now.AddHours(2)), 0, false, null, false, 0, false, false);

    public CaseRow Case(int grid = 0, long version = 1, string? key = null, DateTimeOffset? dueAt = null)
    {
        var unit = Grid(grid);
        key ??= Key("case");
        return new CaseRow
        {
            Key = key,
            Version = version,
            Number = $"株洲-{key}",
            Stage = CaseStage.Reported,
            Category = "Q01-01",
            Title = "井盖破损，请尽快处理",
            Grid = unit,
            Community = unit.At(UnitLevel.Community),
            Township = unit.At(UnitLevel.Township),
            County = unit.At(UnitLevel.County),
            City = City,
            Holder = OrganCode.Of(unit),
            HolderSince = Now,
            ReportedAt = Now.AddTicks(7),
            DueAt = dueAt ?? Now.AddHours(2),
            Priority = 1,
            Returns = 0,
            ChangedAt = Now.AddTicks(3),
            Contribution = Contribution(),
        };
    }

    public static Publication Publication(CaseRow row) => new(row.Key, row.Version)
    {
        Case = row,
        Cycles = [new CycleRow(new Placement(row.Grid, row.Community, row.Township, row.County, row.City), row.Contribution.Category, new CycleFacts { Cycle = 1, StartedDay = LocalDay.Of(row.ReportedAt) })],
    };
}
