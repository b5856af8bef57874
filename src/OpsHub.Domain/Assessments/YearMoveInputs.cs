using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What kind of value an input of a step takes (录入类型).</summary>
public enum YearInputKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>Several texts (多项文本).</summary>
    Texts,

    /// <summary>One of the choices (单选).</summary>
    Choice,

    /// <summary>Yes or no (是否).</summary>
    Flag,

    /// <summary>A whole number, one of the choices where there are any (整数).</summary>
    Number,

    /// <summary>A figure with at most four decimals, of a score 0 to 100 (分数).</summary>
    Score,

    /// <summary>A weight for each of the townships named (权重).</summary>
    Weights,

    /// <summary>Targets: text, measure, day (目标).</summary>
    Targets,

    /// <summary>A line of the score (评分项), one of the choices.</summary>
    Line,

    /// <summary>Several lines of the score (多项评分).</summary>
    Lines,
}

/// <summary>One input of a step (步骤录入项), so that a front end needs no copy of the rules.</summary>
/// <param name="Name">Name of the field in the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Required">Whether the step is refused without it as the year stands.</param>
/// <param name="Max">Most characters of a text, entries of a list, or the greatest number; null where nothing bounds it.</param>
/// <param name="Min">Least number or fewest entries; null otherwise.</param>
/// <param name="Choices">The choices as the API writes them; of a line <c>DUTY/430203001/KEY_WORK</c>, <c>SATISFACTION/430203001</c>, <c>STATUTORY</c>, <c>GRADE</c>.</param>
public sealed record YearMoveInput(string Name, YearInputKind Kind, bool Required = true, int? Max = null, int? Min = null, ImmutableList<string>? Choices = null);

/// <summary>The inputs of each step, as the year stands: what cannot be chosen is not offered.</summary>
public static class YearMoveInputs
{
    internal static ImmutableList<YearMoveInput> Of(Type command, AgencyYear s, AgencyYearContext x) => command.Name switch
    {
        nameof(SetWeights) => [Weights(YearWeighing.Targets(s, x))],
        nameof(ListDuties) => [new("duties", YearInputKind.Texts, Max: 100, Min: 1)],
        nameof(DraftPlan) => [new("targets", YearInputKind.Targets, Max: 50, Min: 1)],
        nameof(DeterminePlan) or nameof(ObjectToPlan) => [Text("reason", 500)],
        nameof(ReportProgress) => [Target(s), new("percent", YearInputKind.Number, Max: 100, Min: 0), Text("note", 1000, false)],
        nameof(ConfirmTarget) => [Target(s), new("done", YearInputKind.Flag), Text("note", 1000, false)],
        nameof(RecordKeyWork) => [Text("text", 500), new("tookPart", YearInputKind.Flag), Text("reference", 200, false)],
        nameof(AdjustComponent) => [Choice<DutyComponent>("component"), Score("value"), Text("reason", 500), .. Unlettered(s, false)],
        nameof(WithdrawAdjustment) =>
        [
            new("component", YearInputKind.Choice, Choices: [.. Enum.GetValues<DutyComponent>().Where(c => Passes(s, new WithdrawAdjustment(c, "-"), x)).Select(c => ApiNames.Of(c.ToString()))]), Text("reason", 500),
        ],
        nameof(SubmitDuty) => Unlettered(s, AgencyYearDecisions.Decide(s, new SubmitDuty(), x).Refusal is { Code: "NO_LETTER" }),
        nameof(SubmitStatutory) => [Score("value"), Text("note", 1000, false)],
        nameof(SetAgencyGrade) => [Grades(s, x, g => new SetAgencyGrade(g))],
        nameof(SetHeadGrade) => [Grades(s, x, g => new SetHeadGrade(g))],
        nameof(PublishResult) => [Text("where", 200)],
        nameof(ReviseResult) => [Text("reason", 1000), new("lines", YearInputKind.Lines, false, Choices: Lines(YearMoveTrials.Given(s).Where(l => l is { Component: null, Line: not AppealLine.Grade })))],
        nameof(AppealAgainst) =>
        [
            new("line", YearInputKind.Line, Choices: Lines(YearMoveTrials.Given(s).Where(l => Passes(s, YearMoveTrials.Against(l), x)))),
            Text("text", 2000), new("evidence", YearInputKind.Texts, Max: 20, Min: 1),
        ],
        nameof(RecordHostResult) => [Choice<AssessmentGrade>("grade"), Score("coefficient") with { Max = 10 }, Text("reason", 500, s.Linked?.Host is not null)],
        nameof(RecordStaffResult) =>
        [
            Grades(s, x, g => new RecordStaffResult(g, BonusBase: s.Linked?.Staff is { BonusBase: 0 } ? 1 : 0, Reason: "-")) with { Name = "band" }, Score("bonusBase") with { Max = 1_000_000, Required = false }, Score("other") with { Required = false }, Text("reason", 500, s.Linked?.Staff is not null),
        ],
        nameof(RecordDailyWork) => [new("posts", YearInputKind.Number, Max: 1000, Min: 1), Score("score"), Text("reason", 500, s.Stage == AgencyYearStage.Shared && s.Linked?.Daily is not null)],
        nameof(AnswerAppeal) =>
        [
            new("appeal", YearInputKind.Number, Choices: [.. s.Appeals.Where(a => a.AnsweredAt is null && Passes(s, new AnswerAppeal(a.Id, false, "-"), x)).Select(a => Number(a.Id))]),
            new("upheld", YearInputKind.Flag), Text("answer", 2000),
        ],
        _ => [],
    };

