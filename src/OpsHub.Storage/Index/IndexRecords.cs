using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Index;

/// <summary>A row of table CaseParties.</summary>
internal sealed class PartyRecord
{
    public required string Organ { get; init; }
    public required string CaseKey { get; init; }
    public required long Version { get; init; }
}

/// <summary>A row of table CaseWaits.</summary>
internal sealed class WaitRecord
{
    public required string Organ { get; init; }
    public required string CaseKey { get; init; }
    public required long Version { get; init; }
}

/// <summary>A row of table Units.</summary>
internal sealed class UnitRecord
{
    public required string Code { get; init; }
    public required long Version { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string? Parent { get; init; }
    public required long EffectiveFrom { get; init; }
    public required long? EndedOn { get; init; }
    public required string? MergedInto { get; init; }
    public required long Generated { get; init; }
    public required string Subject { get; init; }

    public UnitRow ToRow() => new(
        new UnitCode(Code), Version, Kind, Name, Parent is null ? null : new UnitCode(Parent), DateOnly.FromDayNumber((int)EffectiveFrom),
        EndedOn is { } day ? DateOnly.FromDayNumber((int)day) : null, MergedInto is null ? null : new UnitCode(MergedInto), Generated != 0);
}

/// <summary>A row of table Agencies.</summary>
internal sealed class AgencyRecord
{
    public required string Code { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }
    public required string Department { get; init; }
    public required string Host { get; init; }
    public required string Served { get; init; }
    public required long Generated { get; init; }
    public required string Powers { get; init; }
    public required string Subject { get; init; }

    public AgencyRow ToRow() => new(
        new OrganCode(Code), Version, Name, new OrganCode(Department), new UnitCode(Host), Columns.Units(Served), Generated != 0)
    {
        Powers = Columns.Texts(Powers),
    };
}

/// <summary>A row of table CaseEvents.</summary>
internal sealed class EventRecord
{
    public required long Position { get; init; }
    public required string CaseKey { get; init; }
    public required long Sequence { get; init; }
    public required string Number { get; init; }
    public required long At { get; init; }
    public required string Event { get; init; }
    public required long Stage { get; init; }
    public required string Category { get; init; }
    public required string Grid { get; init; }
    public required string Community { get; init; }
    public required string Township { get; init; }
    public required string County { get; init; }
    public required string City { get; init; }
    public required string Organ { get; init; }

    public CaseEventRow ToRow() => new(
        CaseKey, Sequence, Number, Columns.Instant(At), Event, (CaseStage)Stage, Category, new UnitCode(Grid), new OrganCode(Organ));
}

/// <summary>A row of table SummaryHistory.</summary>
internal sealed class HistoryRecord
{
    public required string Unit { get; init; }
    public required long Hour { get; init; }
    public required long OpenCases { get; init; }
    public required long Overdue { get; init; }
    public required long DueToday { get; init; }
    public required long ReportedToday { get; init; }
    public required long ClosedToday { get; init; }

    public HistoryPoint ToPoint() => new((int)OpenCases, (int)Overdue, (int)DueToday, (int)ReportedToday, (int)ClosedToday);
}
