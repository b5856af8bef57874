using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Assessments;
using OpsHub.Storage.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Establishments;
using OpsHub.Storage.Filings;
using OpsHub.Storage.Index;
using OpsHub.Storage.Indicators;
using OpsHub.Storage.Mandates;
using OpsHub.Storage.Notices;
using OpsHub.Storage.Surveys;
using OpsHub.Storage.Governance;
using OpsHub.Storage.Posts;
using OpsHub.Storage.Schemes;

namespace OpsHub.Storage.Publishing;

/// <summary>The statements of one publication, for one transaction that has the subject for itself. Each holds its own guard,
/// so a lower or equal version changes nothing; the version in Published, which the guards read, is written last.</summary>
internal static class PublicationSql
{
    private const string Done = """
        INSERT INTO Published (Subject, Version, Rungs, Cleared) VALUES (@Subject, @Version, @Rungs, @Cleared)
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Rungs = excluded.Rungs, Cleared = excluded.Cleared
        WHERE Published.Version < excluded.Version
        """;

    /// <summary>Holds while no version as high as this one is published.</summary>
    public const string Newer = "WHERE NOT EXISTS (SELECT 1 FROM Published AS p WHERE p.Subject = @Subject AND p.Version >= @Version)";

    private const string DropRungs = "DELETE FROM Rungs WHERE Subject = @Subject AND Version < @Version";

    private const string DropParties = "DELETE FROM CaseParties WHERE CaseKey = @Subject AND Version < @Version";

    private const string AddParty = $"""
        INSERT INTO CaseParties (Organ, CaseKey, Version)
        SELECT @Organ, @Subject, @Version {Newer}
        ON CONFLICT DO NOTHING
        """;

    private const string DropWaits = "DELETE FROM CaseWaits WHERE CaseKey = @Subject AND Version < @Version";

    private const string AddWait = $"""
        INSERT INTO CaseWaits (Organ, CaseKey, Version)
        SELECT @Organ, @Subject, @Version {Newer}
        ON CONFLICT DO NOTHING
        """;

    private const string AddEvent = """
        INSERT INTO CaseEvents (CaseKey, Sequence, Number, At, Event, Stage, Category, Grid, Community, Township, County, City, Organ)
        VALUES (@CaseKey, @Sequence, @Number, @At, @Event, @Stage, @Category, @Grid, @Community, @Township, @County, @City, @Organ)
        ON CONFLICT DO NOTHING
        """;

    private const string UpsertUnit = $"""
        INSERT INTO Units (Code, Version, Kind, Name, Parent, EffectiveFrom, EndedOn, MergedInto, Generated, Subject)
        SELECT @Code, @Version, @Kind, @Name, @Parent, @EffectiveFrom, @EndedOn, @MergedInto, @Generated, @Subject {Newer}
        ON CONFLICT (Code) DO UPDATE SET Version = excluded.Version, Kind = excluded.Kind, Name = excluded.Name, Parent = excluded.Parent,
          EffectiveFrom = excluded.EffectiveFrom, EndedOn = excluded.EndedOn, MergedInto = excluded.MergedInto, Generated = excluded.Generated, Subject = excluded.Subject
        WHERE Units.Version < excluded.Version
        """;

    private const string UpsertAgency = $"""
        INSERT INTO Agencies (Code, Version, Name, Department, Host, Served, Generated, Powers, Subject)
        SELECT @Code, @Version, @Name, @Department, @Host, @Served, @Generated, @Powers, @Subject {Newer}
        ON CONFLICT (Code) DO UPDATE SET Version = excluded.Version, Name = excluded.Name, Department = excluded.Department,
          Host = excluded.Host, Served = excluded.Served, Generated = excluded.Generated, Powers = excluded.Powers, Subject = excluded.Subject
        WHERE Agencies.Version < excluded.Version
        """;

    private static readonly string[] Tombstones =
    [
        "DELETE FROM Cases WHERE CaseKey = @Subject AND Version < @Version",
        "DELETE FROM Units WHERE Subject = @Subject AND Version < @Version",
        "DELETE FROM Agencies WHERE Subject = @Subject AND Version < @Version",
        AgencyTownshipSql.Drop,
        DropParties,
        DropWaits,
        .. CycleSql.Tombstones,
        .. ConsultationUpsert.Tombstones,
        .. CouncilSql.Tombstones,
        .. AgencyYearSql.Tombstones,
        SurveySql.Tombstone,
        .. PostsSql.Tombstones,
        SchemeSql.Tombstone,
        MandateSql.Tombstone,
        EstablishmentSql.Tombstone,
        .. FilingSql.Tombstones,
        GovernanceSql.Tombstone,
    ];

