using System.Runtime.CompilerServices;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Compares what is stored with what is published. Versions only: modification times prove nothing.</summary>
internal sealed class Differences(IDatabase database)
{
    private const string Subjects = """
        (SELECT GrainIdExtensionString AS Subject, Version FROM OrleansStorage
          WHERE GrainIdExtensionString LIKE 'case-%' OR GrainIdExtensionString LIKE 'consultation-%' OR GrainIdExtensionString LIKE 'agency-%' OR GrainIdExtensionString LIKE 'city-%'
             OR GrainIdExtensionString LIKE 'county-%' OR GrainIdExtensionString LIKE 'township-%' OR GrainIdExtensionString LIKE 'community-%'
             OR GrainIdExtensionString LIKE 'grid-%'
             OR GrainIdExtensionString LIKE 'ledger-%' OR GrainIdExtensionString LIKE 'council-%' OR GrainIdExtensionString LIKE 'support-%'
             OR GrainIdExtensionString LIKE 'year-%' OR GrainIdExtensionString LIKE 'survey-%'
             OR GrainIdExtensionString LIKE 'posts-%' OR GrainIdExtensionString LIKE 'scheme-%' OR GrainIdExtensionString LIKE 'establishment-%'
             OR GrainIdExtensionString LIKE 'mandates-%' OR GrainIdExtensionString LIKE 'filings-%'
             OR GrainIdExtensionString LIKE 'gridfile-%' OR GrainIdExtensionString LIKE 'governance-%' OR GrainIdExtensionString LIKE 'analysis-%')
        """;

    private const string Rows = """
        (SELECT CaseKey AS Subject, Version FROM Cases
         UNION ALL SELECT ConsultationKey, Version FROM Consultations
         UNION ALL SELECT Subject, Version FROM Units
         UNION ALL SELECT Subject, Version FROM Agencies
         UNION ALL SELECT Subject, Version FROM OpinionLedgers
         UNION ALL SELECT Subject, Version FROM Councils
         UNION ALL SELECT Subject, Version FROM SupportFiles
         UNION ALL SELECT YearKey, Version FROM AgencyYears
         UNION ALL SELECT Subject, Version FROM Surveys
         UNION ALL SELECT Subject, Version FROM AgencyPosts
         UNION ALL SELECT Subject, Version FROM AssessmentSchemes
         UNION ALL SELECT Subject, Version FROM CountyMandates
         UNION ALL SELECT Subject, Version FROM CountyEstablishments
         UNION ALL SELECT Subject, Version FROM UnitFilings
         UNION ALL SELECT Subject, Version FROM GovernanceRecords)
        """;

