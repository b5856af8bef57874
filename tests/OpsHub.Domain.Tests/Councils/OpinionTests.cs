using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Tests.Consultations;
using static OpsHub.Domain.Tests.Councils.Village;

namespace OpsHub.Domain.Tests.Councils;

/// <summary>The opinion ledger.</summary>
public sealed class OpinionTests
{
    private static readonly EnterOpinion Lamp = new(OpinionSource.Box, ParticipantKind.RegisteredResidents, "楼道灯不亮");

    [Fact]
    [Trait("Rule", "C032")]
    public void C032_an_opinion_adds_one_to_the_ledger_with_its_source()
    {
        var ledger = ((OpinionLedger?)null).Then(Resident, Lamp).Then(Worker, Lamp with { Source = OpinionSource.HouseholdVisit }, "c-2");
        (ledger.Count, ledger.Waiting).ShouldBe((2, 2));
        ledger.BySource.ShouldBe([new(OpinionSource.Box, 1), new(OpinionSource.HouseholdVisit, 1)]);
        ledger.Unlinked[0].Source.ShouldBe(OpinionSource.Box);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public void C032_of_who_entered_it_the_opinion_keeps_the_role_only() =>
        JsonSerializer.Serialize(((OpinionLedger?)null).Then(Resident, Lamp)).ShouldNotContain(Resident.Principal);

    [Theory]
    [Trait("Rule", "C032")]
    [InlineData(Role.CommunityParty, "430203001001")]
    [InlineData(Role.CommunityCommittee, "430203001001")]
    [InlineData(Role.GroupParty, "430203001001001")]
    [InlineData(Role.GridWorker, "430203001001001")]
    [InlineData(Role.Resident, "430203001001001")]
    public void C032_those_of_the_community_enter_opinions(Role role, string organ) => ((OpinionLedger?)null).Then(Of(role, organ), Lamp).Count.ShouldBe(1);

    [Theory]
    [Trait("Rule", "C032")]
    [InlineData(Role.Resident, "430203001002")]
    [InlineData(Role.Resident, "430203001")]
    [InlineData(Role.GridWorker, "430203001002001")]
    [InlineData(Role.CommunityParty, "430203001002")]
    [InlineData(Role.TownshipGovernment, "430203001")]
    [InlineData(Role.Department, "430203:D07")]
    [InlineData(Role.WallKey, "430203001001")]
    [InlineData(Role.Auditor, "4302")]
    public void C032_others_enter_none(Role role, string organ)
    {
        var decision = ((OpinionLedger?)null).Decide(Of(role, organ), Lamp);
        (decision.Refusal!.Code, decision.Refusal.Rule).ShouldBe((RefusalCodes.NotAllowed, "C032"));
    }

    [Fact]
    [Trait("Rule", "G017")]
    public void G017_the_same_ticket_is_the_same_entry_whoever_enters_it_again()
    {
        var ticket = Lamp with { Source = OpinionSource.Hotline12345, Ticket = "T-9" };
        var ledger = ((OpinionLedger?)null).Then(Hotline, ticket);
        ledger.Decide(Committee, ticket with { Text = "另一说法" }, "c-2").ShouldBe(Decision<OpinionEvent>.Nothing);
        // What the document forgot long ago the index tells.
        ((OpinionLedger?)null).Decide(Hotline, ticket, "c-3", indexed: new(ledger.Unlinked[0], null)).ShouldBe(Decision<OpinionEvent>.Nothing);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public void C032_a_ticket_stands_with_the_hotline_alone_and_a_resident_has_none()
    {
        ((OpinionLedger?)null).Decide(Committee, Lamp with { Ticket = "T-9" }).Refusal!.Field.ShouldBe("ticket");
        ((OpinionLedger?)null).Decide(Resident, Lamp with { Source = OpinionSource.Hotline12345, Ticket = "T-9" }).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        ((OpinionLedger?)null).Decide(Hotline, Lamp).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Theory]
    [Trait("Rule", "C032")]
    [InlineData("")]
    [InlineData("  ")]
    public void C032_an_opinion_says_something(string text) => ((OpinionLedger?)null).Decide(Resident, Lamp with { Text = text }).Refusal!.Field.ShouldBe("text");

    [Fact]
    public void The_document_of_a_long_ledger_stays_small_and_its_counts_stay_true()
    {
        OpinionLedger? ledger = null;
        for (var i = 0; i < 500; i++)
            ledger = ledger.Then(Hotline, new EnterOpinion(OpinionSource.Hotline12345, null, $"意见 {i}", null, $"T-{i}"), $"c-{i}");
        (ledger!.Count, ledger.Unlinked.Count, ledger.Tickets.Count).ShouldBe((500, OpinionLedger.KeptUnlinked, OpinionLedger.KeptIds));
        ledger.Unlinked[^1].Text.ShouldBe("意见 499");
    }

    [Fact]
    [Trait("Rule", "C032")]
    public void C032_a_linked_entry_waits_no_longer_and_is_counted_once()
    {
        var near = Story.Opened().It;
        var ledger = ((OpinionLedger?)null).Then(Resident, Lamp);
        var link = new LinkOpinion(ledger.Unlinked[0].Id, "consultation-1");
        ledger = ledger.Then(Party, link, near: near);
        (ledger.Linked, ledger.Waiting, ledger.Unlinked.Count).ShouldBe((1, 0, 0));
        ledger.Decide(Committee, link, "c-3", near).ShouldBe(Decision<OpinionEvent>.Nothing);

        var again = ledger.Decide(Party, link with { Consultation = "consultation-2" }, "c-4", near, new(new(link.Entry, OpinionSource.Box, null, "x", Today, Now, null, Role.Resident), "consultation-1"));
        again.Events.ShouldHaveSingleItem().ShouldBeOfType<OpinionLinked>().First.ShouldBeFalse();
    }

    [Fact]
    public void What_is_not_there_is_not_linked()
    {
        var ledger = ((OpinionLedger?)null).Then(Resident, Lamp);
        ledger.Decide(Party, new LinkOpinion("nothing", "consultation-1"), near: Story.Opened().It).Refusal!.Field.ShouldBe("entryId");
        ledger.Decide(Party, new LinkOpinion(ledger.Unlinked[0].Id, "consultation-1")).Refusal!.Field.ShouldBe("consultationId");
        ledger.Decide(Resident, new LinkOpinion(ledger.Unlinked[0].Id, "consultation-1"), near: Story.Opened().It).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    [Trait("Rule", "C068")]
    public void C068_a_household_visit_that_brings_an_opinion_and_one_that_brings_none_both_count()
    {
        var ledger = ((OpinionLedger?)null).Then(Worker, new RecordHouseholdVisits(new(2026, 7, 1), 30));
        ledger.LastVisit.ShouldBe(new(2026, 7, 1));
        ledger.Then(Worker, Lamp with { Source = OpinionSource.HouseholdVisit, On = new(2026, 7, 10) }).LastVisit.ShouldBe(new(2026, 7, 10));
        ledger.Then(Worker, Lamp with { Source = OpinionSource.HouseholdVisit, On = new(2026, 6, 10) }).LastVisit.ShouldBe(new(2026, 7, 1), "an older one is told late");
        ledger.Decide(Resident, new RecordHouseholdVisits(null, 1)).Refusal!.Rule.ShouldBe("C032");
        ledger.Decide(Worker, new RecordHouseholdVisits(Today.AddDays(1), 1)).Refusal!.Field.ShouldBe("on");
        ledger.Decide(Worker, new RecordHouseholdVisits(null, 0)).Refusal!.Field.ShouldBe("households");
    }
}
