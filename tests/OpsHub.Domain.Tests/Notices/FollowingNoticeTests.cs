using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who is told when a case goes with its units. G011.</summary>
public sealed class FollowingNoticeTests
{
    private static readonly OrganCode NewTownship = OrganCode.Parse("430203002");
    private static readonly Placement Moved = Town.Place with { Township = NewTownship.Unit };

    [Fact]
    [Trait("Rule", "G011")]
    public void G011_whoever_it_was_handed_to_is_told_that_it_is_its_move_and_what_the_former_one_was_told_is_moot()
    {
        var triaged = Story.Triaged();
        var former = Told(triaged).Single(n => n.Recipient == Town.Township && n.Term == "dispatch");
        var followed = Followed(triaged);
        var notice = Told(followed, triaged.Events.Count).ShouldHaveSingleItem();
        (notice.Recipient, notice.Kind, notice.Term, notice.Due).ShouldBe((NewTownship, NoticeKind.NewWork, "dispatch", triaged.Case.OpenTerm("dispatch")!.Due));
        NoticeNeeds.Standing(followed.Case).ShouldNotContain(former.Needs!);
    }

    [Fact]
    public void What_an_agency_goes_on_with_is_no_news() => Told(Followed(Story.Handling()), Story.Handling().Events.Count).ShouldBeEmpty();

    [Fact]
    public void What_the_former_one_let_pass_is_not_held_against_the_one_in_force()
    {
        var late = Story.Triaged() is var triaged ? triaged.At(triaged.Case.OpenTerm("dispatch")!.Due.AddMinutes(1)).Ticked() : null!;
        var told = Told(Followed(late), triaged.Events.Count).FindAll(n => n.Recipient == NewTownship);
        told.ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.NewWork);
    }

    [Fact]
    public void An_emergency_is_told_at_once_to_the_township_in_whose_area_it_lies_now()
    {
        var dispatched = Story.Dispatched(Town.Report(priority: CasePriority.Emergency));
        var notice = Told(Followed(dispatched), dispatched.Events.Count).ShouldHaveSingleItem();
        (notice.Recipient, notice.Kind, notice.Emergency, notice.NotBefore).ShouldBe((NewTownship, NoticeKind.Emergency, true, notice.At));
        notice.Zh.ShouldContain("区划调整");
    }

    [Fact]
    [Trait("Rule", "T024")]
    public void T024_an_emergency_of_a_merged_grid_is_told_at_once_to_township_and_county_as_one_that_arrives()
    {
        var dispatched = Story.Dispatched(Town.Report(priority: CasePriority.Emergency));
        var told = Told(Followed(dispatched, Town.AcrossTownships), dispatched.Events.Count).FindAll(n => n.Kind == NoticeKind.Emergency);
        told.ConvertAll(n => n.Recipient).ShouldBe([NewTownship, Town.County]);
        told.ShouldAllBe(n => n.Emergency && n.NotBefore == n.At && n.Zh.Contains("区划调整") && !n.Zh.Contains("更正网格"));
    }

    [Fact]
    public void A_lead_that_keeps_it_hears_of_the_parts_that_were_done_before_the_grid_was_merged()
    {
        var story = Story.HandledTogether().Then(Town.Bureau, new FeedBackPart("已排查", []));
        var urged = story.Then(Town.Government, new UrgeCase(1, "请抓紧"));
        Told(Followed(urged, Town.Elsewhere), story.Events.Count - 1).ShouldContain(n => n.Recipient == Town.UrbanManagement && n.Kind == NoticeKind.NewWork);
    }

    [Fact]
    public void What_is_handed_over_is_told_once_to_the_one_in_force()
    {
        var fedBack = Story.Triaged(TriageClass.CommunityLevel).Then(Town.TownshipCentre, Town.To(Town.Community)).Then(Town.Committee, new AcceptDispatch()).Then(Town.Committee, new FeedBackCase("已办", []));
        var failed = fedBack.Then(Town.TownshipCentre, new FailVerification("未办好"));
        foreach (var place in new[] { Town.Elsewhere, Town.Place with { Community = Town.OtherCommunity.Unit } })
            Told(Followed(failed, place), fedBack.Events.Count).FindAll(n => n.Recipient == Town.OtherCommunity).ShouldHaveSingleItem().Term.ShouldBe("handling");
    }

    private static Story Followed(Story story, Placement? place = null) => story.Happened(CaseFollowing.Of(story.Case, story.Now, new(place ?? Moved, 1), Town.NameOf)!);

    private static ImmutableList<Notice> Told(Story story, int after = 0) => NoticePlan.Of(
        "case-1", story.Case, story.Events.Select((e, n) => new NoticeStep(n + 1, e.At, null, OrganCode.Of(Town.Place.City), e)).Skip(after), Moved, Town.Rules.Cases, Town.NameOf);
}
