using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Indicators;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Indicators;

/// <summary>The statements that keep a case's rows for indicators, within its publication.</summary>
internal static class CycleSql
{
    private static readonly string[] Columns =
    [
        "CaseKey", "Cycle", "Version", "Grid", "Community", "Township", "County", "City", "Class", "Lead", "Void", "StartedDay", "AcceptBy", "Accepted", "AcceptedOnTime",
        "DueAt", "DueDay", "Suspended", "OnTime", "ClosedDay", "Returns", "Reworks", "Reopened", "Urges", "Evaluations", "ScoreSum", "WorkMinutes", "ElapsedMinutes", "UntilDay",
    ];

    private static readonly string Upsert = $"""
        INSERT INTO CaseCycles ({string.Join(", ", Columns)})
        SELECT {string.Join(", ", Columns.Select(c => c == "CaseKey" ? "@Subject" : "@" + c))} {PublicationSql.Newer}
        ON CONFLICT (CaseKey, Cycle) DO UPDATE SET {string.Join(", ", Columns.Skip(2).Select(c => $"{c} = excluded.{c}"))}
        WHERE CaseCycles.Version < excluded.Version
        """;

    // Most steps leave what the index holds as it was; the upsert is left out then.
    private static readonly string InPlace = $"""
        UPDATE CaseCycles SET {string.Join(", ", Columns.Skip(2).Where(c => c is not ("Township" or "UntilDay")).Select(c => $"{c} = @{c}"))}
        WHERE CaseKey = @Subject AND Cycle = @Cycle AND Version < @Version AND Township = @Township AND UntilDay = @UntilDay
        """;

    // Most steps leave a dispatch as it was, and then nothing is written.
    private const string UpsertDispatch = $"""
        INSERT INTO CaseDispatches (CaseKey, Term, Cycle, Organ, Day, AcceptBy, Accepted, Returned, InTime)
        SELECT @Subject, @Term, @Cycle, @Organ, @Day, @AcceptBy, @Accepted, @Returned, @InTime {PublicationSql.Newer}
        ON CONFLICT (CaseKey, Term) DO UPDATE SET AcceptBy = excluded.AcceptBy, Accepted = excluded.Accepted, Returned = excluded.Returned, InTime = excluded.InTime
        WHERE CaseDispatches.AcceptBy <> excluded.AcceptBy OR CaseDispatches.Accepted <> excluded.Accepted
           OR CaseDispatches.Returned <> excluded.Returned OR CaseDispatches.InTime <> excluded.InTime
        """;

    // Urges and meetings aren't taken back: a row only ever grows.
    private const string UpsertParticipation = $"""
        INSERT INTO CaseParticipations (CaseKey, Cycle, Organ, Day, Urges, MeetingsCalled, MeetingsAttended)
        SELECT @Subject, @Cycle, @Organ, @Day, @Urges, @Called, @Attended {PublicationSql.Newer}
        ON CONFLICT (CaseKey, Cycle, Organ, Day) DO UPDATE SET Urges = excluded.Urges, MeetingsCalled = excluded.MeetingsCalled, MeetingsAttended = excluded.MeetingsAttended
        WHERE CaseParticipations.Urges <> excluded.Urges OR CaseParticipations.MeetingsCalled <> excluded.MeetingsCalled OR CaseParticipations.MeetingsAttended <> excluded.MeetingsAttended
        """;

    private const string DropDispatches = $"DELETE FROM CaseDispatches {PublicationSql.Newer} AND CaseKey = @Subject";

    /// <summary>What a cleared subject leaves behind.</summary>
    public static readonly string[] Tombstones =
    [
        "DELETE FROM CaseDispatches WHERE CaseKey = @Subject AND EXISTS (SELECT 1 FROM CaseCycles AS c WHERE c.CaseKey = @Subject AND c.Version < @Version)",
        "DELETE FROM CaseParticipations WHERE CaseKey = @Subject AND EXISTS (SELECT 1 FROM CaseCycles AS c WHERE c.CaseKey = @Subject AND c.Version < @Version)",
        "DELETE FROM CaseCycles WHERE CaseKey = @Subject AND Version < @Version",
    ];

