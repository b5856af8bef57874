using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Relay;

/// <summary>Subjects as they lie in storage: those of a page are one question and wake no grain.
/// As fresh as a reply: what was acknowledged was written before, so nothing of it is missing here. A step that its grain is just deciding is told by the next question.</summary>
internal sealed class StoredSubjects(IStoredStates states, IRuleBook rules)
{
    /// <summary>Those that were begun, by key.</summary>
    /// <param name="keys">Grain keys.</param>
    /// <param name="view">A view of key, state, length and head of its trace.</param>
    /// <param name="book">By which rules a state goes.</param>
    public async Task<IReadOnlyDictionary<string, TView>> Read<TState, TView>(
        IReadOnlyCollection<string> keys, Func<string, TState, long, string, TView> view, Func<TState, (UnitCode City, int Version)> book)
        where TState : class
    {
        var found = (await states.ByKey(keys).ConfigureAwait(false)).Select(s => (s.Key, Document: Document<TState>.Of(s))).Where(s => s.Document is not null).ToList();
        // As its grain does when it wakes: what may be done is judged by the version that each began with.
        foreach (var city in found.Select(s => book(s.Document!.State!)).GroupBy(b => b.City, b => b.Version))
            await rules.Know(city.Max(), city.Key).ConfigureAwait(false);
        return found.ToDictionary(s => s.Key, s => view(s.Key, s.Document!.State!, s.Document.Trace!.Length, s.Document.Trace.Head), StringComparer.Ordinal);
    }

    // Without the entries, which StoredTraces reads where they are asked for.
    private sealed record Document<TState>
        where TState : class
    {
        public TState? State { get; init; }

        public Chain? Trace { get; init; }

        public static Document<TState>? Of(StoredState stored) =>
            !stored.Payload.IsEmpty && JsonSerializer.Deserialize<Document<TState>>(stored.Payload.Span, DomainSerialization.Options) is { State: not null, Trace: not null } read ? read : null;
    }

    private sealed record Chain(long Length, string Head);
}
