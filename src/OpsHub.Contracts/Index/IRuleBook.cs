using System.Collections.ObjectModel;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;

namespace OpsHub.Contracts.Index;

/// <summary>The rules as this process knows them (规则集): what the hub came with, and every change since. A change made elsewhere is known within seconds,
/// one announced for a later day holds from its midnight.</summary>
public interface IRuleBook
{
    /// <summary>The city's view of the rules in force today; replaced as a whole. Counties' own sub-codes are among its categories.</summary>
    RuleBook Current { get; }

    /// <summary>Departments by id (<c>D12</c>), with their names.</summary>
    IReadOnlyDictionary<string, Department> Departments { get; }

    /// <summary>The catalogue of the rules by id (规则目录).</summary>
    IReadOnlyDictionary<string, PolicyRule> Catalogue => ReadOnlyDictionary<string, PolicyRule>.Empty;

    /// <summary>Every version that is known.</summary>
    RuleVersions Versions => new(Current, []);

    /// <summary>Waits until a version is known, and until any is: nothing is decided by a version that this process doesn't know.</summary>
    /// <param name="version">The version.</param>
    /// <param name="city">The city whose rules they are.</param>
    ValueTask Know(int version, UnitCode city) => ValueTask.CompletedTask;
}

/// <summary>Which of the rules hold for what.</summary>
public static class RuleBooks
{
    /// <summary>Those of a county on a day: what a new case begins with.</summary>
    public static RuleBook On(this IRuleBook rules, DateOnly day, UnitCode county) => rules.Versions.At(int.MaxValue, day, county);

    /// <summary>The newest calendar as an organ has it: with the closures of the county that it lies in; the city's own where it lies in none.</summary>
    public static OfficialCalendar CalendarOf(this IRuleBook rules, OrganCode organ, IHubDirectory directory)
    {
        foreach (var unit in directory.Upwards(organ.Unit))
        {
            if (unit.Level == UnitLevel.County)
                return rules.Current.Calendar.For(unit.Value);
        }

        return rules.Current.Calendar;
    }

    /// <summary>Those of the version that a case began with, as the county has them in which it was placed last, under the newest calendar of the county that has it now. Once it was
    /// handed over to another county (G011), terms that open go by that one's limits and parameters, and so do the rungs ahead; a running term keeps the limit it began with.</summary>
    public static RuleBook Of(this IRuleBook rules, Case state, UnitCode county) => Of(rules, state.Rules, LocalDay.Of(state.ReportedAt), state.Placement.County, county);

    /// <summary>Those that a consultation began with, likewise.</summary>
    public static RuleBook Of(this IRuleBook rules, Consultation state, UnitCode county) => Of(rules, state.Rules, LocalDay.Of(state.BeganAt), state.Place.County, county);

    private static RuleBook Of(IRuleBook rules, int version, DateOnly day, UnitCode began, UnitCode county)
    {
        var own = rules.Versions.At(version, day, began);
        return county == began ? own : own with { Calendar = rules.Versions.At(version, day, county).Calendar };
    }
}

/// <summary>What the hub came with (初始规则): version 1.</summary>
public interface ISeedRules
{
    /// <summary>Calendar, categories, limits, parameters.</summary>
    RuleBook Seed { get; }

    /// <summary>Departments by id.</summary>
    IReadOnlyDictionary<string, Department> Departments { get; }

    /// <summary>The catalogue of the rules by id.</summary>
    IReadOnlyDictionary<string, PolicyRule> Catalogue => ReadOnlyDictionary<string, PolicyRule>.Empty;
}

/// <summary>A kind of department (职能部门).</summary>
/// <param name="Id">Id, e.g. <c>D12</c>.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
public sealed record Department(string Id, string Name, string NameEn);
