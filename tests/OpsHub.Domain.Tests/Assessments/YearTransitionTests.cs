using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>SM4 as a clerk reads it. Written out by hand from the rules, not from the table under test.</summary>
public sealed class YearTransitionTests
{
    private const string Clerk = """
        -                 开启         Opened
        Opened            设权重       Opened
        DutiesListed      设权重       DutiesListed
        PlanDrafted       设权重       PlanDrafted
        PlanSubmitted     设权重       PlanSubmitted
        PlanConsented     设权重       PlanConsented
        PartiallySigned   设权重       PartiallySigned
        LetterInForce     设权重       LetterInForce
        Opened            梳理职责     DutiesListed
        DutiesListed      梳理职责     DutiesListed
        PlanDrafted       梳理职责     PlanDrafted
        Opened            拟计划       PlanDrafted
        DutiesListed      拟计划       PlanDrafted
        PlanDrafted       拟计划       PlanDrafted
        PlanDrafted       协商         PlanDrafted
        PlanDrafted       认定         PlanDrafted
        PlanDrafted       报批         PlanSubmitted
        PlanSubmitted     同意         PlanConsented
        PlanSubmitted     不同意       PlanDrafted
        PlanConsented     签字         PartiallySigned
        PartiallySigned   签字         LetterInForce
        LetterInForce     报进度       LetterInForce
        LetterInForce     确认目标     LetterInForce
        Assessing         确认目标     Assessing
        Opened            重点工作     Opened
        DutiesListed      重点工作     DutiesListed
        PlanDrafted       重点工作     PlanDrafted
        PlanSubmitted     重点工作     PlanSubmitted
        PlanConsented     重点工作     PlanConsented
        PartiallySigned   重点工作     PartiallySigned
        LetterInForce     重点工作     LetterInForce
        Assessing         重点工作     Assessing
        Opened            佐证         Opened
        DutiesListed      佐证         DutiesListed
        PlanDrafted       佐证         PlanDrafted
        PlanSubmitted     佐证         PlanSubmitted
        PlanConsented     佐证         PlanConsented
        PartiallySigned   佐证         PartiallySigned
        LetterInForce     佐证         LetterInForce
        Assessing         佐证         Assessing
        Opened            启动考核     Assessing
        DutiesListed      启动考核     Assessing
        PlanDrafted       启动考核     Assessing
        PlanSubmitted     启动考核     Assessing
        PlanConsented     启动考核     Assessing
        PartiallySigned   启动考核     Assessing
        LetterInForce     启动考核     Assessing
        LetterInForce     调整         LetterInForce
        Assessing         调整         Assessing
        Assessing         属地评分     Assessing
        Assessing         满意度       Assessing
        Assessing         法定评分     Assessing
        TownshipPartReady 法定评分     TownshipPartReady
        Assessing         汇总         TownshipPartReady
        TownshipPartReady 核定         Scored
        Scored            定等次       AgencyGraded
        AgencyGraded      定负责人等次 HeadGraded
        AgencyGraded      共享         AgencyGraded
        HeadGraded        共享         HeadGraded
        Shared            公布         Shared
        TownshipPartReady 修订         Assessing
        Scored            修订         Assessing
        AgencyGraded      修订         Assessing
        HeadGraded        修订         Assessing
        Scored            申诉         Scored
        AgencyGraded      申诉         AgencyGraded
        HeadGraded        申诉         HeadGraded
        Assessing         答复申诉     Assessing
        TownshipPartReady 答复申诉     TownshipPartReady
        Scored            答复申诉     Scored
        AgencyGraded      答复申诉     AgencyGraded
        HeadGraded        答复申诉     HeadGraded
        Assessing         驻地结果     Assessing
        TownshipPartReady 驻地结果     TownshipPartReady
        Scored            驻地结果     Scored
        AgencyGraded      驻地结果     AgencyGraded
        HeadGraded        驻地结果     HeadGraded
        Shared            驻地结果     Shared
        LetterInForce     日常考核     LetterInForce
        Assessing         日常考核     Assessing
        TownshipPartReady 日常考核     TownshipPartReady
        Scored            日常考核     Scored
        AgencyGraded      日常考核     AgencyGraded
        HeadGraded        日常考核     HeadGraded
        Shared            日常考核     Shared
        """;

