using System.Reflection;
using System.Text.Json.Serialization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Stages in entries of years' traces: an entry tells by its event whose it is.</summary>
internal static class YearStages
{
    private static readonly HashSet<string> Events =
        [.. typeof(AgencyYearEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.TypeDiscriminator).OfType<string>()];

    public static bool IsOne(TraceEntry entry) => Events.Contains(entry.Event);

    public static object? Of(TraceEntry entry, string? stage) => stage is not null && IsOne(entry) ? Enum.Parse<AgencyYearStage>(stage) : null;
}
