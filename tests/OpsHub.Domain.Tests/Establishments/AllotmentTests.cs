using OpsHub.Domain.Commands;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Tests.Establishments.CountyStory;

namespace OpsHub.Domain.Tests.Establishments;

/// <summary>Posts within the county's total, workload, one seal, team and platform, staff outside the establishment. R024-R027.</summary>
public sealed class AllotmentTests
{
    private static readonly CountyStory Full = Blank.Then(Office, new SetEstablishmentTotal(500)).Then(Office, new MoveTownshipPosts([new(Town, 300), new(Other, 200)]));

    [Fact]
    public void R025_one_more_without_one_less_elsewhere_is_refused_and_a_move_is_one_step()
    {
        (Full.Record.Allotted, Full.Record.Unallotted).ShouldBe((500, 0));
        Full.Refused(Office, new MoveTownshipPosts([new(Town, 1)]), "POSTS_OVER_TOTAL", "R025", "shifts").ShouldSatisfyAllConditions(r => r.Clause.ShouldBe("三(二)"), r => r.Zh.ShouldContain("501"));
        var moved = Full.Then(Office, new MoveTownshipPosts([new(Town, 1), new(Other, -1)], "职责强化"));
        (moved.Of(Town).Posts, moved.Of(Other).Posts, moved.Record.Allotted).ShouldBe((301, 199, 500));
        moved.Then(Office, new MoveTownshipPosts([new(Other, -199)])).Record.Unallotted.ShouldBe(199);
    }

    [Fact]
    public void R025_the_total_is_recorded_first_and_never_falls_below_what_is_allotted()
    {
        Blank.Refused(Office, new MoveTownshipPosts([new(Town, 1)]), "TOTAL_UNKNOWN", "R025", "shifts");
        Full.Refused(Office, new SetEstablishmentTotal(499), "POSTS_OVER_TOTAL", "R025", "total");
        Full.Then(Office, new SetEstablishmentTotal(501)).Then(Office, new MoveTownshipPosts([new(Street, 1)])).Of(Street).Posts.ShouldBe(1);
        Full.Changes(Office, new SetEstablishmentTotal(500));
        Blank.Refused(Office, new SetEstablishmentTotal(-1), RefusalCodes.InvalidInput, "R025", "total");
        Blank.Refused(Office, new SetEstablishmentTotal(100_001), RefusalCodes.InvalidInput, "R025", "total");
    }

    [Fact]
    public void R025_what_makes_no_move_is_refused_by_field()
    {
        Full.Refused(Office, new MoveTownshipPosts([]), RefusalCodes.InvalidInput, "R025", "shifts");
        Full.Refused(Office, new MoveTownshipPosts([new(Town, 0)]), RefusalCodes.InvalidInput, "R025", "shifts[0].change");
        Full.Refused(Office, new MoveTownshipPosts([new(Town, int.MaxValue), new(Other, 1)]), RefusalCodes.InvalidInput, "R025", "shifts[0].change");
        Full.Refused(Office, new MoveTownshipPosts([new(Town, -1), new(Town, 1)]), RefusalCodes.InvalidInput, "R025", "shifts[1].township");
        Full.Refused(Office, new MoveTownshipPosts([new(Other, -201)]), RefusalCodes.InvalidInput, "R025", "shifts[0].change").Zh.ShouldContain("五里墩乡");
        Full.Refused(Office, new MoveTownshipPosts([new(Town, -1), new(Elsewhere, 1)]), RefusalCodes.NotFound, "R025", "shifts[1].township");
    }

    [Fact]
    public void R025_posts_of_a_township_that_was_merged_are_flagged_and_moved_away()
    {
        var merged = Full with { InForce = Full.InForce.RemoveAll(t => t.Code == Other) };
        merged.Flags(Other).ShouldBe(["R025"]);
        merged.Refused(Office, new MoveTownshipPosts([new(Other, 1), new(Town, -1)]), RefusalCodes.NotFound, "R025", "shifts[0].township");
        var cured = merged.Then(Office, new MoveTownshipPosts([new(Other, -200), new(Town, 200)]));
        cured.Flags(Other).ShouldBeEmpty();
        cured.Of(Town).Posts.ShouldBe(500);
        merged.Refused(Office, new SetStaffQuota(Other, 5), RefusalCodes.NotFound, "R027", "township");
        (CountyStory.With(Other, 1) with { InForce = merged.InForce }).Then(Office, new RemoveTownshipOrgan(Other, 1)).Flags(Other).ShouldBeEmpty();
    }

