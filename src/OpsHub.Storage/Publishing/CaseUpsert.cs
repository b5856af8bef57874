using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Publishing;

/// <summary>The guarded upsert of a case row, made from the record's columns.</summary>
internal static class CaseUpsert
{
    private static readonly (string Name, Func<CaseRecord, object?> Value)[] All =
    [
        (nameof(CaseRecord.CaseKey), r => r.CaseKey),
        (nameof(CaseRecord.Version), r => r.Version),
        (nameof(CaseRecord.Number), r => r.Number),
        (nameof(CaseRecord.Stage), r => r.Stage),
        (nameof(CaseRecord.Category), r => r.Category),
        (nameof(CaseRecord.Title), r => r.Title),
        (nameof(CaseRecord.Grid), r => r.Grid),
        (nameof(CaseRecord.Community), r => r.Community),
        (nameof(CaseRecord.Township), r => r.Township),
        (nameof(CaseRecord.County), r => r.County),
        (nameof(CaseRecord.City), r => r.City),
        (nameof(CaseRecord.Holder), r => r.Holder),
        (nameof(CaseRecord.HolderSince), r => r.HolderSince),
        (nameof(CaseRecord.Lead), r => r.Lead),
        (nameof(CaseRecord.Assists), r => r.Assists),
        (nameof(CaseRecord.ReportedAt), r => r.ReportedAt),
        (nameof(CaseRecord.ClosedAt), r => r.ClosedAt),
        (nameof(CaseRecord.DueAt), r => r.DueAt),
        (nameof(CaseRecord.Priority), r => r.Priority),
        (nameof(CaseRecord.Returns), r => r.Returns),
        (nameof(CaseRecord.Escalation), r => r.Escalation),
        (nameof(CaseRecord.ChangedAt), r => r.ChangedAt),
        (nameof(CaseRecord.CountedStage), r => r.CountedStage),
        (nameof(CaseRecord.Class), r => r.Class),
        (nameof(CaseRecord.ReportedHour), r => r.ReportedHour),
        (nameof(CaseRecord.ClosedHour), r => r.ClosedHour),
        (nameof(CaseRecord.DueMinute), r => r.DueMinute),
        (nameof(CaseRecord.HandlingDueDay), r => r.HandlingDueDay),
        (nameof(CaseRecord.FedBack), r => r.FedBack),
        (nameof(CaseRecord.OnTime), r => r.OnTime),
        (nameof(CaseRecord.Emergency), r => r.Emergency),
        (nameof(CaseRecord.UrgedLevel), r => r.UrgedLevel),
        (nameof(CaseRecord.Reopened), r => r.Reopened),
        (nameof(CaseRecord.Provisional), r => r.Provisional),
        (nameof(CaseRecord.CountedUntil), r => r.CountedUntil),
        (nameof(CaseRecord.RecordedHour), r => r.RecordedHour),
    ];

    private static readonly string Text = $"""
        INSERT INTO Cases ({string.Join(", ", All.Select(c => c.Name))})
        SELECT {string.Join(", ", All.Select(c => "@" + c.Name))}
         WHERE NOT EXISTS (SELECT 1 FROM Published AS p WHERE p.Subject = @CaseKey AND p.Version >= @Version)
        ON CONFLICT (CaseKey) DO UPDATE SET {string.Join(", ", All.Skip(1).Select(c => $"{c.Name} = excluded.{c.Name}"))}
        WHERE Cases.Version < excluded.Version
        """;

    private static readonly string[] Indexed =
    [
        nameof(CaseRecord.Number), nameof(CaseRecord.City), nameof(CaseRecord.County), nameof(CaseRecord.Township), nameof(CaseRecord.Community), nameof(CaseRecord.Grid),
        nameof(CaseRecord.Holder), nameof(CaseRecord.CountedUntil), nameof(CaseRecord.DueAt), nameof(CaseRecord.ReportedAt), nameof(CaseRecord.ChangedAt),
    ];

    // Of a step that moves the case in no list, a rung above all: a dozen indexes are left alone, and the upsert is left out.
    private static readonly string InPlaceText = $"""
        UPDATE Cases SET {string.Join(", ", All.Skip(1).Where(c => !Indexed.Contains(c.Name)).Select(c => $"{c.Name} = @{c.Name}"))}
        WHERE CaseKey = @CaseKey AND Version < @Version AND {string.Join(" AND ", Indexed.Select(name => $"{name} = @{name}"))}
        """;

    /// <summary>The row where it stands, if no column that an index holds has changed; else nothing.</summary>
    public static SqlStatement InPlace(CaseRecord record) => Of(record) with { Text = InPlaceText };

    public static SqlStatement Of(CaseRecord record) => new(Text, Array.ConvertAll(All, c => ("@" + c.Name, c.Value(record))));
}
