using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Mandates.MandateStory;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>T014, T110, R034-R036, W013: what may be put on townships and communities.</summary>
public sealed class DutyAndTaskTests
{
    private static readonly DateOnly Until = new(2026, 8, 31);

    [Fact]
    public void R034_a_department_proposes_a_duty_and_the_county_reviews_it_in_time()
    {
        Blank.OnlyFor(new ProposeDuty("河道巡查", "每周一次", [First], false), "R034", Department, OtherDepartment);
        var proposed = Proposed();
        proposed.Record.Duties.Single().Stage.ShouldBe(DutyStage.Proposed);
        proposed.Record.Terms.Single().ShouldSatisfyAllConditions(t => t.Holder.ShouldBe("430203"), t => t.Due.ShouldBe(Given.EndOf("2026-08-10")), t => t.Basis.ShouldBe(new("R034", "四(三)", BasisKind.Assumed, "DutyReviewLimit")));
        proposed.OnlyFor(new ApproveDuty(2, "县政函 8 号", Funds: "5 万元"), "R034", Government);
        proposed.OnlyFor(new RefuseDuty(2, "职责重复"), "R034", Government);
        proposed.At("2026-08-11 00:00").Then(Government, new RefuseDuty(2, "职责重复")).Record.Duties.Single().ShouldSatisfyAllConditions(d => d.Stage.ShouldBe(DutyStage.Refused), d => d.Late.ShouldBeTrue());
    }

    [Fact]
    public void R034_a_duty_without_the_countys_approval_does_not_take_effect()
    {
        Proposed().Refused(Department, new ActivateDuty(2), "DUTY_NOT_APPROVED", "R034", "duty");
        Proposed().Then(Government, new RefuseDuty(2, "职责重复")).Refused(Department, new ActivateDuty(2), "DUTY_NOT_APPROVED", "R034", "duty");
        Proposed().Refused(OtherDepartment, new ActivateDuty(2), RefusalCodes.InvalidInput, "R034", "duty");
        InForce().Record.Duties.Single().ShouldSatisfyAllConditions(d => d.Stage.ShouldBe(DutyStage.InForce), d => d.Approval.ShouldBe("县政函 2026-8 号"), d => d.Late.ShouldBeFalse());
        InForce().Refused(Department, new ActivateDuty(2), RefusalCodes.WrongState, "R034");
    }

    [Theory]
    [InlineData(null, "人", "费", "power")]
    [InlineData("权", " ", "费", "staff")]
    [InlineData("权", "人", null, "funds")]
    public void R035_an_approval_without_power_staff_or_funds_is_refused(string? power, string? staff, string? funds, string field)
    {
        var proposed = Blank.Then(Department, new ProposeDuty("河道巡查", "每周一次", [First], false, power));
        proposed.Refused(Government, new ApproveDuty(2, "县政函 8 号", null, staff, funds), "TRANSFER_MISSING", "R035", field);
        proposed.Then(Government, new ApproveDuty(2, "县政函 8 号", "权", "人", "费")).Record.Duties.Single().Transfers.Count.ShouldBe(3);
    }

    [Fact]
    public void R034_an_approval_number_is_given_once()
    {
        var second = InForce().Then(OtherDepartment, new ProposeDuty("另一职责", "内容", [Second], false, "权", "人", "费"));
        second.Refused(Government, new ApproveDuty(second.Newest, " 县政函 2026-8 号 "), RefusalCodes.InvalidInput, "R034", "approval");
    }

    [Fact]
    public void T014_a_task_without_an_approval_is_refused_and_changes_nothing()
    {
        InForce().Refused(Department, Task(First, null), "NOT_ADMITTED", "T014", "reference");
        InForce().Refused(Department, Task(First, "  "), "NOT_ADMITTED", "T014", "reference");
        InForce().Refused(Department, Task(First, "没有这个号"), "NOT_ADMITTED", "T014", "reference");
        InForce().OnlyFor(Task(First, "县政函 2026-8 号"), "T014", Department);
    }

