using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Another way proposed, by opinions from elsewhere or by the facts: asked once, answered once, and held for ever by nobody. C013, T087.</summary>
public sealed class ProposalTests
{
    private static readonly AddOpinion Elsewhere = Quarter.Opinion with { Community = Quarter.Second, Entry = null };

    private static readonly OpenConsultation Concern = new(Quarter.Community, [Quarter.Community], "拆迁安置", new(PublicConcern: true));

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_what_the_township_has_answered_a_second_opinion_does_not_ask_again()
    {
        var answered = Story.Proposed().Then(Quarter.SecondResident, Elsewhere).Then(Quarter.Government, new RerouteConsultation(new(), [Quarter.Community], "另一件事"));
        answered.It.Answered.ShouldBe([Quarter.Second]);
        var again = answered.Then(Quarter.SecondResident, Elsewhere);
        (again.It.Proposed, again.It.Warnings[^1].Rule).ShouldBe((null, "C013"), "it is shown, and stops nothing");
        again.Then(Quarter.Council, new DetermineTopic()).It.Stage.ShouldBe(ConsultationStage.TopicDetermined);
        answered.Then(Quarter.SecondResident, Elsewhere with { Community = Quarter.Third }).It.Proposed.ShouldBe(ConsultationVariant.CrossCommunity, "of a third community it has decided nothing");
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_a_plans_clock_that_runs_is_stopped_by_no_opinion()
    {
        var running = Story.Proposed().At("2026-07-11 00:00").Ticked();
        running.Owed(DutyStems.Plan).Hard.ShouldBeTrue();
        var told = running.Then(Quarter.SecondResident, Elsewhere);
        told.It.Proposed.ShouldBeNull();
        told.Then(Quarter.Council, new DetermineTopic()).It.Stage.ShouldBe(ConsultationStage.TopicDetermined);
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_a_proposal_that_the_township_lets_lie_lapses_and_the_plan_is_owed_in_the_end()
    {
        var asked = Story.Proposed().Then(Quarter.SecondResident, Elsewhere);
        var due = asked.Owed(DutyStems.Step).Term.Due;
        asked.At(due.AddSeconds(-1)).Ticked().It.Proposed.ShouldBe(ConsultationVariant.CrossCommunity);

        var lapsed = asked.At(due).Ticked();
        lapsed.It.ShouldSatisfyAllConditions(s => s.Proposed.ShouldBeNull(), s => s.Answered.ShouldBe([Quarter.Second]));
        var step = lapsed.It.Duties.Find(d => d.Step == nameof(RerouteConsultation))!;
        (step.Term.IsOpen, step.Term.IsLate(lapsed.Now), step.Term.IsLifted).ShouldBe((false, true, false), "that it was late stays visible");
        lapsed.Events.OfType<ConsultationRungsFired>().ShouldContain(f => f.Rungs.Exists(r => r.Term == step.Term.Id && r.Kind == RungKind.Due));
        lapsed.Ticked().Events.Count.ShouldBe(lapsed.Events.Count, "once");
        lapsed.Owed(DutyStems.TakeTopic).Term.OpenedAt.ShouldBe(lapsed.Now, "the council could not take it meanwhile");
        lapsed.Then(Quarter.Council, new DetermineTopic()).Owed(DutyStems.Plan).Term.OpenedAt.ShouldBe(lapsed.Now);

        var silent = lapsed.At(lapsed.Owed(DutyStems.TakeTopic).Term.Due).Ticked();
        (silent.Owed(DutyStems.Plan).Hard, silent.Owed(DutyStems.Plan).Term.OpenedAt).ShouldBe((true, lapsed.Now), "resolution 7, from when it could be taken");
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_what_an_opinion_would_propose_is_told_before_it_joins_as_it_is_decided_afterwards()
    {
        var answered = Story.Proposed().Then(Quarter.SecondResident, Elsewhere).Then(Quarter.Government, new RerouteConsultation(new(), [Quarter.Community], "另一件事"));
        var running = Story.Proposed().At("2026-07-11 00:00").Ticked();
        foreach (var story in new[] { Story.Opened(), Story.Proposed(), answered, running, Story.Planned() })
        {
            foreach (var community in new[] { Quarter.Community, Quarter.Second, Quarter.Third })
            {
                var told = ConsultationRouting.ProposedBy(story.It, community);
                var joined = story.Then(Quarter.Party, Quarter.Opinion with { Community = community, Entry = "entry-" + community });
                (joined.It.Proposed ?? story.It.Proposed).ShouldBe(told ?? story.It.Proposed, $"{story.It.Stage} {community}");
            }
        }

        ConsultationRouting.ProposedBy(Story.Opened().It, Quarter.Second).ShouldBe(ConsultationVariant.CrossCommunity);
        ConsultationRouting.ProposedBy(answered.It, Quarter.Second).ShouldBeNull();
        ConsultationRouting.ProposedBy(running.It, Quarter.Second).ShouldBeNull();
        ConsultationRouting.Undecided(answered.It).ShouldBeEmpty();
        ConsultationRouting.Undecided(Story.Proposed().Then(Quarter.SecondResident, Elsewhere).It).ShouldBe([Quarter.Second]);
    }

    [Fact]
    [Trait("Rule", "T087")]
    public void T087_what_the_township_must_lead_is_refused_and_reported_up_it_stands_in_its_hands()
    {
        var town = Story.Blank with { IsTown = true };
        town.Refused(Quarter.Party, Concern).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("TOWNSHIP_LEADS"), r => r.Rule.ShouldBe("T087"));
        town.Refused(Quarter.Party, Concern with { Matter = new(), ReportUp = true }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("reportUp"), r => r.Rule.ShouldBe("C013"));

        var reported = town.Then(Quarter.Party, Concern with { ReportUp = true });
        (reported.It.Stage, reported.It.Proposed, reported.It.Lead).ShouldBe((ConsultationStage.Collecting, ConsultationVariant.Community, OrganCode.Of(Quarter.Community)));
        reported.Owed(DutyStems.Step).ShouldSatisfyAllConditions(d => d.Step.ShouldBe(nameof(RerouteConsultation)), d => d.Term.Holder.ShouldBe(Quarter.Township.Value));
        reported.Refused(Quarter.Party, Quarter.Topic).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("WAY_PROPOSED"), r => r.Rule.ShouldBe("T087"));
        reported.After(TimeSpan.FromDays(60)).Ticked().It.Proposed.ShouldNotBeNull("what the facts call for does not lapse");

        var taken = reported.Then(Quarter.Government, new RerouteConsultation(reported.It.Matter, [Quarter.Community], "乡镇牵头"));
        (taken.It.Lead, taken.It.Proposed, taken.It.ProposedByFacts).ShouldBe((OrganCode.Of(Quarter.Township), null, false));
        taken.Then(Quarter.Government, Quarter.Topic).It.Stage.ShouldBe(ConsultationStage.TopicProposed);
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_a_matter_of_two_communities_is_reported_up_with_both()
    {
        var both = Concern with { Communities = [Quarter.Community, Quarter.Second], Matter = new(Important: true), ReportUp = true };
        var reported = (Story.Blank with { IsTown = true }).Then(Quarter.Party, both);
        reported.It.Proposed.ShouldBe(ConsultationVariant.CrossCommunity);
        reported.Then(Quarter.Government, new RerouteConsultation(reported.It.Matter, both.Communities, "乡镇牵头")).It.Variant.ShouldBe(ConsultationVariant.CrossCommunity);
    }
}
