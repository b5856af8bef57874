using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

public sealed class AgencyYearMoveTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "SM4")]
    public async Task What_is_offered_is_accepted_and_what_is_not_is_refused()
    {
        await _hub.Opened();
        const string targets = """targets: [{ text: "巡查", measure: "每月两次", due: "2026-12-20" }, { text: "整治", measure: "台账", due: "2026-06-30" }]""";
        (Actor By, string Name, string Fields)[] steps =
        [
            (Actors.Leader, "setTownshipWeights", """weights: [{ township: "430203001", weight: 0.7 }, { township: "430203002", weight: 0.3 }]"""),
            (Actors.Agency, "listLocalDuties", """duties: ["日常巡查"]"""),
            (Actors.Agency, "draftYearPlan", targets),
            (Actors.Leader, "negotiateYearPlan", ""),
            (YearTale.Organ, "determineYearPlan", """reason: "协商未果" """),
            (Actors.Agency, "submitYearPlan", ""),
            (Actors.Department, "objectToYearPlan", """reason: "目标过少" """),
            (Actors.Agency, "draftYearPlan", targets),
            (YearTale.Organ, "determineYearPlan", """reason: "协商未果" """),
            (Actors.Agency, "submitYearPlan", ""),
            (Actors.Department, "consentToYearPlan", ""),
            (Actors.Agency, "signResponsibilityLetter", ""),
            (Actors.Leader, "signResponsibilityLetter", ""),
            (Actors.Agency, "reportTargetProgress", "target: 1, percent: 50"),
            (Actors.Leader, "confirmTarget", "target: 1, done: true"),
            (YearTale.SecondTownship, "recordKeyWork", """text: "防汛", tookPart: true"""),
        ];
        foreach (var (step, place) in steps.Select((s, i) => (s, i)))
        {
            foreach (var actor in new[] { Actors.Agency, Actors.Leader, YearTale.SecondTownship, Actors.Department, YearTale.Organ })
            {
                var offered = await Moves(actor);
                foreach (var name in AgencyYearMoveLabels.Commands.Select(AgencyYearMoveLabels.Mutation).Except(offered))
                    (await Refuses(actor, name)).ShouldBeTrue($"{actor.Role} {name} at {place}");
            }

            (await Moves(step.By)).ShouldContain(step.Name, $"at {place}");
            (await _hub.Take(step.By, step.Name, step.Fields, $"step-{place}")).GetProperty("errors").GetArrayLength().ShouldBe(0, $"{step.Name} at {place}");
        }
    }

    [Fact, Trait("Rule", "A033")]
    public async Task A033_The_grades_offered_are_those_that_would_be_taken()
    {
        await _hub.Scored();
        (await Input(YearTale.Organ, "gradeAgency", "grade")).GetProperty("choices").EnumerateArray().Select(c => c.GetString()).ShouldBe(["GOOD", "COMPETENT", "NOT_COMPETENT"], "R is below 90 %");
        (await _hub.Take(YearTale.Organ, "gradeAgency", "grade: EXCELLENT")).Refused().ShouldBe(("RuleRefusedError", "BELOW_EXCELLENT", "A033", "grade"));
        (await _hub.Take(YearTale.Organ, "gradeAgency", "grade: GOOD", "good")).At().ShouldBe("AGENCY_GRADED");
        (await Input(Actors.Department, "gradeAgencyHead", "grade")).GetProperty("choices").EnumerateArray().Select(c => c.GetString()).ShouldNotContain("EXCELLENT", "A035");
    }

    [Fact, Trait("Rule", "A027")]
    public async Task A027_A_step_that_waits_for_others_says_for_whom()
    {
        await _hub.Assessing();
        var blocked = (await _hub.Data(Actors.Leader, """{ agencyYear(agency: "430203001-D12", year: 2026) { blockedMoves { mutation code rule clause message messageEn label } } }"""))
            .GetProperty("agencyYear").GetProperty("blockedMoves").EnumerateArray().Single();
        (blocked.GetProperty("mutation").GetString(), blocked.GetProperty("code").GetString(), blocked.GetProperty("rule").GetString()).ShouldBe(("aggregateTownshipPart", "INCOMPLETE", "A027"));
        blocked.GetProperty("message").GetString()!.ShouldContain("建设街道的属地职责评分");
    }

    [Fact, Trait("Rule", "A041")]
    public async Task A041_Without_a_letter_the_form_asks_for_a_reason()
    {
        await _hub.Opened();
        _hub.Time.Advance(TimeSpan.FromDays(310));
        await _hub.Done(YearTale.Hub, new OpenAssessment());
        (await Input(Actors.Leader, "adjustComponent", "withoutLetter")).GetProperty("max").GetInt32().ShouldBe(500);
        (await _hub.Take(Actors.Leader, "adjustComponent", """component: ANNUAL_TARGETS, value: 60, reason: "按实绩" """)).Refused().ShouldBe(("RuleRefusedError", "NO_LETTER", "A041", "withoutLetter"));
    }

    [Fact, Trait("Rule", "A028")]
    public async Task A028_The_agency_may_contest_every_line_that_was_given_and_whoever_gave_it_answers()
    {
        await _hub.Ready();
        (await Moves(Actors.Agency)).ShouldNotContain("appealScore", "until the score is final the agency reads none");
        (await _hub.Take(Actors.Agency, "appealScore", """line: { line: DUTY, township: "430203002" }, text: "漏计", evidence: ["案件 S1"]""", "early")).Refused().ShouldBe(("RuleRefusedError", "SCORE_NOT_FINAL", "A028", null));
        await _hub.Done(Actors.Department, new SubmitStatutory(91.5m));
        await _hub.Done(YearTale.Organ, new FinaliseScore());
        var lines = (await Input(Actors.Agency, "appealScore", "line")).GetProperty("choices").EnumerateArray().Select(c => c.GetString()).ToList();
        lines.ShouldContain("DUTY/430203001/KEY_WORK");
        lines.ShouldContain("STATUTORY");
        lines.ShouldNotContain("GRADE", "none is set yet");
        (await _hub.Take(Actors.Agency, "appealScore", """line: { line: DUTY, township: "430203002", component: COORDINATION }, text: "两次均已说明", evidence: ["案件 S1"]""")).At().ShouldBe("SCORED");
        (await Moves(Actors.Leader)).ShouldNotContain("answerAppeal");
        (await Input(YearTale.SecondTownship, "answerAppeal", "appeal")).GetProperty("choices")[0].GetString().ShouldBe("1");
        (await _hub.Take(YearTale.SecondTownship, "answerAppeal", """appeal: 1, upheld: true, answer: "成立" """)).At().ShouldBe("ASSESSING");
        var revised = (await _hub.Data(YearTale.Organ, """{ agencyYear(agency: "430203001-D12", year: 2026) { appeals { number upheld line { line component label } answers { code } } revisions { reason score { total } lines { line } } } }""")).GetProperty("agencyYear");
        revised.GetProperty("appeals")[0].GetProperty("upheld").GetBoolean().ShouldBeTrue();
        revised.GetProperty("revisions")[0].GetProperty("score").GetProperty("total").GetDecimal().ShouldBeGreaterThan(80);
        (await _hub.Data(Actors.Department, """{ agencyYear(agency: "430203001-D12", year: 2026) { appeals { number } revisions { reason lines { line } score { total duty } } } }"""))
            .GetProperty("agencyYear").GetProperty("appeals").GetArrayLength().ShouldBe(0, "it is about a township's line");
    }

    [Fact]
    public void Every_command_of_a_person_has_a_mutation_and_the_hub_s_own_have_none()
    {
        Type[] own = [typeof(OpenYear), typeof(RecordEvidence), typeof(OpenAssessment), typeof(SubmitSatisfaction), typeof(ShareResult)];
        AgencyYearMoveLabels.Commands.ShouldBe(AgencyYearTransitions.Table.Select(m => m.Command).Except(own), ignoreOrder: true);
    }

    private async Task<List<string>> Moves(Actor actor) =>
        [.. (await _hub.Data(actor, """{ agencyYear(agency: "430203001-D12", year: 2026) { moves } }""")).GetProperty("agencyYear").GetProperty("moves").EnumerateArray().Select(m => m.GetString()!)];

    private async Task<JsonElement> Input(Actor actor, string mutation, string input)
    {
        var moves = (await _hub.Data(actor, """{ agencyYear(agency: "430203001-D12", year: 2026) { nextMoves { mutation label labelEn rule inputs { name label labelEn kind required max min choices } } } }"""))
            .GetProperty("agencyYear").GetProperty("nextMoves").EnumerateArray();
        return moves.Single(m => m.GetProperty("mutation").GetString() == mutation).GetProperty("inputs").EnumerateArray().Single(i => i.GetProperty("name").GetString() == input);
    }

    // With good inputs, so that only right and state can refuse; a step that changes nothing counts as refused.
    private async Task<bool> Refuses(Actor actor, string name)
    {
        var fields = name switch
        {
            "setTownshipWeights" => """weights: [{ township: "430203001", weight: 0.5 }, { township: "430203002", weight: 0.5 }]""",
            "listLocalDuties" => """duties: ["x"]""",
            "draftYearPlan" => """targets: [{ text: "x", measure: "x", due: "2026-12-20" }]""",
            "determineYearPlan" or "objectToYearPlan" or "reviseAgencyResult" => """reason: "x" """,
            "reportTargetProgress" => "target: 1, percent: 1",
            "confirmTarget" => "target: 1, done: true",
            "recordKeyWork" => """text: "x", tookPart: true""",
            "adjustComponent" => """component: KEY_WORK, value: 1, reason: "x" """,
            "submitStatutoryScore" => "value: 1",
            "gradeAgency" or "gradeAgencyHead" => "grade: GOOD",
            "withdrawAdjustment" => """component: KEY_WORK, reason: "x" """,
            "recordHostResult" => """grade: GOOD, coefficient: 1, reason: "x" """,
            "recordStaffResult" => "band: GOOD",
            "recordDailyWork" => "posts: 6, score: 90",
            "publishAgencyResult" => """where: "x" """,
            "appealScore" => """line: { line: STATUTORY }, text: "x", evidence: ["x"]""",
            "answerAppeal" => """appeal: 1, upheld: true, answer: "x" """,
            _ => "",
        };
        var before = (await _hub.Data(YearTale.Organ, """{ agencyYear(agency: "430203001-D12", year: 2026) { version } }""")).ToString();
        var payload = await _hub.Take(actor, name, fields, Guid.NewGuid().ToString());
        (await _hub.Data(YearTale.Organ, """{ agencyYear(agency: "430203001-D12", year: 2026) { version } }""")).ToString().ShouldBe(before, $"{actor.Role} {name}: {payload}");
        return true;
    }
}
