using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Posts;
using OpsHub.Grains.Tests.Fakes;
using static OpsHub.Grains.Tests.Posts.PostsTown;

namespace OpsHub.Grains.Tests.Posts;

/// <summary>People decisions, live: an area agency of three townships.</summary>
public sealed class PostsGrainTests : IAsyncLifetime
{
    private static readonly AskHeadOpinion Asking = new(HeadMatter.Appointment, "所长", "征求意见函 2026-7 号");

    private PostsTown _town = null!;

    public async Task InitializeAsync() => _town = await PostsTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact, Trait("Rule", "A001")]
    public async Task A001_every_agency_has_a_record_and_the_first_command_opens_it()
    {
        (await _town.Grain.Get())!.ShouldSatisfyAllConditions(v => v.Length.ShouldBe(0), v => v.State.Served.ShouldBe([Host, Second, Third]));
        _town.Town.Storage.VersionOf(Key).ShouldBe(0, "looking writes nothing");
        (await _town.Do(Of(UnitCode.Parse("430203009")), new RaiseInquiry("满意度低", true))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        (await _town.Grain.Get())!.Length.ShouldBe(0, "a refused command opens nothing");

        await _town.Done(Department, new RecordPosts(10, 8));
        var trace = await _town.Trace();
        trace.Select(e => (e.Event, e.Role)).ShouldBe([("PostsOpened", Role.Scheduler), ("PostsRecorded", Role.Department)]);
        _town.Published().Posts!.ShouldSatisfyAllConditions(r => r.Posts.ShouldBe(10), r => r.Filled.ShouldBe(8));
        (await _town.Town.Hub.Client.Posts(OrganCode.Parse("430203001-D99")).Get()).ShouldBeNull();
    }

    [Fact, Trait("Rule", "A016")]
    public async Task A016_three_townships_agree_over_a_restart_and_only_then_the_host_replies()
    {
        await _town.Done(Department, Asking, "ask");
        var asked = _town.Published().Notices;
        asked.Where(n => n.Kind == NoticeKind.NewWork).Select(n => n.Recipient.Unit).ShouldBe([Host, Second, Third]);
        await _town.Done(Of(Host), new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意"));
        await _town.Done(Of(Second), new AgreeToHeadOpinion(1, 1), "agree");
        await _town.Pushed();

        await _town.Grain.Drop();
        (await _town.State()).Heads.Single().Agreed.ShouldBe([Host, Second]);
        await _town.Done(Of(Second), new AgreeToHeadOpinion(1, 1), "agree");
        (await _town.Do(Of(Host), new ReturnHeadOpinion(1))).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NOT_UNANIMOUS"), r => r.Zh.ShouldContain("430203003"));
        (await _town.Do(Department, new DecideHead(1))).Refusal!.Code.ShouldBe("NO_REPLY");
        await _town.Done(Of(Third), new AgreeToHeadOpinion(1, 1));
        _town.Published().Notices.ShouldContain(n => n.Recipient == OrganCode.Of(Host) && n.Kind == NoticeKind.NewWork, "the last agreement makes the reply possible");
        await _town.Done(Of(Host), new ReturnHeadOpinion(1));
        await _town.Done(Department, new DecideHead(1));
        var head = (await _town.State()).Heads.ShouldHaveSingleItem();
        (head.Stage, head.Agreed.Count).ShouldBe((HeadStage.Decided, 3));
        _town.Published().Posts!.Matters.Single().ShouldBe(new(Area, PostMatterKind.HeadConsultation, 1, "Decided", head.At, null, false));
        (await _town.State()).Terms.ShouldAllBe(t => !t.IsOpen);
    }

    [Fact]
    public async Task The_same_command_twice_changes_nothing_and_another_body_under_its_id_is_a_conflict()
    {
        var first = await _town.Done(Department, Asking, "ask");
        var again = await _town.Done(Department, Asking, "ask");
        (again.Sequence, again.Repeated).ShouldBe((first.Sequence, true));
        (await _town.State()).Heads.Count.ShouldBe(1);
        (await _town.Do(Department, Asking with { Letter = "另一号" }, "ask")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        (await _town.Trace()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_failed_to_be_written_is_written_by_the_retry_once()
    {
        await _town.Done(Department, new RecordPosts(10, 8));
        _town.Town.Storage.Next(Key, Fault.After);
        (await _town.Town.Settle(_town.Do(Department, Asking, "ask"))).Refusal.ShouldBeNull();
        (await _town.State()).Heads.Count.ShouldBe(1);
        (await _town.Trace()).Count(e => e.Event == nameof(HeadOpinionAsked)).ShouldBe(1);
    }

    [Fact, Trait("Rule", "A016")]
    public async Task Resolution22_a_deadlock_is_told_to_the_county_once_by_whichever_shard_ticks_and_stays_blocked()
    {
        await _town.Done(Department, Asking);
        await _town.Done(Of(Host), new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意"));
        await _town.Pushed();
        var due = (await _town.State()).Terms.Single(t => t.Id == "unanimity-1").Due;
        _town.Town.Time.Advance(due.AddSeconds(-1) - _town.Town.Now);
        await _town.Grain.Tick(_town.Town.Now);
        (await _town.Trace()).Where(e => e.Event == nameof(PostRungsFired)).ShouldAllBe(e => !e.Content.Contains("OverdueCounty"));

        await _town.Grain.Drop();
        _town.Town.Time.Advance(TimeSpan.FromSeconds(1));
        (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _town.Grain.Tick(_town.Town.Now)))).Count(n => n > 0).ShouldBeLessThanOrEqualTo(1, "the shard may have been first");
        var fired = (await _town.Trace()).Where(e => e.Content.Contains("OverdueCounty")).ShouldHaveSingleItem();
        (fired.Role, fired.Event).ShouldBe((Role.Scheduler, nameof(PostRungsFired)));
        (await _town.State()).Terms.Single(t => t.Id == "unanimity-1").Fired.ShouldBeUnique();
        _town.Published().Notices.Where(n => n.Kind == NoticeKind.Escalated).ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Parse("430203"));
        (await _town.Do(Of(Host), new ReturnHeadOpinion(1))).Refusal!.Code.ShouldBe("NOT_UNANIMOUS");
        PostTerms.Flags(await _town.State(), _town.Town.Now).ShouldContain(f => f.Kind == PostFlagKind.Deadlock);
    }

    [Fact]
    public async Task After_downtime_a_shard_fires_all_rungs_in_one_write()
    {
        await _town.Done(Of(Second), new RaiseInquiry("满意度低", true));
        await _town.Pushed();
        var version = _town.Town.Storage.VersionOf(Key);
        await _town.Grain.Drop();
        _town.Town.Time.Advance(TimeSpan.FromDays(60));
        var shard = _town.Town.Hub.Client.RungsShard(GrainKeys.ShardOf(Key));
        await Task.WhenAll(shard.Wake(), shard.Wake());
        _town.Town.Storage.VersionOf(Key).ShouldBe(version + 1);
        (await _town.State()).Terms.Single().Fired.ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);
    }

    [Fact]
    public async Task While_past_steps_are_entered_rungs_wait_a_minute_for_the_next_one()
    {
        await _town.Done(Department, new RecordPosts(10, 8));
        var entered = _town.Town.Now;
        await _town.Done(Department with { Backdates = true }, Asking, at: entered.AddDays(-40));
        _town.Published().Rungs.ShouldAllBe(r => r.At >= entered.AddMinutes(1));
        (await _town.Grain.Tick(_town.Town.Now)).ShouldBe(0, "a shard reads it ahead of time");
        (await _town.State()).Terms.ShouldAllBe(t => t.Fired.IsEmpty);
        _town.Town.Time.Advance(TimeSpan.FromMinutes(1));
        await _town.Grain.Tick(_town.Town.Now); // the shard may have been first
        (await _town.State()).Terms.ShouldAllBe(t => t.Fired.Contains(RungKind.OverdueCounty));
        (await _town.Trace()).Where(e => e.Event == nameof(PostRungsFired)).ShouldHaveSingleItem().Role.ShouldBe(Role.Scheduler);
    }

    [Fact, Trait("Rule", "A015")]
    public async Task A015_a_secondment_is_asked_of_both_sides_and_begins_with_both()
    {
        await _town.Done(Department, new RequestSecondment("专项整治", "市局专班", 2, new(2026, 9, 30)));
        _town.Published().Notices.Select(n => n.Recipient.Value).ShouldBe(["430203001", "430203002", "430203003", "430203"]);
        foreach (var township in new[] { Host, Second, Third })
            await _town.Done(Of(township), new AgreeToSecondment(1));
        (await _town.Do(Department, new BeginSecondment(1))).Refusal!.Code.ShouldBe("CONSENTS_MISSING");
        await _town.Done(Organisation, new AgreeToSecondment(1));
        await _town.Done(Department, new BeginSecondment(1));
        _town.Published().Posts!.ShouldSatisfyAllConditions(r => r.Matters.Single().Stage.ShouldBe("Active"), r => r.DueAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task Publishing_again_tells_the_same_notices_under_the_same_keys()
    {
        await _town.Done(Department, Asking);
        var keys = _town.Published().Notices.Select(n => n.Key).ToList();
        await _town.Pushed();
        await _town.Grain.Drop();
        _town.Town.Hub.Index.Lose(Key);
        await _town.Grain.Republish();
        _town.Published().Notices.Select(n => n.Key).ShouldBe(keys);
        _town.Published().Rungs.ShouldNotBeEmpty();
    }
}
