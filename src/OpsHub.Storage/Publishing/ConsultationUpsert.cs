using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Publishing;

/// <summary>The guarded upsert of a consultation's row, made from the record's columns, and of the communities that it concerns.</summary>
internal static class ConsultationUpsert
{
    private static readonly (string Name, Func<ConsultationRecord, object?> Value)[] All =
    [
        (nameof(ConsultationRecord.ConsultationKey), r => r.ConsultationKey),
        (nameof(ConsultationRecord.Version), r => r.Version),
        (nameof(ConsultationRecord.Number), r => r.Number),
        (nameof(ConsultationRecord.Title), r => r.Title),
        (nameof(ConsultationRecord.Variant), r => r.Variant),
        (nameof(ConsultationRecord.Stage), r => r.Stage),
        (nameof(ConsultationRecord.Category), r => r.Category),
        (nameof(ConsultationRecord.Grid), r => r.Grid),
        (nameof(ConsultationRecord.Community), r => r.Community),
        (nameof(ConsultationRecord.Township), r => r.Township),
        (nameof(ConsultationRecord.County), r => r.County),
        (nameof(ConsultationRecord.City), r => r.City),
        (nameof(ConsultationRecord.Lead), r => r.Lead),
        (nameof(ConsultationRecord.DelegatedBy), r => r.DelegatedBy),
        (nameof(ConsultationRecord.Round), r => r.Round),
        (nameof(ConsultationRecord.DueAt), r => r.DueAt),
        (nameof(ConsultationRecord.DueDuty), r => r.DueDuty),
        (nameof(ConsultationRecord.AnnounceDueAt), r => r.AnnounceDueAt),
        (nameof(ConsultationRecord.SessionAt), r => r.SessionAt),
        (nameof(ConsultationRecord.BeganAt), r => r.BeganAt),
        (nameof(ConsultationRecord.EndedAt), r => r.EndedAt),
        (nameof(ConsultationRecord.ChangedAt), r => r.ChangedAt),
        (nameof(ConsultationRecord.Communities), r => r.Communities),
        (nameof(ConsultationRecord.IsOpen), r => r.IsOpen),
        (nameof(ConsultationRecord.PlanDueMinute), r => r.PlanDueMinute),
        (nameof(ConsultationRecord.AnnounceDueMinutes), r => r.AnnounceDueMinutes),
        (nameof(ConsultationRecord.HardDueMinute), r => r.HardDueMinute),
        (nameof(ConsultationRecord.DueMinute), r => r.DueMinute),
        (nameof(ConsultationRecord.Breached), r => r.Breached),
        (nameof(ConsultationRecord.VoteAhead), r => r.VoteAhead),
        (nameof(ConsultationRecord.SessionMinute), r => r.SessionMinute),
        (nameof(ConsultationRecord.Provisional), r => r.Provisional),
        (nameof(ConsultationRecord.PlansDue), r => r.PlansDue),
        (nameof(ConsultationRecord.PlansOnTime), r => r.PlansOnTime),
        (nameof(ConsultationRecord.AnnouncementsDue), r => r.AnnouncementsDue),
        (nameof(ConsultationRecord.AnnouncementsOnTime), r => r.AnnouncementsOnTime),
        (nameof(ConsultationRecord.SessionsEnded), r => r.SessionsEnded),
        (nameof(ConsultationRecord.Agreed), r => r.Agreed),
        (nameof(ConsultationRecord.CarriedOut), r => r.CarriedOut),
        (nameof(ConsultationRecord.Ballots), r => r.Ballots),
        (nameof(ConsultationRecord.Satisfied), r => r.Satisfied),
        (nameof(ConsultationRecord.Papers), r => r.Papers),
        (nameof(ConsultationRecord.Published), r => r.Published),
        (nameof(ConsultationRecord.Proposed), r => r.Proposed),
        (nameof(ConsultationRecord.ReviewOpen), r => r.ReviewOpen),
        (nameof(ConsultationRecord.OpenDuties), r => r.OpenDuties),
        (nameof(ConsultationRecord.DelegatedStage), r => r.DelegatedStage),
    ];

    private static readonly string Text = $"""
        INSERT INTO Consultations ({string.Join(", ", All.Select(c => c.Name))})
        SELECT {string.Join(", ", All.Select(c => "@" + c.Name))}
         WHERE NOT EXISTS (SELECT 1 FROM Published AS p WHERE p.Subject = @ConsultationKey AND p.Version >= @Version)
        ON CONFLICT (ConsultationKey) DO UPDATE SET {string.Join(", ", All.Skip(1).Select(c => $"{c.Name} = excluded.{c.Name}"))}
        WHERE Consultations.Version < excluded.Version
        """;

    private const string DropConcerned = "DELETE FROM ConsultationCommunities WHERE ConsultationKey = @Subject AND Version < @Version";

    private const string AddConcerned = $"""
        INSERT INTO ConsultationCommunities (ConsultationKey, Community, Township, County, City, Version)
        SELECT @Subject, @Community, @Township, @County, @City, @Version {PublicationSql.Newer}
        ON CONFLICT DO NOTHING
        """;

    /// <summary>What a cleared consultation leaves behind: nothing.</summary>
    public static readonly string[] Tombstones =
        ["DELETE FROM Consultations WHERE ConsultationKey = @Subject AND Version < @Version", DropConcerned, PaperUpsert.Tombstone];

    public static IEnumerable<SqlStatement> Of(ConsultationRow row, IReadOnlyCollection<ConsultationPlace> concerned)
    {
        (string, object?)[] subject = [("@Subject", row.Key), ("@Version", row.Version)];
        var record = ConsultationRecords.Of(row);
        return
        [
            new(Text, Array.ConvertAll(All, c => ("@" + c.Name, c.Value(record)))),
            new(DropConcerned, subject),
            .. row.Communities.Select(c => new SqlStatement(AddConcerned, [.. subject, .. Place(row, c, concerned)])),
            .. PaperUpsert.Of(row),
        ];
    }

    private static IEnumerable<(string, object?)> Place(ConsultationRow row, UnitCode community, IReadOnlyCollection<ConsultationPlace> concerned)
    {
        var place = concerned.FirstOrDefault(p => p.Community == community) ?? Own(row.Place, community);
        return [("@Community", community.Value), ("@Township", place.Township.Value), ("@County", place.County.Value), ("@City", place.City.Value)];
    }

    // Without a place of its own a community stands where its consultation does, or where its code says.
    private static ConsultationPlace Own(ConsultationPlace home, UnitCode community) => home.Community == community
        ? home
        : new(null, community, community.At(UnitLevel.Township), community.At(UnitLevel.County), community.At(UnitLevel.City));
}