    [Fact]
    public void T014_an_approval_must_be_the_departments_own_cover_the_township_and_be_in_force()
    {
        InForce().Refused(OtherDepartment, Task(First, "县政函 2026-8 号"), "NOT_ADMITTED", "T014", "reference");
        InForce().Refused(Department, Task(Second, "县政函 2026-8 号"), "NOT_ADMITTED", "T014", "reference").Zh.ShouldContain("〈430203002〉");
        var approved = Proposed().Then(Government, new ApproveDuty(2, "县政函 9 号", Funds: "5 万元"));
        approved.Refused(Department, Task(First, "县政函 9 号"), "NOT_ADMITTED", "T014", "reference");
        InForce().Then(Government, new EndDuty(2, "机构调整")).Refused(Department, Task(First, "县政函 2026-8 号"), "NOT_ADMITTED", "T014", "reference");
        InForce().Refused(Department, Task(UnitCode.Parse("430202001"), "县政函 2026-8 号"), RefusalCodes.InvalidInput, "T014", "unit");
        InForce().Refused(Department, Task(First, "县政函 2026-8 号") with { Until = new(2026, 7, 13) }, RefusalCodes.InvalidInput, "T014", "until");
    }

    [Fact]
    public void T014_a_task_has_its_last_day_as_term_and_its_unit_reports_it_done()
    {
        var given = InForce().Then(Department, Task(First, "县政函 2026-8 号"));
        var task = given.Record.Tasks.Single();
        given.Record.Terms.Single().ShouldSatisfyAllConditions(t => t.Id.ShouldBe($"task-{task.Id}"), t => t.Due.ShouldBe(Given.EndOf("2026-08-31")), t => t.Holder.ShouldBe("430203001"));
        given.Refused(Department, new FinishTask(task.Id, "已办"), RefusalCodes.NotAllowed, "T014");
        given.Refused(SecondTownship, new FinishTask(task.Id, "已办"), RefusalCodes.InvalidInput, "T014", "task");
        given.Then(Township, new FinishTask(task.Id, "已办")).Record.ShouldSatisfyAllConditions(s => s.Tasks.Single().Late.ShouldBeFalse(), s => s.Terms.ShouldBeEmpty());
        given.At("2026-09-01 00:00").Then(Township, new FinishTask(task.Id, "已办")).Record.Tasks.Single().Late.ShouldBeTrue();
    }

