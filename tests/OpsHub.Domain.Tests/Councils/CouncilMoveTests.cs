using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Tests.Councils.Village;

namespace OpsHub.Domain.Tests.Councils;

/// <summary>What is offered, against what is decided.</summary>
public sealed class CouncilMoveTests
{
    private static readonly Actor[] Everyone =
        [Party, Committee, CouncilActor, Worker, Resident, Government, CountyGovernment, Office, Justice, Hotline, Of(Role.CommunityParty, Other.Value), Of(Role.Auditor, "4302")];

    [Fact]
    [Trait("Rule", "C008")]
    public void C008_to_establish_a_council_is_offered_to_those_who_may_and_only_while_there_is_none()
    {
        var example = new EstablishCouncil(Today, "纪要");
        foreach (var actor in Everyone)
            Offered(null, actor).Contains(typeof(EstablishCouncil)).ShouldBe(!((Council?)null).Decide(actor, example).IsRefused, actor.Principal);
        Offered(null, Government).ShouldBe([typeof(EstablishCouncil)]);
        Offered(Established(), Party).ShouldNotContain(typeof(EstablishCouncil));
    }

    [Fact]
    [Trait("Rule", "C009")]
    public void C009_what_is_offered_of_an_election_is_accepted_with_the_bounds_it_names()
    {
        foreach (var council in new[] { Established(), Established().Then(Committee, Nomination()), BallotOpen(HeadOffice.None, HeadOffice.Director) })
        {
            foreach (var (command, example) in new (Type, CouncilCommand)[]
            {
                (typeof(SetCouncilHall), new SetCouncilHall(VenueKind.ConsultationHall, "二楼")), (typeof(SetCouncilMembers), new SetCouncilMembers([new(CouncilMemberClass.GridHead, 3)])),
                (typeof(NominateCouncilHead), Nomination()), (typeof(OpenCouncilBallot), new OpenCouncilBallot(true)), (typeof(CountCouncilBallots), Tallies(2, 1)),
            })
            {
                foreach (var actor in Everyone)
                    Offered(council, actor).Contains(command).ShouldBe(!council.Decide(actor, example).IsRefused, $"{actor.Principal} {command.Name}");
            }
        }

        var open = BallotOpen(HeadOffice.None, HeadOffice.Director);
        var count = CouncilMoves.Of(open, Community, Committee, Today, IsWithin).Single(m => m.Command == typeof(CountCouncilBallots));
        var tallies = count.Inputs.Single(i => i.Kind == CouncilInputKind.Tallies);
        tallies.Choices.ShouldBe(["A", "B"]);
        (tallies.Min, tallies.Max).ShouldBe((2, 2));
        count.Inputs.Single(i => i.Name == "invalid").Max.ShouldBe(100, "no more ballots than electors");
    }

    [Fact]
    [Trait("Rule", "C082")]
    public void C082_nobody_but_the_residents_is_offered_as_the_electorate() =>
        CouncilMoves.Of(Established(), Community, Party, Today, IsWithin).Single(m => m.Command == typeof(NominateCouncilHead)).Inputs[0].Choices.ShouldBe(["RESIDENTS"]);

    [Fact]
    public void What_is_offered_to_record_is_what_may_be_recorded_with_the_fields_that_its_kind_takes()
    {
        foreach (var unit in new[] { Community, Township, County, new UnitCode("4302") })
        {
            foreach (var actor in Everyone)
            {
                var offered = SupportMoves.Of(actor, unit, Today, IsWithin);
                offered.ConvertAll(m => m.Kind!.Value).ShouldBe(
                    Enum.GetValues<SupportKind>().Where(k => SupportAccess.Record(actor, unit, SupportRule.Of(k), IsWithin) is null), $"{actor.Principal} {unit}");
                foreach (var move in offered)
                    Recorded(unit, actor, Filled(move)).Kind.ShouldBe(move.Kind!.Value);
            }
        }
    }

    [Fact]
    public void Without_a_field_that_is_required_a_record_is_refused()
    {
        var asked = 0;
        foreach (var move in SupportMoves.Of(Party, Community, Today, IsWithin))
        {
            foreach (var input in move.Inputs.Where(i => i.Required && i.Name is "quantity" or "post" or "risk"))
            {
                var full = Filled(move);
                var without = input.Name switch { "quantity" => full with { Quantity = null }, "post" => full with { Post = null }, _ => full with { Risk = null } };
                ((SupportFile?)null).Decide(Community, Party, without).Refusal!.Field.ShouldBe(input.Name);
                asked++;
            }
        }

        asked.ShouldBe(4, "an award's quantity and post, a fixed day, a risk");
    }

    [Fact]
    [Trait("Rule", "C072")]
    public void C072_ending_is_offered_to_those_who_may_and_of_a_suggestion_also_where_it_went_to()
    {
        foreach (var (kind, ends) in new[] { (SupportKind.Suggestion, new[] { Party, Government }), (SupportKind.PartyAffairsNotice, [Party]), (SupportKind.FixedDay, [Party, Committee, CouncilActor]) })
            Everyone.Where(a => !SupportMoves.OfRecord(a, Community, kind, ended: false, IsWithin).IsEmpty).ShouldBe(ends, $"{kind}");
        SupportMoves.OfRecord(Party, Community, SupportKind.Suggestion, ended: true, IsWithin).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Offered(Council? council, Actor actor) => CouncilMoves.Of(council, Community, actor, Today, IsWithin).ConvertAll(m => m.Command);

    // With the least that its inputs ask for, and at the last day they permit.
    private static RecordSupport Filled(OfferedCouncilMove move)
    {
        var of = move.Inputs.ToDictionary(i => i.Name);
        of["kind"].Choices.ShouldHaveSingleItem();
        return new RecordSupport(
            move.Kind!.Value, of["on"].Before!.Value, "内容", of["quantity"].Required ? of["quantity"].Min : null, of.ContainsKey("post") ? "TJ-01" : null,
            of.ContainsKey("about") ? OrganCode.Of(Community) : null, null, of.ContainsKey("risk") ? RiskKind.Mass : null);
    }
}