    public static IEnumerable<SqlStatement> Of(Publication p, bool inPlace) => [.. Dropped(p), .. p.Cycles.SelectMany(row => Of(p, row, inPlace))];

    // Only in a cycle that ended without being closed does a dispatch cease to count: the other publications don't pay for it.
    private static IEnumerable<SqlStatement> Dropped(Publication p)
    {
        if (!p.Cycles.Exists(row => row.Facts.Void))
            yield break;
        var terms = p.Cycles.SelectMany(row => row.Facts.Dispatches).Select((d, i) => (Name: $"@Term{i}", Value: (object?)d.Term)).ToList();
        var kept = terms.Count == 0 ? "" : $" AND Term NOT IN ({string.Join(", ", terms.Select(t => t.Name))})";
        yield return new SqlStatement(DropDispatches + kept, [("@Subject", p.Subject), ("@Version", p.Version), .. terms]);
    }

    private static IEnumerable<SqlStatement> Of(Publication p, CycleRow row, bool inPlace)
    {
        var upsert = new SqlStatement(Upsert, [("@Subject", p.Subject), ("@Version", p.Version), .. Place(row), .. Values(row.Facts)]);
        if (inPlace)
            yield return upsert with { Text = InPlace };
        yield return upsert with { Otherwise = inPlace };
        foreach (var d in row.Facts.Dispatches)
        {
            yield return new SqlStatement(UpsertDispatch,
                ("@Subject", p.Subject), ("@Version", p.Version), ("@Term", d.Term), ("@Cycle", (long)row.Facts.Cycle), ("@Organ", d.Organ.Value), ("@Day", Day(d.Day)),
                ("@AcceptBy", d.AcceptBy.UtcTicks), ("@Accepted", Flag(d.Accepted)), ("@Returned", Flag(d.Returned)), ("@InTime", Flag(d.InTime)));
        }

        foreach (var o in row.Facts.Participations)
        {
            yield return new SqlStatement(UpsertParticipation,
                ("@Subject", p.Subject), ("@Version", p.Version), ("@Cycle", (long)row.Facts.Cycle), ("@Organ", o.Organ.Value), ("@Day", Day(o.Day)),
                ("@Urges", (long)o.Urges), ("@Called", (long)o.MeetingsCalled), ("@Attended", (long)o.MeetingsAttended));
        }
    }

    private static IEnumerable<(string, object?)> Place(CycleRow row) =>
    [
        ("@Grid", row.Place.Grid.Value), ("@Community", row.Place.Community.Value), ("@Township", row.Place.Township.Value), ("@County", row.Place.County.Value),
        ("@City", row.Place.City.Value), ("@Class", row.Class),
    ];

    private static IEnumerable<(string, object?)> Values(CycleFacts f)
    {
        var (started, due, closed) = (Day(f.StartedDay), Day(IndicatorFold.DueDay(f)), Day(f.ClosedDay));
        return
        [
            ("@Cycle", (long)f.Cycle), ("@Lead", f.Lead?.Value), ("@Void", Flag(f.Void)), ("@StartedDay", started), ("@AcceptBy", f.AcceptBy?.UtcTicks ?? Index.Columns.Never),
            ("@Accepted", Flag(f.Accepted)), ("@AcceptedOnTime", Flag(f.AcceptedOnTime)), ("@DueAt", f.DueAt?.UtcTicks ?? Index.Columns.Never), ("@DueDay", due),
            ("@Suspended", Flag(f.Suspended)), ("@OnTime", f.OnTime is { } kept ? Flag(kept) : null), ("@ClosedDay", closed), ("@Returns", (long)f.Returns),
            ("@Reworks", (long)f.Reworks), ("@Reopened", Flag(f.Reopened)), ("@Urges", (long)f.Urges), ("@Evaluations", (long)f.Evaluations), ("@ScoreSum", (long)f.ScoreSum),
            ("@WorkMinutes", f.WorkMinutes), ("@ElapsedMinutes", f.ElapsedMinutes), ("@UntilDay", Math.Max(started, Math.Max(due, closed))),
        ];
    }

    private static long Day(DateOnly? day) => day?.DayNumber ?? 0;

    private static long Flag(bool value) => Index.Columns.Flag(value);
}
