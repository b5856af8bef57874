namespace OpsHub.Host.Replay;

/// <summary>What is replayed and how its types map to categories.</summary>
/// <param name="Cases">CSV of cases, gzipped or not.</param>
/// <param name="Types">CSV that maps types to categories.</param>
internal sealed record ReplayFiles(string Cases, string Types);
