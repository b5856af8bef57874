using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Surveys;
using OpsHub.Storage.Database;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Surveys;

/// <summary>The statements that keep a survey's row, within its publication. A closed round's sums go with it: its trace has those that may be kept.</summary>
internal static class SurveySql
{
    /// <summary>What a cleared survey leaves behind.</summary>
    public const string Tombstone = "DELETE FROM Surveys WHERE Subject = @Subject AND Version < @Version";

    private const string Upsert = $"""
        INSERT INTO Surveys (Subject, Version, Agency, Year, Township, Host, County, City, Round, Stage, OpensAt, ClosesAt, Least, Length, Document)
        SELECT @Subject, @Version, @Agency, @Year, @Township, @Host, @County, @City, @Round, @Stage, @OpensAt, @ClosesAt, @Least, @Length, @Document {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, County = excluded.County, City = excluded.City, Host = excluded.Host, Round = excluded.Round, Stage = excluded.Stage,
          OpensAt = excluded.OpensAt, ClosesAt = excluded.ClosesAt, Least = excluded.Least, Length = excluded.Length, Document = excluded.Document
        WHERE Surveys.Version < excluded.Version
        """;

    private const string ForgetSums = "DELETE FROM SurveyTallies WHERE Survey = @Subject AND Round <= @Through";

    private const string ForgetTokens = "DELETE FROM SurveyTokens WHERE Survey = @Subject AND Round <= @Through";

    public static IEnumerable<SqlStatement> Of(Publication p)
    {
        if (p.Survey is not { State: var s } row)
            yield break;
        yield return new(Upsert,
            ("@Subject", p.Subject), ("@Version", p.Version), ("@Agency", s.Agency.Value), ("@Year", (long)s.Year), ("@Township", s.Township.Value), ("@Host", s.Host.Value),
            ("@County", row.County.Value), ("@City", row.City.Value), ("@Round", (long)s.Round), ("@Stage", (long)s.Stage), ("@OpensAt", s.OpensAt.UtcTicks), ("@ClosesAt", s.ClosesAt.UtcTicks),
            ("@Least", (long)s.Least), ("@Length", row.Length), ("@Document", JsonSerializer.Serialize(s, DomainSerialization.Options)));
        // The state that says so is durable by now. Unused tokens stay until the result is handed on, so that who comes late is told that it is over.
        yield return new(ForgetSums, ("@Subject", p.Subject), ("@Through", (long)(s.IsClosed ? s.Round : s.Round - 1)));
        yield return new(ForgetTokens, ("@Subject", p.Subject), ("@Through", (long)(s.Stage == SurveyStage.Delivered ? s.Round : s.Round - 1)));
    }
}
