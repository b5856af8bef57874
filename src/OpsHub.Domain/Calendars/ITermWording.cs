using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>The phrases of an explanation in one language (期限说明用语).</summary>
internal interface ITermWording
{
    string Semicolon { get; }

    string Comma { get; }

    string FullStop { get; }

    string Opening(Term term);

    string Budget(Term term);

    string Counted(string days);

    string NotCounted(string days);

    string Day(MeteredDay day, OfficialDay? arranged);

    string Range(DateOnly first, DateOnly last);

    string Off(DateOnly first, DateOnly last, ImmutableList<string> festivals);

    string Closure(LocalClosure closure);

    string Entry(TermEntry entry, BudgetUnit unit);

    string Suspended(long unitsLeft, BudgetUnit unit);

    string Due(DateTimeOffset due);

    string Provisional(DateOnly horizon);

    string Done(DateTimeOffset at, bool late);

    string CalendarMoved(DateTimeOffset due);

    string Basis(TermBasis basis);

    string Notices(string notices);
}
