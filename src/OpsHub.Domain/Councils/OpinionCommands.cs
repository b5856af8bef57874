using System.Text.Json.Serialization;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>A command to an opinion ledger.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(EnterOpinion), nameof(EnterOpinion))]
[JsonDerivedType(typeof(LinkOpinion), nameof(LinkOpinion))]
[JsonDerivedType(typeof(RecordHouseholdVisits), nameof(RecordHouseholdVisits))]
public abstract record OpinionCommand;

/// <summary>Enter an opinion (登记意见). C032.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Kind">Kind of body that gave it, where known.</param>
/// <param name="Text">What it says, 1-2,000 characters.</param>
/// <param name="On">Day on which it was given; null for today.</param>
/// <param name="Ticket">Number of a 12345 ticket, or null.</param>
public sealed record EnterOpinion(OpinionSource Source, ParticipantKind? Kind, string Text, DateOnly? On = null, string? Ticket = null) : OpinionCommand;

/// <summary>Put an entry into a consultation (关联协商).</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Consultation">Grain key of the consultation.</param>
public sealed record LinkOpinion(string Entry, string Consultation) : OpinionCommand;

/// <summary>Record a round of household visits (记录入户走访). C068.</summary>
/// <param name="On">The day; null for today.</param>
/// <param name="Households">Households visited, 1-10,000: a count, no list.</param>
public sealed record RecordHouseholdVisits(DateOnly? On, int Households) : OpinionCommand;

/// <summary>Something that happened to an opinion ledger.</summary>
/// <param name="Community">Whose ledger.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(OpinionEntered), nameof(OpinionEntered))]
[JsonDerivedType(typeof(OpinionLinked), nameof(OpinionLinked))]
[JsonDerivedType(typeof(HouseholdsVisited), nameof(HouseholdsVisited))]
public abstract record OpinionEvent(UnitCode Community);

/// <summary>An opinion was entered (意见已登记). C032.</summary>
public sealed record OpinionEntered(UnitCode Community, OpinionEntry Entry) : OpinionEvent(Community);

/// <summary>An entry went into a consultation (意见已关联).</summary>
/// <param name="Community">Whose ledger.</param>
/// <param name="Link">Entry and consultation.</param>
/// <param name="At">When.</param>
/// <param name="First">Its first consultation.</param>
public sealed record OpinionLinked(UnitCode Community, OpinionLink Link, DateTimeOffset At, bool First) : OpinionEvent(Community);

/// <summary>Households were visited (已入户走访). C068.</summary>
public sealed record HouseholdsVisited(UnitCode Community, DateOnly On, int Households) : OpinionEvent(Community);
