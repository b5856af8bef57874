using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Surveys;

/// <summary>Lists of surveys.</summary>
internal sealed class SurveyIndex(IDatabase database) : ISurveyIndex
{
    private const string All = "SELECT s.Subject, s.Version, s.County, s.City, s.Document, s.Length FROM Surveys AS s";

    public async Task<IReadOnlyList<SurveyRow>> OfAgency(OrganCode agency, int year, CancellationToken cancel = default) => await database.Read(
        new SqlStatement($"{All} WHERE s.Agency = @Agency AND s.Year = @Year ORDER BY s.Township", ("@Agency", agency.Value), ("@Year", (long)year)), Row, cancel);

    public async Task<IReadOnlyList<SurveyRow>> OfUnit(UnitCode unit, int year, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(
            $"{All} WHERE s.Year = @Year AND (s.Township = @Unit OR s.Host = @Unit OR s.County = @Unit OR s.City = @Unit) ORDER BY s.Subject", ("@Year", (long)year), ("@Unit", unit.Value)),
        Row, cancel);

    public async Task<IReadOnlyDictionary<string, SurveyRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) =>
        (await database.ReadOf(keys, names => $"{All} WHERE s.Subject IN ({names})", Row, cancel)).ToDictionary(r => r.Key, StringComparer.Ordinal);

    public async Task<IReadOnlyList<SurveyRow>> Unfinished(string? after, int limit, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(
            $"{All} WHERE s.Stage < @Delivered AND s.Subject > @After ORDER BY s.Subject LIMIT @Limit",
            ("@Delivered", (long)SurveyStage.Delivered), ("@After", after ?? ""), ("@Limit", (long)limit)),
        Row, cancel);

    private static SurveyRow Row(DbDataReader r) => new(
        r.GetString(0), r.GetInt64(1), new(r.GetString(2)), new(r.GetString(3)), JsonSerializer.Deserialize<Survey>(r.GetString(4), DomainSerialization.Options)!, r.GetInt64(5));
}
