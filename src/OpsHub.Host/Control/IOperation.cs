namespace OpsHub.Host.Control;

/// <summary>What a verb does, wherever it runs: inside the running hub, or in the verb's own process while no hub runs.</summary>
/// <typeparam name="TRequest">What it is asked; travels as JSON.</typeparam>
internal interface IOperation<in TRequest>
    where TRequest : notnull
{
    /// <summary>Does it; the process's exit code.</summary>
    Task<int> Run(TRequest request, IOperationOutput output, CancellationToken cancel);
}

/// <summary>What an operation tells whoever asked.</summary>
internal interface IOperationOutput
{
    /// <summary>A line of the result, for standard output.</summary>
    void Line(string text);

    /// <summary>A remark or a complaint, for standard error.</summary>
    void Note(string text);

    /// <summary>How far it has come; <paramref name="of"/> is 0 where the total isn't known.</summary>
    void Progress(int done, int of);
}

/// <summary>One message of an operation on the socket; one JSON object a line, the last one carries the exit code.</summary>
internal sealed record OperationMessage(string? Line = null, string? Note = null, int? Done = null, int? Of = null, int? Exit = null);