    [Fact]
    public void R026_the_township_with_more_cases_per_post_is_ranked_first()
    {
        var ranked = PostWorkload.Ranked([(Other, 40, 10), (Town, 120, 10), (Street, 999, 0)]);
        ranked.Select(w => (w.Township, w.Rank, w.PerPost)).ShouldBe([(Town, 1, 12m), (Other, 2, 4m), (Street, null, null)]);
        PostWorkload.Ranked([]).ShouldBeEmpty();
    }

    [Fact]
    public void R026_equals_share_a_rank_and_nothing_is_rounded_before_it_is_ranked()
    {
        PostWorkload.Ranked([(Town, 1, 3), (Other, 2, 6), (Street, 0, 5)]).Select(w => w.Rank).ShouldBe([1, 1, 3]);
        PostWorkload.Ranked([(Town, 666_666, 1_000_000), (Other, 2, 3)]).Select(w => (w.Township, w.Rank)).ShouldBe([(Other, 1), (Town, 2)]);
    }

    [Fact]
    public void R024_two_approval_seals_and_one_seal_is_not_met()
    {
        var story = Blank.Then(Office, new RecordUnity(Town, 2, 1, 1));
        story.Of(Town).Unity!.NotMet.ShouldBe([UnityItem.ApprovalSeal]);
        story.Flags(Town).ShouldBe(["R024"]);
        story.Then(Office, new RecordUnity(Town, 1, 0, 3)).Of(Town).Unity!.NotMet.ShouldBe([UnityItem.EnforcementTeam, UnityItem.GovernancePlatform]);
        story.Then(Office, new RecordUnity(Town, 1, 1, 1)).Flags(Town).ShouldBeEmpty();
        story.Changes(Office, new RecordUnity(Town, 2, 1, 1));
        Blank.Refused(Office, new RecordUnity(Town, 1, -1, 1), RefusalCodes.InvalidInput, "R024", "enforcementTeams");
    }

    [Fact]
    public void R024_coverage_of_a_county_counts_what_is_not_recorded_as_not_met()
    {
        UnitCode[] inForce = [Street, Town, Other];
        var story = Blank.Then(Office, new RecordUnity(Town, 1, 1, 1)).Then(Office, new RecordUnity(Other, 1, 2, 1));
        UnityCoverage.Of(story.Record, inForce).ShouldSatisfyAllConditions(
            c => (c.Townships, c.Recorded, c.Met, c.ApprovalSeal, c.EnforcementTeam, c.GovernancePlatform).ShouldBe((3, 2, 1, 2, 1, 2)), c => c.Rate.ShouldBe(1m / 3));
        UnityCoverage.Of(story.Record, []).Rate.ShouldBeNull();
    }

    [Fact]
    public void R027_nobody_is_hired_above_the_quota()
    {
        Blank.Refused(Office, new RecordOutsideStaff(Town, 1), "STAFF_QUOTA_UNKNOWN", "R027", "count");
        var twenty = Blank.Then(Office, new SetStaffQuota(Town, 20, "芦编5号")).Then(Office, new RecordOutsideStaff(Town, 20));
        twenty.Refused(Office, new RecordOutsideStaff(Town, 21), "STAFF_OVER_QUOTA", "R027", "count").Clause.ShouldBe("三(三)");
        twenty.Flags(Town).ShouldBeEmpty();
        twenty.Changes(Office, new RecordOutsideStaff(Town, 20));
        Blank.Refused(Office, new SetStaffQuota(Town, -1), RefusalCodes.InvalidInput, "R027", "quota");
        twenty.Refused(Office, new RecordOutsideStaff(Town, -1), RefusalCodes.InvalidInput, "R027", "count");
    }

    [Fact]
    public void R027_a_quota_lowered_beneath_the_count_is_flagged_and_the_count_only_falls()
    {
        var above = Blank.Then(Office, new SetStaffQuota(Town, 20)).Then(Office, new RecordOutsideStaff(Town, 20)).Then(Office, new SetStaffQuota(Town, 15));
        above.Flags(Town).ShouldBe(["R027"]);
        above.Refused(Office, new RecordOutsideStaff(Town, 21), "STAFF_OVER_QUOTA", "R027", "count");
        var fewer = above.Then(Office, new RecordOutsideStaff(Town, 18));
        fewer.Flags(Town).ShouldBe(["R027"]);
        fewer.Refused(Office, new RecordOutsideStaff(Town, 19), "STAFF_OVER_QUOTA", "R027", "count");
        fewer.Then(Office, new RecordOutsideStaff(Town, 15)).Flags(Town).ShouldBeEmpty();
    }
}
