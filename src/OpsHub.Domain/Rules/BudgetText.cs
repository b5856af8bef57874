using System.Globalization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Rules;

/// <summary>A budget as a parameter's text (时限的写法): <c>8 working-hours</c>, <c>2 working-days</c>, <c>24 hours</c>, <c>30 calendar-days</c>.</summary>
public static class BudgetText
{
    private static readonly (BudgetUnit Unit, string Name)[] Units =
    [
        (BudgetUnit.Hours, "hours"), (BudgetUnit.WorkingHours, "working-hours"), (BudgetUnit.WorkingDays, "working-days"), (BudgetUnit.CalendarDays, "calendar-days"),
    ];

    /// <summary>Writes it.</summary>
    public static string Of(TermBudget budget) => string.Create(
        CultureInfo.InvariantCulture, $"{budget.Amount} {(Array.Find(Units, u => u.Unit == budget.Unit).Name ?? throw new ArgumentOutOfRangeException(nameof(budget), budget, "No such unit."))}");

    /// <summary>Reads it; null where it is none, or less than <paramref name="least"/>.</summary>
    public static TermBudget? Read(string text, int least = 1) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var amount, var unit]
        && int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= TermBudget.MaxAmount
        && Array.FindIndex(Units, u => u.Name == unit) is >= 0 and var found
            ? new(number, Units[found].Unit)
            : null;
}
