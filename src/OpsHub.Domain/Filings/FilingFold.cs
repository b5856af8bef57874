using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Filings;

/// <summary>How each event changes what is on file.</summary>
public static class FilingFold
{
    /// <summary>Folds one event. A record begins with <see cref="FilingsOpened"/>.</summary>
    /// <exception cref="InvalidOperationException">The event cannot come here: a mistake in the program.</exception>
    public static UnitFilings Apply(UnitFilings? state, FilingEvent happened)
    {
        if (happened is FilingsOpened opened)
        {
            return state is not null
                ? throw new InvalidOperationException("A record of filings is opened once.")
                : new() { Unit = opened.Unit, County = opened.County, Townships = opened.Townships, Terms = opened.Terms, ChangedAt = opened.At };
        }

        var s = state ?? throw new InvalidOperationException($"{happened.Name} in a record of filings that was never opened.");
        var next = Next(s, happened);
        return happened.IsNobodysStep ? next : next with { ChangedAt = happened.At };
    }

    private static UnitFilings Next(UnitFilings s, FilingEvent happened) => happened switch
    {
        FilingsReviewed e => With(s with { InForce = e.InForce, Townships = e.Townships, County = e.County ?? s.County }, e.Terms),
        DocumentIssued e => With(
            s with
            {
                Documents = Kept(
                    s.Documents.ConvertAll(d => d.IsInForce && d.Kind == e.Document.Kind && d.Of == e.Document.Of ? d with { ReplacedBy = e.Document.Id } : d).Add(e.Document), e.Document),
            },
            e.Terms),
        MeasuresFiled e => With(Document(s, e.Document, d => d with { Copies = d.Copies.Add(new(e.With, e.At, e.Reference)) }), e.Terms),
        FilingConfirmed e => Document(s, e.Document, d => d with { Copies = d.Copies.ConvertAll(c => c.With == e.With ? c with { ConfirmedAt = e.At, ConfirmedBy = e.By } : c) }),
        ListPublished e => Document(s, e.Document, d => d with { Published = e.Publication }),
        FiledWithdrawn e => With(Document(s, e.Document, d => d with { WithdrawnAt = e.At, WithdrawnWhy = e.Reason }), e.Terms),
        FilingTermsReprojected e => With(s with { Calendar = e.Calendar }, e.Terms),
        FilingRungsFired e => s with { Terms = e.Rungs.Aggregate(s.Terms, TermFold.Fire) },
        _ => throw new InvalidOperationException($"A record of filings does not know the event {happened.Name}."),
    };

    // One record for a unit, and a list has up to 500 matters: those of older versions are read in the trace.
    private static ImmutableList<FiledDocument> Kept(ImmutableList<FiledDocument> all, FiledDocument issued) =>
        all.FindAll(d => d.Kind == issued.Kind && d.Of == issued.Of && !d.Matters.IsEmpty).SkipLast(UnitFilings.KeptMatters).Aggregate(all, (kept, old) => kept.Replace(old, old with { Matters = [] }));

    private static UnitFilings Document(UnitFilings s, int id, Func<FiledDocument, FiledDocument> change) => s with { Documents = s.Documents.ConvertAll(d => d.Id == id ? change(d) : d) };

    private static UnitFilings With(UnitFilings s, ImmutableList<Term> changed) => s with { Terms = TermFold.With(s.Terms, changed) };
}
