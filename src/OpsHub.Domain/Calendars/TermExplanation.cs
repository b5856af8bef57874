namespace OpsHub.Domain.Calendars;

internal static class TermExplanation
{
    internal static string Of(Term term, OfficialCalendar calendar, Language language) => $"{term.Name} {LocalDay.BoundText(term.Due)} {calendar.Version} {language}";
}
