using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;
using OpsHub.Storage.States;

namespace OpsHub.Storage.Assessments;

/// <summary>Lists of agencies' years, and their snapshots.</summary>
internal sealed class AgencyYearIndex(IDatabase database) : IAgencyYearIndex
{
    private const int MostKeys = 100;
    private const string All = "SELECT y.Content FROM AgencyYears AS y";
    private const string ByAgency = "ORDER BY y.Agency, y.YearKey";
    private const string OfTownship = "WHERE y.YearKey IN (SELECT YearKey FROM AgencyYearServed WHERE Township = @Of AND Year = @Year)";

    // By its host's code, as the right to read it goes: a board that showed others' would show them empty. A colon follows the digits.
    private const string OfArea = "WHERE y.Year = @Year AND y.Host > @Of AND y.Host < @Of || ':'";
    private const string OfLine = "WHERE y.Department = @Of AND y.Year = @Year";
    private const string Every = $"{All} WHERE y.Agency = @Agency ORDER BY y.Year DESC";
    private const string SharedWithTownship = $"{All} WHERE y.Host = @Organ AND y.Year = @Year AND y.SharedTownship IS NOT NULL {ByAgency}";
    private const string SharedWithDepartment = $"{All} WHERE y.Department = @Organ AND y.Year = @Year AND y.SharedDepartment IS NOT NULL {ByAgency}";
    private const string Taken = "SELECT Content FROM AgencyYearSnapshots WHERE Agency = @Agency AND Year = @Year ORDER BY EndsAt, Period";

    // Of what is there only the count goes up: it says which run was the first.
    private const string Take = """
        INSERT INTO AgencyYearSnapshots (Agency, Year, Period, EndsAt, Content, Taken) VALUES (@Agency, @Year, @Period, @EndsAt, @Content, 1)
        ON CONFLICT (Agency, Year, Period) DO UPDATE SET Taken = AgencyYearSnapshots.Taken + 1
        RETURNING Taken
        """;

    private static readonly string[] OfKeys = [.. Enumerable.Range(1, MostKeys).Select(n => $"{All} WHERE y.YearKey IN ({Names("Key", n)})")];

    private static readonly string[] OfStages = [.. Enumerable.Range(1, Enum.GetValues<AgencyYearStage>().Length).Select(n =>
        $"{All} WHERE y.Stage IN ({Names("Stage", n)}) AND y.YearKey > @After ORDER BY y.YearKey LIMIT @Limit")];

    public Task<IReadOnlyList<AgencyYearRow>> OfUnit(UnitCode unit, int year, CancellationToken cancel = default) => OfBoard(new(OrganCode.Of(unit), year), cancel);

    public Task<IReadOnlyList<AgencyYearRow>> OfDepartment(OrganCode department, int year, CancellationToken cancel = default) => OfBoard(new(department, year), cancel);

    public async Task<IReadOnlyDictionary<string, long>> Versions(YearBoard board, CancellationToken cancel = default) => Within(board) is not { } within
        ? new Dictionary<string, long>()
        : (await database.Read(new SqlStatement($"SELECT y.YearKey, y.Version FROM AgencyYears AS y {within}", Values(board)), r => (Key: r.GetString(0), Version: r.GetInt64(1)), cancel))
            .ToDictionary(r => r.Key, r => r.Version, StringComparer.Ordinal);

    public async Task<IReadOnlyList<AgencyYearRow>> OfAgency(OrganCode agency, CancellationToken cancel = default) => await Rows(Every, [("@Agency", agency.Value)], cancel);

    public async Task<IReadOnlyDictionary<string, AgencyYearRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        var found = new Dictionary<string, AgencyYearRow>();
        foreach (var some in keys.Distinct().Chunk(MostKeys))
        {
            foreach (var row in await Rows(OfKeys[some.Length - 1], [.. some.Select((key, i) => ($"@Key{i}", (object?)key))], cancel))
                found[row.Key] = row;
        }

        return found;
    }

    public async Task<IReadOnlyList<AgencyYearRow>> InStages(IReadOnlyCollection<AgencyYearStage> stages, string? after, int limit, CancellationToken cancel = default) =>
        stages.Distinct().ToList() is { Count: > 0 } some
            ? await Rows(OfStages[some.Count - 1], [("@After", after ?? ""), ("@Limit", (long)limit), .. some.Select((stage, i) => ($"@Stage{i}", (object?)(long)stage))], cancel)
            : [];

    public async Task<IReadOnlyList<AgencyYearRow>> Shared(ShareTarget target, OrganCode organ, int year, CancellationToken cancel = default) =>
        await Rows(target == ShareTarget.Township ? SharedWithTownship : SharedWithDepartment, [("@Organ", organ.Value), ("@Year", (long)year)], cancel);

    public async Task<IReadOnlyList<YearSnapshot>> Snapshots(OrganCode agency, int year, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(Taken, ("@Agency", agency.Value), ("@Year", (long)year)), r => JsonSerializer.Deserialize<YearSnapshot>(r.GetString(0), StateSerializer.Options)!, cancel);

    public async Task<bool> Keep(YearSnapshot snapshot, int year, CancellationToken cancel = default) => await database.WriteReturning(
        new SqlStatement(
            Take, ("@Agency", snapshot.Agency.Value), ("@Year", (long)year), ("@Period", snapshot.Period), ("@EndsAt", snapshot.At.UtcTicks),
            ("@Content", JsonSerializer.Serialize(snapshot, StateSerializer.Options))), cancel) == 1;

    private async Task<IReadOnlyList<AgencyYearRow>> OfBoard(YearBoard board, CancellationToken cancel) =>
        Within(board) is { } within ? await Rows($"{All} {within} {ByAgency}", Values(board), cancel) : [];

    // Null where nothing can stand on it.
    private static string? Within(YearBoard board) => board.Of.Kind switch
    {
        OrganKind.Department => OfLine,
        OrganKind.Unit when board.Of.Unit.Level <= UnitLevel.Township => board.Of.Unit.Level == UnitLevel.Township ? OfTownship : OfArea,
        _ => null,
    };

    private static (string, object?)[] Values(YearBoard board) => [("@Of", board.Of.Value), ("@Year", (long)board.Year)];

    private Task<List<AgencyYearRow>> Rows(string text, (string, object?)[] values, CancellationToken cancel) => database.Read(new SqlStatement(text, values), Row, cancel);

    private static AgencyYearRow Row(DbDataReader r) => JsonSerializer.Deserialize<AgencyYearRow>(r.GetString(0), StateSerializer.Options)!;

    private static string Names(string name, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"@{name}{i}"));
}
