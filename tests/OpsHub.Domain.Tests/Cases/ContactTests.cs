using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>Who may read the reporter's contact, and what becomes of it.</summary>
public sealed class ContactTests
{
    private static readonly ReadContact Read = new("核实位置");

    private static readonly Actor Police = new("wall", Role.WallKey, Town.Township);

    public static TheoryData<Role, string, CaseStage, bool> Matrix => new()
    {
        // Before anybody is dispatched, the one first asked holds it.
        { Role.CommunityCommittee, "430203001001", CaseStage.Reported, true },
        { Role.TownshipGovernanceCentre, "430203001", CaseStage.Reported, false },
        { Role.AgencyStaff, "430203001-D12", CaseStage.Reported, false },
        // Lead, assists and the dispatching centre while it is handled; no longer the community.
        { Role.AgencyStaff, "430203001-D12", CaseStage.Handling, true },
        { Role.Department, "430203:D07", CaseStage.Handling, true },
        { Role.TownshipGovernanceCentre, "430203001", CaseStage.Handling, true },
        { Role.CommunityCommittee, "430203001001", CaseStage.Handling, false },
        { Role.AgencyStaff, "430203001-D20", CaseStage.Handling, false },
        { Role.CountyCommandCentre, "430203", CaseStage.Handling, false },
        { Role.CountyCommandCentre, "430204", CaseStage.Handling, false },
        { Role.TownshipGovernanceCentre, "430203001", CaseStage.FedBack, true },
        { Role.TownshipGovernanceCentre, "430203001", CaseStage.Closed, true },
        // Once it has ended, the one first asked tells the reporter. T019.
        { Role.CommunityCommittee, "430203001001", CaseStage.Closed, true },
        { Role.CommunityCommittee, "430203001001", CaseStage.Merged, true },
        { Role.CommunityCommittee, "430203001001", CaseStage.Withdrawn, true },
        { Role.CommunityCommittee, "430203001002", CaseStage.Closed, false },
        { Role.GridWorker, "430203001001001", CaseStage.Closed, false },
        // Never: those who oversee, count, watch or only reported, even for a unit that handles it.
        { Role.TownshipGovernment, "430203001", CaseStage.Handling, false },
        { Role.CountyGovernment, "430203", CaseStage.Handling, false },
        { Role.CityGovernanceOffice, "4302", CaseStage.Handling, false },
        { Role.Auditor, "4302", CaseStage.Handling, false },
        { Role.Administrator, "4302", CaseStage.Handling, false },
        { Role.WallKey, "430203001", CaseStage.Handling, false },
        { Role.Integrator, "430203001", CaseStage.Handling, false },
        { Role.Hotline, "430203", CaseStage.Handling, false },
        { Role.Resident, "430203001001001", CaseStage.Reported, false },
        { Role.GridWorker, "430203001001001", CaseStage.Reported, false },
        { Role.Scheduler, "4302", CaseStage.Handling, false },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Only_the_units_handling_the_case_read_it(Role role, string organ, CaseStage stage, bool reads)
    {
        var (story, actor) = (Story.In(stage), new Actor("someone", role, OrganCode.Parse(organ)));
        if (reads)
            story.Then(actor, Read).Events[^1].ShouldBe(new ContactRead(story.Now, actor.Organ, "核实位置"));
        else
            story.Refused(actor, Read).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("G049"));
    }

    [Fact]
    public void Reading_is_nobodys_step_and_leaves_the_case_where_it_stood()
    {
        var before = Story.Handling();
        var after = before.After(TimeSpan.FromHours(1)).Then(Town.Agency, Read);
        (after.Case with { Links = before.Case.Links }).ShouldBe(before.Case);
        after.At(before.Now.AddMinutes(5)).Then(Town.Agency, new FeedBackCase("已办", [])); // a step taken before it may still be entered
    }

    [Fact]
    public void Reading_takes_a_reason() => Story.Handling().Refused(Town.Agency, new ReadContact(" ")).Field.ShouldBe("reason");

    [Fact]
    public void What_was_erased_is_not_read_again_and_erased_once()
    {
        var erased = Story.Handling().Then(Town.Agency, new EraseContact("本人要求"));
        erased.Case.ContactErasedAt.ShouldBe(erased.Now);
        erased.Refused(Town.Agency, Read).Code.ShouldBe("NO_CONTACT");
        erased.Asked(Town.Agency, new EraseContact("再次")).Events.ShouldBeEmpty();
        erased.Asked(Town.Agency, new EraseContact("再次")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void The_hub_and_the_one_first_asked_may_have_it_erased_and_others_may_not()
    {
        var closed = Story.Closed();
        closed.Then(Actor.Hub(Town.Place.City), new EraseContact("保存期满")).Case.ContactErasedAt.ShouldNotBeNull();
        closed.Then(Town.Committee, new EraseContact("本人要求")).Case.ContactErasedAt.ShouldNotBeNull();
        foreach (var actor in new[] { Town.OtherAgency, Town.OtherCounty, Police })
            closed.Refused(actor, new EraseContact("要求")).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void There_is_no_contact_of_a_case_that_was_never_reported() => Story.Blank.Refused(Town.Agency, Read).Code.ShouldBe(RefusalCodes.NotFound);

    [Theory]
    [InlineData("13800138000", true)]
    [InlineData("", false)]
    [InlineData("a\u0001b", false)]
    public void A_contact_is_a_short_text(string contact, bool taken) => (CaseContacts.Check(contact) is null).ShouldBe(taken);

    [Fact]
    public void A_contact_takes_200_characters_at_most()
    {
        CaseContacts.Check(new string('a', 200)).ShouldBeNull();
        CaseContacts.Check(new string('a', 201)).ShouldNotBeNull().Field.ShouldBe("contact");
    }
}
