using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Consultations as they lie in storage: a page of a list is one question and wakes no grain.
/// What was acknowledged was written before, so nothing of it is missing here.</summary>
internal sealed class StoredConsultations(IStoredStates states, IRuleBook rules)
{
    /// <summary>Those that were begun, by key.</summary>
    public async Task<IReadOnlyDictionary<string, ConsultationView>> Read(IReadOnlyCollection<string> keys)
    {
        var views = (await states.ByKey(keys).ConfigureAwait(false)).Select(View).OfType<ConsultationView>().ToDictionary(v => v.Key, StringComparer.Ordinal);
        // As its grain does when it wakes: what may be done is judged by the version that each began with.
        foreach (var city in views.Values.GroupBy(v => v.State.Place.City, v => Math.Max(v.State.Rules, v.State.Calendar)))
            await rules.Know(city.Max(), city.Key).ConfigureAwait(false);
        return views;
    }

    private static ConsultationView? View(StoredState stored) =>
        !stored.Payload.IsEmpty && JsonSerializer.Deserialize<Document>(stored.Payload.Span, DomainSerialization.Options) is { State: { } state, Trace: { } trace }
            ? new(stored.Key, state, trace.Length, trace.Head) : null;

    // Without the entries, of which no list shows any.
    private sealed record Document
    {
        public Consultation? State { get; init; }

        public Chain? Trace { get; init; }
    }

    private sealed record Chain(long Length, string Head);
}
