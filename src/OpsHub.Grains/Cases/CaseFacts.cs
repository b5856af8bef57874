using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Cases;

/// <summary>Gathers what a decision about a case rests on: placement, number, organs. Looks up, decides nothing.</summary>
internal sealed class CaseFacts(IHubDirectory directory, IRuleBook rules, CaseNumbers numbers)
{
    public async ValueTask<CaseContext> For(CaseCommand command, CommandContext context, Standing<Case> standing)
    {
        var facts = new CaseContext(context.Actor, standing.Now, rules.Current, standing.NextSequence);
        return command switch
        {
            ReportCase report when directory.Place(report.Grid) is { } place =>
                facts with { Placement = place, Number = await numbers.Next(place.City, standing.Now) },
            DispatchCase dispatch => facts with { Organs = Organs(dispatch.Parties.Select(p => p.Organ), standing.State) },
            RedispatchCase dispatch => facts with { Organs = Organs(dispatch.Parties.Select(p => p.Organ), standing.State) },
            FeedBackCase => facts with { Organs = Organs([context.Actor.Organ], standing.State) },
            _ => facts,
        };
    }

    private ImmutableDictionary<OrganCode, OrganFacts> Organs(IEnumerable<OrganCode> named, Case? state) =>
        state is null
            ? ImmutableDictionary<OrganCode, OrganFacts>.Empty
            : named.Distinct().ToImmutableDictionary(o => o, o => Of(o, state.Placement, state.Category));

    private OrganFacts Of(OrganCode organ, Placement place, string category)
    {
        var agency = organ.Kind == OrganKind.Agency ? directory.Agency(organ) : null;
        var (exists, serves) = organ.Kind switch
        {
            OrganKind.Agency => (agency is not null, agency?.Served.Contains(place.Township) ?? false),
            OrganKind.Department => (rules.Departments.ContainsKey(organ.DepartmentId!) && directory.Unit(organ.Unit) is { EndedOn: null }, place.IsWithin(organ.Unit)),
            _ => (directory.Unit(organ.Unit) is { EndedOn: null }, place.IsWithin(organ.Unit)),
        };
        return new(organ, exists, serves, exists && rules.Current.Cases.HoldsPower(organ, category, agency?.Powers ?? []));
    }
}
