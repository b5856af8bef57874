using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Calendars;

/// <summary>A day of the official calendar.</summary>
internal sealed record CalendarDay(DateOnly Date, OfficialCalendar Calendar);

/// <summary>A day of the official calendar.</summary>
internal sealed class CalendarDayType : Described<CalendarDay>
{
    public CalendarDayType() : base("CalendarDay", "A day by the official calendar (工作日历): the State Council's yearly notice, otherwise the weekday.")
    {
        One<DayType>("date", "The day in Asia/Shanghai.", d => d.Date);
        One<BooleanGraphType>("isWorkingDay", "True on a working day (工作日), make-up working days among them.", d => d.Calendar.IsWorkingDay(d.Date));
        Maybe<StringGraphType>("name", "Festival that the day belongs to (节日), in Chinese; null on days that no notice arranges.", d => d.Calendar.Find(d.Date)?.Name);
        One<DayType>("horizon", "Last day that official notices cover (覆盖期限); terms beyond it are provisional.", d => d.Calendar.Horizon);
        One<BooleanGraphType>("covered", "False when the day's year has no notice yet, so that only the weekday counts.", d => d.Calendar.Covers(d.Date));
    }
}

/// <summary>What a term rests on.</summary>
internal sealed class BasisKindType() : EnumType<BasisKind>("BasisKind", "What a figure rests on (依据).",
    ("TEXT", BasisKind.Text, "The policy's own text (文件规定)."),
    ("ASSUMED", BasisKind.Assumed, "Our default, because the text gives no figure (本系统默认值)."));

/// <summary>Rungs of a term's ladder.</summary>
internal sealed class RungKindType() : EnumType<RungKind>("RungKind", "A rung of a term's ladder (期限台阶); each takes effect once, in this order.",
    ("DUE_SOON", RungKind.DueSoon, "Due soon (临期)."),
    ("DUE", RungKind.Due, "Due now (到期)."),
    ("OVERDUE_COMMUNITY", RungKind.OverdueCommunity, "Overdue, told to the community (超期报社区)."),
    ("OVERDUE_TOWNSHIP", RungKind.OverdueTownship, "Overdue, told to the township (超期报乡镇街道)."),
    ("OVERDUE_COUNTY", RungKind.OverdueCounty, "Overdue, told to the county (超期报县市区)."),
    ("ESCALATED", RungKind.Escalated, "Overdue by a full limit: escalated to the county's board (超期升级). SM1.E."),
    ("SUSPENSION_ENDS", RungKind.SuspensionEnds, "A suspension's limit is reached: the term resumes (中止届满)."));
