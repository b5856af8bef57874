using OpsHub.Domain.Consultations;

namespace OpsHub.GraphQL.Consultations;

/// <summary>The mutation of each command: its name as fields are written, but where that alone would not say what it is about.</summary>
internal static class ConsultationMoveNames
{
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        [nameof(AddOpinion)] = "addConsultationOpinion",
        [nameof(Announce)] = "announceResult",
        [nameof(Conclude)] = "concludeConsultation",
        [nameof(Shelve)] = "shelveConsultation",
        [nameof(CloseFailed)] = "closeFailedConsultation",
        [nameof(ReportUp)] = "reportResultUp",
    };

    public static string Of(Type command) => Named.GetValueOrDefault(command.Name) ?? char.ToLowerInvariant(command.Name[0]) + command.Name[1..];
}
