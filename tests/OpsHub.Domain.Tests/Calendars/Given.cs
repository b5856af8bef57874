using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>What the calendar tests start from: the shipped calendar, and short ways to say an instant and a term.</summary>
internal static class Given
{
    public static readonly TermBasis PlanBasis = new("C035", "二(四)2", BasisKind.Text);

    public static readonly TermBasis CaseBasis = new("G022", "三(五)", BasisKind.Assumed, "CaseSLA");

    public static readonly OfficialCalendar Calendar = OfficialCalendar.Load(ShippedRows());

    public static string Seed(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seeds", "calendars", file));

    public static ImmutableList<OfficialDay> ShippedRows()
    {
        var parse = CalendarCsv.Parse(Seed("cn_calendar_2018_2026.csv"));
        parse.Problems.ShouldBeEmpty();
        return parse.Rows;
    }

    public static DateTimeOffset Local(string text) =>
        new(DateTime.Parse(text, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>24:00 of a day, written out without the code under test: midnight +08:00 is 16:00 UTC of that day.</summary>
    public static DateTimeOffset EndOf(string day) => new(Day(day).ToDateTime(new TimeOnly(16, 0)), TimeSpan.Zero);

    public static Term Plan(string openedAt, int workingDays = 2, DayCounting? days = null) =>
        Open(Local(openedAt), new(workingDays, BudgetUnit.WorkingDays), days);

    public static Term Open(DateTimeOffset openedAt, TermBudget budget, DayCounting? days = null, OfficialCalendar? calendar = null) =>
        Terms.Open("plan", "制定协商方案", "社区议事会", openedAt, 3, budget, PlanBasis, calendar ?? Calendar, WorkingHours.Default, days);
}
