using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>Refusals about townships' rights and duties, in both languages.</summary>
internal static class MandateRefusals
{
    /// <summary>Most townships that one matter names.</summary>
    internal const int MostTownships = 100;

    internal static Refusal Only(string rule, string zh, string en) => new(RefusalCodes.NotAllowed, rule, ClauseOf(rule), null, $"只有{zh}可以办理", $"Only {en} may do this");

    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal Guard(string code, string rule, string zh, string en, string? field = null) => new(code, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal WrongStage(string rule, string zh, string en) => new(RefusalCodes.WrongState, rule, ClauseOf(rule), null, zh, en);

    /// <summary>There is none, or none that the actor may read: both answer alike.</summary>
    internal static Refusal None(string field, string rule, long id) => Input(field, rule, $"没有该事项 {id}", $"There is no {field} {id}");

    internal static Refusal? Text(string field, string? text, int max, string rule, bool required = true) => Texts.Fault(field, text, max, rule, ClauseOf(rule), required);

    internal static Refusal? Day(string field, DateOnly day, string rule, MandateContext x) => day <= x.Today ? Input(field, rule, $"{field} 须在今天之后", $"{field} lies after today")
        : day > x.Today.AddYears(5) ? Input(field, rule, $"{field} 不超过五年", $"{field} lies within five years")
        : null;

    internal static Refusal? Townships(ImmutableList<UnitCode> townships, string rule, MandateContext x) =>
        townships.Count is < 1 or > MostTownships ? Input("townships", rule, $"乡镇街道 1 至 {MostTownships} 个，实为 {townships.Count} 个", $"townships takes 1 to {MostTownships} entries, got {townships.Count}")
        : townships.Distinct().Count() != townships.Count ? Input("townships", rule, "乡镇街道重复", "townships names one twice")
        : townships.Find(t => !x.Holds(t, UnitLevel.Township)) is { Value: not null } strange
            ? Input("townships", rule, $"{strange} 不是本县市区的乡镇街道", $"{strange} is no township of this county")
        : null;

    internal static string ClauseOf(string rule) => rule switch
    {
        "R033" => "四(二)",
        "R034" or "R035" or "R036" => "四(三)",
        "R038" or "R039" => "四(四)",
        "T108" or "T109" or "T110" => "五(十五)",
        "W013" => "第四条",
        _ => "二(二)",
    };
}
