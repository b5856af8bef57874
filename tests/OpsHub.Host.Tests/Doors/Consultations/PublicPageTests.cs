using System.Text.Json;
using OpsHub.Domain.Consultations;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Tests.Doors.Consultations;

public sealed class PublicPageTests
{
    [Fact]
    [Trait("Rule", "C002")]
    public void C002_a_resident_reads_an_announcement_and_the_proof_of_when_it_was_published()
    {
        var story = PaperStory.Whole();
        var page = Public(story, PaperKind.Announcement, 1);
        var entry = story.Paper(PaperKind.Announcement, 1).Entry;
        page.ShouldContain("未达成一致");
        page.ShouldContain(entry.Hash);
        page.ShouldContain($"第{entry.Sequence}条");
        page.ShouldContain("opshub verify-trace " + PaperStory.Key);
        page.ShouldContain("export-trace --day 2026-11-24");
        page.ShouldContain("按时公布");
    }

    [Fact]
    [Trait("Rule", "C040")]
    public void C040_a_late_announcement_shows_that_it_is_with_due_and_clause()
    {
        var page = Public(PaperStory.Whole(), PaperKind.Announcement, 2);
        page.ShouldContain("逾期公布");
        page.ShouldContain("2026年12月6日24时前（《关于完善城乡社区协商机制的意见》二(四)2，规则C040）");
        page.ShouldNotContain("按时公布");
    }

    [Fact]
    public void Words_of_opinions_and_dissents_never_stand_on_it_and_personal_data_is_masked()
    {
        var story = PaperStory.Whole();
        story.Add(new OpinionAdded(PaperStory.Start.AddDays(40), new("o", OpinionSource.Box, PaperStory.Community, null, "意见原文不公开", PaperStory.Start)));
        foreach (var id in Enumerable.Range(1, 4))
        {
            foreach (var text in new[] { Public(story, PaperKind.Announcement, id), Json(story, PaperKind.Announcement, id), PaperPageTests.Print(story, PaperKind.Announcement, id) })
            {
                text.ShouldNotContain("采光受影响");
                text.ShouldNotContain("意见原文不公开");
                text.ShouldNotContain("13873300001");
                text.ShouldNotContain("account:1");
            }
        }

        Public(story, PaperKind.Announcement, 1).ShouldContain("***********");
    }

    [Fact]
    public void Small_counts_are_hidden_and_do_not_follow_from_what_is_shown()
    {
        PublicCounts.People(4).ShouldBe("不足5人");
        PublicCounts.People(5).ShouldBe("5人");
        PublicCounts.Tally(Vote(30, 27, 3, 0)).ShouldNotContain("27");
        PublicCounts.Tally(Vote(30, 27, 3, 0)).ShouldContain("到会30人");
        PublicCounts.Tally(Vote(30, 22, 4, 4)).ShouldBe("到会30人，同意22人，反对和弃权（含无效票）共8人");
        PublicCounts.Tally(Vote(30, 30, 0, 0)).ShouldBe("到会30人，同意30人，反对0人，弃权（含无效票）0人");
        PublicCounts.Parts(Vote(30, 27, 3, 0)).ShouldBe((30, null, null, null));
        PublicCounts.Parts(Vote(30, 22, 4, 4)).ShouldBe((30, 22, null, null));
    }

    [Fact]
    public void What_was_published_stays_as_it_was_and_later_steps_are_marked_apart()
    {
        var story = PaperStory.Whole();
        var first = Public(story, PaperKind.Notice, 1);
        first.ShouldContain("2026年11月23日（星期一）9时30分", Case.Sensitive, "the first round's session, although the plan is another by now");
        first.ShouldContain("本事项已进入第3轮协商");
        first.ShouldContain($"href=\"/public/consultations/{PaperStory.Number}/announcements/1\"");
        var vote = Public(story, PaperKind.Announcement, 3);
        vote.ShouldContain("依法纠正");
        vote.ShouldContain($"href=\"/public/consultations/{PaperStory.Number}/announcements/4\"");
    }

