using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Governance;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Governance;

/// <summary>Grid files, governance files and reports; a unit has one file, and a township some twelve reports a year.</summary>
internal sealed class GovernanceIndex(IDatabase database) : IGovernanceIndex
{
    public Task<IReadOnlyList<GridFileRow>> Grids(IReadOnlyCollection<UnitCode> communities, CancellationToken cancel = default) => Of<GridFileRow>(GovernanceSql.Grids, communities, cancel);

    public Task<IReadOnlyList<GovernanceFile>> Files(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default) => Of<GovernanceFile>(GovernanceSql.File, units, cancel);

    public async Task<IReadOnlyList<AnalysisReport>> Reports(IReadOnlyCollection<UnitCode> townships, DateOnly from, AnalysisStage? stage = null, CancellationToken cancel = default)
    {
        var (condition, values) = stage is { } one ? (" AND Stage = @Stage", new (string, object?)[] { ("@Stage", one.ToString()) }) : ("", []);
        var all = await database.ReadOf(
            townships, names => $"SELECT Content FROM GovernanceRecords WHERE Kind = '{GovernanceSql.Report}' AND Unit IN ({names}) AND Period >= @From{condition}",
            [("@From", (long)from.DayNumber), .. values], r => Read<AnalysisReport>(r.GetString(0)), cancel);
        return [.. all.OrderBy(r => r.Township).ThenBy(r => r.From)];
    }

    public async Task<DateOnly> Since(CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement("SELECT At FROM GovernanceStart"), r => LocalDay.Of(Columns.Instant(r.GetInt64(0))), cancel))[0];

    private async Task<IReadOnlyList<T>> Of<T>(string kind, IReadOnlyCollection<UnitCode> units, CancellationToken cancel) => await database.ReadOf(
        units, names => $"SELECT Content FROM GovernanceRecords WHERE Kind = '{kind}' AND Unit IN ({names}) ORDER BY Unit", [], r => Read<T>(r.GetString(0)), cancel);

    private static T Read<T>(string content) => JsonSerializer.Deserialize<T>(content, DomainSerialization.Options)!;
}
