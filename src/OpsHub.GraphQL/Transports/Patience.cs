namespace OpsHub.GraphQL.Transports;

/// <summary>How long a write may take: the stall time, and a second for each KiB, so that a thin line is not taken for a dead one.</summary>
internal static class Patience
{
    public static TimeSpan For(int bytes, GraphQLLimits limits) => limits.StallTimeout + TimeSpan.FromSeconds(bytes / 1_024);
}
