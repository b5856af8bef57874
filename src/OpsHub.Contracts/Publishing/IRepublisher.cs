namespace OpsHub.Contracts.Publishing;

/// <summary>A subject that could not be published, for the operator's list (发布失败).</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextTry">When it is tried next.</param>
/// <param name="Error">What went wrong last.</param>
public sealed record FailingSubject(string Subject, int Attempts, DateTimeOffset NextTry, string Error);

/// <summary>Publishes again what was written but not published (补发布).</summary>
public interface IRepublisher
{
    /// <summary>Publishes every marked subject once, a bounded number at a time, until no mark is left but those that fail; before the hub is ready.</summary>
    Task<int> Drain(IProgress<int>? progress = null, CancellationToken cancel = default);

    /// <summary>Subjects that failed and back off.</summary>
    IReadOnlyList<FailingSubject> Failing { get; }
}
