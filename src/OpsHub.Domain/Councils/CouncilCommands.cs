using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Councils;

/// <summary>A command to a council.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(EstablishCouncil), nameof(EstablishCouncil))]
[JsonDerivedType(typeof(SetCouncilHall), nameof(SetCouncilHall))]
[JsonDerivedType(typeof(SetCouncilMembers), nameof(SetCouncilMembers))]
[JsonDerivedType(typeof(NominateCouncilHead), nameof(NominateCouncilHead))]
[JsonDerivedType(typeof(OpenCouncilBallot), nameof(OpenCouncilBallot))]
[JsonDerivedType(typeof(CountCouncilBallots), nameof(CountCouncilBallots))]
public abstract record CouncilCommand;

/// <summary>Establish the council (成立议事会). C008.</summary>
/// <param name="On">The day, not in the future.</param>
/// <param name="Record">Reference of the record, 1-200 characters.</param>
public sealed record EstablishCouncil(DateOnly On, string Record) : CouncilCommand;

/// <summary>Set the hall (设立议事堂). C011.</summary>
public sealed record SetCouncilHall(VenueKind Venue, string Place) : CouncilCommand;

/// <summary>Set the members (确定成员构成). C010.</summary>
/// <param name="Members">Counts by class, each class once, 1-500 each.</param>
public sealed record SetCouncilMembers(ImmutableList<MemberCount> Members) : CouncilCommand;

/// <summary>Nominate candidates for the head (提名候选人). C009, C082.</summary>
/// <param name="Electorate">Who elects: the residents.</param>
/// <param name="Electors">How many are entitled to vote.</param>
/// <param name="Candidates">The other office of each candidate; the hub labels them A, B and so on.</param>
/// <param name="TermStart">First day of the term.</param>
/// <param name="TermEnd">Last day of the term.</param>
public sealed record NominateCouncilHead(Electorate Electorate, int Electors, ImmutableList<HeadOffice> Candidates, DateOnly TermStart, DateOnly TermEnd) : CouncilCommand;

/// <summary>Open the ballot, after a tie again (开始投票).</summary>
/// <param name="Secret">By secret ballot; an open one is refused. C009, C050.</param>
public sealed record OpenCouncilBallot(bool Secret) : CouncilCommand;

/// <summary>Count the ballots (计票). C009: most votes win; a tie is voted on again.</summary>
/// <param name="Tallies">Votes of each candidate, by label.</param>
/// <param name="Invalid">Invalid ballots.</param>
public sealed record CountCouncilBallots(ImmutableList<Tally> Tallies, int Invalid) : CouncilCommand;

/// <summary>Votes of a candidate (得票数).</summary>
public sealed record Tally(string Candidate, int Votes);
