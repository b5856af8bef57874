using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Tests.Doors.Consultations;

public sealed class PaperPageTests
{
    private const string Base = "https://hub.example.gov.cn";

    [Fact]
    [Trait("Rule", "C036")]
    public void C036_a_plans_code_leads_to_its_notice_and_the_plan_tells_when_it_was_made_not_when_it_was_published()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        var (plan, notice) = (Print(story, PaperKind.Plan, 1), Print(story, PaperKind.Notice, 1));
        plan.ShouldContain("扫码查看据此发布的协商公告");
        plan.ShouldContain("制定时间：");
        plan.ShouldNotContain("公布时间");
        notice.ShouldContain("公布时间：");
    }

    [Fact]
    public void A_board_that_is_named_as_the_place_is_not_told_twice()
    {
        PaperText.Posted("社区公告栏", [PublicationChannel.ResidentsGroups, PublicationChannel.NoticeBoard], PaperStory.Names).ShouldNotContain("社区公告栏；社区公告栏");
        PaperText.Posted("社区公告栏", [PublicationChannel.NoticeBoard], PaperStory.Names).ShouldBe("社区公告栏");
        PaperText.Posted("3 栋入口", [PublicationChannel.NoticeBoard], PaperStory.Names).ShouldBe("3 栋入口；社区公告栏");
    }

    [Fact]
    public void A_notice_says_when_where_what_who_and_how()
    {
        var page = Print(new PaperStory().Begin().Plan().Notice(), PaperKind.Notice, 1);
        page.ShouldContain("关于老旧小区加装电梯及费用分担的协商公告");
        page.ShouldContain("2026年11月23日（星期一）9时30分");
        page.ShouldContain("来园社区二楼议事堂（议事堂）");
        page.ShouldContain("各楼层费用分担比例");
        page.ShouldContain("业主委员会");
        page.ShouldContain("会议协商（小区协商）");
        page.ShouldContain("经居民民主选举产生");
        page.ShouldContain("编号：" + PaperStory.Number);
        page.ShouldContain("<p>来园社区居民议事会</p><p>2026年11月19日</p>");
        page.ShouldContain($"{Base}/public/consultations/{PaperStory.Number}/notices/1");
    }

    [Fact]
    public void A_plan_shows_its_topic_and_whether_it_was_made_in_time_and_leads_nowhere_before_the_notice()
    {
        var story = new PaperStory().Begin().Plan();
        var page = PaperPage.Of(
            story.Paper(PaperKind.Plan, 1), PaperText.Of(story.Paper(PaperKind.Plan, 1), PaperStory.Names), PaperProof.Of(PaperStory.Key, story.Paper(PaperKind.Plan, 1)), "来园社区居委会", null, false).ToString();
        page.ShouldContain("关于老旧小区加装电梯及费用分担的协商方案");
        page.ShouldContain("3 栋至 7 栋加装电梯的位置");
        page.ShouldContain("应于2026年11月17日24时前制定");
        page.ShouldContain("逾期");
        page.ShouldNotContain("<svg");
    }

    [Fact]
    public void The_announcement_of_a_session_tells_what_it_came_to()
    {
        var page = Print(PaperStory.Whole(), PaperKind.Announcement, 2);
        page.ShouldContain("协商情况公告");
        page.ShouldContain("到会41人");
        page.ShouldContain("达成一致。");
        page.ShouldContain("费用按楼层由低到高逐层递增分担");
        page.ShouldContain("<p>来园社区居委会</p>");
    }

    [Fact]
    public void A_late_announcement_says_so_on_the_paper_with_its_due()
    {
        var late = Print(PaperStory.Whole(), PaperKind.Announcement, 2);
        late.ShouldContain("逾期（应于2026年12月6日24时前公布）");
        Print(PaperStory.Whole(), PaperKind.Announcement, 1).ShouldContain("按时公布");
    }

    [Fact]
    public void The_announcement_of_a_vote_tells_the_tally_and_of_a_correction_its_ground()
    {
        var vote = Print(PaperStory.Whole(), PaperKind.Announcement, 3);
        vote.ShouldContain("到会186人，同意152人，反对22人，弃权（含无效票）12人");
        vote.ShouldContain("达到到会人数的三分之二以上，表决通过");
        vote.ShouldContain("无记名投票");
        var correction = Print(PaperStory.Whole(), PaperKind.Announcement, 4);
        correction.ShouldContain("未计入已有的政府补贴");
        correction.ShouldContain("贺家土街道党工委依法对");
        correction.ShouldContain("重新组织协商");
    }

    [Theory, Trait("Rule", "C007")]
    [InlineData(true)]
    [InlineData(false)]
    public void C007_of_two_communities_votes_held_before_one_announcement_each_paper_tells_its_own(bool numbered)
    {
        var (story, at) = (new PaperStory().Begin().Plan().Notice().Session(SessionOutcome.Consensus), PaperStory.Start.AddDays(4));
        story.Add(new VoteCalled(at, new(at, [VoteBody.ResidentsMeeting], VoteThreshold.Majority, "C007", null)));
        foreach (var (community, yes) in new[] { (PaperStory.Community, 61), (UnitCode.Parse("430203001003"), 52) })
        {
            at = at.AddHours(1);
            story.Add(new VoteHeld(at, new(at, VoteBody.ResidentsMeeting, 90, yes, 90 - yes, 0, VoteThreshold.Majority, true, true, 100, "表决记录", community), [], null) { More = true });
        }

        foreach (var vote in new[] { 1, 2 })
            story.Add(new ConsultationAnnounced(at.AddHours(vote), new(vote, AnnouncementKind.Vote, null, at.AddHours(vote), "公告栏", [], "表决情况", null, false, numbered ? vote : null), []));
        Print(story, PaperKind.Announcement, 1).ShouldSatisfyAllConditions(p => p.ShouldContain("同意61人"), p => p.ShouldContain("来园社区居（村）民会议就"));
        Print(story, PaperKind.Announcement, 2).ShouldSatisfyAllConditions(p => p.ShouldContain("同意52人"), p => p.ShouldContain("大园社区居（村）民会议就"));
    }

    [Fact]
    public void Of_two_corrections_each_paper_tells_its_own()
    {
        var (story, at) = (new PaperStory().Begin().Plan().Notice().Session(SessionOutcome.Consensus), PaperStory.Start.AddDays(4));
        foreach (var ground in new[] { "甲规定", "乙规定" })
            story.Add(new ResultCorrected(at, new(at, ground, false, PaperStory.Lead), 2, []));
        foreach (var correction in new[] { 1, 2 })
            story.Add(new ConsultationAnnounced(at.AddHours(correction), new(correction, AnnouncementKind.Correction, null, at.AddHours(correction), "公告栏", [], "纠正情况", null, false, Correction: correction), []));
        Print(story, PaperKind.Announcement, 1).ShouldSatisfyAllConditions(p => p.ShouldContain("甲规定"), p => p.ShouldNotContain("乙规定"));
        Print(story, PaperKind.Announcement, 2).ShouldContain("乙规定");
    }

    [Fact]
    [Trait("Rule", "C012")]
    public void C012_a_direct_meetings_notice_says_when_and_where()
    {
        var page = Print(Direct(), PaperKind.Notice, 1);
        page.ShouldContain("2026年11月23日（星期一）9时30分");
        page.ShouldContain("来园社区活动室");
    }

    /// <summary>A direct meeting whose notice is out.</summary>
    internal static PaperStory Direct()
    {
        var (story, at) = (new PaperStory(), PaperStory.Start.AddDays(-4));
        var place = PaperStory.Row().Place;
        story.Add(new ConsultationOpened(
            at, PaperStory.Number, ConsultationVariant.DirectMeeting, place, PaperStory.Lead, [PaperStory.Community], "便民点搬迁", new(WithoutCouncil: true), "account:1", null, 1, 1));
        return story.Add(new NoticePublished(at.AddHours(1), new(at.AddHours(1), [PublicationChannel.NoticeBoard], "社区公告栏", PaperStory.Start, "来园社区活动室")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_people_wrote_can_not_become_a_tag(bool print)
    {
        const string Evil = "<script>alert(1)</script>\" onload='x' &amp;";
        var story = new PaperStory().Begin(Evil).Plan(content: "</p><img src=x onerror=alert(2)>").Notice()
            .Session(SessionOutcome.Consensus, opinion: Evil).Announce(AnnouncementKind.Session, PaperStory.Start.AddHours(4), Evil);
        foreach (var (kind, id) in new[] { (PaperKind.Notice, 1), (PaperKind.Announcement, 1) })
        {
            var page = print ? Print(story, kind, id) : PublicPageTests.Public(story, kind, id);
            page.ShouldNotContain("<script");
            page.ShouldNotContain("<img");
            page.ShouldNotContain("onload='");
            page.ShouldContain("&lt;script&gt;");
            page.ShouldContain("&amp;amp;", Case.Sensitive, "an entity that was written is shown as it was written");
        }
    }

    [Fact]
    public void English_is_for_what_stands_around_the_document_only()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        var paper = story.Paper(PaperKind.Notice, 1);
        var page = PaperPage.Of(paper, PaperText.Of(paper, PaperStory.Names), PaperProof.Of(PaperStory.Key, paper), "来园社区居委会", Base, true).ToString();
        page.ShouldContain("Printable document");
        page.ShouldContain("协商时间");
    }

    internal static string Print(PaperStory story, PaperKind kind, int id)
    {
        var paper = story.Paper(kind, id);
        return PaperPage.Of(paper, PaperText.Of(paper, PaperStory.Names), PaperProof.Of(PaperStory.Key, paper), "来园社区居委会", Base + PaperAddresses.Public(paper), false).ToString();
    }
}
