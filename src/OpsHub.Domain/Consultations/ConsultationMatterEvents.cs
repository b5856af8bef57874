using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>Facts of the matter were added (已补充事项情况): nothing that stood is taken back. C007, C020, C030, T087.</summary>
/// <param name="At">When.</param>
/// <param name="Matter">All facts as they stand now.</param>
/// <param name="Reason">Why.</param>
public sealed record MatterFactsAdded(DateTimeOffset At, MatterFacts Matter, string Reason) : ConsultationEvent(At)
{
    /// <summary>The township leads from now on, as the facts ask (T087, resolution 56); null where the lead stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrganCode? Lead { get; init; }

    /// <summary>Another way that the facts call for, upon which the township decides; null where none does, or where it can't be changed any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsultationVariant? Proposed { get; init; }

    /// <summary>Duties that the facts lift: the report of a result for which a vote is owed now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Duty>? Duties { get; init; }

    /// <summary>The delegated matter's report, where there is no result to report any more; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DelegatedReport? Delegated { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C007";
}

/// <summary>The township did not decide in time on the way that opinions from elsewhere proposed (层级建议未按时答复): it goes on as it was, so that no opinion
/// holds it for ever. C013.</summary>
/// <param name="At">When.</param>
/// <param name="Answered">Communities whose opinions propose nothing any more.</param>
/// <param name="Duties">The council's time to take the topic, running anew.</param>
public sealed record ProposalLapsed(DateTimeOffset At, ImmutableSortedSet<UnitCode> Answered, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C013";
}

/// <summary>Milestones of a result from before they were duties became such (节点补列为义务). C056.</summary>
/// <param name="At">When.</param>
/// <param name="Duties">One for each milestone not reached.</param>
public sealed record MilestonesOwed(DateTimeOffset At, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C056";
}
