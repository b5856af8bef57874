using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Who begins, who leads, which way it takes. C001, C012-C014, C044, T087, resolution 56.</summary>
public sealed class OpeningTests
{
    private static OpenConsultation Open(MatterFacts matter, params UnitCode[] communities) =>
        new(Quarter.Community, communities.Length == 0 ? [Quarter.Community] : [.. communities], "道路整治", matter);

    [Fact]
    [Trait("Rule", "C001")]
    public void C001_a_consultation_has_a_lead_or_does_not_begin()
    {
        Story.Opened().It.Lead.ShouldBe(OrganCode.Of(Quarter.Community));
        // A building's or group's consultation names no grid, so no party organisation leads it.
        var refusal = Story.Blank.Refused(Quarter.Party, Open(new(GroupScope: true)));
        (refusal.Code, refusal.Rule).ShouldBe(("NO_LEAD", "C001"));
        Story.Blank.Refused(Quarter.Resident, Open(new())).Code.ShouldBe(RefusalCodes.NotAllowed);
        Story.Blank.Refused(Quarter.Party, Open(new()) with { Unit = UnitCode.Parse("430203001999") }).Code.ShouldBe(RefusalCodes.NotFound);
    }

    [Theory]
    [InlineData(false, false, true)] // under a 街道, one of them can consult it alone: a community starts it
    [InlineData(false, true, false)]
    [InlineData(true, false, false)] // under a 乡镇 T087(b) asks for no more than that
    [Trait("Rule", "C013")]
    public void C013_an_important_matter_of_two_communities_is_the_townships_where_one_cannot_do_it_alone(bool isTown, bool cannotAlone, bool starts)
    {
        var blank = Story.Blank with { IsTown = isTown };
        var command = Open(new(Important: true, CannotAlone: cannotAlone), Quarter.Community, Quarter.Second);

        ConsultationRouting.Of(command.Matter, 2, isTown).ShouldBe(starts ? ConsultationVariant.Community : ConsultationVariant.CrossCommunity);
        if (starts)
        {
            blank.Then(Quarter.Party, command).It.Communities.ShouldBe([Quarter.Community, Quarter.Second]);
            return;
        }

        var refusal = blank.Refused(Quarter.Party, command);
        (refusal.Code, refusal.Rule).ShouldBe(("TOWNSHIP_LEADS", isTown ? "T087" : "C013"));
        refusal.Zh.ShouldContain("报乡镇（街道）启动");
        var cross = blank.Then(Quarter.Government, command with { Unit = Quarter.Township }).It;
        (cross.Variant, cross.Lead, cross.Place.Community, cross.Place.Home).ShouldBe((ConsultationVariant.CrossCommunity, OrganCode.Of(Quarter.Township), null, Quarter.Township));
    }

    [Fact]
    [Trait("Rule", "C014")]
    public void C014_a_groups_consultation_is_led_by_the_villages_party_organisation()
    {
        var it = Story.Opened(ConsultationVariant.BuildingOrGroup).It;
        (it.Variant, it.Lead, it.Place.Grid).ShouldBe((ConsultationVariant.BuildingOrGroup, OrganCode.Of(Quarter.Community), Quarter.Grid));
    }

    [Fact]
    [Trait("Rule", "C012")]
    public void C012_what_needs_no_council_is_led_by_party_organisation_or_committee_in_a_meeting()
    {
        Story.Opened(ConsultationVariant.DirectMeeting).It.Lead.ShouldBe(OrganCode.Of(Quarter.Community));
        Story.Blank.Then(Quarter.Committee, Open(new(WithoutCouncil: true))).It.Variant.ShouldBe(ConsultationVariant.DirectMeeting);
    }

