using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What the shell knows of the agency when its year opens (派驻机构概况).</summary>
public sealed record AgencyFacts(OrganCode Code, OrganCode Department, UnitCode Host, ImmutableList<UnitCode> Served);

/// <summary>All that a decision about an agency's year rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="Calendar">Official calendar.</param>
/// <param name="Hours">Working hours.</param>
/// <param name="Rules">Rule set in force on <see cref="AssessmentRules.DayFor"/>; a year keeps the one by which its assessment opened.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have.</param>
public sealed record AgencyYearContext(Actor Actor, DateTimeOffset Now, OfficialCalendar Calendar, WorkingHours Hours, AssessmentRules Rules, long NextSequence)
{
    /// <summary>The agency as it is registered; null when there is none. For <see cref="OpenYear"/>.</summary>
    public AgencyFacts? Agency { get; init; }

    /// <summary>What an organ is called (名称), for refusals.</summary>
    public Func<OrganCode, string> NameOf { get; init; } = organ => organ.Value;

    internal string Name(UnitCode township) => NameOf(OrganCode.Of(township));

    /// <param name="state">The year, or null before it is open.</param>
    /// <param name="stem">What kind of term; the id counts on from those there are.</param>
    /// <param name="name">What must be done.</param>
    /// <param name="holder">Who must do it.</param>
    /// <param name="budget">How much time.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="parameter">The parameter that holds the figure.</param>
    /// <param name="offset">How many of the stem are opened before this one at the same time.</param>
    internal Term Open(AgencyYear? state, string stem, string name, OrganCode holder, TermBudget budget, string rule, string parameter, int offset = 0)
    {
        var count = (state?.Terms.Count(t => AgencyYearTerms.Stem(t) == stem) ?? 0) + offset;
        var kind = (state?.Rules ?? Rules).BasisOf(parameter);
        return Terms.Open(
            count == 0 ? stem : $"{stem}-{count + 1}", name, holder.Value, Now, NextSequence, budget, new(rule, AssessmentRefusals.ClauseOf(rule), kind, parameter), Calendar, Hours);
    }

    /// <summary>The open terms of a stem, or of one holder of it, done now.</summary>
    internal ImmutableList<Term> Done(AgencyYear state, string stem, string? holder = null) => state.Terms
        .FindAll(t => t.IsOpen && AgencyYearTerms.Stem(t) == stem && (holder is null || t.Holder == holder)).ConvertAll(t => Terms.Complete(t, Now));
}