    [Fact]
    public void A_notice_whose_plan_was_made_again_says_that_its_time_no_longer_holds()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        Public(story, PaperKind.Notice, 1).ShouldNotContain("重新制定");
        story.Plan(PaperStory.Start.AddDays(2));
        var page = Public(story, PaperKind.Notice, 1);
        page.ShouldContain("协商方案已于2026年11月20日（星期五）9时30分重新制定");
        page.ShouldContain("2026年11月23日（星期一）9时30分", Case.Sensitive, "what hangs on the wall");
    }

    [Fact]
    public void Another_notice_of_the_round_leaves_the_earlier_one_where_its_paper_leads()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        var first = story.Paper(PaperKind.Notice, 1);
        story.Plan(PaperStory.Start.AddDays(2)).Notice();
        var second = story.Paper(PaperKind.Notice, 1);
        PaperAddresses.Public(second).ShouldNotBe(PaperAddresses.Public(first));
        story.Papers.Notice(1, first.Entry.Sequence)!.State.Plan!.Start.ShouldBe(PaperStory.Start);
        story.Papers.Notice(1, first.Entry.Sequence + 1).ShouldBeNull();
        var (old, newer) = (Public(story, first), Public(story, second));
        old.ShouldContain("2026年11月23日（星期一）9时30分");
        old.ShouldContain("本公告发布于2026年11月19日（星期四）9时30分，已由2026年11月21日（星期六）9时30分重新发布的公告取代");
        old.ShouldContain($"href=\"{PaperAddresses.Public(second)}\"");
        newer.ShouldContain("取代2026年11月19日（星期四）9时30分发布的公告");
        newer.ShouldContain($"href=\"{PaperAddresses.Public(first)}\"");
    }

    [Fact]
    public void Documents_that_were_read_before_go_on_from_there()
    {
        var entries = PaperStory.Whole().Entries;
        var whole = PublishedPapers.Of(entries)!;
        foreach (var cut in new[] { 1, 4, entries.Count - 1 })
        {
            var more = PublishedPapers.Of(entries.Skip(cut), PublishedPapers.Of(entries.Take(cut)))!;
            more.All.Select(p => (p.Kind, p.Id, p.Entry.Sequence)).ShouldBe(whole.All.Select(p => (p.Kind, p.Id, p.Entry.Sequence)));
            (more.Sequence, more.Now.Stage, more.Now.Round).ShouldBe((whole.Sequence, whole.Now.Stage, whole.Now.Round));
        }
    }

    [Fact]
    public void Whoever_scans_a_notice_learns_that_the_session_is_adjourned_and_when_it_goes_on()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        story.Add(new SessionStarted(PaperStory.Start, new(1, 1, PaperStory.Start, PresiderKind.CouncilHead, [])));
        story.Add(new SessionAdjourned(PaperStory.Start.AddHours(2), "夜深", PaperStory.Start.AddDays(1)));
        Public(story, PaperKind.Notice, 1).ShouldContain("协商会议已休会，定于2026年11月24日（星期二）9时30分复会。");
        story.Add(new SessionResumed(PaperStory.Start.AddDays(1)));
        Public(story, PaperKind.Notice, 1).ShouldNotContain("已休会");
    }

    [Fact]
    public void A_draft_has_no_document()
    {
        new PaperStory().Begin().Papers.All.ShouldBeEmpty();
        var planned = new PaperStory().Begin().Plan().Papers;
        planned.Find(PaperKind.Notice, 1).ShouldBeNull();
        planned.Find(PaperKind.Announcement, 1).ShouldBeNull();
    }

    [Fact]
    public void What_was_entered_afterwards_shows_both_instants()
    {
        var story = new PaperStory().Begin().Plan();
        story.Add(new NoticePublished(PaperStory.Start.AddDays(-3), new(PaperStory.Start.AddDays(-3), [PublicationChannel.NoticeBoard], null)), recorded: PaperStory.Start.AddDays(-1));
        var page = Public(story, PaperKind.Notice, 1);
        page.ShouldContain("2026年11月20日（星期五）9时30分");
        page.ShouldContain("2026-11-22 09:30:00（北京时间）（补录）");
    }

    [Fact]
    public void Machines_read_the_same_facts()
    {
        var json = JsonDocument.Parse(Json(PaperStory.Whole(), PaperKind.Announcement, 2)).RootElement;
        json.GetProperty("kind").GetString().ShouldBe("SESSION_ANNOUNCEMENT");
        json.GetProperty("outcome").GetString().ShouldBe("CONSENSUS");
        json.GetProperty("onTime").GetBoolean().ShouldBeFalse();
        json.GetProperty("clause").GetProperty("rule").GetString().ShouldBe("C040");
        json.GetProperty("proof").GetProperty("hash").GetString().ShouldBe(PaperStory.Whole().Paper(PaperKind.Announcement, 2).Entry.Hash);
        json.GetProperty("unit").GetProperty("name").GetString().ShouldBe("来园社区居委会");
    }

    internal static string Public(PaperStory story, PaperKind kind, int id) => Public(story, story.Paper(kind, id));

    private static string Public(PaperStory story, Paper paper) =>
        PublicPage.Of(paper, PaperText.Of(paper, PaperStory.Names), PaperProof.Of(PaperStory.Key, paper), new(paper, story.Papers), "来园社区居委会", false).ToString();

    private static string Json(PaperStory story, PaperKind kind, int id)
    {
        var paper = story.Paper(kind, id);
        return PaperJson.Of(paper, PaperText.Of(paper, PaperStory.Names), PaperProof.Of(PaperStory.Key, paper), new(paper, story.Papers), PaperStory.Names);
    }

    private static ConsultationVote Vote(int present, int yes, int no, int abstain) =>
        new(PaperStory.Start, VoteBody.ResidentsMeeting, present, yes, no, abstain, VoteThreshold.Majority, true, true, null, "r");
}
