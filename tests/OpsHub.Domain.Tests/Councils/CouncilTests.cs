using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using static OpsHub.Domain.Tests.Councils.Village;

namespace OpsHub.Domain.Tests.Councils;

/// <summary>The council and the election of its head.</summary>
public sealed class CouncilTests
{
    private static readonly ConsultationRules Rules = new();

    [Fact]
    [Trait("Rule", "C008")]
    public void C008_a_community_establishes_one_council()
    {
        var council = Established();
        council.EstablishedOn.ShouldBe(new(2026, 1, 5));
        council.Decide(Party, new EstablishCouncil(new(2026, 2, 5), "再次")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        ((Council?)null).Decide(Resident, new EstablishCouncil(Today, "x")).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        ((Council?)null).Decide(Party, new EstablishCouncil(Today.AddDays(1), "x")).Refusal!.Field.ShouldBe("on");
        ((Council?)null).Decide(Party, new SetCouncilHall(VenueKind.ConsultationHall, "x")).Refusal!.Rule.ShouldBe("C008");
        ((Council?)null).Then(Government, new EstablishCouncil(Today, "x")).Community.ShouldBe(Community);
    }

    [Fact]
    [Trait("Rule", "C011")]
    public void C011_a_hall_outside_the_kinds_named_is_accepted_with_a_warning()
    {
        Warned(Established().Then(CouncilActor, new SetCouncilHall(VenueKind.ConsultationHall, "社区二楼"))).ShouldBeEmpty();
        Warned(Established().Then(CouncilActor, new SetCouncilHall(VenueKind.Other, "茶馆"))).ShouldBe(["C011"]);
    }

    [Fact]
    [Trait("Rule", "C010")]
    public void C010_there_are_ten_classes_and_another_is_accepted_with_a_warning()
    {
        Enum.GetValues<CouncilMemberClass>().Count(c => c != CouncilMemberClass.Other).ShouldBe(10);
        var council = Established().Then(Party, new SetCouncilMembers([new(CouncilMemberClass.GridHead, 4), new(CouncilMemberClass.Representative, 9)]));
        (council.MemberTotal, council.Members[0].Class).ShouldBe((13, CouncilMemberClass.Representative));
        Warned(council).ShouldBeEmpty();
        Warned(council.Then(Party, new SetCouncilMembers([new(CouncilMemberClass.Other, 1)]))).ShouldBe(["C010"]);
        council.Decide(Party, new SetCouncilMembers([new(CouncilMemberClass.GridHead, 4), new(CouncilMemberClass.GridHead, 1)])).Refusal!.Rule.ShouldBe("C010");
        council.Decide(Party, new SetCouncilMembers([new(CouncilMemberClass.GridHead, 0)])).Refusal!.Field.ShouldBe("members");
    }

    [Fact]
    [Trait("Rule", "C009")]
    public void C009_most_votes_win()
    {
        var council = BallotOpen(HeadOffice.None, HeadOffice.None).Then(Committee, Tallies(31, 30, invalid: 2));
        council.Election!.Stage.ShouldBe(ElectionStage.Elected);
        council.Election.Candidates.Select(c => (c.Label, c.Votes)).ShouldBe([("A", 31), ("B", 30)]);
        council.Head.ShouldBe(new(Today, HeadOffice.None, new(2026, 8, 1), new(2031, 7, 31)));
    }

    [Fact]
    [Trait("Rule", "C009")]
    public void V11_a_tie_has_no_winner_and_is_voted_on_again_between_those_that_tied()
    {
        var tied = BallotOpen(HeadOffice.None, HeadOffice.None, HeadOffice.None).Then(Committee, new CountCouncilBallots([new("A", 31), new("B", 31), new("C", 5)], 0));
        (tied.Election!.Stage, tied.Head).ShouldBe((ElectionStage.Tie, null));
        var again = tied.Then(Committee, new OpenCouncilBallot(true));
        (again.Election!.Stage, again.Election.Round).ShouldBe((ElectionStage.BallotOpen, 2));
        again.Election.Candidates.Select(c => (c.Label, c.Votes)).ShouldBe([("A", null), ("B", null)]);
        again.Then(Committee, Tallies(40, 33)).Head.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Rule", "C009")]
    public void C009_without_a_valid_vote_nobody_is_elected()
    {
        var alone = Established().Then(Committee, Nomination()).Then(Committee, new OpenCouncilBallot(true)).Then(Committee, new CountCouncilBallots([new("A", 0)], 3));
        (alone.Election!.Stage, alone.Head).ShouldBe((ElectionStage.Tie, null), "no vote is not the most votes");
        alone.Then(Committee, new OpenCouncilBallot(true)).Then(Committee, new CountCouncilBallots([new("A", 1)], 2)).Head.ShouldNotBeNull();
        BallotOpen(HeadOffice.None, HeadOffice.None).Then(Committee, Tallies(0, 0, invalid: 2)).Head.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "C009")]
    public void C009_an_open_ballot_is_refused_and_a_named_one_has_no_place()
    {
        var refusal = Established().Then(Committee, Nomination()).Decide(Committee, new OpenCouncilBallot(false)).Refusal!;
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe(("BALLOT_NOT_SECRET", "C009", "secret"));
        BallotOpen(HeadOffice.None, HeadOffice.None).Decide(Committee, new CountCouncilBallots([new("张三", 31), new("B", 30)], 0)).Refusal!.Field.ShouldBe("tallies");
        typeof(CountCouncilBallots).GetProperties().Concat(typeof(Tally).GetProperties()).Concat(typeof(CouncilElection).GetProperties()).Concat(typeof(Candidate).GetProperties())
            .Select(p => p.Name).ShouldNotContain(n => n.Contains("Voter") || n.Contains("Name") || n == "Ballots");
    }

    [Theory]
    [Trait("Rule", "C082")]
    [InlineData(Electorate.CouncilMembers)]
    [InlineData(Electorate.Representatives)]
    public void C082_an_election_among_members_or_representatives_is_refused(Electorate electorate)
    {
        var refusal = Established().Decide(Committee, Nomination() with { Electorate = electorate }).Refusal!;
        (refusal.Code, refusal.Rule).ShouldBe(("ELECTORATE_NOT_RESIDENTS", "C082"));
    }

    [Fact]
    [Trait("Rule", "C082")]
    public void C082_the_council_does_not_hold_its_own_election() => Established().Decide(CouncilActor, Nomination()).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);

