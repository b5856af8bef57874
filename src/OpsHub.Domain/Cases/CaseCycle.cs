using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Cases;

/// <summary>One run of a case through the loop (办理轮次): from its report, or from a reopening, until it is closed. What indicators need of it
/// and its terms do not tell; folded from events, so that nobody types an indicator in. G024.</summary>
/// <param name="Number">1 for the report's own, one more for every reopening.</param>
/// <param name="StartedAt">When it was reported or reopened.</param>
public sealed record CaseCycle(int Number, DateTimeOffset StartedAt)
{
    /// <summary>When the result was fed back; null before, and again after a failed verification.</summary>
    public DateTimeOffset? FedBackAt { get; init; }

    /// <summary>Whether that kept the handling term; null as above.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Ids of the accept terms that ended in a return (退单).</summary>
    public ImmutableList<string> Returned { get; init; } = [];

    /// <summary>Failed verifications (返工).</summary>
    public int Reworks { get; init; }

    /// <summary>When it was closed; null while open, and where it was declined, merged or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>True when the case was reopened after this cycle had closed (重启).</summary>
    public bool Reopened { get; init; }

    /// <summary>Urgings (催办、督办).</summary>
    public int Urges { get; init; }

    /// <summary>Evaluations (评价): how many.</summary>
    public int Evaluations { get; init; }

    /// <summary>Sum of their scores of 1-5. G048.</summary>
    public int ScoreSum { get; init; }

    /// <summary>Closed at the first go (一次办结): nothing returned, nothing reworked, not reopened.</summary>
    [JsonIgnore]
    public bool IsFirstTime => ClosedAt is not null && Returned.IsEmpty && Reworks == 0 && !Reopened;
}
