using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Rules;

/// <summary>Root queries for the rules. Part 4, reads, «Parameters and calendar»: all but walls.</summary>
internal sealed class RuleQueries(IRuleBook rules, IHubDirectory directory, IGrainFactory grains, TracePages traces, HubClock clock) : IRootFields<HubQuery>
{
    public void AddTo(HubQuery query)
    {
        query.AskOne<RulesType>("rules", "The rules that new cases begin with (规则集), of a county or the city, today or on another day as far as it is announced.",
                (context, viewer) => new(On(context, viewer)))
            .Argument<StringGraphType>("county", "Code of a county (县市区), 6 digits, for its own settings and sub-codes; the city's view when left out.")
            .Argument<DayType>("on", "The day; today when left out.");
        query.AskOne<RuleChangeConnectionType>("ruleChanges", "Changes of the rules, oldest version first (规则变更): the history, and what is announced. G010.",
                (context, viewer) => new(Changes(context, viewer)))
            .Argument<StringGraphType>("county", "Only those that hold in this county: the city's and its own.")
            .Argument<BooleanGraphType>("announced", "True: only those that are not in force yet. False: only those that are.")
            .Paged();
        query.AskOne<Cases.TraceConnectionType>("rulesTrace", "The trace of the rules (留痕), oldest first by sequence. G019, G021. NOT_FOUND for those who read no trace of the city.",
                (context, viewer) => directory.City is { } city && Domain.Accounts.ReadAccess.Trace(viewer.Actor, city, directory.IsWithin)
                    ? traces.Page(context, GrainKeys.Rules(city), grains.Rules(city).Trace)
                    : throw RequestError.NotFound("trace of the rules"))
            .Paged().WithCost(FieldMarks.OneQuestion);
    }

    internal static UnitCode? County(IResolveFieldContext context, IHubDirectory directory) => context.GetArgument<string?>("county") is not { Length: > 0 } code ? null
        : UnitCode.TryParse(code, out var county) && county.Level == UnitLevel.County && directory.Unit(county) is not null ? county
        : throw RequestError.Input("county", "county is the code of a county, 6 digits.");

    internal static void Require(Viewer viewer)
    {
        if (!RuleAccess.Reads(viewer.Actor))
            throw RequestError.NotFound("set of rules");
    }

    private RulesOnDay On(IResolveFieldContext context, Viewer viewer)
    {
        Require(viewer);
        var (day, county, versions) = (context.GetArgument<DateOnly?>("on") ?? LocalDay.Of(clock.Now), County(context, directory), rules.Versions);
        return new(versions.At(int.MaxValue, day, county), day, county, versions.Newest, versions.CalendarVersion);
    }

    private Connection<RuleChange> Changes(IResolveFieldContext context, Viewer viewer)
    {
        Require(viewer);
        var (today, county, announced) = (LocalDay.Of(clock.Now), County(context, directory), context.GetArgument<bool?>("announced"));
        var found = rules.Versions.Changes.FindAll(c => (county is null || c.County is null || c.County == county) && (announced is null || c.EffectiveFrom > today == announced));
        return ListPages.Of("rule-changes", found, c => c.Version.ToString("D9", CultureInfo.InvariantCulture), Paging.Read(context), clock.Now);
    }
}
