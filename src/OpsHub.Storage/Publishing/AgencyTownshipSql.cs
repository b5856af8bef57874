using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Publishing;

/// <summary>The statements that keep the townships an agency serves, within the agency's own publication: whatever is found by them, such as people decisions, is found as the
/// agency stands, whoever wrote its own rows when.</summary>
internal static class AgencyTownshipSql
{
    public const string Drop = "DELETE FROM AgencyTownships WHERE Subject = @Subject AND Version < @Version";

    private const string Add = $"""
        INSERT INTO AgencyTownships (Township, Agency, Subject, Version) SELECT @Township, @Agency, @Subject, @Version {PublicationSql.Newer}
        ON CONFLICT DO NOTHING
        """;

    public static IEnumerable<SqlStatement> Of(AgencyRow agency, string subject) =>
    [
        new(Drop, ("@Subject", subject), ("@Version", agency.Version)),
        .. agency.Served.Select(t => new SqlStatement(Add, ("@Township", t.Value), ("@Agency", agency.Code.Value), ("@Subject", subject), ("@Version", agency.Version))),
    ];
}
