using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Storage.Database;
using OpsHub.Storage.Notices;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteNotices(SqliteHub hub) : NoticesContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlNotices(PostgreSqlHub hub) : NoticesContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>The queue of what leaves the hub. Tests of a class share a database, so each asks for its own city's organs and channels.</summary>
public abstract class NoticesContract(SharedHub shared) : StorageContract(shared)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);

    private static int _owners;

    private readonly Turn _handOut = new("hand-out", $"owner-{Interlocked.Increment(ref _owners)}");

    private OrganCode Office => OrganCode.Of(Samples.City);

    private INoticeQueue Queue => Hub.Services.GetRequiredService<INoticeQueue>();

    private INoticeLists Lists => Hub.Services.GetRequiredService<INoticeLists>();

    private IChannelTable Channels => Hub.Services.GetRequiredService<IChannelTable>();

    [SkippableFact]
    public async Task A_notice_is_written_with_its_case_and_once()
    {
        var row = Samples.Case();
        var publication = Samples.Publication(row) with { Notices = [Notice(row, "n1"), Notice(row, "n2")] };
        await Hub.Publisher.Publish(publication);
        await Hub.Publisher.Publish(publication);
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Notices = [Notice(row, "n1")] });

        var listed = await All();
        listed.Select(n => n.Notice.Key).ShouldBe([Key(row, "n2"), Key(row, "n1")]);
        listed[1].Notice.ShouldBe(Notice(row, "n1"));
        listed.ShouldAllBe(n => n.ToldAt == null && n.MootAt == null && n.ReadAt == null);
    }

    [SkippableFact]
    public async Task A_publication_that_comes_too_late_tells_nobody()
    {
        var row = Samples.Case(version: 2);
        await Hub.Publisher.Publish(Samples.Publication(row));
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 1 }) with { Notices = [Notice(row, "n1")], Deliveries = [Message(row, "d1", "nowhere")], Standing = [] });
        (await All()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task What_a_case_no_longer_needs_is_moot_and_never_handed_out()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "gone", needs: "handling@x"), Notice(row, "stays", needs: "open"), Notice(row, "always")] });
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Standing = ["open", "handling@y"] });
        await HandOut();

        (await All()).Where(n => n.MootAt is not null).ShouldHaveSingleItem().Notice.Key.ShouldBe(Key(row, "gone"));
        (await Send(channel)).Select(p => p.Notices.Single().Notice.Key).ShouldBe([Key(row, "stays"), Key(row, "always")], ignoreOrder: true);
    }

    [SkippableFact]
    public async Task A_notice_that_became_moot_while_its_channel_was_away_is_dropped()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "n1", needs: "open")] });
        await HandOut();
        var turn = await Turn(channel);
        var parcel = (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull();
        await Queue.Failed(channel, parcel, Samples.Now, Samples.Now.AddMinutes(1), "503", giveUp: false);

        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Standing = [] });
        (await Queue.Next(turn, channel, Samples.Now.AddMinutes(1), 3, false)).ShouldBeNull();
        (await Queue.Ready(Samples.Now.AddMinutes(1), false)).ShouldNotContain(c => c.Channel.Id == channel);
    }

    [SkippableFact]
    public async Task More_than_the_bound_go_out_as_one_bundle_with_counts_and_the_nearest()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with
        {
            Notices = [.. Enumerable.Range(0, 25).Select(n => Notice(row, $"n{n:D2}", due: Samples.Now.AddHours(30 - n), kind: n % 2 == 0 ? NoticeKind.Due : NoticeKind.DueSoon))],
        });
        await HandOut();

        var bundle = (await Send(channel)).ShouldHaveSingleItem();
        bundle.Count.ShouldBe(25);
        bundle.Counts.ShouldBe(new Dictionary<NoticeKind, int> { [NoticeKind.Due] = 13, [NoticeKind.DueSoon] = 12 }, ignoreOrder: true);
        bundle.Notices.Count.ShouldBe(10);
        bundle.Notices[0].Notice.Key.ShouldBe(Key(row, "n24"), "nearest due first");
    }

    [SkippableFact]
    public async Task A_digest_goes_alone_with_its_text_however_much_else_goes_out()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with
        {
            Notices = [.. Enumerable.Range(0, 6).Select(n => Notice(row, $"a{n}", due: Samples.Now)), Notice(row, "digest", kind: NoticeKind.Digest), .. Enumerable.Range(0, 6).Select(n => Notice(row, $"z{n}", due: Samples.Now))],
        });
        await HandOut();

        var sent = await Send(channel);
        sent.Count.ShouldBe(2);
        sent.Single(p => p.Count == 12).Counts.Keys.ShouldBe([NoticeKind.NewWork]);
        sent.Single(p => p.Count == 1).Notices.ShouldHaveSingleItem().Notice.Kind.ShouldBe(NoticeKind.Digest);
    }

    [SkippableFact]
    public async Task A_bundle_that_was_made_goes_out_again_as_it_was_and_not_at_all_once_nobody_needs_any_of_it()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [.. Enumerable.Range(0, 4).Select(n => Notice(row, $"n{n}", needs: "early")), Notice(row, "n9", needs: "late")] });
        await HandOut();
        var turn = await Turn(channel);
        var first = (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull();

        // It may have been sent: only that it was, was not written. Somebody acts meanwhile.
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Standing = ["late"] });
        var again = (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull();
        (again.Key, again.Count).ShouldBe((first.Key, 5));
        again.Notices.Select(n => n.Notice.Key).ShouldBe(first.Notices.Select(n => n.Notice.Key));

        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 3 }) with { Standing = [] });
        (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task What_is_put_off_for_an_organ_waits_and_its_emergencies_and_others_notices_go_on()
    {
        var (row, other) = (Samples.Case(), OrganCode.Parse($"{Samples.City}01"));
        await Hub.Publisher.Publish(Samples.Publication(row) with
        {
            Notices = [Notice(row, "mine"), Notice(row, "urgent") with { Emergency = true }, Notice(row, "others") with { Recipient = other }],
        });
        (await Queue.Recipients(Samples.Now)).Where(o => o == Office || o == other).ShouldBe([Office, other], ignoreOrder: true);
        await Queue.PutOff([Office], Samples.Now, Samples.Now.AddMinutes(15));
        (await Queue.Recipients(Samples.Now)).ShouldNotContain(Office);
        await HandOut();
        (await All()).Where(n => n.ToldAt is not null).ShouldHaveSingleItem().Notice.Key.ShouldBe(Key(row, "urgent"));
        (await Lists.Page(other, new NoticeFilter(), new PageRequest(10, null, null, null))).Items.ShouldAllBe(i => i.Row.ToldAt != null);
        (await Queue.Recipients(Samples.Now.AddMinutes(15))).ShouldContain(Office);
    }

    [SkippableFact]
    public async Task A_parcel_that_was_made_and_not_sent_is_sent_again_under_its_key()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [.. Enumerable.Range(0, 5).Select(n => Notice(row, $"n{n}"))] });
        await HandOut();
        var first = (await Queue.Next(await Turn(channel), channel, Samples.Now, 3, false)).ShouldNotBeNull();

        // The process died here; more came in before another one took its turn.
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Notices = [Notice(row, "n9")] });
        await HandOut();
        var later = Samples.Now + Keep + TimeSpan.FromSeconds(1);
        var other = new Turn($"channel-{channel}", "another process");
        (await Queue.Take(other, later, Keep)).ShouldBeTrue();
        var again = (await Queue.Next(other, channel, later, 3, false)).ShouldNotBeNull();
        (again.Key, again.Count).ShouldBe((first.Key, 5));
    }

    [SkippableFact]
    public async Task Whoever_lost_its_turn_makes_no_parcel_and_hands_nothing_out()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "n1")] });
        var later = Samples.Now + Keep + TimeSpan.FromSeconds(1);
        var old = new Turn($"hand-out-{channel}", "old");
        (await Queue.Take(old, Samples.Now, Keep)).ShouldBeTrue();
        (await Queue.Take(old with { Owner = "new" }, Samples.Now, Keep)).ShouldBeFalse("it is not its turn yet");
        (await Queue.Take(old with { Owner = "new" }, later, Keep)).ShouldBeTrue();
        (await Queue.HandOut(old, later, false, 1000)).ShouldBe(0);
        (await All()).Single().ToldAt.ShouldBeNull();

        await HandOut();
        var lost = new Turn($"channel-{channel}", "nobody");
        (await Queue.Next(lost, channel, later, 3, false)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task In_quiet_hours_only_emergencies_are_handed_out_and_messages_of_machines_go_on()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with
        {
            Notices = [Notice(row, "ordinary"), Notice(row, "emergency") with { Emergency = true }],
            Deliveries = [Message(row, "status", channel)],
        });
        await HandOut(emergenciesOnly: true);
        (await Send(channel, emergenciesOnly: true)).Select(p => p.Kind ?? p.Notices.Single().Notice.Key).ShouldBe([Key(row, "emergency"), "case.status"]);
        await HandOut();
        (await Send(channel)).ShouldHaveSingleItem().Notices.Single().Notice.Key.ShouldBe(Key(row, "ordinary"));
    }

    [SkippableFact]
    public async Task A_message_of_another_part_goes_out_under_its_own_key_in_order_and_once()
    {
        var channel = await Channel(kinds: []);
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Deliveries = [Message(row, "a", channel), Message(row, "b", channel)] });
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Deliveries = [Message(row, "b", channel), Message(row, "c", channel)] });
        var sent = await Send(channel);
        sent.Select(p => p.Key).ShouldBe([Key(row, "a"), Key(row, "b"), Key(row, "c")]);
        sent.ShouldAllBe(p => p.Payload == """{"status":"closed"}""");
    }

    [SkippableFact]
    public async Task A_channel_tells_since_when_it_fails_and_recovers()
    {
        var channel = await Channel(kinds: []);
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Deliveries = [Message(row, "a", channel)] });
        var turn = await Turn(channel);
        var next = Samples.Now.AddMinutes(1);
        for (var n = 0; n < 2; n++)
        {
            var parcel = (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull();
            parcel.Attempts.ShouldBe(n);
            await Queue.Failed(channel, parcel, Samples.Now.AddSeconds(n), next, "HTTP 503", giveUp: false);
        }

        (await Channels.Find(channel))!.State.ShouldBe(new ChannelState(Samples.Now, 2, "HTTP 503", next, null));
        (await Queue.Ready(Samples.Now, false)).ShouldNotContain(c => c.Channel.Id == channel);
        await Send(channel, at: next);
        (await Channels.Find(channel))!.State.ShouldBe(new ChannelState(null, 0, null, DateTimeOffset.MinValue, next));
    }

    [SkippableFact]
    public async Task A_command_about_a_channel_takes_effect_once_and_leaves_its_line()
    {
        var id = await Channel();
        var before = (await Channels.Find(id))!;
        var change = Change(before.Channel with { Version = 2, Enabled = false }, "command-2" + id);
        await Channels.Write(change, "one");
        await Channels.Write(change with { Channel = change.Channel with { Version = 3, Enabled = true } }, "two");
        await Channels.Write(Change(before.Channel with { Version = 2, Shown = "elsewhere" }, "command-3" + id), "three");

        (await Channels.Find(id))!.Channel.ShouldBeEquivalentTo(change.Channel);
        (await Channels.Find(id))!.Secret.ShouldBe("secret", "a change without a secret leaves it");
        (await Channels.Commands(id, 10)).Select(c => (c.Stamp, c.Version)).ShouldBe([("one", 2), ("made", 1)]);
        (await Channels.Command("command-3" + id)).ShouldBeNull("someone else was first");
    }

    [SkippableFact]
    public async Task Lists_page_newest_first_and_are_narrowed()
    {
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [.. Enumerable.Range(0, 5).Select(n => Notice(row, $"n{n}", needs: n == 1 ? "gone" : null))] });
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Standing = ["open"] });
        await Lists.MarkRead(Key(row, "n3"), "read-" + row.Key, "body", Actor, Samples.Now, "s1");
        await Lists.MarkRead(Key(row, "n3"), "again-" + row.Key, "body", Actor, Samples.Now.AddHours(1), "s2");

        var first = await Lists.Page(Office, new NoticeFilter(), new PageRequest(2, null, null, null));
        first.Items.Select(i => i.Row.Notice.Key).ShouldBe([Key(row, "n4"), Key(row, "n3")]);
        first.HasNext.ShouldBeTrue();
        var second = await Lists.Page(Office, new NoticeFilter(), new PageRequest(2, first.Items[1].Cursor, null, null));
        second.Items.Select(i => i.Row.Notice.Key).ShouldBe([Key(row, "n2"), Key(row, "n1")]);
        var back = await Lists.Page(Office, new NoticeFilter(), new PageRequest(null, null, 2, second.Items[0].Cursor));
        back.Items.Select(i => i.Row.Notice.Key).ShouldBe([Key(row, "n4"), Key(row, "n3")]);
        var open = await Lists.Page(Office, new NoticeFilter(OpenOnly: true, UnreadOnly: true), new PageRequest(10, null, null, null));
        open.Items.Select(i => i.Row.Notice.Key).ShouldBe([Key(row, "n4"), Key(row, "n2"), Key(row, "n0")]);
        (await Lists.Find(Key(row, "n3")))!.ReadAt.ShouldBe(Samples.Now);
    }

    [SkippableFact]
    public async Task What_was_handed_out_is_read_on_from_a_place()
    {
        var row = Samples.Case();
        var place = await Lists.Newest();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "n0"), Notice(row, "n1")] });
        await HandOut();
        (await Lists.Recipients(place)).ShouldContain(Office);
        var told = await Lists.Told(Office, NoticeSubjects.All, place, 1);
        told.Single().Notice.Key.ShouldBe(Key(row, "n0"));
        var rest = await Lists.Told(Office, NoticeSubjects.All, new NoticePlace(told[0].ToldAt!.Value.UtcTicks, told[0].Position), 10);
        rest.Single().Notice.Key.ShouldBe(Key(row, "n1"));
    }

    [SkippableFact]
    public async Task Lists_and_what_was_handed_out_are_narrowed_to_consultations_to_agencies_years_to_people_decisions_to_surveys_or_to_the_rest()
    {
        var (row, talk, year, posts) = (Samples.Case(), Samples.Case() with { Key = Samples.Key("consultation") }, Samples.Case() with { Key = Samples.Key("year") }, Samples.Case() with { Key = Samples.Key("posts") });
        var survey = Samples.Case() with { Key = Samples.Key("survey") };
        var place = await Lists.Newest();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "n0")] });
        await Hub.Publisher.Publish(new Publication(talk.Key, 1) { Notices = [Notice(talk, "n1"), Notice(talk, "n2")] });
        await Hub.Publisher.Publish(new Publication(year.Key, 1) { Notices = [Notice(year, "n3")] });
        await Hub.Publisher.Publish(new Publication(posts.Key, 1) { Notices = [Notice(posts, "n4")] });
        await Hub.Publisher.Publish(new Publication(survey.Key, 1) { Notices = [Notice(survey, "n5")] });
        await HandOut();
        foreach (var (subjects, keys) in new (NoticeSubjects, string[])[]
        {
            (NoticeSubjects.Consultations, [Key(talk, "n1"), Key(talk, "n2")]), (NoticeSubjects.Others, [Key(row, "n0")]), (NoticeSubjects.None, []),
            (NoticeSubjects.Assessments, [Key(year, "n3")]), (NoticeSubjects.Assessments | NoticeSubjects.Consultations, [Key(talk, "n1"), Key(talk, "n2"), Key(year, "n3")]),
            (NoticeSubjects.Surveys, [Key(survey, "n5")]), (NoticeSubjects.Posts, [Key(posts, "n4")]), (NoticeSubjects.Posts | NoticeSubjects.Others, [Key(row, "n0"), Key(posts, "n4")]),
            (NoticeSubjects.Assessments | NoticeSubjects.Others, [Key(row, "n0"), Key(year, "n3")]), (NoticeSubjects.All, [Key(row, "n0"), Key(talk, "n1"), Key(talk, "n2"), Key(year, "n3"), Key(posts, "n4"), Key(survey, "n5")]),
        })
        {
            var listed = (await Lists.Page(Office, new NoticeFilter(Subjects: subjects), new PageRequest(100, null, null, null))).Items.Select(i => i.Row.Notice.Key);
            listed.ShouldBe(keys, ignoreOrder: true, subjects.ToString());
            (await Lists.Told(Office, subjects, place, 100)).Select(n => n.Notice.Key).ShouldBe(keys, ignoreOrder: true, subjects.ToString());
        }
    }

    [SkippableFact]
    public async Task A_channel_that_is_narrowed_carries_notices_of_its_subjects_alone()
    {
        var (row, talk, year) = (Samples.Case(), Samples.Case() with { Key = Samples.Key("consultation") }, Samples.Case() with { Key = Samples.Key("year") });
        var (all, talks, rest) = (await Channel(), await Channel(subjects: NoticeSubjects.Consultations), await Channel(subjects: NoticeSubjects.Others | NoticeSubjects.Assessments));
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "n0")] });
        await Hub.Publisher.Publish(new Publication(talk.Key, 1) { Notices = [Notice(talk, "n1")] });
        await Hub.Publisher.Publish(new Publication(year.Key, 1) { Notices = [Notice(year, "n2")] });
        await HandOut();
        foreach (var (channel, keys) in new (string, string[])[] { (all, [Key(row, "n0"), Key(talk, "n1"), Key(year, "n2")]), (talks, [Key(talk, "n1")]), (rest, [Key(row, "n0"), Key(year, "n2")]) })
            (await Send(channel)).SelectMany(p => p.Notices).Select(n => n.Notice.Key).ShouldBe(keys, ignoreOrder: true);

        (await Channels.Find(talks))!.Channel.Subjects.ShouldBe(NoticeSubjects.Consultations);
        await Channels.Write(Change((await Channels.Find(talks))!.Channel with { Version = 2, Subjects = NoticeSubjects.All }, "widen" + talks), "widened");
        (await Channels.Find(talks))!.Channel.Subjects.ShouldBe(NoticeSubjects.All);
    }

    [SkippableFact]
    public async Task Only_what_is_settled_and_old_is_forgotten()
    {
        var channel = await Channel(kinds: [NoticeKind.Due]);
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "sent"), Notice(row, "waits", kind: NoticeKind.Due)] });
        await HandOut();
        await Queue.Forget(Samples.Now.AddTicks(1));
        (await All()).ShouldHaveSingleItem().Notice.Key.ShouldBe(Key(row, "waits"));
        await Send(channel);
        await Queue.Forget(Samples.Now.AddDays(1));
        (await All()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task What_is_old_is_forgotten_in_small_parts()
    {
        const int many = NoticeRemoval.AtOnce + 10;
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [.. Enumerable.Range(0, many).Select(n => Notice(row, $"n{n}"))] });
        await Hub.Database.Write([new SqlStatement("UPDATE Deliveries SET State = 1, SettledAt = @At WHERE State = 0", ("@At", Samples.Now.UtcTicks))], None);
        await HandOut(limit: many);
        await Send(channel);
        var (database, deleted) = Deleting.From(Hub.Database);
        await NoticeRemoval.Run(database, Samples.Now.AddDays(1), None);
        (await All()).ShouldBeEmpty();
        deleted.Count(text => text.StartsWith("DELETE FROM Notices", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        deleted.Count(text => text.StartsWith("DELETE FROM Deliveries", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        (await Hub.Database.Read(new SqlStatement("SELECT COUNT(*) FROM Deliveries WHERE Channel = @Channel", ("@Channel", channel)), r => r.GetInt64(0), None)).Single().ShouldBe(0);
    }

    [SkippableFact]
    public async Task An_emergency_goes_before_an_ordinary_message_that_is_refused_again_and_again()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "ordinary")], Deliveries = [Message(row, "bad", channel)] });
        await HandOut();
        var turn = await Turn(channel);
        var bad = (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull();
        await Queue.Failed(channel, bad, Samples.Now, Samples.Now, "HTTP 400", giveUp: false);
        (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull().Key.ShouldBe(bad.Key);

        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Notices = [Notice(row, "fire") with { Emergency = true }] });
        await HandOut();
        var urgent = (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull();
        urgent.Notices.Single().Notice.Key.ShouldBe(Key(row, "fire"));
        (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull().Key.ShouldBe(urgent.Key, "until it got through");
        await Queue.Sent(channel, urgent, Samples.Now);
        (await Queue.Next(turn, channel, Samples.Now, 3, false)).ShouldNotBeNull().Key.ShouldBe(bad.Key);
    }

    [SkippableFact]
    public async Task What_another_process_hands_out_by_an_earlier_clock_still_comes_after_what_was_told()
    {
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row) with { Notices = [Notice(row, "n0")] });
        var (ahead, behind) = (new NoticeQueue(Hub.Database), new NoticeQueue(Hub.Database));
        var turn = new Turn($"hand-out-{_handOut.Owner}", _handOut.Owner);
        (await Queue.Take(turn, Samples.Now, Keep)).ShouldBeTrue();
        await ahead.HandOut(turn, Samples.Now.AddMinutes(1), false, 1000);
        var place = await Lists.Newest();

        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 2 }) with { Notices = [Notice(row, "n1")] });
        (await behind.HandOut(turn, Samples.Now, false, 1000)).ShouldBe(1);
        (await Lists.Told(Office, NoticeSubjects.All, place, 10)).ShouldHaveSingleItem().Notice.Key.ShouldBe(Key(row, "n1"));
    }

    [SkippableFact]
    public async Task What_happened_before_there_were_notices_is_told_to_nobody()
    {
        var channel = await Channel();
        var row = Samples.Case();
        await Began(Samples.Now.UtcTicks);
        try
        {
            await Hub.Publisher.Publish(Samples.Publication(row) with
            {
                Notices = [Notice(row, "before") with { At = Samples.Now.AddTicks(-1).ToUniversalTime() }, Notice(row, "since")],
                Deliveries = [Message(row, "old", channel) with { NotBefore = Samples.Now.AddTicks(-1) }, Message(row, "new", channel)],
            });
        }
        finally
        {
            await Began(0);
        }

        (await All()).ShouldHaveSingleItem().Notice.Key.ShouldBe(Key(row, "since"));
        (await Send(channel)).ShouldHaveSingleItem().Key.ShouldBe(Key(row, "new"));

        Task Began(long ticks) => Hub.Database.Write([new SqlStatement("UPDATE NoticeStart SET At = @At", ("@At", ticks))], None);
    }

    [SkippableFact]
    public async Task A_round_without_a_subject_is_put_in_once_and_the_one_before_is_moot()
    {
        var channel = await Channel();
        var prefix = $"round-{Office}-";
        await Queue.Renew(prefix, prefix + "1", [Round("1", 0), Round("1", 1)], Samples.Now);
        await Queue.Renew(prefix, prefix + "1", [Round("1", 0), Round("1", 1)], Samples.Now); // as after a kill before it was known to be done
        (await All()).Select(n => (n.Notice.Key, n.MootAt)).ShouldBe([(prefix + "1:1", null), (prefix + "1:0", null)]);
        (await All())[1].Notice.ShouldBe(Round("1", 0));
        await HandOut();

        var later = Samples.Now.AddDays(1);
        await Queue.Renew(prefix, prefix + "2", [Round("2", 0)], later);
        (await All()).Select(n => (n.Notice.Key, Moot: n.MootAt is not null)).ShouldBe([(prefix + "2:0", false), (prefix + "1:1", true), (prefix + "1:0", true)]);
        await HandOut();
        (await Send(channel)).Select(p => p.Notices.Single().Notice.Key).ShouldBe([prefix + "2:0"], "yesterday's is dropped where it wasn't sent");

        await Queue.Renew(prefix, prefix + "3", [], later.AddDays(1));
        (await All()).ShouldAllBe(n => n.MootAt != null, "nothing to tell is a round too");

        Notice Round(string round, int n) => new(
            $"{prefix}{round}:{n}", prefix + round, 0, round, Office, NoticeKind.Digest, false, null, null, Samples.Now.ToUniversalTime(), Samples.Now.ToUniversalTime(), null, "晨报", "Digest");
    }

    private static Actor Actor { get; } = new("admin", Role.Administrator, new OrganCode("4302"));

    private static string Key(CaseRow row, string name) => $"{row.Key}:{name}";

    private static DeliveryRow Message(CaseRow row, string name, string channel) => new(Key(row, name), channel, "case.status", """{"status":"closed"}""", Samples.Now);

    private static ChannelChange Change(NoticeChannel channel, string command) => new(command, "body", Samples.Now, Actor, "changed", channel, null, null);

    private Notice Notice(CaseRow row, string name, string? needs = null, DateTimeOffset? due = null, NoticeKind kind = NoticeKind.NewWork) => new(
        Key(row, name), row.Key, 1, row.Number, Office, kind, false, due is null ? null : "handling", due?.ToUniversalTime(), Samples.Now.ToUniversalTime(), Samples.Now.ToUniversalTime(), needs, "待办", "Work");

    private async Task<string> Channel(IReadOnlyList<NoticeKind>? kinds = null, NoticeSubjects subjects = NoticeSubjects.All)
    {
        var id = Samples.Key("channel");
        var channel = new NoticeChannel(
            id, 1, Office, ChannelKind.Webhook, "https://example.test", [.. kinds ?? Enum.GetValues<NoticeKind>()], Language.Zh, true, Samples.Now.ToUniversalTime())
        {
            Subjects = subjects,
        };
        await Channels.Write(Change(channel, "command-1" + id) with { Target = "target", Secret = "secret" }, "made");
        return id;
    }

    private async Task<Turn> Turn(string channel)
    {
        var turn = new Turn($"channel-{channel}", _handOut.Owner);
        (await Queue.Take(turn, Samples.Now, Keep)).ShouldBeTrue();
        return turn;
    }

    // Tests run one after the other within a class; whoever holds the turn gives it up by time.
    private async Task HandOut(bool emergenciesOnly = false, int limit = 1000)
    {
        var turn = new Turn($"hand-out-{_handOut.Owner}", _handOut.Owner);
        (await Queue.Take(turn, Samples.Now, Keep)).ShouldBeTrue();
        await Queue.HandOut(turn, Samples.Now, emergenciesOnly, limit);
    }

    private async Task<List<Parcel>> Send(string channel, bool emergenciesOnly = false, DateTimeOffset? at = null)
    {
        var turn = await Turn(channel);
        var sent = new List<Parcel>();
        while (await Queue.Next(turn, channel, at ?? Samples.Now, 3, emergenciesOnly) is { } parcel)
        {
            await Queue.Sent(channel, parcel, at ?? Samples.Now);
            sent.Add(parcel);
        }

        return sent;
    }

    private async Task<List<NoticeRow>> All() => [.. (await Lists.Page(Office, new NoticeFilter(), new PageRequest(100, null, null, null))).Items.Select(i => i.Row)];
}

/// <summary>A database that notes what is deleted from it.</summary>
internal class Deleting : System.Reflection.DispatchProxy
{
    private readonly List<string> _deleted = [];
    private IDatabase _database = null!;

    public static (IDatabase Database, IReadOnlyList<string> Deleted) From(IDatabase database)
    {
        var proxy = Create<IDatabase, Deleting>();
        var deleting = (Deleting)(object)proxy;
        deleting._database = database;
        return (proxy, deleting._deleted);
    }

    protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [IReadOnlyList<SqlStatement> statements, ..])
            _deleted.AddRange(statements.Select(s => s.Text).Where(text => text.StartsWith("DELETE", StringComparison.Ordinal)));
        return targetMethod!.Invoke(_database, args);
    }
}
