using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

internal sealed class TermWordingZh : ITermWording
{
    private const string Assumed = "本系统默认值";

    public string Semicolon => "；";

    public string Comma => "、";

    public string FullStop => "。";

    public string Opening(Term term) =>
        $"「{term.Name}」（责任主体：{term.Holder}）自 {LocalDay.Text(term.OpenedAt)} 起算（留痕第 {term.OpenedBy} 条）";

    public string Budget(Term term) => term.Budget switch
    {
        { Unit: BudgetUnit.Hours } budget => $"时限 {Amount(budget)}，昼夜连续计时，进位至整分",
        { Unit: BudgetUnit.WorkingHours } budget => $"时限 {Amount(budget)}，{Hours(term.Hours ?? WorkingHours.Default)}，进位至整分",
        { Unit: BudgetUnit.SameOrNextDay } => $"时限为当日或者次日，按日历日计，{Roll(term.Days)}，{Ends(term.Days)}",
        { Unit: BudgetUnit.CalendarDays } budget => $"时限 {Amount(budget)}，{FirstDay(term.Days)}，遇休假日不顺延，{Ends(term.Days)}",
        var budget => $"时限 {Amount(budget)}，{FirstDay(term.Days)}，{Ends(term.Days)}",
    };

    public string Counted(string days) => $"计入 {days}";

    public string NotCounted(string days) => $"不计 {days}";

    public string Day(MeteredDay day, OfficialDay? arranged) =>
        $"{LocalDay.Text(day.Day)}（周{"日一二三四五六"[(int)day.Day.DayOfWeek]}"
        + (arranged is { Kind: DayKind.MakeupWorkday } ? $"，{arranged.Name}调休上班" : "")
        + (day.Time > TimeSpan.Zero ? $"，{Time(day.Time)}）" : "）");

    public string Range(DateOnly first, DateOnly last) =>
        first == last ? LocalDay.Text(first) : $"{LocalDay.Text(first)} 至 {LocalDay.Text(last)}";

    public string Off(DateOnly first, DateOnly last, ImmutableList<string> festivals) =>
        $"{Range(first, last)}（{(festivals.IsEmpty ? "周末" : string.Join("、", festivals))}）";

    public string Closure(LocalClosure closure) => $"{closure.County} 临时停工：{closure.Reason}，{Assumed}";

    public string Entry(TermEntry entry, BudgetUnit unit) =>
        $"{LocalDay.Text(entry.At)} {Act(entry, unit)}（留痕第 {entry.By} 条，理由：{entry.Reason}"
        + (entry.FormerDue == entry.NewDue ? "）" : $"；原截止 {LocalDay.BoundText(entry.FormerDue)}，改为 {LocalDay.BoundText(entry.NewDue)}）");

    public string Suspended(long unitsLeft, BudgetUnit unit) => $"现已中止，尚余 {Left(unitsLeft, unit)}，截止时间待恢复后推算";

    public string Due(DateTimeOffset due) => $"截止 {LocalDay.BoundText(due)}";

    public string Provisional(DateOnly horizon) =>
        horizon == DateOnly.MinValue
            ? "暂定：官方日历尚未载入，按周一至周五推算，载入后重新推算"
            : $"暂定：官方日历只到 {LocalDay.Text(horizon)}，未覆盖的日期按周一至周五推算，载入后重新推算";

    public string Done(DateTimeOffset at, bool late) => $"已于 {LocalDay.Text(at)} 办结，{(late ? "逾期" : "按时")}";

    public string CalendarMoved(DateTimeOffset due) => $"按现行日历应为 {LocalDay.BoundText(due)}，尚未重新推算";

    public string Basis(TermBasis basis) => basis.Kind == BasisKind.Text
        ? $"依据：文件规定，{basis.RuleId} {basis.Clause}"
        : $"依据：{Assumed}{Named(basis.Parameter)}，文件未规定期限；相关条款 {basis.RuleId} {basis.Clause}";

    public string Notices(string notices) => $"日历：{notices}";

    private static string Named(string? parameter) => parameter is null ? "" : $"（参数 {parameter}）";

    private static string Roll(DayCounting? days) =>
        days?.Roll == AnnounceRoll.WorkingDay ? "遇休假日顺延至首个工作日" : "遇休假日不顺延";

    private static string FirstDay(DayCounting? days) => days?.CountsFirstDay == true ? "起算当日计入" : "起算当日不计";

    private static string Ends(DayCounting? days) => $"最后一日 {(days?.EndsAt is { } time ? $"{time:HH\\:mm}" : "24:00")} 截止";

    private static string Hours(WorkingHours hours) =>
        $"工作时间 {hours}" + (hours.IsDefault ? $"（{Assumed}，参数 {WorkingHours.Parameter}）" : "");

    private static string Act(TermEntry entry, BudgetUnit unit) => entry.Kind switch
    {
        TermPause.Suspended => "中止",
        TermPause.Resumed => "恢复",
        TermPause.Extended => $"延长 {Amount(new(entry.Amount, unit))}",
        TermPause.Reprojected => $"按第 {entry.Amount} 版日历重新推算",
        TermPause.Granted => $"批准至 {LocalDay.BoundText(entry.NewDue)}",
        TermPause.Lifted => "解除",
        TermPause.Missed => "未完成",
        _ => throw new InvalidOperationException($"Unknown ledger entry {entry.Kind}."),
    };

    private static string Amount(TermBudget budget) => budget.Unit switch
    {
        BudgetUnit.Hours => $"{budget.Amount} 小时",
        BudgetUnit.WorkingHours => $"{budget.Amount} 个工作小时",
        BudgetUnit.WorkingDays => $"{budget.Amount} 个工作日",
        _ => $"{budget.Amount} 个日历日",
    };

    private static string Left(long units, BudgetUnit unit) => unit switch
    {
        BudgetUnit.Hours => Time(TimeSpan.FromTicks(units)),
        BudgetUnit.WorkingHours => $"{Time(TimeSpan.FromTicks(units))}工作时间",
        _ => Amount(new((int)units, unit)),
    };

    private static string Time(TimeSpan time) => ((long)time.TotalHours, time.Minutes) switch
    {
        (0, 0) => "不足 1 分",
        (0, var minutes) => $"{minutes} 分",
        (var hours, 0) => $"{hours} 小时",
        var (hours, minutes) => $"{hours} 小时 {minutes} 分",
    };
}
