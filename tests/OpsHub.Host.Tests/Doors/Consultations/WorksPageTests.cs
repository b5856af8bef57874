using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Tests.Doors.Consultations;

/// <summary>What was agreed is done in the open.</summary>
public sealed class WorksPageTests
{
    private static readonly DateTimeOffset Adopted = PaperStory.Start.AddDays(5);

    [Fact]
    [Trait("Rule", "C056")]
    public void C056_progress_that_was_published_is_read_by_everyone_with_milestones_and_what_is_late()
    {
        var page = Page(Works(), new DateOnly(2026, 12, 20));
        foreach (var told in new[] { "来园社区居委会工程组", "居委会主任岗", "阳光-2026-7", "完成节点1", "划线完成", "开始实施", "逾期未完成", "2026-12-10" })
            page.ShouldContain(told);
        page.ShouldNotContain("13873300001");
        page.IndexOf("完成节点1", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("开始实施", StringComparison.Ordinal), "newest first");
        Page(Works(), new DateOnly(2026, 12, 10)).ShouldNotContain("逾期未完成", Case.Sensitive, "its day is not over");
    }

    [Fact]
    [Trait("Rule", "C002")]
    public void C002_the_announcement_leads_to_it_once_it_was_adopted()
    {
        var story = Agreed();
        Notes(story).ShouldNotContain(PaperAddresses.Works(PaperStory.Number));
        WorksDoor.Shows(story.Papers.Now).ShouldBeFalse();
        Notes(Works()).ShouldContain(PaperAddresses.Works(PaperStory.Number));
        WorksDoor.Shows(Works().Papers.Now).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_an_annulled_or_reopened_result_had_begun_is_no_longer_shown(bool annulled)
    {
        var story = Works().Add(new ResultCorrected(Adopted.AddDays(9), new(Adopted.AddDays(9), "违反物业管理条例", annulled, OrganCode.Parse("430203001")), annulled ? 1 : 2, []), Role.TownshipGovernment);
        WorksDoor.Shows(story.Papers.Now).ShouldBeFalse();
        story.Papers.Works.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_read_before_goes_on_from_there()
    {
        var story = Works();
        var half = PublishedPapers.Of(story.Entries.Take(story.Entries.Count - 1));
        PublishedPapers.Of(story.Entries.Skip(story.Entries.Count - 1), half)!.Works.Steps.Select(s => s.Kind).ShouldBe(story.Papers.Works.Steps.Select(s => s.Kind));
    }

    private static PaperStory Agreed() => new PaperStory().Begin().Plan().Notice().Session(SessionOutcome.Consensus, 34, "同意")
        .Announce(AnnouncementKind.Session, PaperStory.Start.AddHours(8), "一致同意");

    private static PaperStory Works() => Agreed()
        .Add(new ResultAdopted(Adopted, new(Adopted, "来园社区居委会工程组", "居委会主任岗", "阳光-2026-7", [new("划线", new DateOnly(2026, 12, 5)), new("验收", new DateOnly(2026, 12, 10))])), Role.CommunityParty)
        .Add(new ImplementationStarted(Adopted.AddDays(1), []), Role.CommunityParty)
        .Add(new ProgressPublished(Adopted.AddDays(3), new(Adopted.AddDays(3), "划线完成，咨询 13873300001", 1), []), Role.CommunityParty);

    private static string Page(PaperStory story, DateOnly today) => WorksPage.Of(new(PaperStory.Key, story.Papers, story.Papers.Now.Place), PaperStory.Names, today, english: false).ToString();

    private static string Notes(PaperStory story) => string.Join(' ', new PaperLater(story.Paper(PaperKind.Announcement, 1), story.Papers).Notes(english: false).Select(n => n.Address));
}
