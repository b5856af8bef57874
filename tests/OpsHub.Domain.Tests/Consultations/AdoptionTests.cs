using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Adoption, Sunshine works, progress, supervision. SM2 rows 18-20.</summary>
public sealed class AdoptionTests
{
    [Fact]
    [Trait("Rule", "C055")]
    public void C055_what_the_community_must_act_on_goes_into_the_Sunshine_works()
    {
        var concluded = Later.Concluded(matter: new(CommunityActs: true));
        concluded.Refused(Quarter.Party, Later.Adoption(entry: null)).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("sunshineEntry"), r => r.Rule.ShouldBe("C055"));
        concluded.Refused(Quarter.Committee, Later.Adoption()).Code.ShouldBe(RefusalCodes.NotAllowed, "the party organisation enters it");
        var adopted = concluded.Then(Quarter.Party, Later.Adoption());
        adopted.It.Adoption!.SunshineEntry.ShouldBe("阳光-2026-7");
        var bare = adopted with { State = adopted.It with { Adoption = adopted.It.Adoption! with { SunshineEntry = null } } };
        bare.Refused(Quarter.Committee, new StartImplementation()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NO_SUNSHINE_ENTRY"), r => r.Rule.ShouldBe("C055"));
        Later.Concluded().Then(Quarter.Party, Later.Adoption(entry: null)).It.Adoption!.SunshineEntry.ShouldBeNull("the community need not act");
    }

    [Fact]
    [Trait("Rule", "C081")]
    public void C081_a_result_across_communities_names_its_implementing_body_and_the_post_that_answers()
    {
        var concluded = Later.Concluded(CrossCommunity);
        concluded.Refused(Quarter.Government, Later.Adoption() with { ImplementingBody = " " }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("implementingBody"), r => r.Rule.ShouldBe("C081"));
        concluded.Refused(Quarter.Government, Later.Adoption() with { Owner = "" }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("owner"), r => r.Rule.ShouldBe("C081"));
        concluded.Refused(Quarter.Party, Later.Adoption()).Code.ShouldBe(RefusalCodes.NotAllowed, "the township organises it");
        var adopted = concluded.Then(Quarter.Government, Later.Adoption());
        var bare = adopted with { State = adopted.It with { Adoption = adopted.It.Adoption! with { Owner = "" } } };
        bare.Refused(Quarter.Government, new StartImplementation()).Code.ShouldBe("NO_IMPLEMENTING_BODY");
        adopted.Then(Quarter.Government, new StartImplementation()).It.Stage.ShouldBe(ConsultationStage.Implementing);
    }

    [Fact]
    public void Milestones_are_few_worded_and_ahead()
    {
        var concluded = Later.Concluded();
        concluded.Refused(Quarter.Party, Later.Adoption() with { Milestones = [new("划线", new DateOnly(2026, 7, 1))] }).Field.ShouldBe("milestones");
        concluded.Refused(Quarter.Party, Later.Adoption() with { Milestones = [new("", new DateOnly(2026, 8, 1))] }).Field.ShouldBe("milestones");
        concluded.Refused(Quarter.Party, Later.Adoption() with { Milestones = [.. Enumerable.Repeat(new Milestone("划线", new DateOnly(2026, 8, 1)), 21)] }).Field.ShouldBe("milestones");
        concluded.Then(Quarter.Party, Later.Adoption() with { Milestones = [new("划线", new DateOnly(2026, 8, 1), concluded.Now)] }).It.Adoption!.Milestones[0].DoneAt.ShouldBeNull("nothing is done at adoption");
    }

    [Fact]
    [Trait("Rule", "C056")]
    public void C056_progress_is_public_and_stale_after_thirty_days()
    {
        var doing = Later.Implementing();
        doing.After(TimeSpan.FromDays(30)).Owed(DutyStems.Progress).Term.IsLate(doing.Now.AddDays(30)).ShouldBeFalse();
        doing.Owed(DutyStems.Progress).Term.IsLate(doing.Now.AddDays(31)).ShouldBeTrue("no progress for 31 days");
        var noted = doing.After(TimeSpan.FromDays(20)).Then(Quarter.Committee, new PublishProgress("已划 20 个", 1));
        noted.It.Adoption!.Milestones[0].DoneAt.ShouldBe(noted.Now);
        noted.It.Progress[^1].Milestone.ShouldBe(1);
        noted.It.Duties.Count(d => d.Stem == DutyStems.Progress).ShouldBe(2, "the next runs from here");
        noted.Owed(DutyStems.Progress).Term.IsLate(doing.Now.AddDays(45)).ShouldBeFalse();
        noted.Refused(Quarter.Committee, new PublishProgress("x", 1)).Field.ShouldBe("milestone");
        noted.Refused(Quarter.Committee, new PublishProgress("x", 3)).Field.ShouldBe("milestone");
        noted.Refused(Quarter.Committee, new PublishProgress("x", 0)).Field.ShouldBe("milestone");
        noted.Refused(Quarter.Committee, new PublishProgress("")).Field.ShouldBe("text");
    }

