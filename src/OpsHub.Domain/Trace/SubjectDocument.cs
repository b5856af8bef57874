namespace OpsHub.Domain.Trace;

/// <summary>What is stored of a subject: its state and its trace in one row, so that they cannot disagree.</summary>
/// <typeparam name="TState">The subject's state.</typeparam>
public sealed record SubjectDocument<TState>
    where TState : class
{
    /// <summary>The newest form of stored documents. Readers accept the one before.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Form of this document.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The state, null before the first event.</summary>
    public TState? State { get; init; }

    /// <summary>The trace.</summary>
    public TraceChain Trace { get; init; } = TraceChain.Empty;
}