    [Fact]
    public void T014_a_task_is_withdrawn_by_its_department_or_the_county_and_nobody_owes_it_any_more()
    {
        var given = InForce().Then(Department, Task(First, "县政函 2026-8 号"));
        var task = given.Record.Tasks.Single();
        var withdraw = new WithdrawTask(task.Id, "任务重复");
        given.Refused(Township, withdraw, RefusalCodes.NotAllowed, "T014");
        given.Refused(OtherDepartment, withdraw, RefusalCodes.InvalidInput, "T014", "task");
        given.Refused(Department, withdraw with { Reason = " " }, RefusalCodes.InvalidInput, "T014", "reason");
        foreach (var by in new[] { Department, Government })
        {
            var gone = given.Then(by, withdraw);
            gone.Record.Tasks.Single().ShouldSatisfyAllConditions(t => t.WithdrawnAt.ShouldBe(gone.Now), t => t.WithdrawnWhy.ShouldBe("任务重复"), t => t.IsOpen.ShouldBeFalse());
            gone.Record.Terms.ShouldBeEmpty();
            gone.Events.OfType<TaskWithdrawn>().Single().Terms.Single().IsLifted.ShouldBeTrue();
            gone.Refused(Township, new FinishTask(task.Id, "已办"), RefusalCodes.WrongState, "T014");
            gone.Refused(by, withdraw, RefusalCodes.WrongState, "T014");
        }

        given.Then(Township, new FinishTask(task.Id, "已办")).Refused(Department, withdraw, RefusalCodes.WrongState, "T014");
        given.At("2028-01-03 09:00").Then(Department, withdraw).At("2030-01-03 09:00").Then(Township, new MakeSuggestion(SuggestionSubject.Decision, "事", "意见", Bureau)).Record.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void T014_R034_an_organ_leaves_at_most_50_matters_of_a_kind_open_and_another_organ_is_not_hindered()
    {
        var many = InForce();
        for (var i = 0; i < MandateBounds.MostOpen; i++)
            many = many.Then(Department, Task(First, "县政函 2026-8 号"));
        many.Refused(Department, Task(First, "县政函 2026-8 号"), "TOO_MANY_OPEN", "T014");
        many.Then(Department, new ProposeDuty("另一职责", "内容", [Second], false));
        many.Then(Department, new WithdrawTask(many.Record.Tasks[0].Id, "重复")).Then(Department, Task(First, "县政函 2026-8 号"));
        var said = Blank;
        for (var i = 0; i < MandateBounds.MostOpen; i++)
            said = said.Then(Township, new MakeSuggestion(SuggestionSubject.Decision, "事", "意见", Bureau));
        said.Refused(Township, new MakeSuggestion(SuggestionSubject.Decision, "事", "意见", Bureau), "TOO_MANY_OPEN", "T013");
        said.Then(SecondTownship, new MakeSuggestion(SuggestionSubject.Decision, "事", "意见", Bureau));
    }

    [Fact]
    public void R036_W013_a_community_takes_admitted_items_and_approved_duties_only()
    {
        InForce().Refused(Department, Task(Community, null), "NOT_ADMITTED", "R036", "reference");
        InForce().Refused(Department, Task(Community, "县政函 2026-8 号"), "NOT_ADMITTED", "R036", "reference"); // it is put on the township, not on its communities
        var communities = InForce(forCommunities: true);
        communities.Then(Department, Task(Community, "县政函 2026-8 号")).Record.Tasks.Single().Unit.ShouldBe(Community);
        communities.Refused(Department, Task(First, "县政函 2026-8 号"), "NOT_ADMITTED", "T014", "reference");
        communities.Refused(Department, Task(UnitCode.Parse("430203002001"), "县政函 2026-8 号"), "NOT_ADMITTED", "R036", "reference");

        Blank.OnlyFor(new AdmitItem("M-7", "居住证明", "指导清单 2018"), "R036", Government);
        var admitted = Blank.Then(Government, new AdmitItem("M-7", "居住证明", "指导清单 2018"));
        var given = admitted.Then(OtherDepartment, Task(Community, "M-7"));
        given.Then(Committee, new FinishTask(given.Newest, "已办")).Record.Tasks.Single().DoneAt.ShouldNotBeNull();
        admitted.Refused(OtherDepartment, Task(First, "M-7"), "NOT_ADMITTED", "T014", "reference"); // the list is the communities'
        admitted.Refused(Government, new AdmitItem("M-7", "居住证明", "指导清单 2018"), RefusalCodes.WrongState, "R036");
        var withdrawn = admitted.Then(Government, new WithdrawItem("M-7", "清单调整"));
        withdrawn.Refused(OtherDepartment, Task(Community, "M-7"), "NOT_ADMITTED", "R036", "reference");
        withdrawn.Then(Government, new AdmitItem("M-7", "居住证明", "指导清单 2027")).Record.Items.ShouldHaveSingleItem().EndedAt.ShouldBeNull();
    }

    [Fact]
    public void T110_an_award_activity_aimed_at_townships_needs_the_reference_of_its_approval()
    {
        Blank.Refused(Department, new CreateActivity("示范创建", [First], null), "AWARD_NOT_APPROVED", "T110", "approval");
        Blank.Refused(Department, new CreateActivity("示范创建", [First], " "), "AWARD_NOT_APPROVED", "T110", "approval");
        Blank.OnlyFor(new CreateActivity("示范创建", [First], "市评比办 3 号"), "T110", Government, Department, OtherDepartment);
        Blank.Then(Department, new CreateActivity("示范创建", [First, Second], "市评比办 3 号")).Record.Activities.Single().Approval.ShouldBe("市评比办 3 号");
    }

    private static AssignTask Task(UnitCode unit, string? reference) => new(unit, "汛前巡查", "巡查河堤", reference, Until);
}
