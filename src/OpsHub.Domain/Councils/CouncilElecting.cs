using System.Collections.Immutable;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Councils;

/// <summary>Decides the steps of an election (选举规则): Nominated, BallotOpen, Counted, Elected or Tie. C009, C050, C082.</summary>
public static class CouncilElecting
{
    /// <summary>The most candidates.</summary>
    public const int MostCandidates = 20;

    /// <summary>The most residents entitled to vote.</summary>
    public const int MostElectors = 200_000;

    /// <summary>From which stages each step may be taken; null stands for no election yet.</summary>
    public static readonly ImmutableDictionary<Type, ImmutableList<ElectionStage?>> Table = new Dictionary<Type, ImmutableList<ElectionStage?>>
    {
        [typeof(NominateCouncilHead)] = [null, ElectionStage.Nominated, ElectionStage.Elected],
        [typeof(OpenCouncilBallot)] = [ElectionStage.Nominated, ElectionStage.Tie],
        [typeof(CountCouncilBallots)] = [ElectionStage.BallotOpen],
    }.ToImmutableDictionary();

    internal static Decision<CouncilEvent> Nominate(Council council, NominateCouncilHead c, CouncilFacts facts) =>
        Stage(council, c) is { } wrong ? wrong
        : c.Electorate != Electorate.Residents ? new Refusal("ELECTORATE_NOT_RESIDENTS", "C082", "二(二)1", "electorate",
            "议事会主要负责人由村（居）民选举产生，不能只由议事会成员或代表选举", "The council's head is elected by the residents, not among members or representatives")
        : c.Electors is < 1 or > MostElectors ? CouncilRefusals.Input("electors", "C082", "二(二)1", $"选民人数须为 1 至 {MostElectors}", $"Electors are 1 to {MostElectors}")
        : c.Candidates.Count is < 1 or > MostCandidates ? CouncilRefusals.Input("candidates", "C009", "二(二)1", $"候选人须为 1 至 {MostCandidates} 人", $"There are 1 to {MostCandidates} candidates")
        : c.TermEnd <= c.TermStart || c.TermEnd < facts.Today ? CouncilRefusals.Input("termEnd", "C009", "二(二)1", "任期止日须晚于起日，且不早于今天", "The term ends after it starts, and not before today")
        : new HeadNominated(new(ElectionStage.Nominated, [.. c.Candidates.Select((office, i) => new Candidate(((char)('A' + i)).ToString(), office))], c.Electors, c.TermStart, c.TermEnd));

    // After a tie those that tied stand again; assumed.
    internal static Decision<CouncilEvent> Open(Council council, OpenCouncilBallot c) =>
        Stage(council, c) is { } wrong ? wrong
        : !c.Secret ? new Refusal("BALLOT_NOT_SECRET", "C009", "二(二)1", "secret", "选举须采取无记名投票", "The election is by secret ballot")
        : council.Election is var election && election!.Stage == ElectionStage.Tie
            ? new BallotOpened(election.Round + 1, [.. Winners(election.Candidates).Select(w => w with { Votes = null })])
            : new BallotOpened(1, election.Candidates);

    internal static Decision<CouncilEvent> Count(Council council, CountCouncilBallots c, CouncilFacts facts)
    {
        if (Stage(council, c) is { } wrong)
            return wrong;
        var election = council.Election!;
        var labels = election.Candidates.ConvertAll(k => k.Label);
        if (c.Tallies.Count != labels.Count || !c.Tallies.Select(t => t.Candidate).Order(StringComparer.Ordinal).SequenceEqual(labels.Order(StringComparer.Ordinal)))
            return CouncilRefusals.Input("tallies", "C009", "二(二)1", $"须按候选人代号 {string.Join("、", labels)} 各报一次得票数", $"One tally for each candidate by label: {string.Join(", ", labels)}");
        if (c.Invalid < 0 || c.Tallies.Exists(t => t.Votes < 0))
            return CouncilRefusals.Input("tallies", "C009", "二(二)1", "得票数不能为负", "Votes are not negative");
        var ballots = c.Tallies.Sum(t => (long)t.Votes) + c.Invalid;
        if (ballots == 0)
            return CouncilRefusals.Input("tallies", "C009", "二(二)1", "没有收回选票", "No ballot was returned");
        if (ballots > election.Electors)
            return new Refusal("BALLOTS_EXCEED_ELECTORS", "C050", "二(四)", "tallies", $"选票 {ballots} 张多于选民 {election.Electors} 人：一人一票", $"{ballots} ballots of {election.Electors} electors: one person, one ballot");
        var counted = election.Candidates.ConvertAll(k => k with { Votes = c.Tallies.Find(t => t.Candidate == k.Label)!.Votes });
        var winners = Winners(counted);
        // Without a vote nobody has the most: the ballot is held again.
        CouncilEvent outcome = winners is [{ Votes: > 0 } winner]
            ? new HeadElected(winner.Label, new(facts.Today, winner.Office, election.TermStart, election.TermEnd))
            : new ElectionTied(winners.ConvertAll(w => w.Label));
        return ImmutableList.Create<CouncilEvent>(new BallotsCounted(counted, c.Invalid), outcome);
    }

    private static ImmutableList<Candidate> Winners(ImmutableList<Candidate> candidates) => candidates.FindAll(k => k.Votes == candidates.Max(o => o.Votes));

    private static Refusal? Stage(Council council, CouncilCommand command) => Table[command.GetType()].Contains(council.Election?.Stage) ? null : new Refusal(
        RefusalCodes.WrongState, "C009", "二(二)1", null, "选举所处环节不允许这一步", $"The election is {council.Election?.Stage.ToString() ?? "not begun"}; {command.GetType().Name} is not permitted now");
}
