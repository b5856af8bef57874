using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Tests.Assessments;

namespace OpsHub.Domain.Tests.Surveys;

/// <summary>Who runs a survey and who reads it. Every role with every command.</summary>
public sealed class SurveyRightsTests
{
    private static readonly SurveyCommand[] OfTownship =
        [SurveyStory.Default, new IssueTokens(RaterGroup.ServiceUsers, 1), new ExtendSurvey(new(2027, 1, 10), "票数不足"), new CloseSurvey("已填写完毕")];

    private static readonly SurveyCommand[] OfHub = [new OpenSurvey(), new RemindTownship(), new RecordDelivery()];

    [Fact, Trait("Rule", "A024")]
    public void A024_the_township_alone_runs_it_and_the_agency_that_is_rated_has_no_hand_in_it()
    {
        var open = SurveyStory.Open();
        foreach (var by in YearStory.Everybody.Where(a => a != YearStory.Township && a != YearStory.Hub))
        {
            foreach (var command in OfTownship.Concat(OfHub))
                (command is PlanSurvey ? SurveyStory.Blank : open).Refused(by, command, RefusalCodes.NotAllowed);
        }

        foreach (var command in OfHub)
            open.Refused(YearStory.Township, command, RefusalCodes.NotAllowed);
        foreach (var command in OfTownship.Skip(1).Take(2))
            open.Refused(YearStory.Hub, command, RefusalCodes.NotAllowed);
        // A role in name, of another kind of organ.
        open.Refused(new("x", Role.TownshipGovernment, YearStory.Code), new IssueTokens(RaterGroup.ServiceUsers, 1), RefusalCodes.NotAllowed);
    }

    [Theory]
    [InlineData(SurveyStage.Planned, false)]
    [InlineData(SurveyStage.Open, false)]
    [InlineData(SurveyStage.Closed, true)]
    [InlineData(SurveyStage.Delivered, true)]
    public void The_agency_sees_it_once_it_is_closed_and_never_before(SurveyStage stage, bool sees) =>
        SurveyAccess.Sees(YearStory.Agency, SurveyStory.In(stage).Survey).ShouldBe(sees);

    [Fact]
    public void Township_host_county_and_audit_read_it_and_nobody_else()
    {
        var survey = SurveyStory.Blank.Then(YearStory.SecondTownship, SurveyStory.Default with { Township = YearStory.Second }).Survey;
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var organ in new[] { "4302", "430203", "430202", "430203001", "430203002", "430203009", "430203001001", "430203001-D12", "430203001-D20", "430203:D12" })
            {
                var expected = (role, organ) switch
                {
                    (Role.Auditor or Role.Scheduler, _) => SurveyReading.Whole,
                    (Role.TownshipGovernment, "430203001" or "430203002") => SurveyReading.Whole,
                    (Role.CountyGovernment or Role.PerformanceOrgan or Role.OrganisationDepartment, "430203") => SurveyReading.Whole,
                    (Role.AgencyStaff, "430203001-D12") => SurveyReading.Result,
                    _ => SurveyReading.None,
                };
                SurveyAccess.Reads(new("x", role, OrganCode.Parse(organ)), survey).ShouldBe(expected, $"{role} of {organ}");
            }
        }
    }

    [Fact]
    public void What_is_offered_is_what_is_taken()
    {
        foreach (var stage in Enum.GetValues<SurveyStage>())
        {
            var story = SurveyStory.In(stage);
            foreach (var command in OfTownship)
                story.Asked(YearStory.Township, command).IsRefused.ShouldBe(!Offered(story).Contains(command.GetType()), $"{command} at {stage}");
            story.Moves(YearStory.Agency).ShouldBeEmpty();
        }

        Offered(SurveyStory.Closed([]).At("2027-01-05 09:00")).ShouldBe([typeof(PlanSurvey)]);
        Offered(SurveyStory.Planned() with { Now = SurveyStory.Blank.Now }).ShouldContain(typeof(PlanSurvey));
        Offered(SurveyStory.Blank).ShouldBe([typeof(PlanSurvey)]);
    }

    [Fact, Trait("Rule", "A024")]
    public void A024_another_round_is_offered_where_the_year_waits_for_one_and_nowhere_else()
    {
        foreach (var over in new[] { SurveyStory.Closed(), SurveyStory.Delivered() })
        {
            var story = over.At("2027-01-12 09:00");
            Offered(story).ShouldBeEmpty();
            var again = (story with { OwedAnew = true }).Moves(YearStory.Township).ShouldHaveSingleItem();
            (again.Command, again.AnotherRound).ShouldBe((typeof(PlanSurvey), true));
            (story with { OwedAnew = true }).Then(YearStory.Township, SurveyStory.Default).Survey.Round.ShouldBe(2);
        }

        SurveyStory.Blank.Moves(YearStory.Township).ShouldHaveSingleItem().AnotherRound.ShouldBeFalse();
    }

    [Fact]
    public void Inputs_have_the_bounds_of_the_moment()
    {
        var open = SurveyStory.Open();
        var (_, inputs, _) = open.Moves(YearStory.Township).Single(m => m.Command == typeof(ExtendSurvey));
        (inputs[0].After, inputs[0].Before).ShouldBe((new(2026, 12, 31), new(2027, 1, 31)));
        foreach (var (day, taken) in new[] { (new DateOnly(2026, 12, 31), false), (new(2027, 1, 1), true), (new(2027, 1, 31), true), (new(2027, 2, 1), false) })
            open.Asked(YearStory.Township, new ExtendSurvey(day, "票数不足")).IsRefused.ShouldBe(!taken, $"{day}");
        var full = Enumerable.Range(0, 16).Aggregate(open, (s, _) => s.Then(YearStory.Township, new IssueTokens(RaterGroup.Representatives, 300)))
            .Then(YearStory.Township, new IssueTokens(RaterGroup.Representatives, 180));
        full.Moves(YearStory.Township).Single(m => m.Command == typeof(IssueTokens)).Inputs[0].Choices.ShouldBe(["COMMUNITY_WORKERS", "SERVICE_USERS"], "a group with 5,000 gets no more");
    }

    [Fact]
    public void What_is_not_planned_takes_no_command()
    {
        foreach (var command in OfTownship.Skip(1))
            SurveyStory.Blank.Refused(YearStory.Township, command, RefusalCodes.NotFound);
    }

    [Fact]
    public void An_event_without_its_survey_is_a_mistake() =>
        Should.Throw<InvalidOperationException>(() => SurveyFold.Apply(null, new SurveyOpened(SurveyStory.Blank.Now)));

    private static List<Type> Offered(SurveyStory story) => story.Moves(YearStory.Township).ConvertAll(m => m.Command).ToList();
}
