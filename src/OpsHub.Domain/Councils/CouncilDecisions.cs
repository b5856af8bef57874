using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>What a decision about a council rests on besides state and command.</summary>
/// <param name="Community">Whose council.</param>
/// <param name="InForce">The community is in force.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When.</param>
/// <param name="IsWithin">Parents in force.</param>
public sealed record CouncilFacts(UnitCode Community, bool InForce, Actor Actor, DateTimeOffset Now, IsWithin IsWithin)
{
    /// <summary>The local day.</summary>
    public DateOnly Today => LocalDay.Of(Now);
}

/// <summary>Decides commands to councils (议事会规则). C008-C011, C082. Pure.</summary>
public static class CouncilDecisions
{
    private const int MostMembers = 500;

    private static readonly Decision<CouncilEvent> Nothing = Decision<CouncilEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    public static Decision<CouncilEvent> Decide(Council? council, CouncilCommand command, CouncilFacts facts)
    {
        if (!facts.InForce)
            return CouncilRefusals.NoUnit("community", facts.Community);
        if (CouncilAccess.May(facts.Actor, facts.Community, command, facts.IsWithin) is { } refusal)
            return refusal;
        return (council, command) switch
        {
            (null, EstablishCouncil c) => Establish(c, facts),
            (null, _) => CouncilRefusals.NotFound("community", "C008", "二(二)1", "该社区(村)尚未成立议事会", "This community has no council yet"),
            ({ } s, EstablishCouncil c) => s.EstablishedOn == c.On && s.Record == c.Record.Trim() ? Nothing
                : new Refusal(RefusalCodes.Conflict, "C008", "二(二)1", "community", "该社区(村)已成立议事会", "This community has its council already"),
            ({ } s, SetCouncilHall c) => CouncilRefusals.Text("place", c.Place, 200, "C011", "二(二)1") is { } bad ? bad
                : new CouncilHall(c.Venue, c.Place.Trim()) is var hall && s.Hall == hall ? Nothing : new HallSet(hall),
            ({ } s, SetCouncilMembers c) => Members(s, c),
            ({ } s, NominateCouncilHead c) => CouncilElecting.Nominate(s, c, facts),
            ({ } s, OpenCouncilBallot c) => CouncilElecting.Open(s, c),
            ({ } s, CountCouncilBallots c) => CouncilElecting.Count(s, c, facts),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision<CouncilEvent> Establish(EstablishCouncil c, CouncilFacts facts) =>
        CouncilRefusals.Text("record", c.Record, 200, "C008", "二(二)1") is { } bad ? bad
        : c.On > facts.Today ? CouncilRefusals.Input("on", "C008", "二(二)1", "成立日期不能晚于今天", "The day lies in the future")
        : new CouncilEstablished(facts.Community, c.On, c.Record.Trim());

    private static Decision<CouncilEvent> Members(Council council, SetCouncilMembers c)
    {
        var members = c.Members.Sort((a, b) => a.Class.CompareTo(b.Class));
        return members.IsEmpty || members.DistinctBy(m => m.Class).Count() != members.Count || members.Exists(m => m.Count is < 1 or > MostMembers)
            ? CouncilRefusals.Input("members", "C010", "二(二)1", $"每类成员写一次，每类 1 至 {MostMembers} 人", $"Each class once, 1 to {MostMembers} members each")
            : council.Members.SequenceEqual(members) ? Nothing : new MembersSet(members);
    }
}

/// <summary>Decides the steps of an election (选举规则): Nominated, BallotOpen, Counted, Elected or Tie. C009, C050, C082.</summary>
public static class CouncilElecting
{
    /// <summary>The most candidates.</summary>
    public const int MostCandidates = 20;

    private const int MostElectors = 200_000;

    /// <summary>From which stages each step may be taken; null stands for no election yet.</summary>
    public static readonly ImmutableDictionary<Type, ImmutableList<ElectionStage?>> Table = new Dictionary<Type, ImmutableList<ElectionStage?>>
    {
        [typeof(NominateCouncilHead)] = [null, ElectionStage.Nominated, ElectionStage.Tie, ElectionStage.Elected],
        [typeof(OpenCouncilBallot)] = [ElectionStage.Nominated, ElectionStage.Tie],
        [typeof(CountCouncilBallots)] = [ElectionStage.BallotOpen],
    }.ToImmutableDictionary();

    internal static Decision<CouncilEvent> Nominate(Council council, NominateCouncilHead c, CouncilFacts facts) =>
        Stage(council, c) is { } wrong ? wrong
        : c.Electorate != Electorate.Residents ? new Refusal("ELECTORATE_NOT_RESIDENTS", "C082", "二(二)1", "electorate",
            "议事会主要负责人由村(居)民选举产生,不能只由议事会成员或代表选举", "The council's head is elected by the residents, not among members or representatives")
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
            return new Refusal("BALLOTS_EXCEED_ELECTORS", "C050", "二(四)", "tallies", $"选票 {ballots} 张多于选民 {election.Electors} 人:一人一票", $"{ballots} ballots of {election.Electors} electors: one person, one ballot");
        var counted = election.Candidates.ConvertAll(k => k with { Votes = c.Tallies.Find(t => t.Candidate == k.Label)!.Votes });
        var winners = Winners(counted);
        CouncilEvent outcome = winners is [var winner]
            ? new HeadElected(winner.Label, new(facts.Today, winner.Office, election.TermStart, election.TermEnd))
            : new ElectionTied(winners.ConvertAll(w => w.Label));
        return ImmutableList.Create<CouncilEvent>(new BallotsCounted(counted, c.Invalid), outcome);
    }

    private static ImmutableList<Candidate> Winners(ImmutableList<Candidate> candidates) => candidates.FindAll(k => k.Votes == candidates.Max(o => o.Votes));

    private static Refusal? Stage(Council council, CouncilCommand command) => Table[command.GetType()].Contains(council.Election?.Stage) ? null : new Refusal(
        RefusalCodes.WrongState, "C009", "二(二)1", null, "选举所处环节不允许这一步", $"The election is {council.Election?.Stage.ToString() ?? "not begun"}; {command.GetType().Name} is not permitted now");
}

/// <summary>Who acts for a council and who reads it (议事会权限). Part 4 of the rules; who sets what is assumed.</summary>
public static class CouncilAccess
{
    /// <summary>May the actor give this command?</summary>
    public static Refusal? May(Actor actor, UnitCode community, CouncilCommand command, IsWithin isWithin)
    {
        var own = actor.Organ == OrganCode.Of(community);
        var permitted = command switch
        {
            EstablishCouncil => (own && actor.Role is Role.CommunityParty or Role.CommunityCommittee) || (actor.Role == Role.TownshipGovernment && isWithin(community, actor.Organ.Unit)),
            SetCouncilHall or SetCouncilMembers => own && actor.Role is Role.CommunityParty or Role.CommunityCommittee or Role.Council,
            _ => own && actor.Role is Role.CommunityParty or Role.CommunityCommittee,
        };
        return permitted ? null : CouncilRefusals.NotAllowed("C008", "二(二)1", "只有本社区(村)党组织、居(村)委会办理议事会事务;选举不由议事会自己组织",
            "A council's affairs are those of the community's party organisation and committee; it does not hold its own election");
    }

    /// <summary>May the actor read the council? Everyone of the community, and those over it. C002.</summary>
    public static bool Reads(Actor actor, UnitCode community, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.AgencyStaff or Role.Department or Role.WallKey or Role.Hotline => false,
        _ => actor.Organ.Kind == OrganKind.Unit && (isWithin(actor.Organ.Unit, community) || (actor.Role != Role.Resident && isWithin(community, actor.Organ.Unit))),
    };

    /// <summary>May the actor read how its members are made up? Own community, and where consultations of the subtree are read; figures only for the others.</summary>
    public static bool ReadsMembers(Actor actor, UnitCode community, IsWithin isWithin) =>
        actor.Role is Role.Auditor or Role.Scheduler || OpinionAccess.Reads(actor, community, isWithin)
        || (actor.Role == Role.SupervisionCommittee && actor.Organ == OrganCode.Of(community));
}