    [Fact]
    [Trait("Rule", "C044")]
    public void C044_a_community_does_not_begin_a_consultation_across_communities()
    {
        var asked = Open(new(), Quarter.Community, Quarter.Second) with { Variant = ConsultationVariant.CrossCommunity };
        var refusal = Story.Blank.Refused(Quarter.Party, asked);
        (refusal.Code, refusal.Rule).ShouldBe((RefusalCodes.NotAllowed, "C044"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [Trait("Rule", "T087")]
    public void T087_big_social_effect_or_strong_concern_is_led_by_the_township_even_in_one_community(bool social, bool concern)
    {
        var matter = new MatterFacts(SocialEffect: social, PublicConcern: concern);
        var town = Story.Blank with { IsTown = true };

        town.Refused(Quarter.Party, Open(matter)).Rule.ShouldBe("T087");
        var story = town.Then(Quarter.Government, Open(matter) with { Unit = Quarter.Township });
        // Resolution 56: the community's steps, its hard terms, the township as lead.
        (story.It.Variant, story.It.Lead, story.It.Place.Community).ShouldBe((ConsultationVariant.Community, OrganCode.Of(Quarter.Township), Quarter.Community));
        story = story.Then(Quarter.Government, Quarter.Topic).Then(Quarter.Council, new DetermineTopic());
        story.Owed(DutyStems.Plan).Hard.ShouldBeTrue("resolution 56: two working days apply");
        story.Owed(DutyStems.Plan).Term.Holder.ShouldBe(Quarter.Township.Value);
    }

    [Fact]
    [Trait("Rule", "T087")]
    public void T087_binds_a_town_and_leaves_a_streets_community_free_to_begin()
    {
        Story.Blank.Then(Quarter.Party, Open(new(SocialEffect: true))).It.Lead.ShouldBe(OrganCode.Of(Quarter.Community));
        Story.Blank.Then(Quarter.Government, Open(new(SocialEffect: true)) with { Unit = Quarter.Township }).It.Lead.ShouldBe(OrganCode.Of(Quarter.Township));
    }

    [Fact]
    public void The_township_does_not_lead_what_is_a_communitys_own() =>
        Story.Blank.Refused(Quarter.Government, Open(new()) with { Unit = Quarter.Township }).Code.ShouldBe("COMMUNITY_BEGINS");

    [Fact]
    public void A_way_asked_for_against_the_facts_is_refused_and_the_right_one_named()
    {
        var refusal = Story.Blank.Refused(Quarter.Party, Open(new(WithoutCouncil: true)) with { Variant = ConsultationVariant.Community });
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe(("WRONG_WAY", "C012", "variant"));
        refusal.Zh.ShouldContain("会议直议");
    }

    [Theory]
    [InlineData("430203001009", RefusalCodes.NotFound)]
    [InlineData("430203002001", RefusalCodes.InvalidInput)] // another township's
    public void A_community_named_exists_and_is_of_this_township(string code, string refused) =>
        Story.Blank.Refused(Quarter.Party, Open(new(), UnitCode.Parse(code))).Code.ShouldBe(refused);

    [Fact]
    public void Bad_input_names_field_and_rule()
    {
        Story.Blank.Refused(Quarter.Party, Open(new()) with { Title = " " }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("title"), r => r.Rule.ShouldBe("C032"));
        Story.Blank.Refused(Quarter.Party, Open(new()) with { Communities = [] }).Field.ShouldBe("communities");
        Story.Blank.Refused(Quarter.Party, Open(new(DelegatedBy: OrganCode.Of(Quarter.Community)))).Rule.ShouldBe("C058");
    }

    [Fact]
    public void It_begins_with_number_rules_calendar_and_its_first_opinion()
    {
        var story = Story.Blank.Then(Quarter.Party, Open(new(DelegatedBy: Quarter.Bureau)) with { Opinion = Quarter.Opinion });
        story.Events.Count.ShouldBe(2);
        (story.It.Number, story.It.Rules, story.It.Calendar, story.It.OpinionCount).ShouldBe(("XS-2026-000001", 1, Calendars.Given.Calendar.Version, 1));
        story.It.Delegated.ShouldBe(new DelegatedReport(Quarter.Bureau, DelegatedStage.None));
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_the_township_routes_it_anew_and_what_was_owed_on_the_former_way_is_lifted_with_reason()
    {
        var story = (Story.Proposed() with { IsTown = true }).Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null });
        story.It.Proposed.ShouldBe(ConsultationVariant.CrossCommunity);
        story.Refused(Quarter.Party, new RerouteConsultation(new(Important: true), [Quarter.Community, Quarter.Second], "两社区都有意见")).Code.ShouldBe(RefusalCodes.NotAllowed);

        story = story.Then(Quarter.Government, new RerouteConsultation(new(Important: true), [Quarter.Community, Quarter.Second], "两社区都有意见"));
        (story.It.Variant, story.It.Stage, story.It.Topic, story.It.Proposed).ShouldBe((ConsultationVariant.CrossCommunity, ConsultationStage.Collecting, null, null));
        story.It.OpenDuties.ShouldBeEmpty();
        story.Last(DutyStems.TakeTopic).Term.IsLifted.ShouldBeTrue();

        // And back again: the work meeting that was held is not owed twice.
        var back = story.Then(Quarter.Government, new RerouteConsultation(new(), [Quarter.Community], "另一社区已解决"));
        (back.It.Variant, back.It.Lead).ShouldBe((ConsultationVariant.Community, OrganCode.Of(Quarter.Community)));
        back.It.OpenDuties.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("4302", RefusalCodes.InvalidInput)] // a city has no office that answers
    [InlineData("430203001001", RefusalCodes.InvalidInput)]
    [InlineData("430203:D99", RefusalCodes.NotFound)]
    [InlineData("430299", RefusalCodes.NotFound)]
    [InlineData("4302:D07", null)]
    [InlineData("430203", null)]
    [InlineData("430203001", null)]
    [Trait("Rule", "C058")]
    [Trait("Rule", "C078")]
    public void C058_a_matter_is_entrusted_by_whom_an_office_answers_for(string code, string? refused)
    {
        var organ = OrganCode.Parse(code);
        var blank = Story.Blank with { Unknown = [OrganCode.Parse("430203:D99"), OrganCode.Parse("430299")] };
        if (refused is null)
        {
            blank.Then(Quarter.Party, Open(new(DelegatedBy: organ))).It.Delegated!.Organ.ShouldBe(organ);
            return;
        }

        blank.Refused(Quarter.Party, Open(new(DelegatedBy: organ))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(refused), r => r.Rule.ShouldBe("C058"), r => r.Field.ShouldBe("matter.delegatedBy"));
        Story.Opened(from: blank).Refused(Quarter.Government, new RerouteConsultation(new(DelegatedBy: organ), [Quarter.Community], "另定")).Code.ShouldBe(refused);
    }

    [Theory]
    [InlineData(ConsultationVariant.Community)]
    [InlineData(ConsultationVariant.BuildingOrGroup)]
    [Trait("Rule", "C013")]
    public void C013_a_proposed_way_holds_the_topic_until_the_township_answers(ConsultationVariant variant)
    {
        var story = Story.Proposed(variant).Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null });
        var (by, step) = (Quarter.Holder(variant), variant == ConsultationVariant.BuildingOrGroup ? (ConsultationCommand)new ReportToCouncil() : new DetermineTopic());
        story.Refused(by, step).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("WAY_PROPOSED"), r => r.Rule.ShouldBe("C013"));
        ConsultationMoves.Of(by, story.It, story.Context(by, step)).ShouldNotContain(m => m.Command == step.GetType());
        ConsultationWaiting.Of(story.It, story.Now).ShouldContain(w => w.Organ == OrganCode.Of(Quarter.Township), "it waits for the township");
        story.After(TimeSpan.FromDays(20)).Ticked().It.Duties.ShouldNotContain(d => d.Stem == DutyStems.Plan, "nobody owes a plan for what may not be determined");

