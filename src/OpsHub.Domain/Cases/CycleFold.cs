using System.Collections.Immutable;

namespace OpsHub.Domain.Cases;

/// <summary>How events change the cycles of a case. Events that are nobody's indicator leave them alone; what terms tell is not repeated.</summary>
public static class CycleFold
{
    /// <summary>The cycles after an event.</summary>
    /// <param name="before">The case before it.</param>
    /// <param name="happened">The event.</param>
    public static ImmutableList<CaseCycle> Next(Case before, CaseEvent happened)
    {
        var cycles = Known(before);
        return happened switch
        {
            CaseReturned when before.OpenTerm("accept") is { } answered => Last(cycles, c => c with { Returned = c.Returned.Add(answered.Id) }),
            CaseFedBack e => Last(cycles, c => c with { FedBackAt = e.At, OnTime = e.OnTime }),
            VerificationFailed => Last(cycles, c => c with { FedBackAt = null, OnTime = null, Reworks = c.Reworks + 1 }),
            CaseClosed e => Last(cycles, c => c with { ClosedAt = e.At }),
            CaseReopened e => Reopen(cycles, e.At),
            CaseEvaluated e => Evaluate(cycles, e.Evaluation.Score),
            CaseUrged => Urge(cycles),
            _ => cycles,
        };
    }

    /// <summary>The cycles of a case. One stored before there were cycles has had no other event than the straight path's, and its terms tell them all.</summary>
    public static ImmutableList<CaseCycle> Known(Case state)
    {
        if (!state.Cycles.IsEmpty)
            return state.Cycles;
        var accepts = state.Terms.FindAll(t => Case.Stem(t) == "accept");
        var fedBack = state.Terms.FindLast(t => Case.Stem(t) == "handling")?.DoneAt;
        return
        [
            new CaseCycle(1, state.ReportedAt)
            {
                FedBackAt = fedBack,
                OnTime = fedBack is null ? null : state.OnTime,
                Returned = [.. accepts.Take(state.Returns).Select(t => t.Id)], // every accept term but the last was returned, or there would be no next one
                Reworks = state.Reworks,
                ClosedAt = state.Stage is CaseStage.Closed or CaseStage.Evaluated ? state.EndedAt : null,
            },
        ];
    }

    /// <summary>A closed case begins another cycle (重启).</summary>
    private static ImmutableList<CaseCycle> Reopen(ImmutableList<CaseCycle> cycles, DateTimeOffset at) =>
        Last(cycles, c => c with { Reopened = true }).Add(new CaseCycle(cycles.Count + 1, at));

    /// <summary>The newest cycle is evaluated (评价). G048.</summary>
    private static ImmutableList<CaseCycle> Evaluate(ImmutableList<CaseCycle> cycles, int score) =>
        Last(cycles, c => c with { Evaluations = c.Evaluations + 1, ScoreSum = c.ScoreSum + score });

    /// <summary>The newest cycle is urged (催办、督办).</summary>
    private static ImmutableList<CaseCycle> Urge(ImmutableList<CaseCycle> cycles) => Last(cycles, c => c with { Urges = c.Urges + 1 });

    private static ImmutableList<CaseCycle> Last(ImmutableList<CaseCycle> cycles, Func<CaseCycle, CaseCycle> change) => cycles.SetItem(cycles.Count - 1, change(cycles[^1]));
}