    // Where a rule speaks louder than the stage: A039 of a signature before consent, A044 of a head before its agency, S17 of a share again, inputs too late, appeals before there is a score.
    private const string Otherwise = """
        Opened            签字         PLAN_NOT_CONSENTED A039
        DutiesListed      签字         PLAN_NOT_CONSENTED A039
        PlanDrafted       签字         PLAN_NOT_CONSENTED A039
        PlanSubmitted     签字         PLAN_NOT_CONSENTED A039
        LetterInForce     签字         SIGNED_ALREADY A040
        Opened            申诉         SCORE_NOT_FINAL A028
        DutiesListed      申诉         SCORE_NOT_FINAL A028
        PlanDrafted       申诉         SCORE_NOT_FINAL A028
        PlanSubmitted     申诉         SCORE_NOT_FINAL A028
        PlanConsented     申诉         SCORE_NOT_FINAL A028
        PartiallySigned   申诉         SCORE_NOT_FINAL A028
        LetterInForce     申诉         SCORE_NOT_FINAL A028
        Assessing         申诉         SCORE_NOT_FINAL A028
        TownshipPartReady 申诉         SCORE_NOT_FINAL A028
        TownshipPartReady 定负责人等次 AGENCY_NOT_GRADED A044 grade
        Scored            定负责人等次 AGENCY_NOT_GRADED A044 grade
        TownshipPartReady 重点工作     ASSESSMENT_CLOSED A021
        Scored            重点工作     ASSESSMENT_CLOSED A021
        AgencyGraded      重点工作     ASSESSMENT_CLOSED A021
        HeadGraded        重点工作     ASSESSMENT_CLOSED A021
        Shared            重点工作     ASSESSMENT_CLOSED A021
        TownshipPartReady 调整         ASSESSMENT_CLOSED A018
        Scored            调整         ASSESSMENT_CLOSED A018
        AgencyGraded      调整         ASSESSMENT_CLOSED A018
        HeadGraded        调整         ASSESSMENT_CLOSED A018
        Shared            调整         ASSESSMENT_CLOSED A018
        TownshipPartReady 属地评分     ASSESSMENT_CLOSED A018
        Scored            属地评分     ASSESSMENT_CLOSED A018
        AgencyGraded      属地评分     ASSESSMENT_CLOSED A018
        HeadGraded        属地评分     ASSESSMENT_CLOSED A018
        Shared            属地评分     ASSESSMENT_CLOSED A018
        TownshipPartReady 满意度       ASSESSMENT_CLOSED A024
        Scored            满意度       ASSESSMENT_CLOSED A024
        AgencyGraded      满意度       ASSESSMENT_CLOSED A024
        HeadGraded        满意度       ASSESSMENT_CLOSED A024
        Shared            满意度       ASSESSMENT_CLOSED A024
        Scored            法定评分     ASSESSMENT_CLOSED A019
        AgencyGraded      法定评分     ASSESSMENT_CLOSED A019
        HeadGraded        法定评分     ASSESSMENT_CLOSED A019
        Shared            法定评分     ASSESSMENT_CLOSED A019
        Assessing         人员结果     HOST_RESULT_MISSING A029
        TownshipPartReady 人员结果     HOST_RESULT_MISSING A029
        Scored            人员结果     HOST_RESULT_MISSING A029
        AgencyGraded      人员结果     HOST_RESULT_MISSING A029
        HeadGraded        人员结果     HOST_RESULT_MISSING A029
        Shared            人员结果     HOST_RESULT_MISSING A029
        LetterInForce     撤回调整     NOT_ADJUSTED A018 component
        Assessing         撤回调整     NOT_ADJUSTED A018 component
        TownshipPartReady 撤回调整     ASSESSMENT_CLOSED A018
        Scored            撤回调整     ASSESSMENT_CLOSED A018
        AgencyGraded      撤回调整     ASSESSMENT_CLOSED A018
        HeadGraded        撤回调整     ASSESSMENT_CLOSED A018
        Shared            撤回调整     ASSESSMENT_CLOSED A018
        """;