    private static readonly (string Text, string Message)[] Checks =
    [
        ($"SELECT s.Subject, s.Version, COALESCE(p.Version, 0) FROM {Subjects} AS s LEFT JOIN Published AS p ON p.Subject = s.Subject WHERE COALESCE(p.Version, 0) <> s.Version",
            "stored version {0}, published {1}"),
        ($"SELECT p.Subject, p.Version, 0 FROM Published AS p LEFT JOIN {Subjects} AS s ON s.Subject = p.Subject WHERE s.Subject IS NULL",
            "published version {0}, nothing stored"),
        ($"SELECT p.Subject, p.Version, COALESCE(r.Version, 0) FROM Published AS p LEFT JOIN {Rows} AS r ON r.Subject = p.Subject WHERE p.Cleared = 0 AND COALESCE(r.Version, 0) <> p.Version",
            "published version {0}, index row {1}"),
        ($"SELECT r.Subject, r.Version, COALESCE(p.Version, 0) FROM {Rows} AS r LEFT JOIN Published AS p ON p.Subject = r.Subject WHERE p.Subject IS NULL OR p.Cleared = 1",
            "index row of version {0} for a subject that is not published"),
        ("SELECT p.Subject, p.Rungs, COALESCE(r.Held, 0) FROM Published AS p LEFT JOIN (SELECT Subject, Version, COUNT(*) AS Held FROM Rungs GROUP BY Subject, Version) AS r ON r.Subject = p.Subject AND r.Version = p.Version WHERE COALESCE(r.Held, 0) <> p.Rungs",
            "{0} rungs published, {1} held"),
        ("SELECT r.Subject, r.Version, COALESCE(p.Version, 0) FROM Rungs AS r LEFT JOIN Published AS p ON p.Subject = r.Subject WHERE COALESCE(p.Version, 0) <> r.Version",
            "a rung of version {0}, published {1}"),
        ("SELECT c.CaseKey, c.Version, COALESCE(f.Version, 0) FROM Cases AS c LEFT JOIN (SELECT CaseKey, MIN(Version) AS Version FROM CaseCycles GROUP BY CaseKey) AS f ON f.CaseKey = c.CaseKey WHERE COALESCE(f.Version, 0) <> c.Version",
            "index row of version {0}, cycles of {1}"),
        ("SELECT d.CaseKey, d.Cycle, COUNT(*) FROM CaseDispatches AS d JOIN CaseCycles AS c ON c.CaseKey = d.CaseKey AND c.Cycle = d.Cycle WHERE c.Void = 1 AND d.Accepted = 0 AND d.Returned = 0 GROUP BY d.CaseKey, d.Cycle",
            "cycle {0} ended, {1} dispatches wait for an answer"),
        ("SELECT d.CaseKey, d.Cycle, COUNT(*) FROM CaseDispatches AS d LEFT JOIN CaseCycles AS c ON c.CaseKey = d.CaseKey AND c.Cycle = d.Cycle WHERE c.CaseKey IS NULL GROUP BY d.CaseKey, d.Cycle",
            "{1} dispatches of a cycle {0} that there isn't"),
        ("SELECT p.CaseKey, p.Cycle, COUNT(*) FROM CaseParticipations AS p LEFT JOIN CaseCycles AS c ON c.CaseKey = p.CaseKey AND c.Cycle = p.Cycle WHERE c.CaseKey IS NULL GROUP BY p.CaseKey, p.Cycle",
            "{1} participations in a cycle {0} that there isn't"),
        ("SELECT y.YearKey, y.Version, COALESCE(s.Version, 0) FROM AgencyYears AS y LEFT JOIN (SELECT YearKey, MIN(Version) AS Version FROM AgencyYearServed GROUP BY YearKey) AS s ON s.YearKey = y.YearKey WHERE COALESCE(s.Version, 0) <> y.Version",
            "index row of version {0}, townships of {1}"),
        ("SELECT s.YearKey, s.Version, 0 FROM AgencyYearServed AS s LEFT JOIN AgencyYears AS y ON y.YearKey = s.YearKey WHERE y.YearKey IS NULL",
            "a township of version {0} without its year"),
        ("SELECT a.Subject, a.Version, COALESCE(t.Version, 0) FROM Agencies AS a LEFT JOIN (SELECT Agency, MIN(Version) AS Version FROM AgencyTownships GROUP BY Agency) AS t ON t.Agency = a.Code WHERE COALESCE(t.Version, 0) <> a.Version",
            "index row of version {0}, townships of {1}"),
        ("SELECT c.ConsultationKey, c.Version, COALESCE(m.Version, 0) FROM Consultations AS c LEFT JOIN (SELECT ConsultationKey, MIN(Version) AS Version FROM ConsultationCommunities GROUP BY ConsultationKey) AS m ON m.ConsultationKey = c.ConsultationKey WHERE COALESCE(m.Version, 0) <> c.Version",
            "index row of version {0}, communities of {1}"),
        ("SELECT m.ConsultationKey, m.Version, 0 FROM ConsultationCommunities AS m LEFT JOIN Consultations AS c ON c.ConsultationKey = m.ConsultationKey WHERE c.ConsultationKey IS NULL",
            "a community of version {0} without its consultation"),
        // A former round's notice keeps the version that wrote it; all others lie there with their consultation's.
        ("SELECT c.ConsultationKey, c.Papers, COALESCE(p.Held, 0) FROM Consultations AS c LEFT JOIN (SELECT ConsultationKey, Version, COUNT(*) AS Held FROM ConsultationPapers GROUP BY ConsultationKey, Version) AS p ON p.ConsultationKey = c.ConsultationKey AND p.Version = c.Version WHERE COALESCE(p.Held, 0) <> c.Papers",
            "{0} documents published, {1} listed"),
        ("SELECT p.ConsultationKey, p.Version, COALESCE(c.Version, 0) FROM ConsultationPapers AS p LEFT JOIN Consultations AS c ON c.ConsultationKey = p.ConsultationKey WHERE p.Version > COALESCE(c.Version, 0)",
            "a document of version {0}, index row of {1}"),
        ("SELECT l.Subject, l.Entries, COALESCE(o.Held, 0) FROM OpinionLedgers AS l LEFT JOIN (SELECT Community, COUNT(*) AS Held FROM Opinions GROUP BY Community) AS o ON o.Community = l.Community WHERE COALESCE(o.Held, 0) <> l.Entries",
            "{0} opinions entered, {1} listed"),
        ("SELECT f.Subject, f.Records, COALESCE(r.Held, 0) FROM SupportFiles AS f LEFT JOIN (SELECT Unit, COUNT(*) AS Held FROM SupportRecords GROUP BY Unit) AS r ON r.Unit = f.Unit WHERE COALESCE(r.Held, 0) <> f.Records",
            "{0} support records made, {1} listed"),
        ("SELECT a.Subject, a.Matters, COALESCE(m.Held, 0) FROM AgencyPosts AS a LEFT JOIN (SELECT Subject, Version, COUNT(*) AS Held FROM PostMatters GROUP BY Subject, Version) AS m ON m.Subject = a.Subject AND m.Version = a.Version WHERE COALESCE(m.Held, 0) <> a.Matters",
            "{0} matters of people decisions, {1} listed"),
        ("SELECT f.Subject, f.Obligations, COALESCE(o.Held, 0) FROM UnitFilings AS f LEFT JOIN (SELECT Subject, Version, COUNT(*) AS Held FROM FilingObligations GROUP BY Subject, Version) AS o ON o.Subject = f.Subject AND o.Version = f.Version WHERE COALESCE(o.Held, 0) <> f.Obligations",
            "{0} obligations on file, {1} listed"),
        ("SELECT Subject, Version, 0 FROM Unpublished", "the mark of version {0} still stands"),
    ];

    public async IAsyncEnumerable<string> Find([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (text, message) in Checks)
        {
            await foreach (var difference in database.Stream(
                new SqlStatement(text),
                r => $"{r.GetString(0)}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, message, r.GetInt64(1), r.GetInt64(2))}",
                cancel))
                yield return difference;
        }
    }
}
