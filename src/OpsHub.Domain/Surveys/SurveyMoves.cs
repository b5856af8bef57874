using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Surveys;

/// <summary>Kinds of values that an input of a survey's step takes (录入类型).</summary>
public enum SurveyInputKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>One of the choices (单选).</summary>
    Choice,

    /// <summary>A whole number (整数).</summary>
    Number,

    /// <summary>A day (日期).</summary>
    Day,
}

/// <summary>An input of a survey's step (录入项).</summary>
/// <param name="Name">Field of the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Required">The step is refused without it.</param>
/// <param name="Max">Most characters, or the greatest number.</param>
/// <param name="Min">Least number.</param>
/// <param name="Choices">Choices as the API writes them.</param>
/// <param name="After">A day lies after this one.</param>
/// <param name="Before">A day lies on this one at the latest.</param>
public sealed record SurveyMoveInput(
    string Name, SurveyInputKind Kind, bool Required, int? Max = null, int? Min = null, ImmutableList<string>? Choices = null, DateOnly? After = null, DateOnly? Before = null);

/// <summary>A step that an actor may take now (可办步骤).</summary>
/// <param name="Command">Command type.</param>
/// <param name="Inputs">Its inputs in the order in which a form asks for them.</param>
/// <param name="AnotherRound">It is planned once more after it was over (再测一轮).</param>
public sealed record OfferedSurveyMove(Type Command, ImmutableList<SurveyMoveInput> Inputs, bool AnotherRound = false);

/// <summary>Which steps an actor may take with a survey (可办步骤), each asked of <see cref="SurveyDecisions"/> with a plain example, so an offer and a decision cannot differ. A024.</summary>
public static class SurveyMoves
{
    private const string Example = "例";

    /// <summary>The steps: issue, close, extend, plan.</summary>
    /// <param name="s">The survey; null before it is planned.</param>
    /// <param name="plan">Which survey it is, to be planned by default.</param>
    /// <param name="x">Who would act, on what it would rest.</param>
    public static ImmutableList<OfferedSurveyMove> Of(Survey? s, PlanSurvey plan, SurveyContext x) =>
        [.. Issue(s, x), .. Close(s, x), .. Extend(s, x), .. Plan(s, plan, x)];

    private static IEnumerable<OfferedSurveyMove> Issue(Survey? s, SurveyContext x)
    {
        ImmutableList<string> groups = [.. Enum.GetValues<RaterGroup>().Where(g => Takes(s, new IssueTokens(g, 1), x)).Select(g => ApiNames.Of($"{g}"))];
        return groups.IsEmpty ? [] : [new(typeof(IssueTokens), [new("group", SurveyInputKind.Choice, true, Choices: groups), new("count", SurveyInputKind.Number, true, SurveyRules.MostAtOnce, 1)])];
    }

    private static IEnumerable<OfferedSurveyMove> Close(Survey? s, SurveyContext x) => Takes(s, new CloseSurvey(Example), x) ? [new(typeof(CloseSurvey), [Reason()])] : [];

    private static IEnumerable<OfferedSurveyMove> Extend(Survey? s, SurveyContext x)
    {
        if (s is null)
            return [];
        var last = LocalDay.Before(s.ClosesAt);
        return Takes(s, new ExtendSurvey(last.AddDays(1), Example), x)
            ? [new(typeof(ExtendSurvey), [new("until", SurveyInputKind.Day, true, After: last, Before: last.AddDays(x.Rules.MaxExtension)), Reason()])]
            : [];
    }

    // The same window again changes nothing, but another may be given.
    private static IEnumerable<OfferedSurveyMove> Plan(Survey? s, PlanSurvey plan, SurveyContext x)
    {
        var yesterday = LocalDay.Of(x.Now).AddDays(-1);
        return SurveyDecisions.Decide(s, plan, x).IsRefused ? []
            : [new(typeof(PlanSurvey), [new("opens", SurveyInputKind.Day, false, After: yesterday), new("closes", SurveyInputKind.Day, false, After: yesterday)], s is { IsClosed: true })];
    }

    private static bool Takes(Survey? s, SurveyCommand example, SurveyContext x) => SurveyDecisions.Decide(s, example, x) is { IsRefused: false, Events.IsEmpty: false };

    private static SurveyMoveInput Reason() => new("reason", SurveyInputKind.Text, true, 500);
}
