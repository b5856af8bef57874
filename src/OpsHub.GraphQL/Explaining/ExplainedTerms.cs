using GraphQL;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Explaining;

/// <summary>Explains a term of a case that the actor may read, by the calendar of the county that has it.</summary>
internal sealed class ExplainedTerms(IGrainFactory grains, IRuleBook rules, IHubDirectory directory, Access access, FreeText text)
{
    public async ValueTask<Explanation?> Explain(IResolveFieldContext context, Viewer viewer, string id, string? term, Language language)
    {
        if (term is null)
            throw RequestError.Input("term", "case goes together with term.");
        if (GlobalId.ReadCase(id) is not { } key || await grains.Case(key).Get().ConfigureAwait(false) is not { } view || !access.Case(viewer.Actor, view))
            return null;
        if (text.Shown(viewer.Actor, view.Case).Terms.Find(t => t.Id == term) is not { } found)
            return null;
        var county = (directory.Place(view.Case.Placement.Grid) ?? view.Case.Placement).County;
        var named = found with { Holder = directory.NameOf(new OrganCode(found.Holder)) };
        return new(
            $"{view.Case.Number} {found.Id}", Terms.Explain(named, rules.Versions.Calendar.For(county.Value), language), found.Basis.Kind,
            rules.Catalogue.GetValueOrDefault(found.Basis.RuleId) is { } rule ? [rule] : []);
    }
}
