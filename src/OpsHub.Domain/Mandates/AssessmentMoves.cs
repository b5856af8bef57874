using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>What kind of value an input of an assessment's step takes (录入类型).</summary>
public enum AssessmentInputKind
{
    /// <summary>A score with at most four decimals (得分).</summary>
    Score,

    /// <summary>Text (文本).</summary>
    Text,
}

/// <summary>One input of a step (步骤录入项), so that a front end needs no copy of the rules.</summary>
/// <param name="Name">Name of the field in the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Max">Most characters of a text, or the greatest score.</param>
/// <param name="Min">Least score; null for a text.</param>
/// <param name="Required">Whether the step is refused without it as the task stands now.</param>
public sealed record AssessmentMoveInput(string Name, AssessmentInputKind Kind, int Max, int? Min = null, bool Required = true);

/// <summary>A step that an actor may take with a task of assessment (可办步骤). R038.</summary>
/// <param name="Command">Command type.</param>
/// <param name="Revises">It gives another result than the one on record (修订).</param>
/// <param name="Inputs">Its inputs in the order in which a form asks for them; county, target, year and command id aside.</param>
public sealed record OfferedAssessmentMove(Type Command, bool Revises, ImmutableList<AssessmentMoveInput> Inputs);

/// <summary>Which steps an actor may take with a task of assessment (可办步骤): a test holds them against <see cref="AssessmentDecisions"/> for every actor. R038.</summary>
public static class AssessmentMoves
{
    private static readonly ImmutableList<AssessmentMoveInput> Figures = [new("score", AssessmentInputKind.Score, 100, 0), new("satisfaction", AssessmentInputKind.Score, 100, 0)];
    private static readonly AssessmentMoveInput Reason = new("reason", AssessmentInputKind.Text, 500);

    /// <summary>The steps, the result first; none for those who only read.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="county">The county.</param>
    /// <param name="round">The tasks among which it stands.</param>
    /// <param name="task">The task.</param>
    public static ImmutableList<OfferedAssessmentMove> Of(Actor actor, UnitCode county, AssessmentRound round, AssessmentTask task)
    {
        if (!MandateAccess.Assesses(actor, county, round.Owner))
            return [];
        // One that was left out may be assessed after all. A township has no result then that a reason could be asked for.
        var revises = !task.IsOpen && (task.Excluded is null || round.Kind != AssessedKind.Townships);
        var record = new OfferedAssessmentMove(typeof(RecordAssessment), task.Score is not null, revises ? Figures.Add(Reason) : Figures);
        return task.IsOpen ? [record, new(typeof(ExcludeFromAssessment), false, [Reason])] : [record];
    }
}
