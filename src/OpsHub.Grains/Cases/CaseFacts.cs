using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
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
            DispatchCase dispatch => facts with { Organs = Organs(dispatch.Parties, standing.State) },
            RedispatchCase dispatch => facts with { Organs = Organs(dispatch.Parties, standing.State) },
            _ => facts,
        };
    }

    /// <summary>What a report is told of a case that exists. A grid that is no longer in force is still where its case lies.</summary>
    public Beginning<Case> Beginning(ReportCase report, Actor actor) => new(
        state => CaseAccess.ReportAgain(actor, report, directory.Place(report.Grid) ?? (state.Placement.Grid == report.Grid ? state.Placement : null)),
        state => CaseAccess.Reads(actor, directory.Place(state.Placement.Grid) ?? state.Placement, state.Lead, state.Assists, state.Holder));

    private ImmutableDictionary<OrganCode, OrganFacts> Organs(ImmutableList<DispatchParty> parties, Case? state) =>
        state is null
            ? ImmutableDictionary<OrganCode, OrganFacts>.Empty
            : parties.Select(p => p.Organ).Distinct().ToImmutableDictionary(o => o, o => Of(o, state.Placement));

    private OrganFacts Of(OrganCode organ, Placement place) => organ.Kind switch
    {
        OrganKind.Agency => directory.Agency(organ) is { } agency
            ? new(organ, true, agency.Served.Contains(place.Township), Powers: agency.Powers)
            : new(organ, false, false),
        // A department holds its powers by law; which ones is recorded with the rest of SM1.
        OrganKind.Department => rules.Departments.ContainsKey(organ.DepartmentId!)
            ? new(organ, directory.Unit(organ.Unit) is { EndedOn: null }, place.IsWithin(organ.Unit), Powers: true)
            : new(organ, false, false),
        _ => new(organ, directory.Unit(organ.Unit) is { EndedOn: null }, place.IsWithin(organ.Unit)),
    };
}
