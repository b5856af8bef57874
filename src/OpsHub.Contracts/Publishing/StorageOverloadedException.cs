namespace OpsHub.Contracts.Publishing;

/// <summary>The database would not have answered a write within a second, so it was not taken (存储繁忙). Nothing was written; answered as <c>RETRY_LATER</c>.</summary>
/// <param name="message">How long the wait would have been.</param>
public sealed class StorageOverloadedException(string message) : Exception(message);
