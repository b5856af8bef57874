using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>What an actor may record for a unit, and end (协商保障可办步骤), by <see cref="SupportAccess"/> as decisions go by it.</summary>
public static class SupportMoves
{
    /// <summary>A step for each kind that may be recorded, with the inputs that this kind takes and no other.</summary>
    public static ImmutableList<OfferedCouncilMove> Of(Actor actor, UnitCode unit, DateOnly today, IsWithin isWithin) =>
    [
        .. SupportRule.All.Values.Where(r => SupportAccess.Record(actor, unit, r, isWithin) is null).OrderBy(r => r.Kind)
            .Select(r => new OfferedCouncilMove(typeof(RecordSupport), r.Rule, Inputs(r.Kind, today), r.Kind)),
    ];

    /// <summary>Ending a record of a kind: one step, or none for those who may not, and once it is ended.</summary>
    public static ImmutableList<OfferedCouncilMove> OfRecord(Actor actor, UnitCode unit, SupportKind kind, bool ended, IsWithin isWithin) =>
        !ended && SupportAccess.End(actor, unit, SupportRule.Of(kind), isWithin) is null
            ? [new(typeof(EndSupport), SupportRule.Of(kind).Rule, [CouncilMoveInput.Text("reason", 500)], kind)]
            : [];

    private static ImmutableList<CouncilMoveInput> Inputs(SupportKind kind, DateOnly today) =>
    [
        CouncilMoveInput.Choice("kind", ApiNames.Of(kind.ToString())),
        new("on", CouncilInputKind.Day, After: SupportDecisions.Earliest(today).AddDays(-1), Before: today), CouncilMoveInput.Text("text", 2000),
        kind switch
        {
            SupportKind.FixedDay => new("quantity", CouncilInputKind.Number, Max: 31, Min: 1),
            SupportKind.MediationAward => new("quantity", CouncilInputKind.Number, Max: SupportDecisions.MostQuantity, Min: 1),
            _ => new("quantity", CouncilInputKind.Number, false, SupportDecisions.MostQuantity, 0),
        },
        .. Further(kind),
    ];

    private static IEnumerable<CouncilMoveInput> Further(SupportKind kind) => kind switch
    {
        SupportKind.MediationAward => [CouncilMoveInput.Text("post", 20)],
        SupportKind.DemonstrationSite or SupportKind.DemocracyLawSite => [new("about", CouncilInputKind.Community)],
        SupportKind.DisputeRisk => [CouncilMoveInput.Choice<RiskKind>("risk")],
        // Whether the township must lead its consultation, the township says; then a finished one is required. T087, T088.
        SupportKind.MajorDecision => [new("consultationId", CouncilInputKind.Consultation, false), new("flagged", CouncilInputKind.Flag, false)],
        _ => [],
    };
}
