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
                story.Asked(YearStory.Township, command).IsRefused.ShouldBe(!SurveyAccess.Moves(YearStory.Township, story.Survey, story.Now).Contains(command.GetType()), $"{command} at {stage}");
            SurveyAccess.Moves(YearStory.Agency, story.Survey, story.Now).ShouldBeEmpty();
        }

        var empty = SurveyStory.Closed([]).At("2027-01-05 09:00");
        SurveyAccess.Moves(YearStory.Township, empty.Survey, empty.Now).ShouldBe([typeof(PlanSurvey)]);
        SurveyAccess.Moves(YearStory.Township, SurveyStory.Planned().Survey, SurveyStory.Blank.Now).ShouldContain(typeof(PlanSurvey));
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
}
