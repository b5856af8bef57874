using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>Bad input is refused and names field and rule; what is forbidden changes nothing.</summary>
public sealed class AgencyYearRefusalTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory, Trait("Rule", "A026")]
    [InlineData("""[{ township: "430203001", weight: 0.7 }, { township: "430203002", weight: 0.29 }]""")]
    [InlineData("""[{ township: "430203001", weight: 0.7 }, { township: "430203002", weight: 0.3000001 }]""")]
    [InlineData("""[{ township: "430203001", weight: 1 }]""")]
    [InlineData("""[{ township: "430203001", weight: 1 }, { township: "430203002", weight: 0 }]""")]
    [InlineData("""[{ township: "430203001", weight: 0.7 }, { township: "430203001", weight: 0.3 }]""")]
    public async Task A026_Weights_that_do_not_sum_to_1_over_the_townships_served_are_refused(string weights)
    {
        await _hub.Opened();
        (await _hub.Take(Actors.Leader, "setTownshipWeights", $"weights: {weights}")).Refused().ShouldBe(("InvalidInputError", "INVALID_INPUT", "A026", "weights"));
    }

    [Theory, Trait("Rule", "A019")]
    [InlineData("-0.0001")]
    [InlineData("100.0001")]
    [InlineData("90.00001")]
    public async Task A018_A019_Scores_outside_0_to_100_are_refused(string value)
    {
        await _hub.Assessing();
        (await _hub.Take(Actors.Department, "submitStatutoryScore", $"value: {value}")).Refused().ShouldBe(("InvalidInputError", "INVALID_INPUT", "A019", "value"));
        (await _hub.Take(Actors.Leader, "adjustComponent", $$"""component: KEY_WORK, value: {{value}}, reason: "x" """)).Refused().ShouldBe(("InvalidInputError", "INVALID_INPUT", "A018", "value"));
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_A_second_submission_is_refused_and_a_repeated_command_is_answered_as_before()
    {
        await _hub.Assessing();
        var first = await _hub.Take(Actors.Leader, "submitDutyScore");
        first.At().ShouldBe("ASSESSING");
        (await _hub.Take(Actors.Leader, "submitDutyScore")).GetProperty("sequence").GetInt32().ShouldBe(first.GetProperty("sequence").GetInt32());
        (await _hub.Take(Actors.Leader, "submitDutyScore", commandId: "again")).Refused().ShouldBe(("RuleRefusedError", "SUBMITTED_ALREADY", "A018", null));
    }

    [Fact, Trait("Rule", "A027")]
    public async Task A027_Inputs_after_the_townships_part_was_closed_are_refused()
    {
        await _hub.Ready();
        (await _hub.Take(Actors.Leader, "adjustComponent", """component: KEY_WORK, value: 99, reason: "x" """)).Refused().Code.ShouldBe("ASSESSMENT_CLOSED");
        (await _hub.Take(YearTale.SecondTownship, "submitDutyScore")).Refused().ShouldBe(("RuleRefusedError", "ASSESSMENT_CLOSED", "A018", null));
    }

    [Fact, Trait("Rule", "A039")]
    public async Task A039_A_letter_is_not_signed_before_the_department_consented()
    {
        await _hub.Submitted();
        foreach (var side in new[] { Actors.Agency, Actors.Leader })
            (await _hub.Take(side, "signResponsibilityLetter")).Refused().ShouldBe(("RuleRefusedError", "PLAN_NOT_CONSENTED", "A039", null));
    }

    [Fact, Trait("Rule", "R037")]
    public async Task Departments_do_not_score_for_townships()
    {
        await _hub.Assessing();
        (await _hub.Take(Actors.Department, "submitDutyScore")).Refused().ShouldBe(("NotAllowedError", "NOT_ALLOWED", "A018", null));
        (await _hub.Take(Actors.Leader, "submitStatutoryScore", "value: 90")).Refused().ShouldBe(("NotAllowedError", "NOT_ALLOWED", "A019", null));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_no_malformed_id_reaches_a_grain()
    {
        await _hub.Assessing();
        (await _hub.Take(Actors.Leader, "submitDutyScore", """expectedVersion: "1" """)).Refused().Type.ShouldBe("StaleVersionError");
        foreach (var id in new[] { "x", Relay.GlobalId.OfAgencyYear("year-430203001-2026"), Relay.GlobalId.OfAgencyYear("case-1"), Relay.GlobalId.OfCase("year-430203001-D12-2026") })
        {
            var answer = await _hub.Data(Actors.Leader, $$"""mutation { submitDutyScore(input: { commandId: "c", yearId: "{{id}}" }) { errors { code field } } }""");
            answer.GetProperty("submitDutyScore").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("yearId");
        }
    }

    [Fact, Trait("Rule", "A017")]
    public async Task A017_Both_sides_or_no_score()
    {
        await _hub.Ready();
        (await _hub.Take(YearTale.Organ, "finaliseAgencyScore")).Refused().ShouldBe(("RuleRefusedError", "INCOMPLETE", "A017", null));
        await _hub.Done(Actors.Department, new SubmitStatutory(88));
        (await _hub.Take(YearTale.Organ, "finaliseAgencyScore")).At().ShouldBe("SCORED");
    }
}
