using System.Collections.Immutable;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Cases;

/// <summary>Gathers what a decision about a case rests on: placement, number, organs. Looks up, decides nothing.</summary>
internal sealed class CaseFacts(IHubDirectory directory, IRuleBook rules, IHubIndex index, ISourceSystems systems, CaseNumbers numbers)
{
    public async ValueTask<CaseContext> For(CaseCommand command, CommandContext context, Standing<Case> standing)
    {
        // By parents in force, as those read it who may: when a community moves, the township it moved to takes its cases on.
        var version = directory.Version; // of what is looked up next, or older
        var lies = standing.State is { } known ? directory.InForce(known) : null;
        var place = command is ReportCase report ? directory.Place(report.Grid) : lies?.Placement;
        if ((standing.State?.Placement ?? place) is { City: var city })
            await rules.Know(standing.State?.Rules ?? 1, city);
        var book = standing.State is { } s ? rules.Of(s, directory) : place is null ? rules.Current : rules.On(LocalDay.Of(standing.Now), place.County);
        var facts = new CaseContext(context.Actor, standing.Now, book, standing.NextSequence) { Placement = place, Directory = lies?.Directory ?? version, NameOf = directory.NameOf };
        return command switch
        {
            ReportCase when place is not null => facts with { Number = await numbers.Next(place.City, standing.Now), Systems = systems.Of(context.Actor), GridKind = directory.Unit(place.Grid)?.Kind },
            RelocateCase relocate => facts with { Destination = directory.Place(relocate.Grid), Directory = version },
            DispatchCase dispatch => facts with { Organs = Organs(dispatch.Parties.Select(p => p.Organ), standing.State, place) },
            RedispatchCase dispatch => facts with { Organs = Organs(dispatch.Parties.Select(p => p.Organ), standing.State, place) },
            AssignParts assign => facts with { Organs = Organs(assign.Parties.Select(p => p.Organ), standing.State, place) },
            RecordMeeting meeting => facts with { Organs = Organs(meeting.Attended, standing.State, place) },
            MergeCase merge => facts with { Target = await Target(merge.Target, context.Actor) },
            FeedBackCase => facts with { Organs = Organs([context.Actor.Organ], standing.State, place) },
            _ => facts,
        };
    }

    /// <summary>What a report is told of a case that exists. A grid that is no longer in force is still where its case lies.</summary>
    public Beginning<Case> Beginning(ReportCase report, Actor actor) => new(
        state => CaseAccess.ReportAgain(actor, report, directory.Place(report.Grid) ?? (state.Placement.Grid == report.Grid ? state.Placement : null), systems.Of(actor)));

    // By the index, not by its grain: two cases that are merged into each other would wait for one another.
    private async Task<MergeTarget?> Target(string key, Actor actor)
    {
        if (!GrainKeys.IsCase(key) || (await index.CasesByKey([key])).GetValueOrDefault(key) is not { } row)
            return null;
        var place = directory.InForce(row);
        return CaseAccess.Reads(actor, place, row.Lead, row.Assists, row.Holder, row.Escalation)
            ? new(key, row.Number, row.Grid, row.Category, row.Stage, row.ReportedAt, row.Contribution.Emergency)
            : null;
    }

    private ImmutableDictionary<OrganCode, OrganFacts> Organs(IEnumerable<OrganCode> named, Case? state, Placement? place) =>
        state is null
            ? ImmutableDictionary<OrganCode, OrganFacts>.Empty
            : named.Distinct().ToImmutableDictionary(o => o, o => directory.Facts(rules, o, place ?? state.Placement, state.Category));
}
