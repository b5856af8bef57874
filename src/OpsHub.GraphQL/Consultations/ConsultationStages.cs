using System.Reflection;
using System.Text.Json.Serialization;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Stages in entries of consultations' traces: an entry tells by its event whose it is.</summary>
internal static class ConsultationStages
{
    private static readonly HashSet<string> Events =
        [.. typeof(ConsultationEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.TypeDiscriminator).OfType<string>()];

    public static bool IsOne(TraceEntry entry) => Events.Contains(entry.Event);

    public static object? Of(TraceEntry entry, string? stage) => stage is not null && IsOne(entry) ? Enum.Parse<ConsultationStage>(stage) : null;
}