        // Not across communities: topic and step stay, and the council's time runs from the answer.
        var answered = story.After(TimeSpan.FromDays(20)).Then(Quarter.Government, new RerouteConsultation(story.It.Matter, [Quarter.Community], "另一社区是另一件事"));
        (answered.It.Stage, answered.It.Proposed, answered.It.Topic).ShouldBe((ConsultationStage.TopicProposed, null, story.It.Topic));
        if (variant == ConsultationVariant.Community)
            answered.Owed(DutyStems.TakeTopic).Term.IsLate(answered.Now.AddHours(1)).ShouldBeFalse();
        answered.Then(by, step).It.Stage.ShouldBe(ConsultationStage.TopicDetermined);
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_a_direct_meeting_is_not_called_while_another_way_is_proposed()
    {
        var story = Story.Opened(ConsultationVariant.DirectMeeting).Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null });
        var notice = Quarter.Meeting(story.Now.AddDays(1));
        story.Refused(Quarter.Party, notice).Code.ShouldBe("WAY_PROPOSED");
        story.Then(Quarter.Government, new RerouteConsultation(story.It.Matter, [Quarter.Community], "另一件事")).Then(Quarter.Party, notice).It.Stage.ShouldBe(ConsultationStage.Prepared);
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_after_the_topic_is_determined_a_second_communitys_opinion_is_shown()
    {
        var opinion = Quarter.Opinion with { Community = Quarter.Second, Entry = null };
        var story = Story.Determined().Then(Quarter.SecondResident, opinion);
        story.It.Proposed.ShouldBeNull();
        story.It.Warnings[^1].ShouldSatisfyAllConditions(w => w.Rule.ShouldBe("C013"), w => w.Note.ShouldBe(Quarter.Second.Value));
        story.Then(Quarter.SecondResident, opinion).Warned.Count(r => r == "C013").ShouldBe(1, "once for each community");
    }

    [Fact]
    [Trait("Rule", "C011")]
    [Trait("Rule", "C020")]
    public void C011_C020_a_major_matter_does_not_go_past_the_council()
    {
        var major = Open(new(WithoutCouncil: true, Major: true));
        Story.Blank.Then(Quarter.Party, major).It.Variant.ShouldBe(ConsultationVariant.Community);
        Story.Blank.Refused(Quarter.Party, major with { Variant = ConsultationVariant.DirectMeeting }).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("WRONG_WAY"), r => r.Rule.ShouldBe("C011"));
    }
}
