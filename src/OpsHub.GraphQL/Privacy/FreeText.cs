using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Privacy;

/// <summary>Free text on its way out (自由文本): numbers of identity cards and telephones are masked for everyone who doesn't handle the case. What is stored stays as it was
/// written, or its hash would not hold.</summary>
internal sealed class FreeText(IHubDirectory directory)
{
    /// <summary>A text for whoever has no need to know.</summary>
    public string Masked(string text) => directory.Masked(text);

    /// <summary>A case for an actor: whatever somebody wrote into it masked, and nothing else changed.</summary>
    public Case Shown(Actor actor, Case of) => Shown(actor, of, of);

    /// <summary>The same of a case as it once stood, judged by the case as it stands now.</summary>
    public Case Shown(Actor actor, Case present, Case of) => CaseContacts.Handles(actor, present) ? of : of with
    {
        Title = Masked(of.Title),
        Text = Masked(of.Text),
        Result = Maybe(of.Result),
        Evidence = of.Evidence.ConvertAll(Masked),
        Terms = of.Terms.ConvertAll(Masked),
        Parts = of.Parts.ConvertAll(p => p with { Result = Maybe(p.Result), Evidence = p.Evidence?.ConvertAll(Masked) }),
        Extension = of.Extension is { } extension ? extension with { Reason = Masked(extension.Reason) } : null,
        Suspension = of.Suspension is { } suspension ? suspension with { Reason = Masked(suspension.Reason) } : null,
        Urges = of.Urges.ConvertAll(u => u with { Note = Masked(u.Note), Answer = Maybe(u.Answer) }),
        Meetings = of.Meetings.ConvertAll(m => m with { Minutes = Masked(m.Minutes), Reference = Maybe(m.Reference) }),
    };

    /// <summary>Entries of a case's trace for an actor. Hashes stay those of the entries as written.</summary>
    public IReadOnlyList<TraceEntry> Shown(Actor actor, Case of, IReadOnlyList<TraceEntry> entries) =>
        CaseContacts.Handles(actor, of) ? entries : [.. entries.Select(e => e.Reason is null ? e : e with { Reason = Masked(e.Reason) })];

    private Term Masked(Term term) => term.Ledger.IsEmpty ? term : term with { Ledger = term.Ledger.ConvertAll(e => e with { Reason = Masked(e.Reason) }) };

    private string? Maybe(string? text) => text is null ? null : Masked(text);

    /// <summary>True when a text holds personal data.</summary>
    public bool Holds(string text) => directory.HoldsPersonalData(text);
}
