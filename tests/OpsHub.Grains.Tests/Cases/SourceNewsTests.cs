using System.Text.Json;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>The source of a ticket hears of each change of stage, once under each key. G017.</summary>
public sealed class SourceNewsTests : IAsyncLifetime
{
    private const string Key = "case-n";

    private static readonly Actor Hotline = new("hotline", Role.Hotline, OrganCode.Of(SmallCity.City));
    private static readonly ReportCase Ticket = CaseTown.Report() with { Source = new SourceTicket("12345", "T-1") };
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Each_step_is_told_with_its_sequence_under_a_key_of_its_own()
    {
        var reply = await _town.Done(Key, Hotline, Ticket);
        var reported = Published().Deliveries.ShouldHaveSingleItem();
        (reported.Key, reported.Channel, reported.Kind, reported.Emergency).ShouldBe(($"{Key}:ticket.status:1", "channel-1", "ticket.status", false));
        var status = Read(reported);
        status.GetProperty("system").GetString().ShouldBe("12345");
        status.GetProperty("number").GetString().ShouldBe("T-1");
        status.GetProperty("caseNumber").GetString().ShouldBe(reply.Number);
        status.GetProperty("stage").GetString().ShouldBe("REPORTED");
        status.GetProperty("sequence").GetInt64().ShouldBe(1);
        status.GetProperty("due").GetDateTimeOffset().ShouldBe(Published().Case!.DueAt!.Value);
        reported.Payload.ShouldNotContain("井盖", customMessage: "title and text stay in the hub");

        await _town.Done(Key, CaseTown.Committee, new AcceptCase());
        var accepted = Published().Deliveries.ShouldHaveSingleItem();
        accepted.Key.ShouldBe($"{Key}:ticket.status:2");
        Read(accepted).GetProperty("stage").GetString().ShouldBe("ACCEPTED");
    }

    [Fact]
    public async Task What_is_published_again_has_the_same_keys_and_says_of_former_stages_only_what_is_still_known()
    {
        await _town.Done(Key, Hotline, Ticket);
        await _town.Done(Key, CaseTown.Committee, new AcceptCase());
        await _town.Case(Key).Drop();
        await _town.Done(Key, CaseTown.Centre, new TriageCase(TriageClass.ClearOwner));
        var told = Published().Deliveries;
        told.Select(d => d.Key).ShouldBe([$"{Key}:ticket.status:1", $"{Key}:ticket.status:2", $"{Key}:ticket.status:3"]);
        told.Select(d => Read(d).GetProperty("stage").GetString()).ShouldBe(["REPORTED", "ACCEPTED", "TRIAGED"]);
        Read(told[0]).GetProperty("responsible").ValueKind.ShouldBe(JsonValueKind.Null);
        Read(told[2]).GetProperty("responsible").GetString().ShouldBe(SmallCity.Township.Value);
    }

    [Fact]
    public async Task A_ticket_that_joined_another_case_hears_of_that_one_s_stages_under_its_own_number()
    {
        var (elder, younger) = ("case-" + new string('e', 32), "case-" + new string('a', 32));
        await _town.Reported(elder);
        _town.Time.Advance(TimeSpan.FromMinutes(1));
        await _town.Done(younger, Hotline, Ticket);
        await _town.Pushed(younger);
        await _town.Done(younger, CaseTown.Committee, new MergeCase(elder, "同一处"));
        await CaseTown.Eventually(async () => (await _town.Case(elder).Get())!.Case.Joined.Count == 1);
        await _town.Done(elder, CaseTown.Committee, new AcceptCase());
        var told = Published(elder).Deliveries.ShouldHaveSingleItem();
        told.Key.ShouldBe($"{elder}:ticket.status:3:{younger}");
        (Read(told).GetProperty("number").GetString(), Read(told).GetProperty("stage").GetString()).ShouldBe(("T-1", "ACCEPTED"));
    }

    [Fact]
    public async Task A_rung_is_no_change_of_stage()
    {
        await _town.Done(Key, Hotline, Ticket);
        var version = Published().Version;
        _town.Time.Advance(TimeSpan.FromDays(2));
        (await _town.Fires(Key)).ShouldBeGreaterThan(0);
        Published().Version.ShouldBeGreaterThan(version);
        Published().Deliveries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Systems_without_a_channel_and_cases_without_a_ticket_send_nothing()
    {
        await _town.Done(Key, CaseTown.Desk, Ticket with { Source = new SourceTicket("other", "T-1") });
        Published().Deliveries.ShouldBeEmpty();
        await _town.Done("case-o", CaseTown.Worker, CaseTown.Report());
        _town.Hub.Index.Published("case-o")!.Deliveries.ShouldBeEmpty();
    }

    private Publication Published(string key = Key) => _town.Hub.Index.Published(key)!;

    private static JsonElement Read(DeliveryRow delivery) => JsonDocument.Parse(delivery.Payload).RootElement;
}