    private static readonly Dictionary<string, (Actor By, AgencyYearCommand Command)> Moves = new()
    {
        ["开启"] = (YearStory.Hub, new OpenYear(YearStory.Code, 2026)),
        ["设权重"] = (YearStory.Township, new SetWeights(new Dictionary<UnitCode, decimal> { [YearStory.Host] = 1 }.ToImmutableSortedDictionary())),
        ["梳理职责"] = (YearStory.Agency, new ListDuties(["日常巡查"])),
        ["拟计划"] = (YearStory.Agency, YearStory.Plan()),
        ["协商"] = (YearStory.Township, new NegotiatePlan()),
        ["认定"] = (YearStory.Organ, new DeterminePlan("协商不成")),
        ["报批"] = (YearStory.Agency, new SubmitPlan()),
        ["同意"] = (YearStory.Department, new ConsentToPlan()),
        ["不同意"] = (YearStory.Department, new ObjectToPlan("目标不够具体")),
        ["签字"] = (YearStory.Township, new SignLetter()),
        ["报进度"] = (YearStory.Agency, new ReportProgress(1, 40)),
        ["确认目标"] = (YearStory.Township, new ConfirmTarget(10, true)),
        ["重点工作"] = (YearStory.Township, new RecordKeyWork("防汛值守", true)),
        ["佐证"] = (YearStory.Hub, new RecordEvidence(new Dictionary<UnitCode, CaseEvidence> { [YearStory.Host] = YearStory.Cases(7, 1, 6, 5, YearStory.Start) }.ToImmutableSortedDictionary())),
        ["启动考核"] = (YearStory.Hub, new OpenAssessment()),
        ["调整"] = (YearStory.Township, new AdjustComponent(DutyComponent.KeyWork, 80, "只参加一半")),
        ["撤回调整"] = (YearStory.Township, new WithdrawAdjustment(DutyComponent.KeyWork, "重复扣分")),
        ["驻地结果"] = (YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.1m)),
        ["人员结果"] = (YearStory.Department, new RecordStaffResult(AssessmentGrade.Good)),
        ["日常考核"] = (YearStory.Township, new RecordDailyWork(6, 90)),
        ["属地评分"] = (YearStory.Township, new SubmitDuty()),
        ["满意度"] = (YearStory.Hub, YearStory.Survey(YearStory.Host, 85)),
        ["法定评分"] = (YearStory.Department, new SubmitStatutory(88)),
        ["汇总"] = (YearStory.Township, new AggregateTownshipPart()),
        ["核定"] = (YearStory.Organ, new FinaliseScore()),
        ["定等次"] = (YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good)),
        ["定负责人等次"] = (YearStory.Organ, new SetHeadGrade(AssessmentGrade.Competent)),
        ["共享"] = (YearStory.Hub, new ShareResult(ShareTarget.Township)),
        ["公布"] = (YearStory.Organ, new PublishResult("县政府网站")),
        ["修订"] = (YearStory.Organ, new ReviseResult("计分有误")),
        ["申诉"] = (YearStory.Agency, new AppealAgainst(new("L", YearStory.Host), "漏计两件", ["case-1"])),
        ["答复申诉"] = (YearStory.Township, new AnswerAppeal(1, false, "已计入")),
    };

    // What must have happened before, besides the stage.
    private static YearStory Prepared(YearStory story, string move) => (move, story.State?.Stage) switch
    {
        ("签字", AgencyYearStage.PartiallySigned) => story,
        ("报批", AgencyYearStage.PlanDrafted) => story.Then(YearStory.Township, new NegotiatePlan()),
        ("启动考核", not null and < AgencyYearStage.Assessing) => story.At("2027-01-01 00:10"),
        ("汇总", AgencyYearStage.Assessing) => YearStory.Rated(story, (YearStory.Host, 90, 85)),
        ("核定", AgencyYearStage.TownshipPartReady) => story.Then(YearStory.Department, new SubmitStatutory(88)),
        // Back to its inputs by a revision, with an appeal that still waits.
        ("答复申诉", AgencyYearStage.Assessing) => Appealed(YearStory.Scored()).Then(YearStory.Organ, new ReviseResult("计分有误")),
        ("答复申诉", AgencyYearStage.TownshipPartReady) => Appealed(YearStory.Scored()).Then(YearStory.Organ, new ReviseResult("计分有误")).Then(YearStory.Township, new AggregateTownshipPart()),
        ("答复申诉", > AgencyYearStage.TownshipPartReady and < AgencyYearStage.Shared) => Appealed(story),
        ("共享", AgencyYearStage.AgencyGraded or AgencyYearStage.HeadGraded) => story.After(TimeSpan.FromDays(14)),
        _ => story,
    };

    private static YearStory Appealed(YearStory story) => story.Then(YearStory.Agency, new AppealAgainst(new("L", YearStory.Host), "漏计两件", ["case-1"]));

    public static TheoryData<string, string> EveryPair()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var stage in Enum.GetNames<AgencyYearStage>().Prepend("-"))
            foreach (var move in Moves.Keys)
                pairs.Add(stage, move);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_move_is_made_exactly_where_the_table_has_it(string from, string move)
    {
        var (by, command) = Moves[move];
        var story = Prepared(YearStory.In(from == "-" ? null : Enum.Parse<AgencyYearStage>(from)), move);
        if (Lines(Clerk).SingleOrDefault(l => l[0] == from && l[1] == move) is { } line)
        {
            story.Then(by, command).Year.Stage.ToString().ShouldBe(line[2]);
            AgencyYearTransitions.Permits(story.State?.Stage, command).ShouldBeTrue();
        }
        else if (Lines(Otherwise).SingleOrDefault(l => l[0] == from && l[1] == move) is { } other)
        {
            story.Refused(by, command, other[2], other[3], other.Length > 4 ? other[4] : null);
        }
        else if (move == "开启" || (move == "共享" && from == "Shared"))
        {
            story.Asked(by, command).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty("once, and again changes nothing"));
        }
        else
        {
            var refusal = story.Refused(by, command, from == "-" ? RefusalCodes.NotFound : RefusalCodes.WrongState, AgencyYearTransitions.Of(command).Rule);
            refusal.Zh.ShouldNotMatch("[A-Za-z]", "what people read is Chinese");
        }
    }

    [Fact]
    public void Every_command_has_one_row_and_every_row_a_command()
    {
        var commands = typeof(AgencyYearCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(AgencyYearCommand))).ToList();
        AgencyYearTransitions.Table.Select(m => m.Command).ShouldBe(commands, ignoreOrder: true);
        Moves.Values.Select(m => m.Command.GetType()).ShouldBe(commands, ignoreOrder: true);
    }

    [Fact]
    public void Every_stage_component_grade_group_and_dimension_has_words()
    {
        foreach (var stage in Enum.GetValues<AgencyYearStage>())
            AssessmentWording.Of(stage).ShouldNotBeEmpty();
        foreach (var component in Enum.GetValues<DutyComponent>())
            AssessmentWording.Of(component).ShouldNotBeEmpty();
        foreach (var grade in Enum.GetValues<AssessmentGrade>())
            AssessmentWording.Of(grade).ShouldNotBeEmpty();
        foreach (var group in Enum.GetValues<RaterGroup>())
            AssessmentWording.Of(group).ShouldNotBeEmpty();
        foreach (var dimension in Enum.GetValues<SatisfactionDimension>())
            AssessmentWording.Of(dimension).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_term_is_called_something_in_English()
    {
        var appealed = YearStory.Scored().Then(YearStory.Agency, new AppealAgainst(new("D"), "漏计", ["case-1"]));
        YearStory.Shared().Year.Terms.Concat(appealed.Year.Terms).Select(t => t.Name).Distinct().Where(n => TermNames.English(n) == n).ShouldBeEmpty();
    }

    private static List<string[]> Lines(string table) => [.. table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
