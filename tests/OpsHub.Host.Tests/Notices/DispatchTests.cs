using System.Text;
using System.Text.Json;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Notices;
using OpsHub.Fixtures;
using OpsHub.Host.Notices;

namespace OpsHub.Host.Tests.Notices;

/// <summary>What leaves the hub: signed, once under one key, at a pace, and never at night.</summary>
public sealed class DispatchTests : IAsyncLifetime
{
    private NoticeHub _hub = null!;
    private Receiver _receiver = null!;

    public async Task InitializeAsync() => (_hub, _receiver) = (await NoticeHub.Open(), await Receiver.Open());

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _hub.DisposeAsync();
    }

    [Fact]
    public async Task A_webhook_is_signed_with_the_secret_that_was_shown_once()
    {
        var secret = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Secret!;
        await _hub.Tell();
        await _hub.Round(_hub.NewProcess());

        var request = _receiver.Requests.ShouldHaveSingleItem();
        var (id, timestamp) = (request.Headers["webhook-id"], long.Parse(request.Headers["webhook-timestamp"]));
        request.Headers["webhook-signature"].ShouldBe(WebhookSignature.Of(secret, id, DateTimeOffset.FromUnixTimeSeconds(timestamp), Encoding.UTF8.GetBytes(request.Body)));
        timestamp.ShouldBe(NoticeHub.Monday.ToUnixTimeSeconds());
        var body = JsonDocument.Parse(request.Body).RootElement;
        body.GetProperty("type").GetString().ShouldBe("notice");
        body.GetProperty("data").GetProperty("key").GetString().ShouldBe("case-1:0");
        body.GetProperty("data").GetProperty("text").GetString().ShouldBe("案件 1 到期");
    }

    [Fact]
    public async Task A_receiver_that_fails_and_then_works_gets_the_same_message_under_the_same_id()
    {
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!.Channel.Id;
        await _hub.Tell();
        var process = _hub.NewProcess();
        foreach (var status in new[] { 503, 429 })
        {
            _receiver.Answers.Enqueue(status);
            await _hub.Round(process);
            await _hub.Round(process);
            (await _hub.Channels.Find(channel))!.State.ShouldSatisfyAllConditions(s => s.LastError.ShouldBe($"HTTP {status}"), s => s.FailingSince.ShouldBe(NoticeHub.Monday), s => s.NextTry.ShouldBeGreaterThan(_hub.Time.GetUtcNow()));
            _hub.Time.SetUtcNow((await _hub.Channels.Find(channel))!.State.NextTry);
        }

        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(3, "a failing channel is not tried before its time");
        _receiver.Requests.Select(r => r.Headers["webhook-id"]).Distinct().ShouldHaveSingleItem();
        (await _hub.Channels.Find(channel))!.State.ShouldSatisfyAllConditions(s => s.FailingSince.ShouldBeNull(), s => s.LastError.ShouldBeNull(), s => s.LastSentAt.ShouldBe(_hub.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_process_that_dies_between_taking_and_sending_is_followed_by_one_that_sends_under_the_same_id()
    {
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!;
        await _hub.Tell();
        var died = _hub.NewProcess();
        while (await died.HandOut(default) > 0)
        {
        }

        // It takes the parcel, sends it, and dies before it can write that it did.
        var turn = new Contracts.Notices.Turn($"channel-{channel.Channel.Id}", "died");
        (await _hub.Queue.Take(turn, _hub.Time.GetUtcNow(), OwnTurns.Sending)).ShouldBeTrue();
        var taken = (await _hub.Queue.Next(turn, channel.Channel.Id, _hub.Time.GetUtcNow(), 3, false)).ShouldNotBeNull();

        var other = _hub.NewProcess();
        await _hub.Round(other);
        _receiver.Requests.ShouldBeEmpty("it is still the other's turn");
        _hub.Time.Advance(OwnTurns.Sending + TimeSpan.FromSeconds(1));
        await _hub.Round(other);
        _receiver.Requests.ShouldHaveSingleItem().Headers["webhook-id"].ShouldBe(taken.Key);
    }

    [Fact]
    public async Task A_process_that_stops_leaves_its_turns_to_the_next_at_once()
    {
        await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        await _hub.Tell();
        var first = _hub.NewProcess();
        await _hub.Round(first);
        await _hub.Tell();
        var second = _hub.NewProcess();
        await _hub.Round(second);
        _receiver.Requests.Count.ShouldBe(1);
        await first.Leave();
        await _hub.Round(second);
        _receiver.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task On_a_day_when_its_county_is_closed_an_organ_is_told_emergencies_alone_and_the_rest_soon_after_the_closure_is_called_off()
    {
        await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        var today = LocalDay.Of(NoticeHub.Monday);
        _hub.Calendar = OfficialCalendar.Empty.With([new LocalClosure(1, "430203", today, today, "台风")], 2, "");
        await _hub.Tell();
        await _hub.Tell(emergency: true);
        var process = _hub.NewProcess();
        await _hub.Round(process);
        (await Told()).ShouldBe(["case-2:0"]);
        _receiver.Requests.Count.ShouldBe(1);

        _hub.Calendar = OfficialCalendar.Empty.With([new LocalClosure(1, "430203", today, today.AddDays(-1), "台风")], 3, "");
        _hub.Time.Advance(TimeSpan.FromMinutes(15));
        await _hub.Round(process);
        (await Told()).ShouldBe(["case-2:0", "case-1:0"], ignoreOrder: true);
        _receiver.Requests.Count.ShouldBe(2);

        async Task<IEnumerable<string>> Told() => (await _hub.Get<INoticeLists>().Page(NoticeHub.Office, new NoticeFilter(), new(10, null, null, null))).Items.Where(i => i.Row.ToldAt is not null).Select(i => i.Row.Notice.Key);
    }

    [Fact]
    public async Task Many_notices_go_out_as_one_bundle_and_what_follows_within_a_minute_as_another()
    {
        await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        await _hub.Tell(200);
        var process = _hub.NewProcess();
        await _hub.Round(process);
        await _hub.Tell(2);
        await _hub.Tell(1);
        await _hub.Round(process);
        _receiver.Requests.ShouldHaveSingleItem("it gathers");
        await _hub.Tell(1, emergency: true);
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(2, "but for an emergency");
        _hub.Time.Advance(TimeSpan.FromMinutes(1));
        await _hub.Tell(1);
        await _hub.Round(process);

        var bodies = _receiver.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement).ToList();
        bodies.Select(b => b.GetProperty("type").GetString()).ShouldBe(["notice.bundle", "notice", "notice.bundle"]);
        bodies[0].GetProperty("data").GetProperty("count").GetInt32().ShouldBe(200);
        bodies[0].GetProperty("data").GetProperty("counts").GetProperty("DUE").GetInt32().ShouldBe(200);
        bodies[0].GetProperty("data").GetProperty("nearest").GetArrayLength().ShouldBe(10);
        bodies[2].GetProperty("data").GetProperty("count").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData("430203", 1)]
    [InlineData("430204", 2)] // another county's offices are shut, not ours
    public async Task On_days_on_which_the_recipients_county_is_shut_only_emergencies_leave(string county, int messages)
    {
        var day = new DateOnly(2026, 7, 13);
        _hub.Calendar = OfficialCalendar.Empty.With([new LocalClosure(2, county, day, day, "台风")], 2, "台风");
        await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        await _hub.Tell();
        await _hub.Tell(emergency: true);
        var process = _hub.NewProcess();
        await _hub.Round(process);
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(messages);
        _receiver.Requests.ShouldContain(r => r.Body.Contains("案件 2"));
        _hub.Time.Advance(TimeSpan.FromDays(1));
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task At_night_only_emergencies_leave_and_the_rest_in_the_morning()
    {
        await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        _hub.Time.SetUtcNow(new(2026, 7, 17, 13, 0, 0, TimeSpan.Zero)); // Friday 21:00
        await _hub.Tell();
        await _hub.Tell(emergency: true);
        var process = _hub.NewProcess();
        await _hub.Round(process);
        _receiver.Requests.ShouldHaveSingleItem().Body.ShouldContain("案件 2");
        _hub.Time.SetUtcNow(new(2026, 7, 19, 4, 0, 0, TimeSpan.Zero)); // Sunday noon
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(1);
        _hub.Time.SetUtcNow(new(2026, 7, 20, 0, 0, 0, TimeSpan.Zero)); // Monday 08:00
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_failed_in_the_evening_is_not_tried_again_at_night()
    {
        await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        _hub.Time.SetUtcNow(new(2026, 7, 13, 11, 59, 50, TimeSpan.Zero)); // 19:59:50
        await _hub.Tell();
        _receiver.Answers.Enqueue(503);
        var process = _hub.NewProcess();
        await _hub.Round(process);
        _hub.Time.Advance(TimeSpan.FromMinutes(10));
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(1);
        _hub.Time.SetUtcNow(new(2026, 7, 14, 0, 0, 0, TimeSpan.Zero));
        await _hub.Round(process);
        _receiver.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_channel_that_is_down_delays_no_other()
    {
        await using var other = await Receiver.Open();
        await _hub.Create(ChannelKind.Webhook, _receiver.Url, "c1");
        await _hub.Create(ChannelKind.Webhook, other.Url, "c2");
        _receiver.Answers.Enqueue(500);
        await _hub.Tell();
        await _hub.Round(_hub.NewProcess());
        (_receiver.Requests.Count, other.Requests.Count).ShouldBe((1, 1));
        _receiver.Requests.Single().Headers["webhook-id"].ShouldNotBe(other.Requests.Single().Headers["webhook-id"]);
    }

    [Fact]
    public async Task A_group_robot_gets_markdown_at_its_pace_and_its_refusals_count()
    {
        var channel = (await _hub.Create(ChannelKind.WeCom, _receiver.Url + "?key=robot")).Channel!.Channel.Id;
        _receiver.Body = """{"errcode":0,"errmsg":"ok"}""";
        await _hub.Tell(3);
        var process = _hub.NewProcess();
        await _hub.Round(process);
        var body = JsonDocument.Parse(_receiver.Requests.ShouldHaveSingleItem("20 a minute are one in three seconds").Body).RootElement;
        body.GetProperty("msgtype").GetString().ShouldBe("markdown");
        body.GetProperty("markdown").GetProperty("content").GetString().ShouldBe("**办理期限提醒（1 条）**\n> 案件 1 到期");

        _receiver.Body = """{"errcode":93000,"errmsg":"invalid webhook url"}""";
        _hub.Time.Advance(TimeSpan.FromSeconds(3));
        await _hub.Round(process);
        (await _hub.Channels.Find(channel))!.State.LastError.ShouldBe("WeCom errcode 93000");
    }

    [Fact]
    public async Task A_reminder_that_is_refused_for_good_is_given_up_after_five_attempts_and_the_next_goes_on()
    {
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!.Channel.Id;
        await _hub.Tell();
        var process = _hub.NewProcess();
        await Refused(process, channel, 400, 5);
        await _hub.Tell();
        await _hub.Round(process);
        _receiver.Requests.Select(r => r.Headers["webhook-id"]).Distinct().Count().ShouldBe(2);
        (_receiver.Requests.Count, (await _hub.Channels.Find(channel))!.State.FailingSince).ShouldBe((6, null));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_wrong_secret_or_path_at_the_receiver_is_no_reason_to_give_up(int answer)
    {
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!.Channel.Id;
        await _hub.Tell();
        var process = _hub.NewProcess();
        await Refused(process, channel, answer, 7);
        await _hub.Round(process);
        _receiver.Requests.Select(r => r.Headers["webhook-id"]).Distinct().ShouldHaveSingleItem();
        ((await _hub.Channels.Find(channel))!.State.LastSentAt, await _hub.Channels.CountGivenUp(channel)).ShouldBe((_hub.Time.GetUtcNow(), 0));
    }

    [Fact]
    public async Task The_state_of_a_ticket_that_is_refused_is_tried_on_and_lets_others_pass()
    {
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!.Channel.Id;
        await _hub.Put(channel, "t1");
        var process = _hub.NewProcess();
        await Refused(process, channel, 422, 8);
        _receiver.Answers.Enqueue(422);
        await _hub.Round(process);
        await _hub.Put(channel, "t2");
        _hub.Time.Advance(TimeSpan.FromSeconds(10)); // the channel's wait, not the message's
        await _hub.Round(process);
        _receiver.Requests.Select(r => r.Headers["webhook-id"]).ShouldBe([.. Enumerable.Repeat("t1", 9), "t2"]);
        _hub.Time.Advance(TimeSpan.FromHours(1));
        await _hub.Round(process);
        _receiver.Requests.Last().Headers["webhook-id"].ShouldBe("t1");
        (await _hub.Channels.CountGivenUp(channel)).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_given_up_is_counted_listed_and_sent_again_under_its_key()
    {
        _hub.Options.GiveUpAfter = 1;
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!.Channel.Id;
        await _hub.Put(channel, "t1");
        await _hub.Tell();
        var process = _hub.NewProcess();
        await Refused(process, channel, 500, 2);
        (await _hub.Channels.Counts()).ShouldBe(new ChannelCounts(1, 2));
        (await _hub.Channels.Failing(10)).ShouldHaveSingleItem().Channel.Id.ShouldBe(channel);
        (await _hub.Channels.GivenUp(channel, 10)).Select(m => (m.Kind, m.Attempts, m.Notice?.Notice.Number)).ShouldBe([("Due", 1, "4302-2026-000002"), ("ticket.status", 1, null)]);

        var sent = await _hub.Desk.Do(new ResendMessages(channel), "again", null, NoticeHub.Administrator);
        (await _hub.Desk.Do(new ResendMessages(channel), "again", null, NoticeHub.Administrator)).Channel!.Channel.Version.ShouldBe(sent.Channel!.Channel.Version, "the same command twice");
        await _hub.Round(process);
        var keys = _receiver.Requests.Select(r => r.Headers["webhook-id"]).ToList();
        keys.Skip(2).ShouldBe(keys.Take(2), "what the receiver has had it can drop");
        (await _hub.Channels.Counts()).ShouldBe(new ChannelCounts(0, 0));
    }

    [Fact]
    public async Task A_webhooks_former_secret_signs_beside_the_new_one_for_a_day()
    {
        var created = await _hub.Create(ChannelKind.Webhook, _receiver.Url);
        var id = created.Channel!.Channel.Id;
        var changed = await _hub.Desk.Do(new ChangeChannel(id, null, null, null, null, NewSecret: true), "c2", null, NoticeHub.Administrator);
        await _hub.Put(id, "t1");
        await _hub.Round(_hub.NewProcess());
        _hub.Time.Advance(TimeSpan.FromHours(24));
        await _hub.Put(id, "t2");
        await _hub.Round(_hub.NewProcess());
        var (both, one) = (_receiver.Requests.First(), _receiver.Requests.Last());
        both.Headers["webhook-signature"].ShouldBe($"{Signed(changed.Secret!, both)} {Signed(created.Secret!, both)}");
        one.Headers["webhook-signature"].ShouldBe(Signed(changed.Secret!, one));
    }

    private static string Signed(string secret, Received request) => WebhookSignature.Of(
        secret, request.Headers["webhook-id"], DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Headers["webhook-timestamp"])), Encoding.UTF8.GetBytes(request.Body));

    private async Task Refused(NoticeDispatch process, string channel, int answer, int times)
    {
        for (var n = 0; n < times; n++)
        {
            _receiver.Answers.Enqueue(answer);
            await _hub.Round(process);
            _hub.Time.Advance(TimeSpan.FromHours(1)); // longer than any wait
        }
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var channel = (await _hub.Create(ChannelKind.Webhook, _receiver.Url)).Channel!.Channel.Id;
        _receiver.Answers.Enqueue(302);
        await _hub.Tell();
        await _hub.Round(_hub.NewProcess());
        _receiver.Requests.ShouldHaveSingleItem().Path.ShouldBe("/hook");
        (await _hub.Channels.Find(channel))!.State.LastError.ShouldBe("HTTP 302");
    }
}
