using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Rules;

/// <summary>Units of time.</summary>
internal sealed class BudgetUnitType() : EnumType<BudgetUnit>("BudgetUnit", "What a limit is counted in (期限单位).",
    ("HOURS", BudgetUnit.Hours, "Elapsed hours, day and night (小时)."),
    ("WORKING_HOURS", BudgetUnit.WorkingHours, "Hours of work on working days (工作小时)."),
    ("WORKING_DAYS", BudgetUnit.WorkingDays, "Working days, the opening day not counted, until 24:00 (工作日)."),
    ("CALENDAR_DAYS", BudgetUnit.CalendarDays, "Calendar days, the opening day not counted, until 24:00 (日历日)."),
    ("SAME_OR_NEXT_DAY", BudgetUnit.SameOrNextDay, "The same or the next calendar day (当日或者次日); of no case."));

/// <summary>Steps with a limit.</summary>
internal sealed class CaseStepType() : EnumType<CaseStep>("CaseStep", "A step of a case that has a limit (环节).",
    ("ACCEPTANCE", CaseStep.Acceptance, "From report to acceptance (受理)."),
    ("TRIAGE", CaseStep.Triage, "From acceptance to triage (研判)."),
    ("ACCEPT_DISPATCH", CaseStep.AcceptDispatch, "From dispatch to the lead unit's acceptance (接单)."),
    ("HANDLING", CaseStep.Handling, "From dispatch to feedback (处置)."),
    ("VERIFICATION", CaseStep.Verification, "From feedback to verification (核查)."));

/// <summary>Kinds of days.</summary>
internal sealed class DayKindType() : EnumType<DayKind>("DayKind", "What the yearly notice makes of a day (节假日安排).",
    ("HOLIDAY", DayKind.Holiday, "Day off (放假)."),
    ("MAKEUP_WORKDAY", DayKind.MakeupWorkday, "Make-up working day (调休上班): a Saturday or Sunday that is worked."));
