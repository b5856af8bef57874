using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Rules;

/// <summary>A parameter of part 5.2 that one set of rules holds (参数).</summary>
/// <typeparam name="TRules">The set of rules.</typeparam>
/// <param name="Name">Name, as part 5.2 has it.</param>
/// <param name="Rule">Rule it belongs to.</param>
/// <param name="Form">How a value is written, for people.</param>
/// <param name="Zh">What it means, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Read">The value in force as text.</param>
/// <param name="Set">The rules with another value; null where the text is none.</param>
/// <param name="Text">Where the policy writes the default; null where the default is assumed.</param>
public sealed record ParameterOf<TRules>(
    string Name, string Rule, string Form, string Zh, string En, Func<TRules, string> Read, Func<TRules, string, TRules?> Set, string? Text = null)
    where TRules : class;

/// <summary>How values of parameters are written and read (参数的写法), each form once.</summary>
internal static class ParameterForm
{
    internal static ParameterOf<TRules> Budget<TRules>(string name, string rule, string zh, string en, Func<TRules, TermBudget> read, Func<TRules, TermBudget, TRules> set)
        where TRules : class => new(
        name, rule, "2 working-days | 8 working-hours | 24 hours | 30 calendar-days", zh, en, r => BudgetText.Of(read(r)), (r, text) => BudgetText.Read(text) is { } budget ? set(r, budget) : null);

    internal static ParameterOf<TRules> Count<TRules>(string name, string rule, int least, int most, string zh, string en, Func<TRules, int> read, Func<TRules, int, TRules> set)
        where TRules : class => new(
        name, rule, $"{least}-{most}", zh, en, r => read(r).ToString(CultureInfo.InvariantCulture),
        (r, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? set(r, number) : null);

    internal static ParameterOf<TRules> Flag<TRules>(string name, string rule, string zh, string en, Func<TRules, bool> read, Func<TRules, bool, TRules> set)
        where TRules : class => new(
        name, rule, "true | false", zh, en, r => read(r) ? "true" : "false", (r, text) => text switch { "true" => set(r, true), "false" => set(r, false), _ => null });

    internal static ParameterOf<TRules> Day<TRules>(string name, string rule, string zh, string en, Func<TRules, MonthDay> read, Func<TRules, MonthDay, TRules> set)
        where TRules : class => new(
        name, rule, "03-31", zh, en, r => string.Create(CultureInfo.InvariantCulture, $"{read(r).Month:00}-{read(r).Day:00}"), (r, text) => ReadDay(text) is { } day ? set(r, day) : null);

    internal static ParameterOf<TRules> Rungs<TRules>(string of, string rule, string zh, string en, Func<TRules, RungOffsets> read, Func<TRules, RungOffsets, TRules> set)
        where TRules : class => new(
        $"{RungOffsets.Parameter}/{of}", rule, RungText.Form, zh, en, r => RungText.Of(read(r)), (r, text) => RungText.Read(text) is { } rungs ? set(r, rungs) : null);

    /// <summary>Numbers with a stroke between them, each as short as it can be written.</summary>
    internal static string Of(IEnumerable<decimal> numbers) => string.Join('/', numbers.Select(n => Short(n).ToString(CultureInfo.InvariantCulture)));

    /// <summary>So many numbers; null where the text is not that.</summary>
    internal static ImmutableList<decimal>? Numbers(string text, int count)
    {
        var read = text.Split('/', StringSplitOptions.TrimEntries).Select(Number).ToImmutableList();
        return read.Count == count && read.TrueForAll(n => n is not null) ? read.ConvertAll(n => n!.Value) : null;
    }

    private static decimal? Number(string text) =>
        text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Short(number) : null;

    // 0.40 and 0.4 are one figure: what is stored has one spelling.
    private static decimal Short(decimal number) => number / 1.0000000000000000000000000000m;

    private static MonthDay? ReadDay(string text) =>
        text.Length == 5 && text[2] == '-' && int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(text[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && new MonthDay(month, day) is { IsDay: true } read
            ? read
            : null;
}
