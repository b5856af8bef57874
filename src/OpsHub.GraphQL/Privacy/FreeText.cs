using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Privacy;

/// <summary>Free text on its way out (自由文本): numbers of identity cards and telephones are masked for everyone who doesn't handle the case. What is stored stays as it was
/// written, or its hash would not hold.</summary>
internal sealed class FreeText(IHubDirectory directory)
{
    /// <summary>A text for whoever has no need to know.</summary>
    public string Masked(string text) => directory.Masked(text);

    /// <summary>A text of a case for an actor.</summary>
    public string? Shown(Actor actor, Case of, string? text) => text is null || CaseContacts.Handles(actor, of) ? text : Masked(text);

    /// <summary>Entries of a case's trace for an actor. Hashes stay those of the entries as written.</summary>
    public IReadOnlyList<TraceEntry> Shown(Actor actor, Case of, IReadOnlyList<TraceEntry> entries) =>
        CaseContacts.Handles(actor, of) ? entries : [.. entries.Select(e => e.Reason is null ? e : e with { Reason = Masked(e.Reason) })];

    /// <summary>True when a text holds personal data.</summary>
    public bool Holds(string text) => directory.HoldsPersonalData(text);
}
