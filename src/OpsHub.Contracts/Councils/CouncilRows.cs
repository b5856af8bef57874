using System.Collections.Immutable;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Councils;

/// <summary>What a ledger, a council or a support file publishes (议事会与台账索引行). One of the three rows, and what is new since it was published last.</summary>
public sealed record CouncilPublication
{
    /// <summary>The ledger's row.</summary>
    public LedgerRow? Ledger { get; init; }

    /// <summary>The council's row.</summary>
    public CouncilRow? Council { get; init; }

    /// <summary>The support file's row.</summary>
    public SupportFileRow? Support { get; init; }

    /// <summary>Entries and links of a ledger, in order; added once each.</summary>
    public ImmutableList<OpinionEvent> Opinions { get; init; } = [];

    /// <summary>Records and endings of a support file, in order; added once each.</summary>
    public ImmutableList<SupportEvent> Records { get; init; } = [];

    /// <summary>The version of the row.</summary>
    public long Version => Ledger?.Version ?? Council?.Version ?? Support?.Version ?? 0;
}

/// <summary>A ledger as coverage and cycles see it.</summary>
/// <param name="Community">Whose.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Count">Entries.</param>
/// <param name="LastVisit">Day of the newest household visit, or null.</param>
public sealed record LedgerRow(UnitCode Community, long Version, int Count, DateOnly? LastVisit);

/// <summary>A council as coverage and reminders see it.</summary>
/// <param name="Community">Whose.</param>
/// <param name="Version">Storage version.</param>
/// <param name="EstablishedOn">When established.</param>
/// <param name="TermEnd">Last day of its head's term, or null.</param>
public sealed record CouncilRow(UnitCode Community, long Version, DateOnly EstablishedOn, DateOnly? TermEnd);

/// <summary>A support file's row.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Count">Records.</param>
public sealed record SupportFileRow(UnitCode Unit, long Version, int Count);

/// <summary>An entry of a ledger as lists see it.</summary>
/// <param name="Community">Whose ledger.</param>
/// <param name="Entry">The entry, its text as it was written.</param>
/// <param name="Consultation">Grain key of the newest consultation that has it, or null.</param>
/// <param name="LinkedAt">When that was, or null.</param>
public sealed record OpinionRow(UnitCode Community, OpinionEntry Entry, string? Consultation, DateTimeOffset? LinkedAt);

/// <summary>A support record as lists see it.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Record">The record.</param>
/// <param name="EndedAt">When it was ended, or null.</param>
/// <param name="Reason">Why, or what was done; null while it stands.</param>
public sealed record SupportRecordRow(UnitCode Unit, SupportRecord Record, DateTimeOffset? EndedAt, string? Reason);

/// <summary>Mediations closed and not paid yet, of a post (以奖代补). C064.</summary>
/// <param name="Unit">Unit that recorded them.</param>
/// <param name="Post">Number of the post.</param>
/// <param name="Cases">How many are payable.</param>
public sealed record MediationAward(UnitCode Unit, string Post, int Cases);

/// <summary>A fixed day of consultation. C021.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="DayOfMonth">1-31.</param>
public sealed record FixedDay(UnitCode Unit, int DayOfMonth);
