using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Consultations;
using static OpsHub.Domain.Tests.Councils.Village;

namespace OpsHub.Domain.Tests.Councils;

/// <summary>Support records: who makes which, and what follows.</summary>
public sealed class SupportTests
{
    [Fact]
    public void Every_kind_has_its_rule_and_its_words()
    {
        SupportRule.All.Keys.ShouldBe(Enum.GetValues<SupportKind>(), ignoreOrder: true);
        SupportRule.All.Values.ShouldAllBe(r => r.Zh.Length > 0 && r.En.Length > 0 && r.Rule.Length == 4 && r.Clause.Length > 0);
        SupportRule.All.Values.ShouldAllBe(r => (r.Months != null) == (r.Measure == SupportMeasure.Cycle || r.Measure == SupportMeasure.Yearly));
    }

    [Fact]
    [Trait("Rule", "C061")]
    public void C061_a_party_affairs_notice_is_publicly_readable_and_others_are_not()
    {
        Recorded(Community, Party, Record(SupportKind.PartyAffairsNotice)).Kind.ShouldBe(SupportKind.PartyAffairsNotice);
        var stranger = Of(Role.Resident, "430204001001");
        SupportAccess.Reads(stranger, Community, SupportRule.Of(SupportKind.PartyAffairsNotice), IsWithin).ShouldBeTrue();
        SupportRule.All.Values.Where(r => r.Kind != SupportKind.PartyAffairsNotice).ShouldAllBe(r => !SupportAccess.Reads(stranger, Community, r, IsWithin));
        Refused(Community, Committee, Record(SupportKind.PartyAffairsNotice)).Rule.ShouldBe("C061");
    }

    [Fact]
    [Trait("Rule", "C064")]
    public void C064_an_award_counts_closed_mediations_by_post_and_takes_no_name()
    {
        var award = Record(SupportKind.MediationAward) with { Quantity = 3, Post = "TJ-01" };
        (Recorded(Community, Committee, award).Quantity, Recorded(Community, Committee, award).Post).ShouldBe((3, "TJ-01"));
        Refused(Community, Committee, award with { Post = "张三" }).Field.ShouldBe("post");
        Refused(Community, Committee, award with { Post = null }).Field.ShouldBe("post");
        Refused(Community, Committee, award with { Quantity = null }).Field.ShouldBe("quantity");
        Refused(Community, Committee, Record(SupportKind.DeputyLink) with { Post = "TJ-01" }).Field.ShouldBe("post");
    }

    [Fact]
    [Trait("Rule", "C065")]
    public void C065_township_and_county_are_alerted_to_a_dispute_at_risk_at_once()
    {
        var decision = ((SupportFile?)null).Decide(Community, Committee, Record(SupportKind.DisputeRisk) with { Risk = RiskKind.Mass });
        var notices = SupportNotices.Of("support-430203001001", 1, Now, decision.Events[0], [Community, Township, County, new("4302")], "丙社区").ToList();
        notices.Select(n => n.Recipient.Value).ShouldBe(["430203001", "430203"], ignoreOrder: true);
        notices.ShouldAllBe(n => n.Emergency && n.Kind == NoticeKind.Emergency && n.NotBefore == Now && !n.Zh.Contains("记录"));
        Refused(Community, Committee, Record(SupportKind.DisputeRisk)).Field.ShouldBe("risk");
    }

    [Fact]
    [Trait("Rule", "C067")]
    public void C067_a_county_lists_demonstration_sites_of_both_kinds_in_its_own_communities()
    {
        foreach (var kind in new[] { SupportKind.DemonstrationSite, SupportKind.DemocracyLawSite })
        {
            var site = Record(kind) with { About = OrganCode.Of(Community) };
            Recorded(County, CountyGovernment, site).About.ShouldBe(OrganCode.Of(Community));
            Refused(County, CountyGovernment, site with { About = OrganCode.Parse("430204001001") }).Field.ShouldBe("about");
            Refused(County, CountyGovernment, site with { About = null }).Field.ShouldBe("about");
            Refused(County, Government, site).Code.ShouldBe(RefusalCodes.NotAllowed);
        }
    }

    [Fact]
    [Trait("Rule", "C072")]
    public void C072_a_suggestion_goes_to_the_townships_inbox_and_the_township_deals_with_it()
    {
        var decision = ((SupportFile?)null).Decide(Community, Party, Record(SupportKind.Suggestion));
        SupportNotices.Of("support-430203001001", 1, Now, decision.Events[0], [Community, Township, County], "丙社区").ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Of(Township));
        Refused(Community, Committee, Record(SupportKind.Suggestion)).Rule.ShouldBe("C072");

