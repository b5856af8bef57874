using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>State is what the events say, and nothing else.</summary>
public sealed class CaseFoldTests
{
    private sealed record CaseForgotten(DateTimeOffset At) : CaseEvent(At)
    {
        public override string Rule => "none";
    }

    [Fact]
    public void An_unknown_event_throws() =>
        Should.Throw<InvalidOperationException>(() => Case.Apply(Story.Reported().Case, new CaseForgotten(Town.Monday))).Message.ShouldContain(nameof(CaseForgotten));

    [Fact]
    public void A_case_begins_with_its_report() =>
        Should.Throw<InvalidOperationException>(() => Case.Apply(null, new CaseClosed(Town.Monday, Town.County)));

    [Fact]
    public void A_second_report_never_clears_who_was_asked_first_T019()
    {
        var story = Story.Handling();
        var second = Story.Reported(Town.CountyCentre).Events[0];
        Should.Throw<InvalidOperationException>(() => Case.Apply(story.Case, second));
    }

    [Fact]
    public void A_refusal_brings_no_events_and_a_decision_no_change_of_its_own()
    {
        var story = Story.Dispatched();
        var before = Json(story.Case);
        story.Asked(Town.Agency, new AcceptDispatch()).Events.Count.ShouldBe(1);
        story.Refused(Town.Bureau, new AcceptDispatch());
        Json(story.Case).ShouldBe(before);
    }

    [Fact]
    public void Whoever_holds_the_case_is_dated_from_the_change_of_hands()
    {
        var story = Story.Dispatched();
        var later = story.After(TimeSpan.FromHours(1)).Then(Town.Agency, new AcceptDispatch());
        later.Case.HolderSince.ShouldBe(story.Now, "accepting does not change hands");
        later.After(TimeSpan.FromHours(1)).Then(Town.Agency, new FeedBackCase("已清理", [])).Case.HolderSince.ShouldBe(story.Now.AddHours(2));
    }

    [Theory]
    [InlineData(Role.Resident, "430203001001001", false)]
    [InlineData(Role.GridWorker, "430203001001001", true)]
    [InlineData(Role.GridWorker, "430203001001002", false)]
    [InlineData(Role.CommunityCommittee, "430203001001", true)]
    [InlineData(Role.CommunityCommittee, "430203001002", false)] // R046, G049
    [InlineData(Role.TownshipGovernment, "430203001", true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203002", false)]
    [InlineData(Role.CountyCommandCentre, "430203", true)]
    [InlineData(Role.CountyCommandCentre, "430204", false)]
    [InlineData(Role.CountyGovernment, "430203", false)] // aggregates only
    [InlineData(Role.CityGovernanceOffice, "4302", false)] // aggregates only
    [InlineData(Role.AgencyStaff, "430203001-D12", true)] // leads
    [InlineData(Role.Department, "430203:D07", true)] // assists
    [InlineData(Role.AgencyStaff, "430203001-D20", false)]
    [InlineData(Role.WallKey, "430203", false)]
    [InlineData(Role.Auditor, "4302", true)]
    [InlineData(Role.Administrator, "4302", false)]
    public void Detail_is_read_by_own_area_and_parties_only_G049_G013(Role role, string organ, bool reads)
    {
        var s = Story.Assisted().Case;
        CaseAccess.Reads(new("p", role, Domain.Hierarchy.OrganCode.Parse(organ)), s.Placement, s.Lead, s.Assists, s.Holder).ShouldBe(reads);
    }

    private static string Json(Case s) => JsonSerializer.Serialize(s);
}