    [Fact]
    [Trait("Rule", "C050")]
    public void C050_more_ballots_than_electors_are_refused()
    {
        var open = BallotOpen(HeadOffice.None, HeadOffice.None);
        var refusal = open.Decide(Committee, Tallies(60, 40, invalid: 1)).Refusal!;
        (refusal.Code, refusal.Rule).ShouldBe(("BALLOTS_EXCEED_ELECTORS", "C050"));
        open.Decide(Committee, Tallies(60, 40)).IsRefused.ShouldBeFalse();
        open.Decide(Committee, Tallies(0, 0)).Refusal!.Field.ShouldBe("tallies");
        open.Decide(Committee, new CountCouncilBallots([new("A", 1)], 0)).Refusal!.Field.ShouldBe("tallies");
        open.Decide(Committee, Tallies(int.MaxValue, int.MaxValue)).Refusal!.Code.ShouldBe("BALLOTS_EXCEED_ELECTORS");
    }

    [Fact]
    [Trait("Rule", "C018")]
    public void C018_a_head_who_is_secretary_or_director_is_allowed_with_a_warning()
    {
        Warned(BallotOpen(HeadOffice.Secretary, HeadOffice.None).Then(Committee, Tallies(31, 30))).ShouldBe(["C018"]);
        Warned(BallotOpen(HeadOffice.Secretary, HeadOffice.None).Then(Committee, Tallies(30, 31))).ShouldBeEmpty();
    }

