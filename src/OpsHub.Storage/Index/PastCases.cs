using System.Data.Common;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Cases that may have counted at a past instant. Two ways lead there: the window in which a summary counts a case as it is now reaches the instant,
/// or something was recorded since, and the case may have been another then.</summary>
internal sealed class PastCases(IDatabase database) : IPastCases
{
    private static readonly string[] Texts = [.. Enum.GetValues<UnitLevel>().Select(Text)];

    // By the events first: few cases were ever put into another grid. They have an index of their own.
    private static readonly string[] RelocatedTexts = [.. Enum.GetValues<UnitLevel>().Select(level => $"""
        SELECT CaseKey, Grid FROM Cases
         WHERE CaseKey IN (SELECT CaseKey FROM CaseEvents WHERE Event = 'CaseRelocated') AND {level} = @Unit AND ReportedAt <= @At AND RecordedHour >= @Hour
         LIMIT @Limit
        """)];

    public async Task<IReadOnlyList<PastCase>> Candidates(UnitCode unit, DateTimeOffset at, int limit, CancellationToken cancel = default)
    {
        var hour = SummaryFold.HourOf(at);
        return await database.Read(
            new SqlStatement(Texts[(int)unit.Level], ("@Unit", unit.Value), ("@Hour", hour), ("@At", at.UtcTicks), ("@Limit", (long)limit)),
            r => new PastCase(r.GetString(0), new UnitCode(r.GetString(1)), r.GetInt64(2) < hour ? Contribution(r) : null),
            cancel);
    }

    public async Task<IReadOnlyList<PastCase>> Relocated(UnitCode unit, DateTimeOffset at, int limit, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(RelocatedTexts[(int)unit.Level], ("@Unit", unit.Value), ("@Hour", SummaryFold.HourOf(at)), ("@At", at.UtcTicks), ("@Limit", (long)limit)),
        r => new PastCase(r.GetString(0), new UnitCode(r.GetString(1)), null),
        cancel);

    private static CaseContribution Contribution(DbDataReader r) => new(
        (CaseStage)r.GetInt64(3), r.GetString(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.GetInt64(9) != 0,
        r.IsDBNull(10) ? null : r.GetInt64(10) != 0, r.GetInt64(11) != 0, (int)r.GetInt64(12), r.GetInt64(13) != 0, r.GetInt64(14) != 0);

    private static string Text(UnitLevel level)
    {
        var select = $"""
            SELECT CaseKey, Grid, RecordedHour, CountedStage, Class, ReportedHour, ClosedHour, DueMinute, HandlingDueDay, FedBack, OnTime, Emergency, UrgedLevel, Reopened, Provisional
              FROM Cases WHERE {level} = @Unit AND ReportedAt <= @At
            """;
        return $"""
            {select} AND CountedUntil >= @Hour
            UNION ALL {select} AND CountedUntil < @Hour AND RecordedHour > CountedUntil AND RecordedHour >= @Hour
            LIMIT @Limit
            """;
    }
}
