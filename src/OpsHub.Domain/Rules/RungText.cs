using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Rules;

/// <summary>Rungs and working hours as a parameter's text (阶梯间隔、工作时间的写法).</summary>
internal static class RungText
{
    internal const string Form = "24 hours, 0 working-days, 1 working-days, 3 working-days";

    internal static string Of(RungOffsets rungs) => string.Create(CultureInfo.InvariantCulture,
        $"{(int)Math.Ceiling(rungs.DueSoonBefore.TotalMinutes)} minutes, {BudgetText.Of(rungs.CommunityAfter)}, {BudgetText.Of(rungs.TownshipAfter)}, {BudgetText.Of(rungs.CountyAfter)}");

    internal static RungOffsets? Read(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries) is [var soon, var community, var township, var county]
        && Before(soon) is { } before && BudgetText.Read(community, 0) is { } first && BudgetText.Read(township, 0) is { } second && BudgetText.Read(county, 0) is { } third
            ? new(before, first, second, third)
            : null;

    internal static WorkingHours? Hours(string text)
    {
        var spans = text.Split(',', StringSplitOptions.TrimEntries).Select(Span).ToImmutableList();
        return spans.TrueForAll(span => span is not null) && new WorkingHours(spans.ConvertAll(span => span!.Value)) is var hours && WorkingHours.AreValid(hours) ? hours : null;
    }

    private static TimeSpan? Before(string text) =>
        text.EndsWith(" minutes", StringComparison.Ordinal) && int.TryParse(text[..^8], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 10_000
            ? TimeSpan.FromMinutes(minutes)
            : BudgetText.Read(text, 0) is { Unit: BudgetUnit.Hours, Amount: <= 240 and var amount } ? TimeSpan.FromHours(amount) : null;

    private static WorkSpan? Span(string text) => text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
        && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)
        && TimeOnly.TryParseExact(to, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            ? new(begin, end)
            : null;
}
