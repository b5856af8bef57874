using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Indicators;

/// <summary>What indicators count of one cycle of a case (指标事实). Derived from its trace; days are local ones.</summary>
public sealed record CycleFacts
{
    /// <summary>Number of the cycle, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>Day on which it was reported or reopened.</summary>
    public required DateOnly StartedDay { get; init; }

    /// <summary>Ended without being closed: declined, merged, withdrawn.</summary>
    public bool Void { get; init; }

    /// <summary>Until when it was to be accepted; null for a reopened cycle, which is accepted already.</summary>
    public DateTimeOffset? AcceptBy { get; init; }

    /// <summary>It was accepted (受理).</summary>
    public bool Accepted { get; init; }

    /// <summary>It was accepted within the term.</summary>
    public bool AcceptedOnTime { get; init; }

    /// <summary>Lead organ of the newest dispatch; null before, and while that was returned and not sent on.</summary>
    public OrganCode? Lead { get; init; }

    /// <summary>Due of the handling term; null before dispatch.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The handling term is suspended (中止).</summary>
    public bool Suspended { get; init; }

    /// <summary>Whether feedback kept the handling term; null while there is none that stands.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Returns (退单).</summary>
    public int Returns { get; init; }

    /// <summary>Failed verifications (返工).</summary>
    public int Reworks { get; init; }

    /// <summary>Day on which it was closed; null while open.</summary>
    public DateOnly? ClosedDay { get; init; }

    /// <summary>Reopened afterwards.</summary>
    public bool Reopened { get; init; }

    /// <summary>Urgings.</summary>
    public int Urges { get; init; }

    /// <summary>Evaluations.</summary>
    public int Evaluations { get; init; }

    /// <summary>Sum of their scores, 1-5 each.</summary>
    public int ScoreSum { get; init; }

    /// <summary>Full minutes from the first dispatch to the last feedback within working hours, without suspensions; null until it is closed.</summary>
    public long? WorkMinutes { get; init; }

    /// <summary>The same by day and night.</summary>
    public long? ElapsedMinutes { get; init; }

    /// <summary>Dispatches to lead organs, in order.</summary>
    public ImmutableList<DispatchFacts> Dispatches { get; init; } = [];

    /// <summary>Urges and coordination meetings by organ and day, in that order.</summary>
    public ImmutableList<ParticipationFacts> Participations { get; init; } = [];
}

/// <summary>How an organ took part in a cycle on one day (参与情况): what its assessment counts. A004, T022.</summary>
/// <param name="Organ">The organ.</param>
/// <param name="Day">Day of the urge, or on which the meeting was held.</param>
/// <param name="Urges">Urges to it (被催办督办).</param>
/// <param name="MeetingsCalled">Coordination meetings that it was called to (应到协调会).</param>
/// <param name="MeetingsAttended">Of those, attended (实到).</param>
public sealed record ParticipationFacts(OrganCode Organ, DateOnly Day, int Urges, int MeetingsCalled, int MeetingsAttended);

/// <summary>What indicators count of one dispatch to a lead organ (派单). A023, G050.</summary>
/// <param name="Term">Id of its accept term.</param>
/// <param name="Organ">The lead organ.</param>
/// <param name="Day">Day of the dispatch.</param>
/// <param name="AcceptBy">Until when it was to be answered.</param>
/// <param name="Accepted">The organ accepted it (接单).</param>
/// <param name="Returned">The organ returned it (退单).</param>
/// <param name="InTime">It did so within the term.</param>
public sealed record DispatchFacts(string Term, OrganCode Organ, DateOnly Day, DateTimeOffset AcceptBy, bool Accepted, bool Returned, bool InTime);
