using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;
using OpsHub.Storage.States;

namespace OpsHub.Storage.Assessments;

/// <summary>The statements that keep an agency's year and the townships that it serves, within its publication.</summary>
internal static class AgencyYearSql
{
    private const string Upsert = $"""
        INSERT INTO AgencyYears (YearKey, Version, Agency, Year, Department, Host, Stage, DueAt, SharedTownship, SharedDepartment, Content)
        SELECT @Subject, @Version, @Agency, @Year, @Department, @Host, @Stage, @DueAt, @SharedTownship, @SharedDepartment, @Content {PublicationSql.Newer}
        ON CONFLICT (YearKey) DO UPDATE SET Version = excluded.Version, Department = excluded.Department, Host = excluded.Host, Stage = excluded.Stage, DueAt = excluded.DueAt,
          SharedTownship = excluded.SharedTownship, SharedDepartment = excluded.SharedDepartment, Content = excluded.Content
        WHERE AgencyYears.Version < excluded.Version
        """;

    private const string DropServed = "DELETE FROM AgencyYearServed WHERE YearKey = @Subject AND Version < @Version";

    private const string AddServed = $"""
        INSERT INTO AgencyYearServed (YearKey, Township, Year, Version)
        SELECT @Subject, @Township, @Year, @Version {PublicationSql.Newer}
        ON CONFLICT DO NOTHING
        """;

    /// <summary>What a cleared year leaves behind: nothing but its snapshots.</summary>
    public static readonly string[] Tombstones = ["DELETE FROM AgencyYears WHERE YearKey = @Subject AND Version < @Version", DropServed];

    public static IEnumerable<SqlStatement> Of(AgencyYearRow row)
    {
        (string, object?)[] subject = [("@Subject", row.Key), ("@Version", row.Version), ("@Year", (long)row.Year)];
        return
        [
            new(Upsert,
            [
                .. subject, ("@Agency", row.Agency.Value), ("@Department", row.Department.Value), ("@Host", row.Host.Value), ("@Stage", (long)row.Stage),
                ("@DueAt", row.DueAt?.UtcTicks ?? Columns.Never), ("@SharedTownship", Shared(row, ShareTarget.Township)), ("@SharedDepartment", Shared(row, ShareTarget.Department)),
                ("@Content", JsonSerializer.Serialize(row, StateSerializer.Options)),
            ]),
            new(DropServed, ("@Subject", row.Key), ("@Version", row.Version)),
            .. row.Weights.Keys.Select(township => new SqlStatement(AddServed, [.. subject, ("@Township", township.Value)])),
        ];
    }

    private static long? Shared(AgencyYearRow row, ShareTarget target) => row.SharedAt.TryGetValue(target, out var at) ? at.UtcTicks : null;
}
