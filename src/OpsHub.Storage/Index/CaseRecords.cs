using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Index;

/// <summary>Between a case row and its record.</summary>
internal static class CaseRecords
{
    public static CaseRecord Of(CaseRow row)
    {
        var c = row.Contribution;
        return new CaseRecord
        {
            CaseKey = row.Key,
            Version = row.Version,
            Number = row.Number,
            Stage = (long)row.Stage,
            Category = row.Category,
            Title = row.Title,
            Grid = row.Grid.Value,
            Community = row.Community.Value,
            Township = row.Township.Value,
            County = row.County.Value,
            City = row.City.Value,
            Holder = row.Holder.Value,
            HolderSince = Columns.Ticks(row.HolderSince),
            Lead = row.Lead?.Value,
            Assists = Columns.Codes(row.Assists),
            ReportedAt = Columns.Ticks(row.ReportedAt),
            ClosedAt = row.ClosedAt?.UtcTicks,
            DueAt = row.DueAt?.UtcTicks ?? Columns.Never,
            Priority = row.Priority,
            Returns = row.Returns,
            Escalation = row.Escalation,
            ChangedAt = Columns.Ticks(row.ChangedAt),
            CountedStage = (long)c.Stage,
            Class = c.Category,
            ReportedHour = c.ReportedHour,
            ClosedHour = c.ClosedHour,
            DueMinute = c.DueMinute,
            HandlingDueDay = c.HandlingDueDay,
            FedBack = Columns.Flag(c.FedBack),
            OnTime = c.OnTime is { } kept ? Columns.Flag(kept) : null,
            Emergency = Columns.Flag(c.Emergency),
            UrgedLevel = c.UrgedLevel,
            Reopened = Columns.Flag(c.Reopened),
            Provisional = Columns.Flag(c.Provisional),
            CountedUntil = CountedUntil.Of(c),
        };
    }

    public static CaseRow ToRow(CaseRecord r) => new()
    {
        Key = r.CaseKey,
        Version = r.Version,
        Number = r.Number,
        Stage = (CaseStage)r.Stage,
        Category = r.Category,
        Title = r.Title,
        Grid = new UnitCode(r.Grid),
        Community = new UnitCode(r.Community),
        Township = new UnitCode(r.Township),
        County = new UnitCode(r.County),
        City = new UnitCode(r.City),
        Holder = new OrganCode(r.Holder),
        HolderSince = Columns.Instant(r.HolderSince),
        Lead = r.Lead is null ? null : new OrganCode(r.Lead),
        Assists = Columns.Organs(r.Assists),
        ReportedAt = Columns.Instant(r.ReportedAt),
        ClosedAt = r.ClosedAt is { } closed ? Columns.Instant(closed) : null,
        DueAt = r.DueAt == Columns.Never ? null : Columns.Instant(r.DueAt),
        Priority = (int)r.Priority,
        Returns = (int)r.Returns,
        Escalation = (int)r.Escalation,
        ChangedAt = Columns.Instant(r.ChangedAt),
        Contribution = ToContribution(r),
    };

    public static CaseContribution ToContribution(CaseRecord r) => new(
        (CaseStage)r.CountedStage, r.Class, r.ReportedHour, r.ClosedHour, r.DueMinute, r.HandlingDueDay, r.FedBack != 0,
        r.OnTime is { } kept ? kept != 0 : null, r.Emergency != 0, (int)r.UrgedLevel, r.Reopened != 0, r.Provisional != 0);
}
