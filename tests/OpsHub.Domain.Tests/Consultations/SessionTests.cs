using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Notice, participants, session. SM2 rows 6-10.</summary>
public sealed class SessionTests
{
    [Theory]
    [InlineData(ConsultationVariant.BuildingOrGroup, "C027")]
    [InlineData(ConsultationVariant.Community, "C038")]
    [InlineData(ConsultationVariant.CrossCommunity, "C047")]
    [Trait("Rule", "C027")]
    [Trait("Rule", "C038")]
    [Trait("Rule", "C047")]
    public void C027_C038_C047_the_notice_comes_before_the_session(ConsultationVariant variant, string rule)
    {
        var holder = Quarter.Holder(variant);
        var elected = Story.Planned(variant).Then(holder, Quarter.Participants());
        elected.Refused(holder, new StartSession(Story.Presider(variant))).Rule.ShouldBe(rule, "no notice, no session");
        Story.InSession(variant).Refused(holder, Quarter.Notice).Rule.ShouldBe(rule, "after the session's start");
        var passed = elected.At(elected.It.Plan!.Start).Refused(holder, Quarter.Notice);
        (passed.Code, passed.Rule).ShouldBe(("NOTICE_TOO_LATE", rule));
        elected.Then(holder, Quarter.Notice with { Channels = [PublicationChannel.NoticeBoard] }).Warned.ShouldContain(rule, "several ways, soft");
        elected.Refused(holder, Quarter.Notice with { Channels = [] }).Field.ShouldBe("channels");
    }

