using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>Bytes ready to be sent. Only good ones are shared.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, bool MayBeShared);

/// <summary>What two callers must have in common to be given one answer.</summary>
internal sealed record SharedKey(string Query, string? OperationName, string Variables, AnswerKind Kind, string Scope);

/// <summary>
/// One execution for all callers of a scope who ask the same live question within a moment. An answer is as old as the
/// start of its execution, so nobody is given, or waits for, one that began longer ago than that moment.
/// </summary>
internal sealed class SharedAnswers(TimeProvider clock, IOptions<GraphQLLimits> limits)
{
    private const int SweepAt = 256;
    private readonly ConcurrentDictionary<SharedKey, Shared> _answers = new();

    public int Count => _answers.Count;

    public async Task<Answer> GetAsync(SharedKey key, Func<Task<Answer>> execute, CancellationToken cancel)
    {
        var window = limits.Value.SharedFor;
        if (window == TimeSpan.Zero)
            return await execute().ConfigureAwait(false);
        if (_answers.TryGetValue(key, out var known) && clock.GetElapsedTime(known.Started) < window)
        {
            var shared = await known.Answer.Task.WaitAsync(cancel).ConfigureAwait(false);
            // One caller's failure is not handed to others: each finds out for itself.
            return shared is { MayBeShared: true } ? shared : await execute().ConfigureAwait(false);
        }
        var mine = new Shared(clock.GetTimestamp());
        var leads = known is null ? _answers.TryAdd(key, mine) : _answers.TryUpdate(key, mine, known);
        if (!leads)
            return await GetAsync(key, execute, cancel).ConfigureAwait(false);
        Sweep(window);
        return await LeadAsync(key, mine, execute).ConfigureAwait(false);
    }

    private async Task<Answer> LeadAsync(SharedKey key, Shared mine, Func<Task<Answer>> execute)
    {
        Answer? answer = null;
        try
        {
            answer = await execute().ConfigureAwait(false);
            return answer;
        }
        finally
        {
            if (answer is not { MayBeShared: true })
                _answers.TryRemove(new(key, mine));
            mine.Answer.TrySetResult(answer);
        }
    }

    private void Sweep(TimeSpan window)
    {
        if (_answers.Count < SweepAt)
            return;
        foreach (var old in _answers.Where(a => clock.GetElapsedTime(a.Value.Started) >= window))
            _answers.TryRemove(old);
    }

    private sealed class Shared(long started)
    {
        public long Started => started;

        public TaskCompletionSource<Answer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