    /// <summary>A line as choices name it.</summary>
    public static string NameOf(AppealLine line) => string.Join('/', new[] { KindOf(line), line.Township?.Value, line.Component is { } c ? ApiNames.Of(c.ToString()) : null }.Where(p => p is not null));

    private static string KindOf(AppealLine line) => line.Line switch
    {
        AppealLine.Duty => "DUTY",
        AppealLine.Satisfaction => "SATISFACTION",
        AppealLine.Statutory => "STATUTORY",
        _ => "GRADE",
    };

    private static ImmutableList<string> Lines(IEnumerable<AppealLine> lines) => [.. lines.Select(NameOf)];

    private static YearMoveInput Weights(ImmutableList<UnitCode> targets) => new("weights", YearInputKind.Weights, Max: targets.Count, Min: targets.Count, Choices: targets.ConvertAll(t => t.Value));

    private static YearMoveInput Text(string name, int max, bool required = true) => new(name, YearInputKind.Text, required, max);

    private static YearMoveInput Score(string name) => new(name, YearInputKind.Score, Max: 100, Min: 0);

    private static YearMoveInput Choice<TChoice>(string name) where TChoice : struct, Enum => new(name, YearInputKind.Choice, Choices: ApiNames.All<TChoice>());

    private static YearMoveInput Target(AgencyYear s) => new("target", YearInputKind.Number, Max: s.Targets.Count, Min: 1, Choices: [.. s.Targets.Select(t => Number(t.Id))]);

    private static YearMoveInput Grades(AgencyYear s, AgencyYearContext x, Func<AssessmentGrade, AgencyYearCommand> set) =>
        new("grade", YearInputKind.Choice, Choices: [.. Enum.GetValues<AssessmentGrade>().Where(g => Passes(s, set(g), x)).Select(g => ApiNames.Of(g.ToString()))]);

    // A041: asked for only where no letter was signed.
    private static ImmutableList<YearMoveInput> Unlettered(AgencyYear s, bool required) => s.HasLetter ? [] : [Text("withoutLetter", 500, required)];

    private static bool Passes(AgencyYear s, AgencyYearCommand command, AgencyYearContext x) => !AgencyYearDecisions.Decide(s, command, x).IsRefused;

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}
