using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Grains.Tests.Consultations;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Councils;

/// <summary>Ledgers, councils and support files, live: the commit path, what is published, and opinions on their way into consultations.</summary>
public sealed class CouncilGrainTests : IAsyncLifetime
{
    private static readonly UnitCode Community = SmallCity.Community;
    private static readonly EnterOpinion Lamp = new(OpinionSource.Box, null, "楼道灯不亮，致电 13812345678");

    private ConsultationTown _town = null!;
    private int _ids;

    public async Task InitializeAsync() => _town = await ConsultationTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_a_linked_opinion_is_in_the_consultation_once_whoever_links_it_again()
    {
        var (key, entry) = (await _town.Opened(), await Entered());
        await Done(ConsultationTown.Party, new LinkOpinion(entry, key), "l-1");
        await Done(ConsultationTown.Party, new LinkOpinion(entry, key), "l-1");
        await Done(ConsultationTown.Committee, new LinkOpinion(entry, key));

        var opinion = (await _town.Consultation(key).Get())!.State.Opinions.ShouldHaveSingleItem();
        (opinion.Id, opinion.Source, opinion.Community).ShouldBe((entry, OpinionSource.Box, Community));
        opinion.Text.ShouldNotContain("13812345678", customMessage: "what leaves the ledger is masked");
        (await Ledger()).Linked.ShouldBe(1);
        (await _town.Town.Hub.Index.Councils.Opinion(entry))!.Consultation.ShouldBe(key);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_after_a_death_between_the_two_writes_the_same_link_is_made_up_and_nothing_is_in_twice()
    {
        var (key, entry) = (await _town.Opened(), await Entered());
        // The consultation has it, the ledger died before its own write.
        await _town.Consultation(key).Do(
            new AddOpinion(OpinionSource.Box, Community, null, "楼道灯不亮，致电 ***********", entry),
            new CommandContext(new OpinionLink(entry, key).CommandId, ConsultationTown.Party with { Principal = Actor.Hub(SmallCity.City).Principal }));
        (await Ledger()).Linked.ShouldBe(0);
        await Done(ConsultationTown.Party, new LinkOpinion(entry, key));
        (await Ledger()).Linked.ShouldBe(1);
        (await _town.Consultation(key).Get())!.State.Opinions.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_what_was_entered_by_hand_under_the_ledgers_id_is_linked_where_it_is_the_same_and_refused_where_it_is_another()
    {
        var (key, entry) = (await _town.Opened(), await Entered());
        (await Hand(key, entry, Lamp.Text)).Refusal.ShouldBeNull();
        await Done(ConsultationTown.Party, new LinkOpinion(entry, key));
        (await Ledger()).Linked.ShouldBe(1);

        await Done(ConsultationTown.Party, Lamp with { Text = "停车难" }, "o-2");
        var second = OpinionEntry.IdOfCommand(ConsultationTown.Party.Principal, "o-2");
        (await Hand(key, second, "与停车无关")).Refusal.ShouldBeNull();
        var refused = (await Do(ConsultationTown.Party, new LinkOpinion(second, key))).Refusal.ShouldNotBeNull();
        (refused.Code, refused.Rule, refused.Field).ShouldBe(("OPINION_DIFFERS", "C032", "entryId"));
        ((await Ledger()).Linked, (await Ledger()).Waiting).ShouldBe((1, 1), "the ledger claims no more than it did");
    }

    [Fact]
    public async Task What_left_the_document_long_ago_is_published_again_with_the_rest()
    {
        const int many = 140;
        var (index, key) = (_town.Town.Hub.Index, await _town.Opened());
        var entry = await Entered();
        for (var n = 1; n < many; n++)
            await Done(ConsultationTown.Party, Lamp with { Text = $"意见 {n}" });
        await Done(ConsultationTown.Party, new LinkOpinion(entry, key));
        index.Lose(GrainKeys.Ledger(Community));
        await _town.Town.Hub.Client.Ledger(Community).Republish();
        (await index.Councils.CountOpinions(Community, new())).ShouldBe(many);
        (await index.Councils.Opinion(entry))!.Consultation.ShouldBe(key, "the entry comes before its link");

        var file = _town.Town.Hub.Client.Support(Community);
        for (var n = 0; n < many; n++)
            (await file.Do(new RecordSupport(SupportKind.DisputeRisk, new(2026, 7, 13), $"纠纷 {n}", Risk: RiskKind.Extreme), new CommandContext($"r-{n}", ConsultationTown.Committee))).Refusal.ShouldBeNull();
        index.Lose(GrainKeys.Support(Community));
        await file.Republish();
        (await index.Councils.CountRecords(new([Community], SupportKind.DisputeRisk))).ShouldBe(many);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_what_a_consultation_refuses_the_ledger_does_not_claim()
    {
        var (key, entry) = (await _town.Ended(), await Entered());
        var refused = (await Do(ConsultationTown.Party, new LinkOpinion(entry, key))).Refusal.ShouldNotBeNull();
        refused.Code.ShouldBe(RefusalCodes.WrongState);
        ((await Ledger()).Linked, (await Ledger()).Waiting).ShouldBe((0, 1));
        (await Do(ConsultationTown.Party, new LinkOpinion(entry, "consultation-" + new string('0', 32)))).Refusal!.Field.ShouldBe("consultationId");
    }

    [Fact]
    [Trait("Rule", "C013")]
    public async Task C013_an_opinion_of_a_second_community_proposes_the_way_across_communities()
    {
        var key = await _town.Opened();
        var second = new Actor("second", Role.CommunityParty, OrganCode.Of(ConsultationTown.Second));
        (await _town.Town.Hub.Client.Ledger(ConsultationTown.Second).Do(Lamp, new CommandContext("o-2", second))).Refusal.ShouldBeNull();
        var link = new LinkOpinion(OpinionEntry.IdOfCommand("second", "o-2"), key);
        (await _town.Town.Hub.Client.Ledger(ConsultationTown.Second).Do(link, new CommandContext("l-2", second))).Refusal.ShouldBeNull();
        (await _town.Consultation(key).Get())!.State.Proposed.ShouldBe(ConsultationVariant.CrossCommunity);
    }

    [Fact]
    [Trait("Rule", "C013")]
    public async Task C013_an_opinion_joins_one_of_the_township_in_force_though_its_community_has_only_just_moved_there()
    {
        var key = await _town.Opened();
        var near = new UnitCode("430203002001");
        var party = new Actor("near", Role.CommunityParty, OrganCode.Of(near));
        (await _town.Town.Hub.Client.Ledger(near).Do(Lamp, new CommandContext("o-3", party))).Refusal.ShouldBeNull();
        var link = new LinkOpinion(OpinionEntry.IdOfCommand("near", "o-3"), key);
        (await _town.Town.Hub.Client.Ledger(near).Do(link, new CommandContext("l-3", party))).Refusal.ShouldNotBeNull("it is another township's");
        _town.Directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        (await _town.Town.Hub.Client.Ledger(near).Do(link, new CommandContext("l-4", party))).Refusal.ShouldBeNull();
        (await _town.Trace(key)).Select(e => e.Event).Skip(1).ShouldBe([nameof(ConsultationAreaChanged), nameof(OpinionAdded)], "the act finds it handed over first");
    }

    [Fact]
    [Trait("Rule", "G017")]
    public async Task G017_a_ticket_comes_in_once_whoever_sends_it_and_in_two_ledgers_it_is_two()
    {
        var ticket = new EnterOpinion(OpinionSource.Hotline12345, null, "路灯", Ticket: "Z-1");
        var hotline = new Actor("12345", Role.Hotline, OrganCode.Of(SmallCity.City));
        await Done(hotline, ticket);
        await Done(hotline, ticket);
        await Done(ConsultationTown.Committee, ticket);
        (await Ledger()).Count.ShouldBe(1);
        (await _town.Town.Hub.Client.Ledger(ConsultationTown.Second).Do(ticket, new CommandContext("x", hotline))).Refusal.ShouldBeNull();
        OpinionEntry.IdOfTicket(Community, "Z-1").ShouldNotBe(OpinionEntry.IdOfTicket(ConsultationTown.Second, "Z-1"));
    }

    [Fact]
    public async Task Who_may_enter_and_not_read_is_told_that_the_version_is_stale_and_neither_what_nor_how_much_happened()
    {
        await Entered();
        var hotline = new Actor("12345", Role.Hotline, OrganCode.Of(SmallCity.City));
        var stale = (await _town.Town.Hub.Client.Ledger(Community).Do(new EnterOpinion(OpinionSource.Hotline12345, null, "路灯", Ticket: "Z-9"), new("stale", hotline, ExpectedVersion: 0))).Refusal!;
        stale.ShouldBe(new Refusal(RefusalCodes.StaleVersion, "G019", "三(四)", "expectedVersion", "版本已变，请核对后再办", "It stands at another version than expectedVersion; look again before you act"));
        (await Ledger()).Count.ShouldBe(1);
        var resident = new Actor("r", Role.Resident, OrganCode.Of(Community));
        (await _town.Town.Hub.Client.Ledger(Community).Do(new RecordHouseholdVisits(null, 3), new("visit", resident, ExpectedVersion: 0))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public async Task What_failed_to_be_written_is_written_by_the_retry_once()
    {
        await Entered();
        _town.Town.Storage.Next(GrainKeys.Ledger(Community), Fault.After);
        var answer = _town.Town.Settle(Do(ConsultationTown.Party, Lamp with { Text = "停车难" }, "o-9"));
        (await answer).Refusal.ShouldBeNull();
        (await Ledger()).Count.ShouldBe(2);
        (await _town.Town.Hub.Index.Councils.CountOpinions(Community, new())).ShouldBe(2);
        await _town.Town.Hub.Client.Ledger(Community).Republish();
        (await _town.Town.Hub.Index.Councils.CountOpinions(Community, new())).ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "C008")]
    public async Task C008_a_council_stands_in_the_index_and_its_trace_tells_the_stages_of_its_election()
    {
        var council = _town.Town.Hub.Client.Council(Community);
        foreach (var command in new CouncilCommand[]
        {
            new EstablishCouncil(new(2026, 1, 5), "纪要"), new NominateCouncilHead(Electorate.Residents, 100, [HeadOffice.None, HeadOffice.None], new(2026, 8, 1), new(2031, 7, 31)),
            new OpenCouncilBallot(true), new CountCouncilBallots([new("A", 3), new("B", 3)], 0), new OpenCouncilBallot(true), new CountCouncilBallots([new("A", 4), new("B", 3)], 0),
        })
            (await council.Do(command, new CommandContext($"c-{++_ids}", ConsultationTown.Committee))).Refusal.ShouldBeNull($"{command}");
        _town.Town.Hub.Index.Published(GrainKeys.Council(Community))!.Councils!.Council!.TermEnd.ShouldBe(new(2031, 7, 31));
        var trace = (await council.Trace(0, 200)).Entries;
        trace.Select(e => e.To).ShouldBe([null, "Nominated", "BallotOpen", "Counted", "Tie", "BallotOpen", "Counted", "Elected"]);
        trace.ShouldAllBe(e => e.Rule != null);
    }

    [Fact]
    [Trait("Rule", "C065")]
    public async Task C065_a_dispute_at_risk_is_published_with_its_alerts_and_a_second_publication_tells_nobody_again()
    {
        var file = _town.Town.Hub.Client.Support(Community);
        var risk = new RecordSupport(SupportKind.DisputeRisk, new(2026, 7, 13), "相邻纠纷", Risk: RiskKind.Extreme);
        (await file.Do(risk, new CommandContext("r-1", ConsultationTown.Committee))).Refusal.ShouldBeNull();
        var told = _town.Town.Hub.Index.Published(GrainKeys.Support(Community))!.Notices;
        told.Select(n => n.Recipient.Unit).ShouldBe([SmallCity.Township, SmallCity.County], ignoreOrder: true);
        told.ShouldAllBe(n => n.Emergency && n.Kind == NoticeKind.Emergency);
        await file.Do(risk with { On = new(2026, 7, 12) }, new CommandContext("r-2", ConsultationTown.Committee));
        var again = _town.Town.Hub.Index.Published(GrainKeys.Support(Community))!.Notices;
        again.Select(n => n.Key).Intersect(told.Select(n => n.Key)).ShouldBeEmpty("only what is new comes, each with a key of its own");
    }

    [Fact]
    [Trait("Rule", "T088")]
    public async Task T088_a_decision_looks_at_the_consultation_itself()
    {
        var key = await _town.Opened();
        var decision = new RecordSupport(SupportKind.MajorDecision, new(2026, 7, 13), "征收方案", Consultation: key, Flagged: true);
        var refusal = (await _town.Town.Hub.Client.Support(SmallCity.Township).Do(decision, new CommandContext("d-1", ConsultationTown.Government))).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Rule).ShouldBe(("CONSULTATION_REQUIRED", "T088"));
    }

    private async Task<string> Entered()
    {
        await Done(ConsultationTown.Party, Lamp, "o-1");
        return OpinionEntry.IdOfCommand(ConsultationTown.Party.Principal, "o-1");
    }

    private Task<CommandReply> Hand(string key, string entry, string text) => _town.Consultation(key).Do(
        new AddOpinion(Lamp.Source, Community, null, text, entry), new CommandContext($"hand-{++_ids}", ConsultationTown.Committee));

    private async Task<OpinionLedger> Ledger() => (await _town.Town.Hub.Client.Ledger(Community).Get()).State.ShouldNotBeNull();

    private Task<CommandReply> Do(Actor by, OpinionCommand command, string? id = null) => _town.Town.Hub.Client.Ledger(Community).Do(command, new CommandContext(id ?? $"id-{++_ids}", by));

    private async Task Done(Actor by, OpinionCommand command, string? id = null) => (await Do(by, command, id)).Refusal.ShouldBeNull($"{command}");
}