        var file = decision.Events.Aggregate((SupportFile?)null, SupportFile.Apply)!;
        var end = new EndSupport(file.Newest[0].Id, "已列入年度计划");
        file = file.Then(Community, Government, end);
        file.Newest.ShouldHaveSingleItem().Ended.ShouldBeTrue();
        file.Decide(Community, Government, end).ShouldBe(Decision<SupportEvent>.Nothing);
        file.Decide(Community, Of(Role.TownshipGovernment, "430203002"), end).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        file.Decide(Community, Party, new EndSupport("nothing", "x")).Refusal!.Field.ShouldBe("recordId");
    }

    [Fact]
    [Trait("Rule", "C076")]
    public void C076_a_departments_publicity_is_recorded_under_its_own_code()
    {
        Recorded(County, Justice, Record(SupportKind.LawPublicity)).About.ShouldBe(Justice.Organ);
        Refused(County, Of(Role.Department, "430204:D07"), Record(SupportKind.LawPublicity)).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    [Trait("Rule", "C006")]
    public void C006_a_major_decision_without_a_finished_consultation_is_warned()
    {
        var decision = Record(SupportKind.MajorDecision);
        Recorded(Community, Party, decision).Unconsulted.ShouldBeTrue();
        Recorded(Community, Party, decision with { Consultation = "consultation-1" }, Story.Opened().It).Unconsulted.ShouldBeTrue("it has no result yet");
        Recorded(Community, Party, decision with { Consultation = "consultation-1" }, Finished()).Unconsulted.ShouldBeFalse();
        Refused(Community, Party, decision with { Consultation = "consultation-1" }).Field.ShouldBe("consultationId");
        Refused(Community, Party, Record(SupportKind.Suggestion) with { Consultation = "consultation-1" }).Field.ShouldBe("consultationId");
    }

    [Fact]
    [Trait("Rule", "T088")]
    public void T088_a_flagged_decision_takes_a_consultation_with_a_result()
    {
        var flagged = Record(SupportKind.MajorDecision) with { Flagged = true };
        var refusal = Refused(Township, Government, flagged);
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe(("CONSULTATION_REQUIRED", "T088", "consultationId"));
        ((SupportFile?)null).Decide(Township, Government, flagged with { Consultation = "consultation-1" }, Story.Opened().It).Refusal!.Rule.ShouldBe("T088");
        Recorded(Township, Government, flagged with { Consultation = "consultation-1" }, Finished()).Unconsulted.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "T088")]
    public void T088_what_the_named_consultation_knows_of_the_matter_binds_although_nobody_flags_the_decision()
    {
        var named = Record(SupportKind.MajorDecision) with { Consultation = "consultation-1" };
        foreach (var matter in new MatterFacts[] { new(PublicConcern: true), new(SocialEffect: true) })
            ((SupportFile?)null).Decide(Township, Government, named, Story.Opened().It with { Matter = matter }).Refusal!.Rule.ShouldBe("T088");
        ((SupportFile?)null).Decide(Township, Government, named, Story.Opened(ConsultationVariant.CrossCommunity).It).Refusal!.Rule.ShouldBe("T088", "important, and of two communities");
    }

    [Theory]
    [Trait("Rule", "C021")]
    [InlineData(0)]
    [InlineData(32)]
    public void C021_a_fixed_day_is_a_day_of_the_month(int day) => Refused(Community, Party, Record(SupportKind.FixedDay) with { Quantity = day }).Field.ShouldBe("quantity");

    [Theory]
    [Trait("Rule", "C021")]
    [InlineData(15, "2026-07-13", null)]
    [InlineData(15, "2026-07-14", "2026-07-15")]
    [InlineData(15, "2026-07-15", "2026-07-15")] // the hub was down on the 14th
    [InlineData(31, "2026-04-29", "2026-04-30")] // a month that lacks it: its last day
    [InlineData(1, "2026-07-31", "2026-08-01")]
    public void C021_a_fixed_day_is_told_on_the_day_before(int fixedDay, string today, string? told) =>
        (SupportReading.OfFixedDay(fixedDay, DateOnly.Parse(today))?.Period.ToString("yyyy-MM-dd")).ShouldBe(told);

    [Fact]
    public void What_lies_ahead_or_at_another_level_is_not_recorded()
    {
        Refused(Community, Party, Record(SupportKind.DeputyLink) with { On = Today.AddDays(1) }).Field.ShouldBe("on");
        Refused(Township, Government, Record(SupportKind.DeputyLink)).Field.ShouldBe("unit");
        Refused(Community, Party, Record(SupportKind.HouseholdVisit)).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void A_unit_is_told_of_a_period_once_and_only_by_the_hub()
    {
        var missed = new SupportReminder(SupportKind.DisputeSweep, SupportGapStatus.Missed, new(2026, 6, 1));
        var file = ((SupportFile?)null).Then(Community, Hub, new TellSupport([missed]));
        file.Decide(Community, Hub, new TellSupport([missed])).ShouldBe(Decision<SupportEvent>.Nothing);
        file.Decide(Community, Hub, new TellSupport([missed with { Period = new(2026, 7, 1) }])).Events.ShouldHaveSingleItem();
        ((SupportFile?)null).Decide(Community, Party, new TellSupport([missed])).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);

        var told = SupportNotices.Of("support-430203001001", 1, Now, new SupportTold(Community, [missed]), [Community], "丙社区").ShouldHaveSingleItem();
        (told.Recipient, told.Kind, told.Emergency).ShouldBe((OrganCode.Of(Community), NoticeKind.Overdue, false));
        told.Zh.ShouldContain("2026-06-01");
    }

    private static Refusal Refused(UnitCode unit, Actor by, RecordSupport command) => ((SupportFile?)null).Decide(unit, by, command).Refusal.ShouldNotBeNull($"{command}");

    private static Consultation Finished() => Story.Opened().It with { Stage = ConsultationStage.Adopted };
}