    [Fact]
    public void Each_step_of_an_election_is_taken_from_its_own_stages_alone()
    {
        var open = BallotOpen(HeadOffice.None, HeadOffice.None);
        // SM2: Nominated -> BallotOpen -> Counted -> Elected | Tie -> BallotOpen. Candidates may be named anew before the ballot, and for the next election.
        (ElectionStage? Stage, Council State, bool Nominate, bool Open, bool Count)[] all =
        [
            (null, Established(), true, false, false),
            (ElectionStage.Nominated, Established().Then(Committee, Nomination()), true, true, false),
            (ElectionStage.BallotOpen, open, false, false, true),
            (ElectionStage.Tie, open.Then(Committee, Tallies(1, 1)), false, true, false),
            (ElectionStage.Elected, open.Then(Committee, Tallies(2, 1)), true, false, false),
        ];
        foreach (var (stage, state, nominate, opens, count) in all)
        {
            foreach (var (command, permitted) in new (CouncilCommand, bool)[] { (Nomination(), nominate), (new OpenCouncilBallot(true), opens), (Tallies(2, 1), count) })
            {
                (state.Decide(Committee, command).Refusal?.Code == RefusalCodes.WrongState).ShouldBe(!permitted, $"{stage} {command.GetType().Name}");
                CouncilAccess.Moves(Committee, state, IsWithin).Contains(command.GetType()).ShouldBe(permitted, $"{stage} {command.GetType().Name}");
            }
        }
    }

    [Fact]
    public void A_term_of_office_is_data_and_tells_when_it_ends_soon()
    {
        var head = new CouncilHead(Today, HeadOffice.None, new(2026, 8, 1), new(2031, 7, 31));
        head.StateOn(new(2026, 7, 31), 90).ShouldBe(TermState.Ahead);
        head.StateOn(new(2031, 5, 2), 90).ShouldBe(TermState.Running);
        head.StateOn(new(2031, 5, 3), 90).ShouldBe(TermState.EndsSoon);
        head.StateOn(new(2031, 7, 31), 90).ShouldBe(TermState.EndsSoon);
        head.StateOn(new(2031, 8, 1), 90).ShouldBe(TermState.Ended);
        Established().Decide(Committee, Nomination() with { TermEnd = new(2026, 8, 1) }).Refusal!.Field.ShouldBe("termEnd");
    }

    [Fact]
    [Trait("Rule", "C018")]
    public void C018_the_sitting_head_stays_until_the_term_of_the_one_elected_early_begins()
    {
        var sitting = Established().Then(Committee, Nomination(HeadOffice.Director) with { TermStart = new(2021, 8, 1), TermEnd = new(2026, 7, 31) })
            .Then(Committee, new OpenCouncilBallot(true)).Then(Committee, new CountCouncilBallots([new("A", 9)], 0));
        var both = sitting.Then(Committee, Nomination()).Then(Committee, new OpenCouncilBallot(true)).Then(Committee, new CountCouncilBallots([new("A", 8)], 0));
        (both.HeadOn(Today)!.Office, both.HeadOn(new(2026, 7, 31))!.Office, both.HeadOn(new(2026, 8, 1))!.Office).ShouldBe((HeadOffice.Director, HeadOffice.Director, HeadOffice.None));
        CouncilWarning.Of(both, Rules, Today).Select(w => w.Rule).ShouldBe(["C018"]);
        both.TermEnd.ShouldBe(new(2031, 7, 31), "nobody is told that a term ends whose successor is elected");

        var corrected = both.Then(Committee, Nomination(HeadOffice.Secretary)).Then(Committee, new OpenCouncilBallot(true)).Then(Committee, new CountCouncilBallots([new("A", 8)], 0));
        (corrected.Head, corrected.NextHead!.Office).ShouldBe((sitting.Head, HeadOffice.Secretary), "a second early election replaces the first");
    }

    [Fact]
    [Trait("Rule", "C002")]
    public void C002_residents_read_their_council_and_nobody_elses()
    {
        CouncilAccess.Reads(Resident, Community, IsWithin).ShouldBeTrue();
        CouncilAccess.Reads(Resident, Other, IsWithin).ShouldBeFalse();
        CouncilAccess.ReadsMembers(Resident, Community, IsWithin).ShouldBeFalse();
        CouncilAccess.ReadsMembers(CouncilActor, Community, IsWithin).ShouldBeTrue();
        CouncilAccess.Reads(Of(Role.WallKey, "4302"), Community, IsWithin).ShouldBeFalse();
    }

    private static IEnumerable<string> Warned(Council council) => CouncilWarning.Of(council, Rules, new(2026, 8, 1)).Select(w => w.Rule);
}
