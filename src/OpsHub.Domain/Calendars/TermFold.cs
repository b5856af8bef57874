using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>How what happened changes the terms (期限) of a subject, the same for every subject.</summary>
internal static class TermFold
{
    /// <summary>Each of the terms in the place of the one with its id, new ones at the end.</summary>
    public static ImmutableList<Term> With(ImmutableList<Term> terms, ImmutableList<Term>? changed) =>
        (changed ?? []).Aggregate(terms, (all, term) => all.FindIndex(t => t.Id == term.Id) is >= 0 and var at ? all.SetItem(at, term) : all.Add(term));

    /// <summary>The rung took effect for the present due of its term; a second time changes nothing, nor does a term that is gone.</summary>
    public static ImmutableList<Term> Fire(ImmutableList<Term> terms, Rung rung) =>
        terms.Find(t => t.Id == rung.Term) is { } term && !term.Fired.Contains(rung.Kind) ? terms.Replace(term, term with { Fired = term.Fired.Add(rung.Kind) }) : terms;
}