    [Theory]
    [InlineData(ConsultationVariant.BuildingOrGroup, "C028")]
    [InlineData(ConsultationVariant.Community, "C037")]
    [InlineData(ConsultationVariant.CrossCommunity, "C046")]
    [Trait("Rule", "C028")]
    [Trait("Rule", "C037")]
    [Trait("Rule", "C046")]
    public void C028_C037_C046_participants_are_elected_before_the_session(ConsultationVariant variant, string rule)
    {
        var holder = Quarter.Holder(variant);
        var noticed = Story.Planned(variant).Then(holder, Quarter.Notice);
        noticed.Refused(holder, new StartSession(Story.Presider(variant))).Rule.ShouldBe(rule, "nobody elected, no session");
        var participants = Quarter.Participants();
        noticed.Refused(holder, participants with { ElectionRecord = "" }).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe(rule), r => r.Field.ShouldBe("electionRecord"));
        noticed.Refused(holder, participants with { Classes = participants.Classes.ConvertAll(c => c with { Method = ChoiceMethod.Invited }) })
            .ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NOT_ELECTED"), r => r.Rule.ShouldBe(rule));
        noticed.Refused(holder, participants with { Classes = participants.Classes.RemoveAt(0) }).Code.ShouldBe("NOT_ELECTED");
    }

    [Fact]
    [Trait("Rule", "C015")]
    public void C015_participants_come_from_communities_concerned_in_any_of_the_kinds()
    {
        Enum.GetValues<ParticipantKind>().Length.ShouldBe(16, "thirteen, other interested parties, experts, respected people");
        var story = Story.Planned();
        var ok = Quarter.Participants();
        story.Then(Quarter.Council, ok with { Classes = [new(ParticipantKind.NonRegisteredResidents, Quarter.Community, 3, ChoiceMethod.Elected), .. ok.Classes] }).It.Participants!.Count.ShouldBe(33);
        story.Refused(Quarter.Council, Quarter.Participants(Quarter.Second)).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("C015"), r => r.Field.ShouldBe("classes.community"));
        story.Refused(Quarter.Council, ok with { Classes = [ok.Classes[0] with { Count = 0 }] }).Field.ShouldBe("classes.count");
        story.Refused(Quarter.Council, ok with { Classes = [ok.Classes[0], ok.Classes[0]] }).Field.ShouldBe("classes");
        story.Refused(Quarter.Council, ok with { Classes = [] }).Field.ShouldBe("classes");
    }

    [Fact]
    [Trait("Rule", "C016")]
    [Trait("Rule", "C017")]
    public void C016_C017_experts_and_respected_people_that_the_plan_named_and_nobody_brought_are_warned()
    {
        var story = Story.Determined(matter: new(Technical: true));
        var plan = Quarter.Plan(story.Now.AddDays(3));
        story = story.Then(Quarter.Council, plan with { Kinds = plan.Kinds.Add(ParticipantKind.Expert) });
        story.Warned.ShouldBeEmpty();
        story.Then(Quarter.Council, Quarter.Participants() with { Classes = Quarter.Participants().Classes.RemoveAt(2) }).Warned.ShouldBe(["C016", "C017"]);
    }

    [Theory]
    [InlineData(PresiderKind.Secretary)]
    [InlineData(PresiderKind.Director)]
    [Trait("Rule", "C018")]
    public void C018_secretary_and_director_do_not_preside_over_the_council_but_over_a_direct_meeting(PresiderKind presider)
    {
        var refusal = Story.Prepared().Refused(Quarter.Council, new StartSession(presider));
        (refusal.Code, refusal.Rule, refusal.Clause, refusal.Field).ShouldBe(("PRESIDER_NOT_ALLOWED", "C018", "二(二)2", "presider"));
        Story.Prepared(ConsultationVariant.BuildingOrGroup).Refused(Quarter.Group, new StartSession(presider)).Rule.ShouldBe("C018");
        Story.Prepared(ConsultationVariant.DirectMeeting).Then(Quarter.Party, new StartSession(presider)).It.Stage.ShouldBe(ConsultationStage.InSession);

        var warned = Story.Prepared(from: Story.Blank with { Rules = new() { RefusesPresider = false } }).Then(Quarter.Council, new StartSession(presider));
        warned.Warned.ShouldBe(["C018"], "PresiderRule=Warn");
        warned.It.Complaints.ShouldBe([new(1, 1, presider, false, warned.Now)], "the complaint is on record");
        Story.Prepared(ConsultationVariant.DirectMeeting).Then(Quarter.Party, new StartSession(presider)).It.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Rule", "C018")]
    [InlineData(HeadOffice.Secretary)]
    [InlineData(HeadOffice.Director)]
    public void C018_a_councils_head_who_is_secretary_or_director_does_not_preside_as_its_head_either(HeadOffice office)
    {
        var head = new StartSession(PresiderKind.CouncilHead);
        (Story.Prepared() with { HeadOffice = office }).Refused(Quarter.Council, head).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("PRESIDER_NOT_ALLOWED"), r => r.Rule.ShouldBe("C018"));
        (Story.Prepared(ConsultationVariant.BuildingOrGroup) with { HeadOffice = office }).Refused(Quarter.Group, head).Rule.ShouldBe("C018");
        (Story.Prepared() with { HeadOffice = office }).Then(Quarter.Council, new StartSession(PresiderKind.CouncilMember)).Warned.ShouldBeEmpty("a member presides instead");
        var warned = (Story.Prepared() with { HeadOffice = office, Rules = new() { RefusesPresider = false } }).Then(Quarter.Council, head);
        warned.Warned.ShouldBe(["C018"]);
        warned.It.Complaints.ShouldHaveSingleItem().ShouldBe(new(1, 1, office == HeadOffice.Director ? PresiderKind.Director : PresiderKind.Secretary, true, warned.Now));
        warned.It.ChangedAt.ShouldBe(warned.Now);
        (Story.Prepared(ConsultationVariant.DirectMeeting) with { HeadOffice = office }).Then(Quarter.Party, head).Warned.ShouldBeEmpty();
        (Story.Prepared() with { HeadOffice = HeadOffice.None }).Then(Quarter.Council, head).Warned.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "C018")]
    public void C018_a_head_who_would_be_refused_in_the_chair_is_not_offered_it()
    {
        Offered(Story.Prepared()).ShouldBe(["COUNCIL_HEAD", "COUNCIL_MEMBER"]);
        Offered(Story.Prepared() with { HeadOffice = HeadOffice.Secretary }).ShouldBe(["COUNCIL_MEMBER"]);
        Offered(Story.Prepared() with { HeadOffice = HeadOffice.Secretary, Rules = new() { RefusesPresider = false } }).ShouldBe(["SECRETARY", "DIRECTOR", "COUNCIL_HEAD", "COUNCIL_MEMBER"], ignoreOrder: true);
        foreach (var office in Enum.GetValues<HeadOffice>())
        {
            var story = Story.Prepared() with { HeadOffice = office };
            foreach (var presider in Enum.GetValues<PresiderKind>())
                Offered(story).Contains(System.Text.RegularExpressions.Regex.Replace(presider.ToString(), "(?<=[a-z])(?=[A-Z])", "_").ToUpperInvariant()).ShouldBe(!story.Asked(Quarter.Council, new StartSession(presider)).IsRefused, $"{presider}, head is {office}");
        }

        static IEnumerable<string> Offered(Story story)
        {
            var context = story.Context(Quarter.Council, new Conclude());
            var start = ConsultationMoves.Of(Quarter.Council, story.It, context).Find(m => m.Command == typeof(StartSession))!;
            return ConsultationMoveInputs.Of(start, Quarter.Council, story.It, context).Find(i => i.Name == "presider")!.Choices!;
        }
    }

    [Theory]
    [InlineData(ConsultationVariant.Community, PresiderKind.GroupPartyHead)]
    [InlineData(ConsultationVariant.Community, PresiderKind.TownshipOfficial)]
    [InlineData(ConsultationVariant.BuildingOrGroup, PresiderKind.TownshipOfficial)]
    [InlineData(ConsultationVariant.CrossCommunity, PresiderKind.CouncilHead)]
    [InlineData(ConsultationVariant.CrossCommunity, PresiderKind.Secretary)]
    public void Whoever_is_not_of_the_body_that_holds_it_does_not_preside(ConsultationVariant variant, PresiderKind presider)
    {
        var story = Story.Prepared(variant);
        story.Refused(Quarter.Holder(variant), new StartSession(presider)).Code.ShouldBe("PRESIDER_NOT_ALLOWED");
        story.Refused(Quarter.Holder(variant), new StartSession(null)).Field.ShouldBe("presider");
    }

    [Fact]
    [Trait("Rule", "C024")]
    public void C024_no_session_without_a_plan()
    {
        var refusal = Story.Determined().Refused(Quarter.Council, new StartSession(PresiderKind.CouncilHead));
        (refusal.Code, refusal.Rule, refusal.Clause).ShouldBe((RefusalCodes.WrongState, "C024", "二(四)"));
    }

    [Fact]
    public void A_session_that_starts_before_the_time_announced_is_noted() =>
        Story.Prepared().After(TimeSpan.FromMinutes(-10)).Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Warned.ShouldBe(["C036"]);

    [Fact]
    public void A_session_adjourns_and_resumes_and_ends_only_while_it_is_on()
    {
        var story = Story.InSession();
        story.Refused(Quarter.Council, new ResumeSession()).Code.ShouldBe("NOT_ADJOURNED");
        var adjourned = story.Then(Quarter.Council, new AdjournSession("天色已晚"));
        adjourned.Refused(Quarter.Council, new AdjournSession("再休")).Code.ShouldBe("SESSION_ADJOURNED");
        adjourned.Refused(Quarter.Council, Quarter.End()).Code.ShouldBe("SESSION_ADJOURNED");
        var ended = adjourned.After(TimeSpan.FromDays(1)).Then(Quarter.Council, new ResumeSession()).Then(Quarter.Council, Quarter.End());
        var session = ended.It.LastSession.ShouldNotBeNull();
        (session.Number, session.Round, session.Pauses.Count, session.EndedAt, ended.It.Session).ShouldBe((1, 1, 1, ended.Now, null));
        session.Pauses[0].Until.ShouldBe(ended.Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)] // thirty were fixed
    [Trait("Rule", "C052")]
    public void Attendance_lies_between_one_and_the_participants(int attendance)
    {
        var refusal = Story.InSession().Refused(Quarter.Council, Quarter.End() with { Attendance = attendance });
        (refusal.Code, refusal.Field).ShouldBe((RefusalCodes.InvalidInput, "attendance"));
    }

    [Theory]
    [InlineData(ConsultationVariant.Community, "C039")]
    [InlineData(ConsultationVariant.BuildingOrGroup, "C084")]
    [InlineData(ConsultationVariant.CrossCommunity, "C084")]
    [Trait("Rule", "C039")]
    [Trait("Rule", "C084")]
    public void C039_C084_a_kind_that_was_not_heard_is_warned(ConsultationVariant variant, string rule)
    {
        var silent = Quarter.End() with { Heard = Quarter.Heard.Remove(ParticipantKind.OwnersCommittee) };
        var warning = Story.Ended(variant, silent).It.Warnings.ShouldHaveSingleItem();
        (warning.Rule, warning.Note).ShouldBe((rule, nameof(ParticipantKind.OwnersCommittee)));
        Story.InSession(variant).Refused(Quarter.Holder(variant), Quarter.End() with { Heard = [ParticipantKind.PropertyCompany] }).Field.ShouldBe("heard");
    }

    [Fact]
    [Trait("Rule", "C053")]
    public void C053_each_dissent_is_owed_an_explanation()
    {
        var story = Story.Ended(end: Quarter.End(SessionOutcome.Consensus, Quarter.Dissent, Quarter.Dissent));
        var owed = story.It.OpenDuties.FindAll(d => d.Stem == DutyStems.Explain);
        owed.ConvertAll(d => (d.Term.Id, d.Dissent, d.Hard)).ShouldBe([("explain", 1, false), ("explain-2", 2, false)]);
        owed[0].Term.ShouldSatisfyAllConditions(t => t.Basis.ShouldBe(new("C053", "二(五)", Domain.Calendars.BasisKind.Assumed, "ExplanationLimit")), t => t.Budget.Amount.ShouldBe(5));
        story.Events.OfType<SessionClosed>().Single().Dissents.Count.ShouldBe(2);
        Story.InSession().Refused(Quarter.Council, Quarter.End(SessionOutcome.Consensus, Quarter.Dissent with { Text = "" })).Field.ShouldBe("dissents.text");
    }

    [Fact]
    [Trait("Rule", "C074")]
    public void C074_a_dissent_that_alleges_harm_opens_a_review()
    {
        Story.Ended(end: Quarter.End(SessionOutcome.Consensus, Quarter.Dissent)).It.ReviewOpen.ShouldBeFalse();
        Story.Ended(end: Quarter.End(SessionOutcome.Consensus, Quarter.Dissent with { AllegesHarm = true })).It.ReviewOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_session_ends_with_an_outcome_and_an_agreement_with_its_words()
    {
        var story = Story.InSession();
        story.Refused(Quarter.Council, Quarter.End() with { Outcome = null }).Field.ShouldBe("outcome");
        story.Refused(Quarter.Council, Quarter.End() with { Opinion = "" }).Field.ShouldBe("opinion");
        story.Then(Quarter.Council, Quarter.End(SessionOutcome.NoConsensus) with { Opinion = "" }).It.LastSession!.Outcome.ShouldBe(SessionOutcome.NoConsensus);
    }
}