    [Fact]
    [Trait("Rule", "C057")]
    public void C057_the_supervision_committee_notes_and_nobody_else()
    {
        var doing = Later.Implementing();
        doing.Then(Quarter.Supervision, new NoteSupervision("进度属实")).It.SupervisionNotes[^1].Text.ShouldBe("进度属实");
        doing.Refused(Quarter.Committee, new NoteSupervision("进度属实")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("C057"));
        Later.Implemented().Warned.ShouldContain("C057", "nobody followed it");
        doing.Then(Quarter.Supervision, new NoteSupervision("进度属实")).Then(Quarter.Committee, new CompleteImplementation("完成")).Warned.ShouldNotContain("C057");
    }

    [Fact]
    public void Completion_ends_progress_and_opens_feedback_and_survey()
    {
        var done = Later.Implemented();
        done.Last(DutyStems.Progress).Term.IsLifted.ShouldBeTrue();
        done.It.OpenDuties.Select(d => d.Stem).ShouldBe([DutyStems.Announce, DutyStems.Feedback, DutyStems.Survey], ignoreOrder: true);
        var late = Later.Implementing().After(TimeSpan.FromDays(40)).Then(Quarter.Committee, new CompleteImplementation("完成"));
        late.Last(DutyStems.Progress).Term.ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeFalse(), t => t.IsLate(late.Now).ShouldBeTrue("what was missed stays visible"));
    }

    [Fact]
    [Trait("Rule", "C075")]
    public void C075_the_committee_carries_out_announces_and_does_not_plan_or_conclude()
    {
        Later.Adopted().Then(Quarter.Committee, new StartImplementation()).Then(Quarter.Committee, new PublishProgress("开工")).It.Progress.ShouldHaveSingleItem();
        Story.Ended().Then(Quarter.Committee, Quarter.Announcement).It.Announcements.ShouldHaveSingleItem();
        Story.Determined().Refused(Quarter.Committee, Quarter.Plan(Quarter.Thursday.AddDays(3))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("C075"));
        Story.Ended().Refused(Quarter.Committee, new Conclude()).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    [Trait("Rule", "C055")]
    public void C055_that_the_community_must_act_is_said_at_the_latest_with_the_adoption()
    {
        var concluded = Later.Concluded();
        var acting = Later.Adoption() with { CommunityActs = true };
        concluded.Refused(Quarter.Party, acting with { SunshineEntry = null }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("sunshineEntry"), r => r.Rule.ShouldBe("C055"));
        concluded.Refused(Quarter.Party, acting with { Owner = "" }).Field.ShouldBe("owner");
        concluded.Then(Quarter.Party, acting).It.Matter.CommunityActs.ShouldBeTrue();
        // Left open, with the community in the lead: shown.
        concluded.Then(Quarter.Party, Later.Adoption(entry: null)).Warned.ShouldContain("C055");
        concluded.Then(Quarter.Party, Later.Adoption()).Warned.ShouldNotContain("C055");
        Later.Concluded(CrossCommunity).Then(Quarter.Government, Later.Adoption(entry: null)).Warned.ShouldNotContain("C055", "the township leads");
    }

    [Fact]
    [Trait("Rule", "C056")]
    public void C056_completion_with_milestones_open_names_them()
    {
        var doing = Later.Implementing();
        doing.Then(Quarter.Committee, new PublishProgress("已划线", 1)).Then(Quarter.Committee, new CompleteImplementation("完成")).It.Warnings.Single(w => w.Rule == "C056").Note.ShouldContain("节点 2 ");
        doing.Then(Quarter.Committee, new CompleteImplementation("完成")).It.Warnings.Single(w => w.Rule == "C056").Note.ShouldContain("节点 1、2 ");
        doing.Then(Quarter.Committee, new PublishProgress("已划线", 1)).Then(Quarter.Committee, new PublishProgress("已验收", 2)).Then(Quarter.Committee, new CompleteImplementation("完成"))
            .Warned.ShouldNotContain("C056");
    }
}
