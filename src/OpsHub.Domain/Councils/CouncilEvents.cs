using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>Something that happened to a council.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CouncilEstablished), nameof(CouncilEstablished))]
[JsonDerivedType(typeof(HallSet), nameof(HallSet))]
[JsonDerivedType(typeof(MembersSet), nameof(MembersSet))]
[JsonDerivedType(typeof(HeadNominated), nameof(HeadNominated))]
[JsonDerivedType(typeof(BallotOpened), nameof(BallotOpened))]
[JsonDerivedType(typeof(BallotsCounted), nameof(BallotsCounted))]
[JsonDerivedType(typeof(HeadElected), nameof(HeadElected))]
[JsonDerivedType(typeof(ElectionTied), nameof(ElectionTied))]
public abstract record CouncilEvent;

/// <summary>The council was established (已成立).</summary>
public sealed record CouncilEstablished(UnitCode Community, DateOnly On, string Record) : CouncilEvent;

/// <summary>The hall was set (议事堂已设立).</summary>
public sealed record HallSet(CouncilHall Hall) : CouncilEvent;

/// <summary>The members were set (成员已确定).</summary>
public sealed record MembersSet(ImmutableList<MemberCount> Members) : CouncilEvent;

/// <summary>Candidates were nominated (已提名).</summary>
public sealed record HeadNominated(CouncilElection Election) : CouncilEvent;

/// <summary>The secret ballot was opened (已开始投票).</summary>
public sealed record BallotOpened(int Round, ImmutableList<Candidate> Candidates) : CouncilEvent;

/// <summary>The ballots were counted (已计票).</summary>
public sealed record BallotsCounted(ImmutableList<Candidate> Candidates, int Invalid) : CouncilEvent;

/// <summary>The head was elected (已当选).</summary>
public sealed record HeadElected(string Label, CouncilHead Head) : CouncilEvent;

/// <summary>There was a tie (得票相同).</summary>
public sealed record ElectionTied(ImmutableList<string> Labels) : CouncilEvent;
