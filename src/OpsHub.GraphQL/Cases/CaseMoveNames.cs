using OpsHub.Domain.Cases;

namespace OpsHub.GraphQL.Cases;

/// <summary>The mutation of each move: the command's name, as fields are written.</summary>
internal static class CaseMoveNames
{
    public static string Of(CaseMove move) => char.ToLowerInvariant(move.Command.Name[0]) + move.Command.Name[1..];
}
