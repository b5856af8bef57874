using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Filings.FilingStory;

namespace OpsHub.Domain.Tests.Filings;

/// <summary>What counties and townships must have on file, one test for each rule.</summary>
public sealed class FilingRuleTests
{
    [Fact, Trait("Rule", "A042")]
    public void A042_filed_with_the_organisation_department_only_one_filing_is_open()
    {
        var county = OfCounty();
        county.Open.ShouldContain(FilingDutyKind.OrganisationFiling, "nothing is filed yet");
        county = county.Then(County, Measures);
        county.Open.Where(IsFiling).ShouldBe([FilingDutyKind.OrganisationFiling, FilingDutyKind.EstablishmentFiling], "that measures were made files nothing");
        county = county.Then(County, new FileMeasures(1, FilingReceiver.Organisation, "芦备〔2026〕3号"));
        county.Open.Where(IsFiling).ShouldBe([FilingDutyKind.EstablishmentFiling]);
        FilingDuties.AreMeasuresFiled(county.Record).ShouldBeFalse();

        county = county.Then(County, new FileMeasures(1, FilingReceiver.Establishment, "芦备〔2026〕4号"));
        county.Open.Where(IsFiling).ShouldBeEmpty();
        FilingDuties.AreMeasuresFiled(county.Record).ShouldBeTrue();
        county.Refused(County, new FileMeasures(1, FilingReceiver.Establishment, "芦备〔2026〕5号"), "FILED_WITH_ALREADY", "A042", "with");
        county.Refused(County, new FileMeasures(7, FilingReceiver.Establishment, "x"), RefusalCodes.InvalidInput, "A042", "document");
        OfCounty().Then(County, new IssueAssessmentMeasures("奖励办法", "1号")).Refused(County, new FileMeasures(1, FilingReceiver.Establishment, "x"), RefusalCodes.InvalidInput, "A042", "document");
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_promptly_is_an_assumed_term_and_a_late_filing_is_taken_and_stays_late()
    {
        var term = OfCounty().Record.Terms.Single(t => FilingDuties.KindOf(t) == FilingDutyKind.OrganisationFiling);
        (term.Basis.RuleId, term.Basis.Clause, term.Basis.Kind, term.Basis.Parameter).ShouldBe(("A042", "三", BasisKind.Assumed, "MeasuresFilingLimit"));
        (term.Holder, term.Due).ShouldBe(("430203", Given.EndOf("2026-08-10")), "20 working days from 2026-07-13");

        var late = OfCounty().Then(County, Measures).At("2026-09-01 10:00").Then(County, new FileMeasures(1, FilingReceiver.Organisation, "补报 1 号"));
        late.Record.Terms.Single(t => t.Id == term.Id).ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeFalse(), t => t.IsLate(late.Now).ShouldBeTrue());
        late.Events.OfType<FilingRungsFired>().Single().Rungs.Select(r => r.Kind).ShouldContain(RungKind.OverdueCounty, "what passed before is fired before");
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_a_later_version_replaces_the_former_which_stays_readable_and_is_filed_anew()
    {
        var filed = OfCounty().Then(County, Measures).Then(County, new FileMeasures(1, FilingReceiver.Organisation, "1")).Then(County, new FileMeasures(1, FilingReceiver.Establishment, "2"));
        filed.Refused(County, Measures, "DOCUMENT_ON_FILE", "A042", "number");
        var next = filed.At("2026-10-12 09:00").Then(County, Measures with { Number = "芦办发〔2026〕9号" });
        next.Record.Documents[0].ShouldSatisfyAllConditions(d => d.ReplacedBy.ShouldBe(2), d => d.IsInForce.ShouldBeFalse(), d => d.Number.ShouldBe("芦办发〔2026〕1号"), d => d.Copies.Count.ShouldBe(2));
        next.Record.Current(FilingKind.ImplementingMeasures)!.Id.ShouldBe(2);
        next.Record.Terms.Where(t => t.IsOpen && IsFiling(FilingDuties.KindOf(t))).Select(t => t.Id).ShouldBe(["OrganisationFiling-2", "EstablishmentFiling-2"]);
        next.Refused(County, new FileMeasures(1, FilingReceiver.Organisation, "3"), "DOCUMENT_NOT_IN_FORCE", "A042", "document");
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_issuing_again_before_the_filing_moves_no_term()
    {
        var before = OfCounty().Then(County, Measures);
        var after = before.At("2026-08-07 09:00").Then(County, Measures with { Number = "2号" });
        after.Record.Terms.FindAll(t => IsFiling(FilingDuties.KindOf(t))).Select(t => (t.Id, t.Due)).ShouldBe(before.Record.Terms.FindAll(t => IsFiling(FilingDuties.KindOf(t))).Select(t => (t.Id, t.Due)));
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_a_withdrawn_document_is_owed_again_and_stays_readable()
    {
        var filed = OfCounty().Then(County, Measures).Then(County, new FileMeasures(1, FilingReceiver.Organisation, "1")).Then(County, new FileMeasures(1, FilingReceiver.Establishment, "2"));
        filed.Refused(County, new WithdrawFiled(1, " "), RefusalCodes.InvalidInput, "A045", "reason");
        var gone = filed.Then(County, new WithdrawFiled(1, "与上位规定不符"));
        gone.Open.Where(IsFiling).Count().ShouldBe(2);
        gone.Record.Documents.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.WithdrawnWhy.ShouldBe("与上位规定不符"), d => d.Title.ShouldBe(Measures.Title));
        gone.Refused(County, new WithdrawFiled(1, "再次"), "DOCUMENT_NOT_IN_FORCE", "A045", "document");
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_only_the_organ_that_it_was_filed_with_confirms_receipt_once()
    {
        var county = OfCounty().Then(County, Measures);
        county.Refused(CityOrganisation, new ConfirmFiling(1, FilingReceiver.Organisation), "NOT_FILED_WITH", "A042", "with");
        county = county.Then(County, new FileMeasures(1, FilingReceiver.Organisation, "1"));
        foreach (var actor in new[] { County, Department, Township, new Actor("city-2", Role.CityGovernanceOffice, OrganCode.Of(City)), new Actor("city-3", Role.Department, OrganCode.Parse("4302:D12")) })
            county.Refused(actor, new ConfirmFiling(1, FilingReceiver.Organisation), RefusalCodes.NotAllowed, "A042");
        county = county.Then(CityOrganisation, new ConfirmFiling(1, FilingReceiver.Organisation));
        county.Record.Documents[0].CopyFor(FilingReceiver.Organisation)!.ConfirmedBy.ShouldBe(CityOrganisation.Organ);
        county.Ask(CityOrganisation, new ConfirmFiling(1, FilingReceiver.Organisation)).ShouldSatisfyAllConditions(d => d.IsRefused.ShouldBeFalse(), d => d.Events.ShouldBeEmpty());

        var apart = county with { Rules = new() { EstablishmentReceiver = "BB" } };
        apart.Refused(CityOrganisation, new ConfirmFiling(1, FilingReceiver.Establishment), RefusalCodes.NotAllowed, "A042");
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_the_citys_establishment_office_confirms_for_itself_or_the_department_that_the_parameter_names()
    {
        Actor office = new("office", Role.EstablishmentOffice, OrganCode.Of(City)), countys = new("county-office", Role.EstablishmentOffice, OrganCode.Of(CountyCode));
        var confirm = new ConfirmFiling(1, FilingReceiver.Establishment);
        var filed = OfCounty().Then(County, Measures).Then(County, new FileMeasures(1, FilingReceiver.Establishment, "1"));
        foreach (var actor in new[] { CityOrganisation, countys, new Actor("city-2", Role.CityGovernanceOffice, OrganCode.Of(City)) })
            filed.Refused(actor, confirm, RefusalCodes.NotAllowed, "A042");
        filed.Then(office, confirm).Record.Documents[0].CopyFor(FilingReceiver.Establishment)!.ConfirmedBy.ShouldBe(OrganCode.Of(City));
        var named = filed with { Rules = new() { EstablishmentReceiver = "D01" } };
        named.Refused(office, confirm, RefusalCodes.NotAllowed, "A042");
        named.Then(CityOrganisation, confirm).Record.Documents[0].CopyFor(FilingReceiver.Establishment)!.ConfirmedBy.ShouldBe(CityOrganisation.Organ);
        filed.Rules.ReceiverOf(FilingReceiver.Establishment, City).ShouldBe(OrganCode.Of(City), "who is told");
    }

    [Fact, Trait("Rule", "R019")]
    public void R019_a_township_moved_to_another_county_is_recorded_and_one_that_stays_is_not()
    {
        var township = OfTownship();
        township.Record.County.ShouldBe(CountyCode);
        township.Ask(Hub, new ReviewFilings()).Events.ShouldBeEmpty();
        (township with { State = township.Record with { County = null } }).Ask(Hub, new ReviewFilings()).Events.ShouldBeEmpty("written before the county was kept");
        var moved = (township with { Place = township.Place with { County = UnitCode.Parse("430202") } }).Then(Hub, new ReviewFilings());
        moved.Events.OfType<FilingsReviewed>().ShouldHaveSingleItem().County.ShouldBe(UnitCode.Parse("430202"));
        moved.Record.County.ShouldBe(UnitCode.Parse("430202"));
        moved.Record.Terms.ShouldBe(township.Record.Terms, "what is owed stays owed");
        moved.Ask(Hub, new ReviewFilings()).Events.ShouldBeEmpty("once");
    }

    [Fact, Trait("Rule", "R028")]
    public void R028_the_matters_of_a_list_are_kept_for_its_newest_three_versions()
    {
        var township = OfTownship().Then(Township, Services);
        for (var i = 2; i <= 5; i++)
            township = township.Then(Township, Powers with { Title = $"权力清单{i}", Number = $"{i}号" });
        township.Record.Documents.Select(d => d.Matters.Count).ShouldBe([2, 0, 2, 2, 2], "another kind counts for itself");
        township.Record.Documents.Select(d => d.Title).ShouldContain("权力清单2", "the document stays");
    }

    [Theory, Trait("Rule", "A043")]
    [InlineData(9, 7, "77.8%")]
    [InlineData(9, 9, "100.0%")]
    [InlineData(3, 1, "33.3%")]
    [InlineData(16, 1, "6.3%")]
    [InlineData(9, 0, "0.0%")]
    public void A043_coverage_is_an_exact_fraction_shown_rounded(int counties, int filed, string shown)
    {
        var coverage = new FilingCoverage(counties, filed);
        coverage.Shown.ShouldBe(shown);
        coverage.Rate.ShouldBe((decimal)filed / counties);
        new FilingCoverage(0, 0).ShouldSatisfyAllConditions(c => c.Rate.ShouldBeNull(), c => c.Shown.ShouldBeNull());
    }

    [Fact, Trait("Rule", "A045")]
    public void A045_measures_without_responsible_units_or_schedule_are_refused_by_field()
    {
        var county = OfCounty();
        county.Refused(County, Measures with { Schedule = [] }, RefusalCodes.InvalidInput, "A045", "schedule");
        county.Refused(County, Measures with { Responsible = [] }, RefusalCodes.InvalidInput, "A045", "responsible");
        county.Refused(County, Measures with { Responsible = [Bureau, Bureau] }, RefusalCodes.InvalidInput, "A045", "responsible[1]");
        county.Refused(County, Measures with { Responsible = [OrganCode.Parse("430202:D12")] }, RefusalCodes.InvalidInput, "A045", "responsible[0]");
        county.Refused(County, Measures with { Schedule = [new(new(2026, 12, 31), "二"), new(new(2026, 9, 30), "一")] }, RefusalCodes.InvalidInput, "A045", "schedule[1].until");
        county.Refused(County, Measures with { Schedule = [new(new(1026, 12, 31), "二")] }, RefusalCodes.InvalidInput, "A045", "schedule[0].until");
        county.Refused(County, Measures with { Schedule = [new(new(2026, 12, 31), " ")] }, RefusalCodes.InvalidInput, "A045", "schedule[0].work");
        county.Refused(County, Measures with { Title = new('长', 201) }, RefusalCodes.InvalidInput, "A042", "title");
        county.Refused(County, Measures with { Number = "" }, RefusalCodes.InvalidInput, "A042", "number");
    }

    [Fact, Trait("Rule", "A047")]
    public void A047_without_detailed_rules_each_township_and_each_department_named_is_open()
    {
        var county = OfCounty();
        county.Record.Terms.Where(t => FilingDuties.KindOf(t) == FilingDutyKind.DetailedRules).Select(t => (t.Id, t.Holder)).ShouldBe([("DetailedRules-430203001-1", "430203001"), ("DetailedRules-430203002-1", "430203002")]);
        county = county.Then(County, Measures);
        county.Record.Terms.Find(t => t.Id == "DetailedRules-430203:D12-1")!.Holder.ShouldBe("430203:D12");
        county = county.Then(Department, new IssueDetailedRules(Bureau, "城管细则", "芦城管〔2026〕2号")).Then(Township, new IssueDetailedRules(OrganCode.Of(First), "细则", "1号"))
            .Then(County, new IssueDetailedRules(OrganCode.Of(Second), "细则", "1号"));
        county.Open.ShouldNotContain(FilingDutyKind.DetailedRules);
        county.Record.Documents.Count(d => d.IsInForce && d.Kind == FilingKind.DetailedRules).ShouldBe(3, "each has rules of its own");
        county.Refused(County, new IssueDetailedRules(OrganCode.Parse("430202001"), "细则", "1号"), RefusalCodes.InvalidInput, "A047", "of");
        county.Refused(OtherTownship, new IssueDetailedRules(OrganCode.Of(First), "细则", "2号"), RefusalCodes.NotAllowed, "A047");
    }

    [Fact, Trait("Rule", "A047")]
    public void A047_a_township_that_is_set_up_owes_rules_and_one_that_ended_owes_nothing_more()
    {
        var third = UnitCode.Parse("430203003");
        var county = (OfCounty() with { Place = new(CountyCode, CountyCode, City, [First, third]) }).Then(Hub, new ReviewFilings());
        county.Record.Terms.Find(t => t.Id == "DetailedRules-430203002-1")!.IsLifted.ShouldBeTrue();
        county.Record.Terms.Find(t => t.Id == "DetailedRules-430203003-1")!.IsOpen.ShouldBeTrue();
        county.Ask(Hub, new ReviewFilings()).Events.ShouldBeEmpty("a second review changes nothing");
        county.Refused(County, new ReviewFilings(), RefusalCodes.NotAllowed, "A042");

        var ended = (OfTownship() with { Place = new(First, CountyCode, City, [], InForce: false) }).Then(Hub, new ReviewFilings());
        ended.Record.Terms.ShouldAllBe(t => t.IsLifted);
        ended.Refused(Township, Powers, RefusalCodes.NotFound, "A042", "unit");
        (ended with { Place = new(First, CountyCode, City, []) }).Then(Hub, new ReviewFilings()).Open.Count().ShouldBe(3, "in force again it owes what it lacks");
        (OfTownship() with { Place = null! }).Ask(Hub, new ReviewFilings()).Events.ShouldBeEmpty("a directory that is not read yet tells nothing");
    }

    [Fact, Trait("Rule", "A048")]
    public void A048_without_assessment_and_reward_measures_one_is_open()
    {
        OfCounty().Open.ShouldContain(FilingDutyKind.AssessmentMeasures);
        OfCounty().Record.Terms.Single(t => FilingDuties.KindOf(t) == FilingDutyKind.AssessmentMeasures).Basis.ShouldSatisfyAllConditions(b => b.RuleId.ShouldBe("A048"), b => b.Clause.ShouldBe("二(四)"));
        foreach (var actor in new[] { County, Performance })
            OfCounty().Then(actor, new IssueAssessmentMeasures("考核及奖励办法", "芦办发〔2026〕2号")).Open.ShouldNotContain(FilingDutyKind.AssessmentMeasures);
        OfCounty().Refused(Department, new IssueAssessmentMeasures("办法", "1号"), RefusalCodes.NotAllowed, "A048");
    }

    [Fact, Trait("Rule", "R019")]
    public void R019_two_of_three_lists_leave_one_open()
    {
        var township = OfTownship();
        township.Open.ShouldBe([FilingDutyKind.PowerList, FilingDutyKind.ResponsibilityList, FilingDutyKind.ServiceDirectory]);
        township = township.Then(Township, Powers).Then(County, Powers with { Kind = FilingKind.ResponsibilityList, Title = "责任清单" });
        township.Open.ShouldHaveSingleItem().ShouldBe(FilingDutyKind.ServiceDirectory);
        township = township.Then(Township, Services);
        township.Open.ShouldBeEmpty();
        township.Refused(Township, Powers with { Kind = FilingKind.DetailedRules }, RefusalCodes.InvalidInput, "R019", "kind");
        township.Refused(Township, Powers with { Matters = [] }, RefusalCodes.InvalidInput, "R019", "matters");
        OfCounty().Refused(County, Powers, RefusalCodes.InvalidInput, "R019", "unit");
        OfTownship().Refused(County, Measures, RefusalCodes.InvalidInput, "A042", "unit");
    }

    [Fact, Trait("Rule", "T111")]
    public void T111_a_township_without_its_lists_is_open()
    {
        var term = OfTownship().Record.Terms[0];
        (term.Id, term.Basis.RuleId, term.Basis.Clause, term.Holder, term.IsOpen).ShouldBe(("PowerList-1", "T111", "五(十六)", "430203001", true));
        OfTownship().Then(Township, Powers).Then(Township, new WithdrawFiled(1, "错报")).Record.Terms.Find(t => t.Id == "PowerList-2")!.IsOpen.ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R028")]
    public void R028_an_unclassified_matter_is_accepted_and_flagged()
    {
        var township = OfTownship().Then(Township, Powers with { Matters = [new("占道经营查处", null, null), new("环境整治", MatterClass.CrossDepartment, null)] });
        FilingFlag.Of(township.Record).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Rule.ShouldBe("R028"), f => f.Zh.ShouldContain("1 项未分类"));
        FilingFlag.Of(township.Then(Township, Powers).Record).ShouldBeEmpty("the version in force is classified");
        township.Refused(Township, Powers with { Matters = [new("甲", null, null), new("甲", null, null)] }, RefusalCodes.InvalidInput, "R028", "matters[1].name");
        township.Refused(Township, Services with { Matters = [new("甲", MatterClass.ClearOwner, ProviderLevel.Township)] }, RefusalCodes.InvalidInput, "R028", "matters[0].class");
        FilingFlag.Of(OfTownship().Then(Township, Services).Record).ShouldBeEmpty("what stands in the directory is a public service");
    }

    [Fact, Trait("Rule", "R032")]
    public void R032_a_public_service_without_the_level_that_provides_it_is_refused()
    {
        OfTownship().Refused(Township, Services with { Matters = [new("就业登记", null, null)] }, RefusalCodes.InvalidInput, "R032", "matters[0].provider");
        OfTownship().Refused(Township, Powers with { Matters = [new("就业登记", MatterClass.PublicService, null)] }, RefusalCodes.InvalidInput, "R032", "matters[0].provider");
        OfTownship().Refused(Township, Powers with { Matters = [new("查处", MatterClass.ClearOwner, ProviderLevel.Township)] }, RefusalCodes.InvalidInput, "R032", "matters[0].provider");
        OfTownship().Then(Township, Services).Record.Documents[0].Matters.ShouldAllBe(m => m.Class == MatterClass.PublicService && m.Provider != null);
    }

    [Fact, Trait("Rule", "T009")]
    public void T009_the_directory_is_published_by_the_county_and_then_open_to_everyone()
    {
        var township = OfTownship().Then(Township, Services).Then(Township, Powers);
        township.Refused(Township, new PublishList(1, "https://example.gov.cn/1"), RefusalCodes.NotAllowed, "T009");
        township.Refused(County, new PublishList(1, ""), RefusalCodes.InvalidInput, "T009", "address");
        township = township.Then(County, new PublishList(1, "https://example.gov.cn/1")).Then(Township, new PublishList(2, "公开栏"));
        township.Record.Documents.ShouldAllBe(d => d.IsPublic);
        township.Ask(County, new PublishList(1, "https://example.gov.cn/1")).Events.ShouldBeEmpty();
        township.Then(Township, Services with { Number = "2号" }).Record.Documents[0].IsPublic.ShouldBeFalse("a version that was replaced is public no longer");
        OfCounty().Then(County, Measures).Refused(County, new PublishList(1, "x"), RefusalCodes.InvalidInput, "T009", "document");
    }

    [Fact]
    public void Part4_nobody_else_files_for_a_county_or_a_township()
    {
        foreach (var actor in new[] { OtherCounty, Township, Department, Performance, CityOrganisation, Hub, new Actor("auditor", Role.Auditor, OrganCode.Of(City)), new Actor("resident", Role.Resident, OrganCode.Of(First)) })
        {
            OfCounty().Refused(actor, Measures, RefusalCodes.NotAllowed, "A042");
            OfCounty().Then(County, Measures).Refused(actor, new FileMeasures(1, FilingReceiver.Organisation, "1"), RefusalCodes.NotAllowed, "A042");
            OfCounty().Then(County, Measures).Refused(actor, new WithdrawFiled(1, "x"), RefusalCodes.NotAllowed, "A042");
        }

        foreach (var actor in new[] { OtherCounty, OtherTownship, Department, Performance, Hub })
            OfTownship().Refused(actor, Powers, RefusalCodes.NotAllowed, "R019");
    }

    [Theory]
    [InlineData(Role.CountyGovernment, "430203", "430203", true)]
    [InlineData(Role.CountyGovernment, "430203", "430203001", true)]
    [InlineData(Role.CountyGovernment, "430202", "430203", false)]
    [InlineData(Role.TownshipGovernment, "430203001", "430203", true)]
    [InlineData(Role.TownshipGovernment, "430203001", "430203002", false)]
    [InlineData(Role.CommunityCommittee, "430203001001", "430203001", true)]
    [InlineData(Role.AgencyStaff, "430203001-D12", "430203", true)]
    [InlineData(Role.Department, "430203:D12", "430203001", true)]
    [InlineData(Role.Department, "4302:D01", "430203", true)]
    [InlineData(Role.CityGovernanceOffice, "4302", "430203001", true)]
    [InlineData(Role.Auditor, "4302", "430203", true)]
    [InlineData(Role.Resident, "430203001", "430203001", false)]
    [InlineData(Role.WallKey, "4302", "430203", false)]
    [InlineData(Role.Integrator, "4302", "430203", false)]
    public void Part4_filings_are_read_within_the_area_and_above_it(Role role, string organ, string unit, bool reads) =>
        FilingAccess.Reads(new("x", role, OrganCode.Parse(organ)), UnitCode.Parse(unit), ByCode).ShouldBe(reads);

    [Theory]
    [InlineData(Role.CityGovernanceOffice, "4302", true)]
    [InlineData(Role.Department, "4302:D01", true)]
    [InlineData(Role.WallKey, "4302", true)]
    [InlineData(Role.CountyGovernment, "430203", false)]
    [InlineData(Role.Department, "430203:D12", false)]
    [InlineData(Role.Resident, "4302", false)]
    public void A043_coverage_is_the_citys_to_read(Role role, string organ, bool reads) =>
        FilingAccess.ReadsCoverage(new("x", role, OrganCode.Parse(organ)), City, ByCode).ShouldBe(reads);

    private static bool IsFiling(FilingDutyKind kind) => kind is FilingDutyKind.OrganisationFiling or FilingDutyKind.EstablishmentFiling;

    private static bool ByCode(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);
}
