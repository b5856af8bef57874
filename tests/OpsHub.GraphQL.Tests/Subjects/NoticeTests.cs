using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Notices;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Notices and channels over the API: who sees what, and that a command passes through as it came.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Township = "430203001";
    private const string Agency = "430203001-D12";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    public static TheoryData<Role, string, string, bool> Readers => new()
    {
        { Role.TownshipGovernanceCentre, Township, Township, true },
        { Role.TownshipGovernment, Township, "430203001001", true },
        { Role.TownshipGovernment, Township, "430203002", false },
        { Role.CommunityCommittee, "430203001001", Township, false },
        { Role.CommunityCommittee, "430203001001", "430203001001", true },
        { Role.GridWorker, "430203001001001", "430203001001", false },
        { Role.CountyCommandCentre, "430203", Township, true },
        { Role.CountyGovernment, "430203", "430203", true },
        { Role.CountyGovernment, "430203", Township, false },
        { Role.Auditor, "4302", Township, true },
        { Role.Administrator, "4302", Township, false },
        { Role.Integrator, "4302", Township, false },
        { Role.WallKey, Township, Township, false },
        { Role.Resident, Township, Township, false },
        { Role.AgencyStaff, Agency, Township, false },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Notices_of_a_unit_are_read_by_whoever_reads_its_cases(Role role, string organ, string unit, bool reads)
    {
        _hub.Notices.Put(unit, "k1", 1);
        var answer = await _hub.Ask(Actors.Of(role, organ), $$"""{ node(id: "{{GlobalId.Of(UnitCode.Parse(unit))}}") { ... on Unit { notices { nodes { key } } } } }""");
        if (reads)
            answer.GetProperty("data").GetProperty("node").GetProperty("notices").GetProperty("nodes")[0].GetProperty("key").GetString().ShouldBe("k1");
        else
            answer.Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task The_viewer_reads_what_its_own_organ_is_told_newest_first()
    {
        _hub.Notices.Put(Agency, "k1", 1);
        _hub.Notices.Put(Agency, "k2", 2);
        _hub.Notices.Put(Township, "k3", 3);
        var data = await _hub.Data(Actors.Agency, "{ viewer { notices(first: 1, openOnly: true) { nodes { key kind text textEn toldAt case { id } recipient { code } } pageInfo { hasNextPage } } } }");
        var notices = data.GetProperty("viewer").GetProperty("notices");
        var first = notices.GetProperty("nodes")[0];
        first.GetProperty("key").GetString().ShouldBe("k2");
        first.GetProperty("kind").GetString().ShouldBe("NEW_WORK");
        first.GetProperty("case").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "a case that isn't there, or that it may not read");
        notices.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_notice_that_waits_says_until_when_quiet_hours_hold_it_up()
    {
        _hub.Notices.Put(Township, "k1", 1);
        const string query = "{ viewer { notices { nodes { waitsUntil } } } }";
        string? Waits(System.Text.Json.JsonElement data) => data.GetProperty("viewer").GetProperty("notices").GetProperty("nodes")[0].GetProperty("waitsUntil").GetString();
        Waits(await _hub.Data(Actors.Centre, query)).ShouldBeNull("it is Monday morning");
        _hub.Time.Advance(TimeSpan.FromHours(12));
        Waits(await _hub.Data(Actors.Centre, query)).ShouldBe("2026-03-03T08:00:00+08:00");
    }

    [Fact]
    public async Task A_notice_is_marked_read_once_by_whom_it_tells()
    {
        var id = GlobalId.OfNotice(_hub.Notices.Put(Agency, "k1", 1).Notice.Key);
        (await Mark(Actors.County, id)).Code.ShouldBe(RefusalCodes.NotAllowed, "it may read it, but wasn't told");
        (await Mark(Actors.OtherCentre, id)).Code.ShouldBe(RefusalCodes.NotFound);
        (await Mark(Actors.Agency, GlobalId.OfNotice("k9"))).Code.ShouldBe(RefusalCodes.NotFound);

        (await Mark(Actors.Agency, id, "c1")).ShouldBe((null, "2026-03-02T09:00:00+08:00"));
        _hub.Time.Advance(TimeSpan.FromHours(1));
        (await Mark(Actors.Agency, id, "c1")).ShouldBe((null, "2026-03-02T09:00:00+08:00"), "the same command");
        (await Mark(Actors.Agency, id, "c2")).ShouldBe((null, "2026-03-02T09:00:00+08:00"), "read already");
        var other = GlobalId.OfNotice(_hub.Notices.Put(Agency, "k2", 2).Notice.Key);
        (await Mark(Actors.Agency, other, "c1")).Code.ShouldBe(RefusalCodes.Conflict);
    }

    [Fact]
    public async Task What_is_told_comes_live_and_many_notices_are_one_message()
    {
        await using var listening = await Listening.To(_hub, Actors.Centre, "subscription { noticesTold { count place nearest { key } } }");
        var waiting = listening.Next();
        _hub.Notices.Put(Agency, "other", 1, toldAt: TestHub.Monday);
        for (var n = 2; n <= 13; n++)
            _hub.Notices.Put(Township, $"k{n}", n, toldAt: TestHub.Monday);
        waiting.IsCompleted.ShouldBeFalse("nobody has looked yet");
        await _hub.Services.GetRequiredService<ToldOrgans>().Look(default);

        var news = await waiting;
        (news.GetProperty("count").GetInt32(), news.GetProperty("nearest").GetArrayLength(), news.GetProperty("nearest")[0].GetProperty("key").GetString()).ShouldBe((12, 10, "k2"));
        news.GetProperty("place").GetString().ShouldBe($"{TestHub.Monday.UtcTicks}-13");
    }

    [Theory]
    [InlineData(Role.GroupParty, "430203001001001", "talk")]
    [InlineData(Role.Council, "430203001001", "talk")]
    [InlineData(Role.TownshipGovernanceCentre, Township, "case")]
    [InlineData(Role.CountyCommandCentre, "430203", "case")]
    [InlineData(Role.CommunityParty, "430203001001", "case talk")]
    public async Task C002_notices_of_consultations_and_of_cases_are_listed_told_live_and_marked_by_who_reads_such_ones(Role role, string organ, string keys)
    {
        var (actor, reads) = (Actors.Of(role, organ), keys.Split(' '));
        await using var listening = await Listening.To(_hub, actor, "subscription { noticesTold { count nearest { key } } }");
        var waiting = listening.Next();
        _hub.Notices.Put(organ, "case", 1, toldAt: TestHub.Monday);
        _hub.Notices.Put(organ, "talk", 2, "consultation-00000000000000000000000000000000", TestHub.Monday);
        await _hub.Services.GetRequiredService<ToldOrgans>().Look(default);
        var news = await waiting;
        (news.GetProperty("count").GetInt32(), news.GetProperty("nearest")[0].GetProperty("key").GetString()).ShouldBe((reads.Length, reads[0]));

        var listed = (await _hub.Data(actor, "{ viewer { notices { nodes { key } } } }")).GetProperty("viewer").GetProperty("notices").GetProperty("nodes");
        listed.EnumerateArray().Select(n => n.GetProperty("key").GetString()).ShouldBe(reads.Reverse());
        foreach (var key in new[] { "case", "talk" })
            (await Mark(actor, GlobalId.OfNotice(key), $"mark-{key}")).Code.ShouldBe(reads.Contains(key) ? null : RefusalCodes.NotFound, key);
    }

    [Fact]
    public async Task A_wall_listens_to_no_notices() =>
        (await Listening.TryTo(_hub, Actors.CountyWall, "subscription { noticesTold { count } }")).Code.ShouldBe("NOT_FOUND");

    [Fact]
    public async Task A_channel_tells_how_it_goes_and_never_its_secrets()
    {
        _hub.Notices.Channels.Add(new ChannelRow(
            new NoticeChannel("ch-1", 3, OrganCode.Parse(Township), ChannelKind.Webhook, "https://hooks.example/…", [NoticeKind.Due], Language.En, true, TestHub.Monday),
            "encrypted-target", "encrypted-secret", new ChannelState(TestHub.Monday.AddHours(-2), 4, "HTTP 503", TestHub.Monday.AddMinutes(5), null)));
        const string query = """{ noticeChannels(organ: "430203001") { id version kind target kinds subjects language state failingSince failures lastError nextTry lastSentAt changes { principal change } } }""";
        var text = (await _hub.Data(Actors.Administrator, query)).ToString();
        text.ShouldContain("FAILING");
        text.ShouldContain("HTTP 503");
        text.ShouldNotContain("encrypted");
        text.ShouldContain("AGENCY_YEARS");
        (await _hub.Data(Actors.Centre, query)).GetProperty("noticeChannels").GetArrayLength().ShouldBe(1, "the organ's own head");
        foreach (var other in new[] { Actors.OtherCentre, Actors.County, Actors.GridWorker, Actors.CountyWall, Actors.Integrator })
            (await _hub.Ask(other, query)).Code().ShouldBe("NOT_FOUND", other.Principal);
    }

    [Fact]
    public async Task What_was_changed_of_a_channel_is_told_in_Chinese_and_on_request_in_English()
    {
        _hub.Notices.Channels.Add(new ChannelRow(
            new NoticeChannel("ch-1", 3, OrganCode.Parse(Township), ChannelKind.Email, "duty@example.cn", [NoticeKind.Due], Language.En, true, TestHub.Monday), "t", null, ChannelState.New));
        var change = (await _hub.Data(Actors.Administrator, """{ noticeChannels(organ: "430203001") { changes { change english: change(language: EN) } } }"""))
            .GetProperty("noticeChannels")[0].GetProperty("changes")[0];
        (change.GetProperty("change").GetString(), change.GetProperty("english").GetString()).ShouldBe(("提醒改为到期；停用", "kinds Due; disabled"));
    }

    [Fact]
    public async Task What_may_be_set_of_channels_is_told_to_each_by_its_role()
    {
        foreach (var kind in new[] { ChannelKind.Webhook, ChannelKind.Email })
        {
            _hub.Notices.Channels.Add(new ChannelRow(
                new NoticeChannel($"ch-{kind}", 3, OrganCode.Parse(Township), kind, "shown", [NoticeKind.Due], Language.Zh, true, TestHub.Monday), "t", null, ChannelState.New));
        }

        const string query = """{ viewer { seesChannels seesAllChannels } noticeChannelSetting(organ: "430203001") { mayAdd most organ { code } } noticeChannels(organ: "430203001") { kind mayChange mayResend } }""";
        (await Told(Actors.Administrator)).ShouldBe(("True True", "WEBHOOK EMAIL WECOM", "True True; True True"));
        (await Told(Actors.Centre)).ShouldBe(("True False", "EMAIL WECOM", "False True; True True"));
        (await Told(Actors.Auditor)).ShouldBe(("True True", "", "False False; False False"));
        (await _hub.Ask(Actors.OtherCentre, """{ noticeChannelSetting(organ: "430203001") { most } }""")).Code().ShouldBe("NOT_FOUND");
        (await _hub.Data(Actors.GridWorker, "{ viewer { seesChannels seesAllChannels } }")).GetProperty("viewer").GetProperty("seesChannels").GetBoolean().ShouldBeFalse();

        async Task<(string Sees, string Adds, string May)> Told(Actor actor)
        {
            var data = await _hub.Data(actor, query);
            var viewer = data.GetProperty("viewer");
            return (
                $"{viewer.GetProperty("seesChannels")} {viewer.GetProperty("seesAllChannels")}",
                string.Join(' ', data.GetProperty("noticeChannelSetting").GetProperty("mayAdd").EnumerateArray().Select(k => k.GetString())),
                string.Join("; ", data.GetProperty("noticeChannels").EnumerateArray().Select(c => $"{c.GetProperty("mayChange")} {c.GetProperty("mayResend")}")));
        }
    }

    [Fact]
    public async Task Whoever_operates_the_hub_finds_what_does_not_get_through()
    {
        _hub.Notices.Channels.Add(new ChannelRow(
            new NoticeChannel("ch-1", 3, OrganCode.Parse(Township), ChannelKind.Webhook, "https://hooks.example/…", [NoticeKind.Due], Language.En, true, TestHub.Monday),
            "encrypted-target", "encrypted-secret", new ChannelState(TestHub.Monday.AddHours(-2), 4, "HTTP 401", TestHub.Monday.AddMinutes(5), null)));
        _hub.Notices.Lost.Add(new("msg_1", "ticket.status", 200, TestHub.Monday, null));
        const string query = "{ noticeChannels { id givenUp givenUpMessages { key kind attempts number } } }";
        var channel = (await _hub.Data(Actors.Administrator, query)).GetProperty("noticeChannels")[0];
        channel.GetProperty("givenUp").GetInt32().ShouldBe(1);
        channel.GetProperty("givenUpMessages")[0].ToString().ShouldBe("""{"key":"msg_1","kind":"ticket.status","attempts":200,"number":null}""");
        foreach (var other in new[] { Actors.Centre, Actors.County, Actors.GridWorker, Actors.CountyWall, Actors.Integrator })
            (await _hub.Ask(other, query)).Code().ShouldBe("NOT_FOUND", other.Principal);

        await _hub.Data(Actors.Centre, """mutation { resendMessages(input: { commandId: "again", channelId: "ch-1", expectedVersion: "3" }) { errors { code } } }""");
        (_hub.Notices.Asked.Single().Command, _hub.Notices.Asked.Single().Version).ShouldBe((new ResendMessages("ch-1"), 3));
    }

    [Fact]
    public async Task Commands_about_channels_come_to_the_desk_as_they_were_given()
    {
        _hub.Notices.Answer = new(null, "whsec_shown", null);
        var created = await _hub.Data(Actors.Administrator,
            """mutation { createNoticeChannel(input: { commandId: "c1", organ: "430203001", kind: WEBHOOK, target: "https://hooks.example/x" }) { secret errors { code } } }""");
        created.GetProperty("createNoticeChannel").GetProperty("secret").GetString().ShouldBe("whsec_shown");
        await _hub.Data(Actors.Administrator,
            """mutation { changeNoticeChannel(input: { commandId: "c2", channelId: "ch-1", expectedVersion: "7", kinds: [], enabled: false }) { secret } }""");
        await _hub.Data(Actors.Administrator, """mutation { changeNoticeChannel(input: { commandId: "c4", channelId: "ch-1", subjects: [CONSULTATIONS, CASES] }) { secret } }""");

        var (first, second) = ((CreateChannel)_hub.Notices.Asked[0].Command, (ChangeChannel)_hub.Notices.Asked[1].Command);
        first.Kinds.ToArray().ShouldBe(Enum.GetValues<NoticeKind>(), "all of them when left out");
        (first.Organ.Value, first.Target, first.Language).ShouldBe((Township, "https://hooks.example/x", Language.Zh));
        (second.Target, second.Kinds!.Count, second.Language, second.Enabled, second.NewSecret).ShouldBe((null, 0, null, false, false));
        _hub.Notices.Asked[1].Version.ShouldBe(7);
        (first.Subjects, second.Subjects, ((ChangeChannel)_hub.Notices.Asked[2].Command).Subjects).ShouldBe((null, null, NoticeSubjects.Consultations | NoticeSubjects.Others));

        var bad = await _hub.Data(Actors.Administrator, """mutation { createNoticeChannel(input: { commandId: "c3", organ: "nobody", kind: EMAIL, target: "a@b.cn" }) { errors { code field } } }""");
        bad.GetProperty("createNoticeChannel").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("organ");
    }

    [Fact]
    public async Task The_parameters_are_shown_as_assumed()
    {
        var rules = (await _hub.Data(Actors.Centre, "{ noticeRules { quietFrom quietTo bundleAbove perMinute basis } }")).GetProperty("noticeRules");
        (rules.GetProperty("quietFrom").GetString(), rules.GetProperty("quietTo").GetString(), rules.GetProperty("bundleAbove").GetInt32(), rules.GetProperty("basis").GetString())
            .ShouldBe(("20:00", "08:00", 3, "assumed"));
    }

    private async Task<(string? Code, string? ReadAt)> Mark(Actor actor, string id, string command = "c0")
    {
        var payload = (await _hub.Data(actor, "mutation($i: MarkNoticeReadInput!) { markNoticeRead(input: $i) { notice { readAt } errors { code } } }", new { i = new { commandId = command, noticeId = id } }))
            .GetProperty("markNoticeRead");
        var errors = payload.GetProperty("errors");
        return errors.GetArrayLength() > 0 ? (errors[0].GetProperty("code").GetString(), null) : (null, payload.GetProperty("notice").GetProperty("readAt").GetString());
    }
}
