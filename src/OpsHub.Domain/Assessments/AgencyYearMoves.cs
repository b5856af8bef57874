using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Assessments;

/// <summary>A step that an actor may take now (可办步骤), with its inputs.</summary>
/// <param name="Move">Its row of SM4.</param>
/// <param name="Inputs">Inputs in the order in which a form asks for them.</param>
public sealed record OfferedYearMove(AgencyYearMove Move, ImmutableList<YearMoveInput> Inputs);

/// <summary>A step that is in an actor's hands, but that a rule does not let through yet (待满足条件的步骤).</summary>
/// <param name="Move">Its row of SM4.</param>
/// <param name="Why">Why not.</param>
public sealed record BlockedYearMove(AgencyYearMove Move, Refusal Why);

/// <summary>What an actor may do in a year as it stands (可办步骤), asked of the decisions themselves: a step is offered where one with good inputs would be taken.
/// One offered may still be refused for what it says; one not offered is refused.</summary>
/// <param name="Offered">Steps that may be taken, in the order of SM4.</param>
/// <param name="Blocked">Steps that wait for something else, and why.</param>
public sealed record AgencyYearMoves(ImmutableList<OfferedYearMove> Offered, ImmutableList<BlockedYearMove> Blocked)
{
    // Done already, not this actor's, not in this stage: none of these is something to wait for.
    private static readonly ImmutableHashSet<string> Silent = [RefusalCodes.NotAllowed, RefusalCodes.WrongState, RefusalCodes.InvalidInput, "SIGNED_ALREADY", "SUBMITTED_ALREADY", "NOT_ADJUSTED", "ASSESSMENT_CLOSED"];

    /// <summary>The moves of an actor.</summary>
    /// <param name="actor">Who would act.</param>
    /// <param name="s">The year.</param>
    /// <param name="context">Calendar, rules, the present instant; its actor is not asked.</param>
    public static AgencyYearMoves Of(Actor actor, AgencyYear s, AgencyYearContext context)
    {
        var x = context with { Actor = actor };
        var (offered, blocked) = (ImmutableList.CreateBuilder<OfferedYearMove>(), ImmutableList.CreateBuilder<BlockedYearMove>());
        // What is too late has a refusal of its own that asks for no office: it is nothing to wait for either.
        foreach (var move in AgencyYearTransitions.Table.FindAll(m => m.From.Contains(s.Stage)))
        {
            var tried = YearMoveTrials.Of(move.Command, s, x).Select(c => AgencyYearDecisions.Decide(s, c, x)).ToList();
            // A step without inputs that would change nothing is done; one with inputs says something else than the trial did.
            if (tried.Exists(d => !d.IsRefused && (d.Events.Count > 0 || move.Command == typeof(SetWeights))))
                offered.Add(new(move, YearMoveInputs.Of(move.Command, s, x)));
            else if (tried.Find(d => d.IsRefused && !Silent.Contains(d.Refusal.Code) && !IsEarly(s, d.Refusal)) is { Refusal: { } why })
                blocked.Add(new(move, why));
        }

        return new(offered.ToImmutable(), blocked.ToImmutable());
    }

    // The host's own result comes after the year: before the agency is graded nobody waits for it yet.
    private static bool IsEarly(AgencyYear s, Refusal why) => why.Code == "HOST_RESULT_MISSING" && s.Stage < AgencyYearStage.AgencyGraded;
}
