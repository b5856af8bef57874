using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>Span of work (办公时段) within a working day, from inclusive, to exclusive.</summary>
/// <param name="From">Local time it begins.</param>
/// <param name="To">Local time it ends.</param>
public readonly record struct WorkSpan(TimeOnly From, TimeOnly To);

/// <summary>
/// Working hours (工作时间) of a working day, local time. A parameter: the policy names none, so the default is assumed.
/// </summary>
/// <param name="Spans">The spans, ascending, not overlapping, none empty.</param>
public sealed record WorkingHours(ImmutableList<WorkSpan> Spans)
{
    /// <summary>The parameter's name where an answer rests on the assumed default.</summary>
    public const string Parameter = "WorkingHours";

    /// <summary>Assumed default: 09:00-12:00 and 13:00-18:00, eight hours.</summary>
    public static WorkingHours Default { get; } = new([new(new(9, 0), new(12, 0)), new(new(13, 0), new(18, 0))]);

    /// <summary>Whether these are the assumed default's spans. Lists compare by reference, so the spans are compared.</summary>
    [JsonIgnore]
    public bool IsDefault => Spans.SequenceEqual(Default.Spans);

    /// <summary>Whether the spans ascend, do not overlap and hold at least one minute each.</summary>
    public static bool AreValid(WorkingHours hours) =>
        !hours.Spans.IsEmpty
        && hours.Spans.TrueForAll(span => span.From < span.To)
        && hours.Spans.Zip(hours.Spans.Skip(1)).All(pair => pair.First.To <= pair.Second.From);

    /// <summary>The spans as people read them: 09:00-12:00, 13:00-18:00.</summary>
    public override string ToString() => string.Join(", ", Spans.Select(span => $"{span.From:HH\\:mm}-{span.To:HH\\:mm}"));
}