    /// <summary>The statements, in order.</summary>
    /// <param name="p">What is published.</param>
    /// <param name="indexesCost">Whether an update writes the indexes of columns that stay as they are: then it is tried without them first.</param>
    public static List<SqlStatement> Of(Publication p, bool indexesCost)
    {
        var inPlace = indexesCost && p.Version > 1;
        var cleared = p is
        {
            Case: null, Consultation: null, Unit: null, Agency: null, Councils: null, AgencyYear: null, Survey: null, Posts: null, Scheme: null, Mandates: null, Establishment: null, Filings: null,
            Governance: null,
        };
        (string, object?)[] subject = [("@Subject", p.Subject), ("@Version", p.Version)];
        List<SqlStatement> all = [];
        if (p.Case is { } one)
        {
            var record = CaseRecords.Of(one);
            if (inPlace)
                all.Add(CaseUpsert.InPlace(record));
            all.Add(CaseUpsert.Of(record) with { Otherwise = inPlace });
            all.Add(new(DropParties, subject));
            all.AddRange(Parties(one).Select(organ => new SqlStatement(AddParty, [("@Organ", organ.Value), .. subject])));
            all.Add(new(DropWaits, subject));
            all.AddRange(one.Waits.Select(organ => new SqlStatement(AddWait, [("@Organ", organ.Value), .. subject])));
            all.AddRange(CycleSql.Of(p, inPlace));
        }

        if (p.Consultation is { } consultation)
            all.AddRange(ConsultationUpsert.Of(consultation, p.Concerned));
        if (p.Unit is { } unit)
            all.Add(Of(unit, p.Subject));
        if (p.Agency is { } agency)
            all.AddRange([Of(agency, p.Subject), .. AgencyTownshipSql.Of(agency, p.Subject)]);
        all.AddRange(CouncilSql.Of(p));
        if (p.AgencyYear is { } year)
            all.AddRange(AgencyYearSql.Of(year));
        all.AddRange(SurveySql.Of(p));
        all.AddRange(PostsSql.Of(p));
        all.AddRange(SchemeSql.Of(p));
        all.AddRange(MandateSql.Of(p));
        all.AddRange(EstablishmentSql.Of(p));
        all.AddRange(FilingSql.Of(p));
        all.AddRange(GovernanceSql.Of(p));
        if (cleared)
            all.AddRange(Tombstones.Select(text => new SqlStatement(text, subject)));
        all.Add(new(DropRungs, subject));
        all.AddRange(RungInsert.Of(p));
        all.AddRange(p.Events.Select(e => Of(e, p.Case)));
        all.AddRange(NoticeInsert.Of(p));
        all.Add(new(Done, [.. subject, ("@Rungs", (long)p.Rungs.Count), ("@Cleared", Columns.Flag(cleared))]));
        return all;
    }

    private static IEnumerable<OrganCode> Parties(CaseRow row) => row.Assists.Concat(row.Lead is { } lead ? [lead] : []).Distinct();

    // An event belongs to the units in force when it was published; without a case row, to those its grid's code names.
    private static SqlStatement Of(CaseEventRow e, CaseRow? row) => new(AddEvent,
        ("@CaseKey", e.Case),
        ("@Sequence", e.Sequence),
        ("@Number", e.Number),
        ("@At", e.At.UtcTicks),
        ("@Event", e.Event),
        ("@Stage", (long)e.Stage),
        ("@Category", e.Category),
        ("@Grid", e.Grid.Value),
        ("@Community", (row?.Community ?? e.Grid.At(UnitLevel.Community)).Value),
        ("@Township", (row?.Township ?? e.Grid.At(UnitLevel.Township)).Value),
        ("@County", (row?.County ?? e.Grid.At(UnitLevel.County)).Value),
        ("@City", (row?.City ?? e.Grid.At(UnitLevel.City)).Value),
        ("@Organ", e.Organ.Value));

    private static SqlStatement Of(UnitRow u, string subject) => new(UpsertUnit,
        ("@Code", u.Code.Value),
        ("@Version", u.Version),
        ("@Kind", u.Kind),
        ("@Name", u.Name),
        ("@Parent", u.Parent?.Value),
        ("@EffectiveFrom", (long)u.EffectiveFrom.DayNumber),
        ("@EndedOn", (long?)u.EndedOn?.DayNumber),
        ("@MergedInto", u.MergedInto?.Value),
        ("@Generated", Columns.Flag(u.Generated)),
        ("@Subject", subject));

    private static SqlStatement Of(AgencyRow a, string subject) => new(UpsertAgency,
        ("@Code", a.Code.Value),
        ("@Version", a.Version),
        ("@Name", a.Name),
        ("@Department", a.Department.Value),
        ("@Host", a.Host.Value),
        ("@Served", string.Join('|', a.Served.Select(s => s.Value))),
        ("@Generated", Columns.Flag(a.Generated)),
        ("@Powers", Columns.Codes(a.Powers)),
        ("@Subject", subject));
}
