using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>All that a decision about the rules rests on besides their changes and the command.</summary>
/// <param name="City">The city whose rules they are.</param>
/// <param name="Actor">Who decides.</param>
/// <param name="Now">The present instant.</param>
/// <param name="Versions">Every version so far.</param>
/// <param name="Departments">Ids of the departments that there are.</param>
/// <param name="Counties">The city's counties in force.</param>
public sealed record RuleFacts(
    UnitCode City, Actor Actor, DateTimeOffset Now, RuleVersions Versions, ImmutableHashSet<string> Departments, ImmutableHashSet<UnitCode> Counties)
{
    // At midnight another process may stand in the next day already: what is decided in a day's last seconds holds from the next.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>The first day that can still be said of a change.</summary>
    public DateOnly Today => LocalDay.Of(Now + Margin);

    /// <summary>The rules with everything that is announced, as a county has them or the city.</summary>
    public CaseRules Announced(UnitCode? county) => Book(county).Cases;

    /// <summary>The whole book with everything that is announced.</summary>
    public RuleBook Book(UnitCode? county) => Versions.At(int.MaxValue, DateOnly.MaxValue, county);
}
