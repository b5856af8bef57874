using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>Which steps an actor may take with a community's council (议事会可办步骤), by <see cref="CouncilAccess"/> as decisions go by it. C008-C011, C082.</summary>
public static class CouncilMoves
{
    /// <summary>The steps: to establish it while there is none, else those that its stage permits.</summary>
    /// <param name="council">The council; null before it is established.</param>
    /// <param name="community">Whose it is.</param>
    /// <param name="actor">Who would act.</param>
    /// <param name="today">The local day.</param>
    /// <param name="isWithin">Parents in force.</param>
    public static ImmutableList<OfferedCouncilMove> Of(Council? council, UnitCode community, Actor actor, DateOnly today, IsWithin isWithin) => council is not null
        ? CouncilAccess.Moves(actor, council, isWithin).ConvertAll(c => Offer(c, council, today))
        : CouncilAccess.May(actor, community, typeof(EstablishCouncil), isWithin) is null ? [Offer(typeof(EstablishCouncil), null, today)] : [];

    private static OfferedCouncilMove Offer(Type command, Council? council, DateOnly today) => command.Name switch
    {
        nameof(EstablishCouncil) => new(command, "C008", [new("on", CouncilInputKind.Day, Before: today), CouncilMoveInput.Text("record", 200)]),
        nameof(SetCouncilHall) => new(command, "C011", [CouncilMoveInput.Choice<VenueKind>("venue"), CouncilMoveInput.Text("place", 200)]),
        nameof(SetCouncilMembers) => new(command, "C010", [Lines("members", CouncilInputKind.MemberCounts, ApiNames.All<CouncilMemberClass>()) with { Max = Enum.GetValues<CouncilMemberClass>().Length }]),
        nameof(NominateCouncilHead) => new(command, "C082",
        [
            // Residents elect, and nobody else: there is nothing to choose.
            CouncilMoveInput.Choice("electorate", ApiNames.Of(nameof(Electorate.Residents))), new("electors", CouncilInputKind.Number, Max: CouncilElecting.MostElectors, Min: 1),
            Lines("candidates", CouncilInputKind.Offices, ApiNames.All<HeadOffice>()) with { Max = CouncilElecting.MostCandidates },
            new("termStart", CouncilInputKind.Day), new("termEnd", CouncilInputKind.Day, After: today.AddDays(-1)),
        ]),
        nameof(OpenCouncilBallot) => new(command, "C009", [new("secret", CouncilInputKind.Flag)]),
        nameof(CountCouncilBallots) => new(command, "C009", [Tallies(council!.Election!), new("invalid", CouncilInputKind.Number, false, council.Election!.Electors, 0)]),
        _ => throw new InvalidOperationException($"{command.Name} is no step of a council."),
    };

    private static CouncilMoveInput Lines(string name, CouncilInputKind kind, ImmutableList<string> choices) => new(name, kind, Min: 1, Choices: choices);

    // One line for each candidate.
    private static CouncilMoveInput Tallies(CouncilElection election) =>
        new("tallies", CouncilInputKind.Tallies, Max: election.Candidates.Count, Min: election.Candidates.Count, Choices: election.Candidates.ConvertAll(c => c.Label));
}
