using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>An instant at which a term tells somebody something.</summary>
/// <param name="Term">The term's id.</param>
/// <param name="Kind">Which rung.</param>
/// <param name="At">When it takes effect, UTC.</param>
public sealed record Rung(string Term, RungKind Kind, DateTimeOffset At)
{
    /// <summary>Which reminder besides the ladder it is (提醒次序): minus the working days before the due, or its number while overdue; 0 for a rung of the ladder.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Step { get; init; }
}

/// <summary>
/// Where the rungs stand around the due (阶梯间隔). Parameters: the policy gives none, so every default is assumed.
/// </summary>
/// <param name="DueSoonBefore">
/// How long before the due a reminder goes out; never earlier than half of the time between opening and due, so that a term
/// of two hours does not warn at its opening.
/// </param>
/// <param name="CommunityAfter">How long after the due the community hears; 0 is at the due.</param>
/// <param name="TownshipAfter">How long after the due the township hears.</param>
/// <param name="CountyAfter">How long after the due the county hears.</param>
/// <param name="EscalateAfter">How long after the due it is escalated; null for terms that are not. SM1 row E: the full limit.</param>
public sealed record RungOffsets(TimeSpan DueSoonBefore, TermBudget CommunityAfter, TermBudget TownshipAfter, TermBudget CountyAfter, TermBudget? EscalateAfter = null)
{
    /// <summary>The parameter's name where an answer rests on the assumed default.</summary>
    public const string Parameter = "RungOffsets";

    /// <summary>Assumed default for terms in days: a day before; at the due; one and three working days after.</summary>
    public static RungOffsets Ordinary { get; } =
        new(TimeSpan.FromHours(24), new(0, BudgetUnit.WorkingDays), new(1, BudgetUnit.WorkingDays), new(3, BudgetUnit.WorkingDays));

    /// <summary>Assumed default for terms in hours: half an hour before; at the due; one and two hours after.</summary>
    public static RungOffsets Urgent { get; } =
        new(TimeSpan.FromMinutes(30), new(0, BudgetUnit.Hours), new(1, BudgetUnit.Hours), new(2, BudgetUnit.Hours));

    /// <summary>The assumed default that fits: <see cref="Urgent"/> for elapsed hours and for every term of an emergency, otherwise <see cref="Ordinary"/>.</summary>
    public static RungOffsets For(TermBudget budget, bool emergency = false) => emergency || budget.Unit == BudgetUnit.Hours ? Urgent : Ordinary;
}
