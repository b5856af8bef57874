using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

internal sealed class TermWordingEn : ITermWording
{
    private const string Assumed = "our default (assumed)";

    public string Semicolon => "; ";

    public string Comma => ", ";

    public string FullStop => ". ";

    public string Opening(Term term) =>
        $"\"{TermNames.English(term.Name)}\" (holder: {term.Holder}) runs from {LocalDay.Text(term.OpenedAt)} (trace entry {term.OpenedBy})";

    public string Budget(Term term) => term.Budget switch
    {
        { Unit: BudgetUnit.Hours } budget => $"{Amount(budget)}, day and night, rounded up to the full minute",
        { Unit: BudgetUnit.WorkingHours } budget =>
            $"{Amount(budget)}, {Hours(term.Hours ?? WorkingHours.Default)}, rounded up to the full minute",
        { Unit: BudgetUnit.SameOrNextDay } => $"the same or the next calendar day, {Roll(term.Days)}, {Ends(term.Days)}",
        { Unit: BudgetUnit.CalendarDays } budget => $"{Amount(budget)}, {FirstDay(term.Days)}, no roll over days off, {Ends(term.Days)}",
        var budget => $"{Amount(budget)}, {FirstDay(term.Days)}, {Ends(term.Days)}",
    };

    public string Counted(string days) => $"counted: {days}";

    public string NotCounted(string days) => $"not counted: {days}";

    public string Day(MeteredDay day, OfficialDay? arranged) =>
        $"{LocalDay.Text(day.Day)} ({day.Day.DayOfWeek.ToString()[..3]}"
        + (arranged is { Kind: DayKind.MakeupWorkday } ? $", make-up working day of {FestivalNames.English(arranged.Name)}" : "")
        + (day.Time > TimeSpan.Zero ? $", {Time(day.Time)})" : ")");

    public string Range(DateOnly first, DateOnly last) =>
        first == last ? LocalDay.Text(first) : $"{LocalDay.Text(first)} to {LocalDay.Text(last)}";

    public string Off(DateOnly first, DateOnly last, ImmutableList<string> festivals) =>
        $"{Range(first, last)} ({(festivals.IsEmpty ? "weekend" : string.Join(", ", festivals.Select(FestivalNames.English)))})";

    public string Closure(LocalClosure closure) => $"local closure of {closure.County}: {closure.Reason}, {Assumed}";

    public string Entry(TermEntry entry, BudgetUnit unit) =>
        $"{LocalDay.Text(entry.At)} {Act(entry, unit)} (trace entry {entry.By}, reason: {entry.Reason}"
        + (entry.FormerDue == entry.NewDue ? ")" : $"; due was {LocalDay.BoundText(entry.FormerDue)}, became {LocalDay.BoundText(entry.NewDue)})");

    public string Suspended(long unitsLeft, BudgetUnit unit) => $"suspended now, {Left(unitsLeft, unit)} left, the due follows when it resumes";

    public string Due(DateTimeOffset due) => $"due {LocalDay.BoundText(due)}";

    public string Provisional(DateOnly horizon) =>
        horizon == DateOnly.MinValue
            ? "Provisional: no official calendar is loaded; counted by Monday to Friday, and again once one is"
            : $"Provisional: the official calendar ends at {LocalDay.Text(horizon)}; days it does not cover are counted by Monday to Friday, and again once they are loaded";

    public string Done(DateTimeOffset at, bool late) => $"Done {LocalDay.Text(at)}, {(late ? "late" : "on time")}";

    public string CalendarMoved(DateTimeOffset due) => $"By the calendar loaded now it would be {LocalDay.BoundText(due)}; not projected again yet";

    public string Basis(TermBasis basis) => basis.Kind == BasisKind.Text
        ? $"Basis: the policy's text, {basis.RuleId} {basis.Clause}"
        : $"Basis: {Assumed}{Named(basis.Parameter)}, the text gives no limit; related clause {basis.RuleId} {basis.Clause}";

    public string Notices(string notices) => $"Calendar: {notices}";

    private static string Named(string? parameter) => parameter is null ? "" : $", parameter {parameter}";

    private static string Roll(DayCounting? days) =>
        days?.Roll == AnnounceRoll.WorkingDay ? "rolling to the first working day" : "no roll over days off";

    private static string FirstDay(DayCounting? days) => days?.CountsFirstDay == true ? "the opening day counted" : "the opening day not counted";

    private static string Ends(DayCounting? days) => $"to {(days?.EndsAt is { } time ? $"{time:HH\\:mm}" : "24:00")} of the last day";

    private static string Hours(WorkingHours hours) =>
        $"working hours {hours}" + (hours.IsDefault ? $" ({Assumed}, parameter {WorkingHours.Parameter})" : "");

    private static string Act(TermEntry entry, BudgetUnit unit) => entry.Kind switch
    {
        TermPause.Suspended => "suspended",
        TermPause.Resumed => "resumed",
        TermPause.Extended => $"extended by {Amount(new(entry.Amount, unit))}",
        TermPause.Reprojected => $"projected again with calendar version {entry.Amount}",
        TermPause.Granted => $"granted until {LocalDay.BoundText(entry.NewDue)}",
        TermPause.Lifted => "lifted",
        TermPause.Missed => "missed",
        _ => throw new InvalidOperationException($"Unknown ledger entry {entry.Kind}."),
    };

    private static string Amount(TermBudget budget)
    {
        var unit = budget.Unit switch
        {
            BudgetUnit.Hours => "hour",
            BudgetUnit.WorkingHours => "working hour",
            BudgetUnit.WorkingDays => "working day",
            _ => "calendar day",
        };
        return budget.Amount == 1 ? $"1 {unit}" : $"{budget.Amount} {unit}s";
    }

    private static string Left(long units, BudgetUnit unit) => unit switch
    {
        BudgetUnit.Hours => Time(TimeSpan.FromTicks(units)),
        BudgetUnit.WorkingHours => $"{Time(TimeSpan.FromTicks(units))} of work",
        _ => Amount(new((int)units, unit)),
    };

    private static string Time(TimeSpan time) => ((long)time.TotalHours, time.Minutes) switch
    {
        (0, 0) => "less than a minute",
        (0, var minutes) => $"{minutes} min",
        (var hours, 0) => $"{hours} h",
        var (hours, minutes) => $"{hours} h {minutes} min",
    };
}
