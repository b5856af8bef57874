using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 1-3: report, accept, decline.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData("Q99-01")] // unknown
    [InlineData("Q01")] // first level only
    [InlineData("")]
    [InlineData("q05-01")]
    public void An_unknown_or_first_level_category_is_refused_G006(string category) =>
        Fault(Town.Report(category)).ShouldBe(("G006", RefusalCodes.InvalidInput, "category"));

    [Fact]
    public void A_report_without_kind_is_refused_G008() =>
        Fault(Town.Report() with { Kind = null }).ShouldBe(("G008", RefusalCodes.InvalidInput, "kind"));

    [Fact]
    public void A_report_from_an_unknown_grid_is_refused_G011() =>
        Fault(Town.Report() with { Grid = UnitCode.Parse("430203001001999") }).ShouldBe(("G011", RefusalCodes.NotFound, "grid"));

    [Fact]
    public void Nobody_reports_outside_their_own_area_R046()
    {
        Actor[] strangers = [Town.OtherCommittee, Town.OtherCounty, Town.Worker with { Organ = OrganCode.Parse("430203001001002") }];
        foreach (var stranger in strangers)
            Story.Blank.Refused(stranger, Town.Report()).Rule.ShouldBe("R046", stranger.ToString());
    }

    [Theory]
    [InlineData(Role.WallKey)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Scheduler)]
    public void A_role_that_only_looks_or_administers_does_not_report(Role role) =>
        Story.Blank.Refused(new("p", role, Town.Township), Town.Report()).Code.ShouldBe(RefusalCodes.NotAllowed);

    [Theory]
    [InlineData("", "G019")]
    [InlineData("  \n ", "G019")]
    [InlineData("垃圾\u0000", "G019")] // control character
    [InlineData("垃圾\u001b[2J", "G019")]
    [InlineData("垃\ud83d圾", "G019")] // half of a surrogate pair
    [InlineData("\udc00垃圾", "G019")]
    [InlineData("垃圾\ufffd", "G019")] // what a broken decoder leaves
    [InlineData("鋪面\ud83d\ude00", null)] // a whole pair
    [InlineData("两行\n文字", null)]
    public void Broken_and_empty_titles_are_refused(string title, string? rule) =>
        Story.Blank.Asked(Town.Worker, Town.Report() with { Title = title }).Refusal?.Rule.ShouldBe(rule);

    [Fact]
    public void A_title_takes_200_characters_and_a_text_4000()
    {
        Story.Reported(report: Town.Report() with { Title = new('井', 200), Text = new('盖', 4000) });
        Fault(Town.Report() with { Title = new('井', 201) }).Field.ShouldBe("title");
        Fault(Town.Report() with { Text = new('盖', 4001) }).Field.ShouldBe("text");
        Fault(Town.Report() with { Text = "\ud83d" }).Field.ShouldBe("text");
        Story.Reported(report: Town.Report() with { Text = "" }).Case.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "1", "source.system")]
    [InlineData("12345", "", "source.number")]
    [InlineData("12345", "x\u0007", "source.number")]
    public void A_ticket_of_another_system_is_named_whole_or_not_at_all(string system, string number, string field) =>
        Fault(Town.Report() with { Source = new(system, number) }).Field.ShouldBe(field);

    [Fact]
    public void G017_tickets_of_12345_are_the_hotlines_own()
    {
        var report = Town.Report() with { Source = new("12345", "T-1") };
        var refusal = Story.Blank.Refused(Town.Worker, report);
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((RefusalCodes.NotAllowed, "G017", "source.system"));
        Story.Blank.Refused(Town.Worker, report with { Source = new(" 12345", "T-1") }).Rule.ShouldBe("G017");
        Story.Blank.Asked(new("p", Role.Hotline, OrganCode.Of(Town.Place.City)), report).Refusal.ShouldBeNull();
    }

    [Fact, Trait("Rule", "G017")]
    public void G017_the_hotline_is_named_as_source_by_its_own_gateway_only()
    {
        var report = Town.Report() with { Channel = CaseChannel.Hotline12345 };
        foreach (var other in new[] { Town.Worker, Town.Committee, Town.TownshipCentre, Town.CountyCentre, new("p", Role.Resident, Town.Community), new("p", Role.Integrator, Town.County) })
        {
            var refusal = Story.Blank.Refused(other, report);
            (refusal.Code, refusal.Rule, refusal.Clause, refusal.Field).ShouldBe((RefusalCodes.NotAllowed, "G017", "三(四)", "channel"), other.ToString());
        }

        Story.Blank.Asked(new("p", Role.Hotline, Town.County), report).Refusal.ShouldBeNull();
        foreach (var channel in Enum.GetValues<CaseChannel>().Where(c => c != CaseChannel.Hotline12345))
            Story.Blank.Asked(Town.TownshipCentre, report with { Channel = channel }).Refusal.ShouldBeNull(channel.ToString());
    }

    [Fact]
    public void G017_a_key_reports_tickets_of_its_own_systems_and_who_is_no_system_none()
    {
        var (desk, report) = (new Actor("token:desk", Role.Integrator, Town.County), Town.Report() with { Source = new("property", "T-1") });
        (Story.Blank with { Entered = ["property", "12345"] }).Asked(desk, report).Refusal.ShouldBeNull();
        (Story.Blank with { Entered = ["water"] }).Refused(desk, report).Field.ShouldBe("source.system");
        (Story.Blank with { Entered = ["12345"] }).Refused(desk, report with { Source = new("12345", "T-1") }).Rule.ShouldBe("G017"); // whatever was entered
        foreach (var other in new[] { Town.Worker, Town.TownshipCentre, Town.CountyCentre })
            (Story.Blank with { Entered = ["property"] }).Refused(other, report).Rule.ShouldBe("G017", other.ToString());
    }

    [Theory]
    [InlineData(Role.Resident, "430203001001001", "430203001001")]
    [InlineData(Role.GridWorker, "430203001001001", "430203001001")]
    [InlineData(Role.CommunityCommittee, "430203001001", "430203001001")]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001")]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001")]
    [InlineData(Role.CountyCommandCentre, "430203", "430203")]
    [InlineData(Role.Hotline, "430203", "430203")]
    [InlineData(Role.CityGovernanceOffice, "4302", "430203")]
    public void Whoever_was_asked_first_answers_for_the_case_T019(Role role, string organ, string firstAsked)
    {
        var story = Story.Reported(new("p", role, OrganCode.Parse(organ)));
        story.Case.FirstAsked.Value.ShouldBe(firstAsked);
        story.Case.Holder.ShouldBe(story.Case.FirstAsked);
    }

    [Theory]
    [InlineData("Q05-01", CasePriority.Ordinary, false)]
    [InlineData("Q05-01", CasePriority.Urgent, false)]
    [InlineData("Q05-01", CasePriority.Emergency, true)]
    [InlineData("Q01-01", CasePriority.Ordinary, true)] // an emergency by nature
    public void Priority_or_nature_make_an_emergency_T024(string category, CasePriority priority, bool emergency) =>
        Story.Reported(report: Town.Report(category, priority)).Case.Emergency.ShouldBe(emergency);

    [Fact]
    public void A_case_is_declined_only_on_one_of_the_two_grounds_T019()
    {
        var story = Story.Reported();
        var refusal = story.Refused(Town.Committee, new DeclineCase("太忙", "别处", null));
        (refusal.Rule, refusal.Code, refusal.Field).ShouldBe(("T019", "NO_GROUND_TO_DECLINE", "ground"));
        story.Refused(Town.Committee, new DeclineCase("", "别处", DeclineGround.OutsideCounty)).Field.ShouldBe("reason");
        story.Refused(Town.Committee, new DeclineCase("省管", "", DeclineGround.OutsideCounty)).Field.ShouldBe("whereToTurn");

        var declined = story.Then(Town.Committee, new DeclineCase("省管道路", "省公路局", DeclineGround.OutsideCounty));
        declined.Case.EndedAt.ShouldBe(story.Now);
        declined.Case.FirstAsked.ShouldBe(Town.Community);
        declined.Events[^1].ShouldBeOfType<CaseDeclined>().WhereToTurn.ShouldBe("省公路局");
    }

    [Fact]
    public void Own_community_and_centres_of_the_area_accept_and_nobody_else()
    {
        Actor[] may = [Town.Committee, Town.TownshipCentre, Town.CountyCentre];
        foreach (var actor in Town.Everybody)
            Story.Reported().Asked(actor, new AcceptCase()).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
    }

    [Fact]
    public void An_undelegated_township_centre_accepts_nothing_and_the_county_triages_resolution_49()
    {
        var story = Story.Reported(rules: Town.Undelegated);
        story.Refused(Town.TownshipCentre, new AcceptCase()).Code.ShouldBe(RefusalCodes.NotAllowed);
        story.Then(Town.Committee, new AcceptCase()).Case.Holder.ShouldBe(Town.County);
        Story.Accepted().Case.Holder.ShouldBe(Town.Township);
    }

    private static (string Rule, string Code, string? Field) Fault(ReportCase report)
    {
        var refusal = Story.Blank.Refused(Town.Worker, report);
        return (refusal.Rule, refusal.Code, refusal.Field);
    }
}
