using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using static OpsHub.Domain.Tests.Governance.District;

namespace OpsHub.Domain.Tests.Governance;

/// <summary>What counties, townships and the city build, owe and may do, rule by rule.</summary>
public sealed class GovernanceTests
{
    private static readonly DelegatePowers Powers = new("临时占道审批", "由区城管局书面委托", "湖南省乡镇权力清单", "三日内办结并公示", "谁审批谁负责");
    private static readonly PostScheme FullTime = new(WorkerPost.FullTime, [new("巡查", 0.6m), new("群众评价", 0.4m)]), PartTime = new(WorkerPost.PartTime, [new("信息上报", 1m)]);

    private readonly District _d = new();

    [Fact, Trait("Rule", "G016")]
    public void G016_an_eighth_member_is_refused_and_four_are_short_of_one()
    {
        _d.Do(County, new SetCommandStaff(7), Command).ShouldBeNull();
        _d.Do(County, new SetCommandStaff(8), Command)!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("COMMAND_CENTRE_FULL"), r => r.Rule.ShouldBe("G016"), r => r.Clause.ShouldBe("三(四)"), r => r.Field.ShouldBe("members"));
        _d.Files[County].CommandStaff.ShouldBe(7);
        _d.Flags("G016", County).ShouldBeEmpty();
        _d.Do(County, new SetCommandStaff(4), Government).ShouldBeNull();
        _d.Flags("G016", County).ShouldHaveSingleItem().En.ShouldBe("The command centre is short of 1");
    }

    [Fact, Trait("Rule", "G027")]
    public void G027_a_second_active_scheme_is_refused()
    {
        _d.Flags("G027", County).ShouldHaveSingleItem();
        _d.Do(County, new ActivateWorkerScheme("网格员考核办法", [FullTime]), Command).ShouldBeNull();
        _d.Do(County, new ActivateWorkerScheme("另一办法", [PartTime]), Command)!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("WORKER_SCHEME_ACTIVE"), r => r.Rule.ShouldBe("G027"), r => r.Clause.ShouldBe("三(六)"));
        _d.Files[County].WorkerScheme!.Name.ShouldBe("网格员考核办法");
        _d.Do(County, new RetireWorkerScheme("修订"), Command).ShouldBeNull();
        _d.Do(County, new ActivateWorkerScheme("另一办法", [PartTime]), Command).ShouldBeNull();
        _d.Flags("G027", County).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "G051")]
    public void G051_a_full_time_post_has_the_full_time_scheme()
    {
        _d.Do(County, new ActivateWorkerScheme("办法", [FullTime, PartTime]), Command).ShouldBeNull();
        _d.Files[County].WorkerScheme!.Posts.Single(p => p.Post == WorkerPost.FullTime).Components.ShouldBe(FullTime.Components);
        new District().Do(County, new ActivateWorkerScheme("办法", [FullTime, FullTime]), Command)!.Rule.ShouldBe("G051");
        new District().Do(County, new ActivateWorkerScheme("办法", [new(WorkerPost.FullTime, [new("巡查", 0.6m)])]), Command)!.Field.ShouldBe("posts[0].components");
    }

    [Theory, Trait("Rule", "T025")]
    [InlineData("matter"), InlineData("procedure"), InlineData("legalBasis"), InlineData("operationRules"), InlineData("responsibility")]
    public void T025_a_delegation_that_leaves_one_of_five_things_unsaid_is_refused(string field)
    {
        var command = field switch
        {
            "matter" => Powers with { Matter = " " },
            "procedure" => Powers with { Procedure = "" },
            "legalBasis" => Powers with { LegalBasis = "" },
            "operationRules" => Powers with { OperationRules = "" },
            _ => Powers with { Responsibility = "" },
        };
        _d.Do(City, command, CityOffice)!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("DELEGATION_INCOMPLETE"), r => r.Rule.ShouldBe("T025"), r => r.Clause.ShouldBe("二(二)"), r => r.Field.ShouldBe(field));
        _d.Files.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "T025")]
    public void T025_a_delegation_with_all_five_stands_until_it_is_ended()
    {
        _d.Do(City, Powers, CityOffice).ShouldBeNull();
        _d.Do(City, Powers, CityOffice)!.Code.ShouldBe("CONFLICT");
        _d.Files[City].Delegations.ShouldHaveSingleItem().Number.ShouldBe(1);
        _d.Do(City, new EndDelegation(1, "法律修订"), CityOffice).ShouldBeNull();
        _d.Do(City, new EndDelegation(1, "法律修订"), CityOffice).ShouldBeNull("it has ended already");
        _d.Do(City, new EndDelegation(2, "法律修订"), CityOffice)!.Code.ShouldBe("NOT_FOUND");
        _d.Files[City].Delegations.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "T026")]
    public void T026_a_matter_that_two_own_is_warned_as_a_conflict_of_boundaries()
    {
        _d.Do(Township, new SetPower("宅基地审核", [PowerOwner.Township, PowerOwner.Committee]), Centre).ShouldBeNull();
        _d.Flags("T026", Township).ShouldHaveSingleItem().En.ShouldContain("conflict of boundaries");
        _d.Do(Township, new SetPower("宅基地审核", [PowerOwner.Township]), Centre).ShouldBeNull();
        _d.Flags("T026", Township).ShouldBeEmpty();
        _d.Do(Township, new SetPower("宅基地审核", []), Centre).ShouldBeNull();
        _d.Files[Township].Powers.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "G043")]
    public void G043_a_measure_without_an_owner_is_warned_and_a_plan_closes_what_is_owed()
    {
        Status("Plan").ShouldBe(ObligationStatus.Open);
        _d.Do(County, new SetPlan([new("建好指挥中心", "区委政法委"), new("培训网格员")]), Command).ShouldBeNull();
        _d.Flags("G043", County).ShouldHaveSingleItem().En.ShouldContain("number 2");
        Status("Plan").ShouldBe(ObligationStatus.Done);
    }

    [Theory]
    [InlineData("G026", ObligationKind.PayMechanism), InlineData("G042", ObligationKind.LeadingGroup), InlineData("G057", ObligationKind.TreatmentGuarantee)]
    public void G026_G042_G057_what_a_county_owes_is_open_until_it_is_recorded(string rule, ObligationKind kind)
    {
        Owed().Where(o => o.Rule == rule).ShouldHaveSingleItem().Status.ShouldBe(ObligationStatus.Open);
        _d.Do(County, new RecordObligation(kind, _d.Today, "株荷政发〔2026〕3号"), Government).ShouldBeNull();
        Owed().Where(o => o.Rule == rule).ShouldHaveSingleItem().Status.ShouldBe(ObligationStatus.Done);
    }

    [Fact, Trait("Rule", "G061")]
    public void G061_with_one_of_the_two_posts_named_one_is_open()
    {
        _d.Do(County, new RecordObligation(ObligationKind.PrincipalLeader, _d.Today, "区委书记"), Government).ShouldBeNull();
        Owed().Where(o => o.Rule == "G061" && o.Status == ObligationStatus.Open).ShouldHaveSingleItem().Name.ShouldBe("LeaderInCharge");
    }

    [Fact, Trait("Rule", "G044")]
    public void G044_without_a_fund_it_is_open_a_fund_of_nothing_leaves_it_open_and_last_years_is_overdue()
    {
        Status("SpecialFund").ShouldBe(ObligationStatus.Open);
        _d.Do(County, new RecordObligation(ObligationKind.SpecialFund, _d.Today, "预算", Funds: new(0, 0, 0)), Government).ShouldBeNull();
        Status("SpecialFund").ShouldBe(ObligationStatus.Open);
        _d.Do(County, new RecordObligation(ObligationKind.SpecialFund, _d.Today, "预算", Funds: new(200_000m, 50_000m, 0)), Government).ShouldBeNull();
        Status("SpecialFund").ShouldBe(ObligationStatus.Done);

        _d.Now = _d.Now.AddYears(2);
        Obligations.Of(_d.Files[County], _d.Today, new(2026, 1, 1)).Where(o => o.Name == "SpecialFund").Select(o => (o.Year, o.Status))
            .ShouldBe([(2027, ObligationStatus.Overdue), (2028, ObligationStatus.Open)]);
        _d.Do(County, new RecordObligation(ObligationKind.SpecialFund, _d.Today, "补办", 2027, new(1, 0, 0)), Government).ShouldBeNull("a late one is accepted");
        Obligations.Of(_d.Files[County], _d.Today, new(2026, 1, 1)).Where(o => o.Name == "SpecialFund").ShouldHaveSingleItem().Year.ShouldBe(2028);
    }

    [Fact, Trait("Rule", "G045")]
    public void G045_a_fund_names_its_three_uses()
    {
        _d.Do(City, new RecordObligation(ObligationKind.SpecialFund, _d.Today, "预算"), CityOffice)!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("G045"), r => r.Field.ShouldBe("funds"));
        _d.Do(City, new RecordObligation(ObligationKind.SpecialFund, _d.Today, "预算", Funds: new(1m, 2m, 3.5m)), CityOffice).ShouldBeNull();
        typeof(FundUses).GetConstructors().Max(c => c.GetParameters().Length).ShouldBe(3);
        _d.Files[City].Records.ShouldHaveSingleItem().Funds!.Total.ShouldBe(6.5m);
    }

    [Theory]
    [InlineData("G033", ConstructionItem.InformationSystem), InlineData("G038", ConstructionItem.DepartmentSystems)]
    public void G033_G038_what_is_not_built_is_overdue_from_2019_on_and_what_is_built_later_is_late(string rule, ConstructionItem item)
    {
        var file = new GovernanceFile { Unit = City };
        ObligationStatus On(DateOnly day) => Obligations.Of(file, day, new(2018, 1, 1)).Single(o => o.Rule == rule).Status;
        On(new(2018, 12, 31)).ShouldBe(ObligationStatus.Open);
        On(new(2019, 1, 1)).ShouldBe(ObligationStatus.Overdue);
        Obligations.Reminders(file, new(2019, 1, 1), new(2018, 1, 1)).ShouldContain(r => r.Rule == rule);
        _d.Do(City, new SetConstruction(item, null, new(2019, 3, 1)), CityOffice).ShouldBeNull();
        file = _d.Files[City];
        On(_d.Today).ShouldBe(ObligationStatus.DoneLate);
        _d.Do(City, new SetConstruction(item, null, new(2018, 11, 1)), CityOffice).ShouldBeNull();
        file = _d.Files[City];
        On(_d.Today).ShouldBe(ObligationStatus.Done);
        _d.Do(City, new SetConstruction(item, null, null), CityOffice).ShouldBeNull();
        file = _d.Files[City];
        On(_d.Today).ShouldBe(ObligationStatus.Overdue, "it was taken back");
    }

    [Fact, Trait("Rule", "G054")]
    public void G054_a_campaign_names_the_categories_whose_cases_are_linked_with_it()
    {
        _d.Do(Township, new OpenCampaign("占道经营整治", ["Q99"], new(2026, 6, 1), new(2026, 6, 30)), Centre)!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("G054"), r => r.Field.ShouldBe("categories"));
        _d.Do(Township, new OpenCampaign("占道经营整治", ["Q05-01"], new(2026, 6, 1), new(2026, 6, 30)), Centre).ShouldBeNull();
        _d.Files[Township].Campaigns.ShouldHaveSingleItem().Categories.ShouldBe(["Q05-01"]);
        _d.Do(Township, new CloseCampaign(1, "清理 40 处"), Centre).ShouldBeNull();
        _d.Do(Township, new CloseCampaign(1, "清理 40 处"), Centre)!.Code.ShouldBe("WRONG_STATE");
    }

    [Fact, Trait("Rule", "T020")]
    public void T020_a_month_without_a_meeting_is_missed_once_it_ends_and_a_late_record_is_marked_late()
    {
        var october = new MissedCycle(new(2026, 10, 1), new(2026, 11, 1));
        _d.Do(Township, new CloseCycle(new(new(2026, 11, 1), new(2026, 12, 1))), Hub)!.Code.ShouldBe("INVALID_INPUT", "it is not over");
        _d.Do(Township, new CloseCycle(october), Hub).ShouldBeNull();
        _d.Files[Township].Missed.ShouldBe([october]);
        _d.Do(Township, new CloseCycle(october), Hub).ShouldBeNull();
        _d.Files[Township].Missed.ShouldHaveSingleItem("another run changes nothing");
        _d.Flags("T020", Township).ShouldHaveSingleItem();

        _d.Do(Township, new RecordRegularMeeting(new(2026, 10, 12), "纪要 10-1", 9), Centre).ShouldBeNull();
        _d.Files[Township].Meetings.ShouldHaveSingleItem().Late.ShouldBeTrue();
        _d.Files[Township].Missed.ShouldBeEmpty();
        _d.Do(Township, new RecordRegularMeeting(new(2026, 11, 12), "纪要 11-1", 9), Centre).ShouldBeNull();
        _d.Now = new(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(8));
        _d.Do(Township, new CloseCycle(new(new(2026, 11, 1), new(2026, 12, 1))), Hub).ShouldBeNull();
        _d.Files[Township].Missed.ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_is_told_once_of_each_thing_that_is_overdue()
    {
        var late = Obligations.Reminders(new GovernanceFile { Unit = County }, _d.Today, new(2026, 1, 1));
        late = late.RemoveAll(r => r.IsUndated);
        late.ShouldHaveSingleItem().Rule.ShouldBe("G033");
        _d.Do(County, new TellGovernance(late), Hub).ShouldBeNull();
        var told = GovernanceNotices.Of("governance-430203", 1, _d.Now, new GovernanceTold(County, late)).ShouldHaveSingleItem();
        told.Recipient.ShouldBe(OrganCode.Of(County));
        told.Zh.ShouldContain("综治信息系统");
        GovernanceDecisions.Decide(_d.Files[County], new TellGovernance(late), new(County, _ => true, Hub, _d.Now, (_, _) => true)).Events.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "G042")]
    public void G042_G043_G057_G061_what_has_no_day_is_told_once_a_year_until_it_is_recorded()
    {
        string[] all = ["LeaderInCharge", "LeadingGroup", "Plan", "PrincipalLeader", "TreatmentGuarantee"];
        ImmutableList<GovernanceReminder> News() => Obligations.Reminders(_d.Files.GetValueOrDefault(County) ?? new GovernanceFile { Unit = County }, _d.Today, _d.Today)
            .FindAll(r => r.IsUndated && !(_d.Files.GetValueOrDefault(County)?.Told.TryGetValue(r.Key, out var told) == true && told >= r.Period));
        News().Select(r => r.Key).Order(StringComparer.Ordinal).ShouldBe(all);
        var told = GovernanceNotices.Of("governance-430203", 1, _d.Now, new GovernanceTold(County, News())).ToList();
        told.Select(n => n.Key).Distinct().Count().ShouldBe(5);
        told.ShouldAllBe(n => n.Kind == NoticeKind.NewWork && n.Due == null && !n.Zh.Contains(LocalDay.Text(new DateOnly(_d.Today.Year, 1, 1))));
        _d.Do(County, new TellGovernance(News()), Hub).ShouldBeNull();
        News().ShouldBeEmpty("once a year");
        _d.Do(County, new RecordObligation(ObligationKind.LeadingGroup, _d.Today, "成立文件"), Government).ShouldBeNull();
        _d.Now = _d.Now.AddYears(1);
        News().Select(r => r.Key).Order(StringComparer.Ordinal).ShouldBe(all.Where(k => k != "LeadingGroup"));
    }

    [Fact, Trait("Rule", "G026")]
    public void G026_G044_the_year_in_which_the_hub_or_the_unit_began_is_overdue_when_it_is_over_and_none_before()
    {
        IEnumerable<Obligation> On(DateOnly day, GovernanceFile? file = null) => Obligations.Of(file ?? new GovernanceFile { Unit = County }, day, new(2026, 4, 20)).Where(o => o.Rule is "G026" or "G044");
        On(new(2026, 12, 31)).ShouldAllBe(o => o.Year == 2026 && o.Status == ObligationStatus.Open);
        On(new(2027, 1, 1)).Where(o => o.Status == ObligationStatus.Overdue).Select(o => (o.Rule, o.Year)).ShouldBe([("G026", 2026), ("G044", 2026)], ignoreOrder: true);
        var told = new GovernanceFile { Unit = County, Told = new GovernanceFile { Unit = County }.Told.Add("SpecialFund/2025", new(2025, 12, 31)) };
        On(new(2026, 12, 31), told).ShouldContain(o => o.Rule == "G044" && o.Year == 2025 && o.Status == ObligationStatus.Overdue, "a county renamed since owes it still");
    }

    [Theory]
    [InlineData(Role.CountyCommandCentre, "430203", true)]
    [InlineData(Role.CountyGovernment, "430203", true)]
    [InlineData(Role.CountyCommandCentre, "430204", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", false)]
    [InlineData(Role.CityGovernanceOffice, "4302", false)]
    [InlineData(Role.Administrator, "4302", false)]
    [InlineData(Role.WallKey, "430203", false)]
    public void A_countys_file_is_the_countys_own(Role role, string unit, bool may) =>
        (_d.Do(County, new SetCommandStaff(6), Of(role, new(unit)))?.Code).ShouldBe(may ? null : "NOT_ALLOWED");

    [Fact]
    public void What_belongs_to_another_level_is_refused_by_field()
    {
        _d.Do(Township, new SetCommandStaff(6), Centre)!.Field.ShouldBe("unit");
        _d.Do(Township, new SetConstruction(ConstructionItem.InformationSystem, null, _d.Today), Centre)!.Field.ShouldBe("item");
        _d.Do(County, new SetConstruction(ConstructionItem.InformationSystem, null, _d.Today.AddDays(1)), Command)!.Field.ShouldBe("on");
        _d.Do(Other, new CloseCycle(new(new(2026, 10, 1), new(2026, 11, 1))), Centre)!.Code.ShouldBe("NOT_ALLOWED");
    }

    private IEnumerable<Obligation> Owed() => Obligations.Of(_d.Files.GetValueOrDefault(County) ?? new GovernanceFile { Unit = County }, _d.Today, new(2026, 1, 1));

    private ObligationStatus Status(string name) => Owed().Single(o => o.Name == name).Status;
}
