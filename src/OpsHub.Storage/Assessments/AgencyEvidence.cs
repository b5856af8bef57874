using System.Collections.Immutable;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Storage.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Assessments;

/// <summary>Reads what <see cref="EvidenceCount"/> counts from the rows of cycles: those that the agency led and that fell due, dispatches to it, urges and meetings.</summary>
internal sealed class AgencyEvidence(IDatabase database) : IAgencyEvidence
{
    private const string Led = """
        SELECT c.Township, c.CaseKey, c.Cycle, c.StartedDay, c.Void, c.DueAt, c.Suspended, c.OnTime, c.Reworks FROM CaseCycles AS c
         WHERE c.UntilDay >= @From AND c.Lead = @Organ AND c.DueDay >= @From AND c.DueDay < @Before AND c.Township IN
        """;

    private const string Dispatched = """
        SELECT c.Township, c.CaseKey, c.Cycle, c.StartedDay, d.Term, d.Day, d.AcceptBy, d.Accepted, d.Returned, d.InTime
          FROM CaseDispatches AS d JOIN CaseCycles AS c ON c.CaseKey = d.CaseKey AND c.Cycle = d.Cycle
         WHERE d.Organ = @Organ AND d.Day >= @From AND d.Day < @Before AND c.Township IN
        """;

    private const string Participated = """
        SELECT c.Township, c.CaseKey, c.Cycle, c.StartedDay, p.Day, p.Urges, p.MeetingsCalled, p.MeetingsAttended
          FROM CaseParticipations AS p JOIN CaseCycles AS c ON c.CaseKey = p.CaseKey AND c.Cycle = p.Cycle
         WHERE p.Organ = @Organ AND p.Day >= @From AND p.Day < @Before AND c.Township IN
        """;

    public async Task<IReadOnlyDictionary<UnitCode, CaseEvidence>> Count(
        OrganCode agency, IReadOnlyCollection<UnitCode> served, int year, DateTimeOffset through, CancellationToken cancel = default)
    {
        var found = (await Cycles(agency, served, year, cancel)).ToLookup(c => c.Key.Township, c => c.Value);
        return served.Distinct().ToDictionary(t => t, t => EvidenceCount.Of(agency, found[t], First(year), First(year + 1), through));
    }

    public async Task<IReadOnlyList<EvidenceOfCase>> Cases(OrganCode agency, UnitCode township, int year, DateTimeOffset through, CancellationToken cancel = default)
    {
        var nothing = new CaseEvidence(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, through);
        return [.. (await Cycles(agency, [township], year, cancel)).GroupBy(c => c.Key.Case, c => c.Value)
            .Select(c => new EvidenceOfCase(c.Key, EvidenceCount.Of(agency, c, First(year), First(year + 1), through)))
            .Where(c => c.Counts != nothing).OrderBy(c => c.Case, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<(UnitCode Township, string Case, int Cycle), CycleFacts>> Cycles(OrganCode agency, IReadOnlyCollection<UnitCode> served, int year, CancellationToken cancel)
    {
        (string, object?)[] values = [("@Organ", agency.Value), ("@From", (long)First(year).DayNumber), ("@Before", (long)First(year + 1).DayNumber)];
        var cycles = new Dictionary<(UnitCode Township, string Case, int Cycle), CycleFacts>();
        await Read(Led, (r, c) => c with
        {
            Lead = agency,
            Void = r.GetInt64(4) != 0,
            DueAt = Columns.Instant(r.GetInt64(5)),
            Suspended = r.GetInt64(6) != 0,
            OnTime = r.IsDBNull(7) ? null : r.GetInt64(7) != 0,
            Reworks = (int)r.GetInt64(8),
        });
        await Read(Dispatched, (r, c) => c with
        {
            Dispatches = c.Dispatches.Add(new(r.GetString(4), agency, Day(r.GetInt64(5)), Columns.Instant(r.GetInt64(6)), r.GetInt64(7) != 0, r.GetInt64(8) != 0, r.GetInt64(9) != 0)),
        });
        await Read(Participated, (r, c) => c with
        {
            Participations = c.Participations.Add(new(agency, Day(r.GetInt64(4)), (int)r.GetInt64(5), (int)r.GetInt64(6), (int)r.GetInt64(7))),
        });
        return cycles;

        // Rows of the same cycle come from each of the three; what isn't asked for isn't counted of it.
        async Task Read(string text, Func<System.Data.Common.DbDataReader, CycleFacts, CycleFacts> add) => await database.ReadOf(
            served, names => $"{text} ({names})", values, r =>
            {
                var key = (new UnitCode(r.GetString(0)), r.GetString(1), (int)r.GetInt64(2));
                cycles[key] = add(r, cycles.GetValueOrDefault(key) ?? new CycleFacts { Cycle = key.Item3, StartedDay = Day(r.GetInt64(3)) });
                return true;
            }, cancel);
    }

    private static DateOnly First(int year) => new(year, 1, 1);

    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)number);
}
