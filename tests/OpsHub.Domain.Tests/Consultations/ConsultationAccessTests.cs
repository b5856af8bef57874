using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Who acts and who reads: part 4 of the rules, written out by hand.</summary>
public sealed class ConsultationAccessTests
{
    // P community party, C committee, O council, G group party, T township, S supervision committee, D who entrusted it, R resident, W grid worker, 2 party of a second community.
    private const string Everybody = "PCOGTSDRW2";

    /// <summary>command | community | building | cross-community | direct meeting | community led by the township</summary>
    private const string Matrix = """
        AddOpinion             | PCOGTSRW2 | PCOGTSRW2 | PCOGTSRW2 | PCOGTSRW2 | PCOGTSRW2
        RecordSolicitation     | PC  | PCG | T | PC | TC
        HoldWorkMeeting        | PC  | PCG | T | PC | TC
        RerouteConsultation    | T   | T   | T | T  | T
        AddMatterFacts         | PT  | PT  | T | PT | PT
        SimplifySteps          | PC  | PCG | T | PC | TC
        ProposeTopic           | P   | G   | T | PC | T
        ReportToCouncil        | P   | PG  | T | PC | T
        DetermineTopic         | O   | PG  | T | PC | OT
        MakePlan               | O   | PG  | T | PC | OT
        PublishNotice          | OC  | PGC | T | PC | OTC
        FixParticipants        | O   | PG  | T | PC | OT
        StartSession           | O   | PG  | T | PC | OT
        AdjournSession         | O   | PG  | T | PC | OT
        ResumeSession          | O   | PG  | T | PC | OT
        EndSession             | O   | PG  | T | PC | OT
        Announce               | OPC | PGC | T | PC | OTC
        ExplainDissent         | OPC | PGC | T | PC | OTC
        Conclude               | O   | PG  | T | PC | OT
        OpenAnotherRound       | OP  | PG  | T | PC | OT
        RequireVote            | OP  | PG  | T | PC | OT
        HoldVote               | OPC | PGC | T | PC | OTC
        Shelve                 | OP  | PG  | T | PC | OT
        CloseFailed            | OP  | PG  | T | PC | OT
        AdoptResult            | P   | PG  | T | PC | TP
        StartImplementation    | PC  | PGC | T | PC | TPC
        PublishProgress        | PC  | PGC | T | PC | TPC
        NoteSupervision        | S   | S   | S | S  | S
        CompleteImplementation | PC  | PGC | T | PC | TPC
        FeedBackResult         | PC  | PGC | T | PC | TPC
        RecordSurvey           | PC  | PGC | T | PC | TPC
        ArchiveConsultation    | OPC | PGC | T | PC | OTC
        CorrectResult          | PT  | PT  | T | PT | PT
        DismissReview          | PT  | PT  | T | PT | PT
        WithdrawConsultation   | P   | PG  | T | PC | T
        ReportUp               | PC  | PGC | T | PC | TPC
        StudyReport            | D   | D   | D | D  | D
        DecideReport           | D   | D   | D | D  | D
        FeedBackReport         | D   | D   | D | D  | D
        """;

    private static readonly MatterFacts Entrusted = new(DelegatedBy: Quarter.Bureau);

    private static readonly Consultation[] Columns =
    [
        Story.Opened(Community, Entrusted).It, Story.Opened(BuildingOrGroup, Entrusted).It, Story.Opened(CrossCommunity, Entrusted).It, Story.Opened(DirectMeeting, Entrusted).It,
        Story.Opened(Community, Entrusted).It with { Lead = OrganCode.Of(Quarter.Township) },
    ];

    public static TheoryData<string, int, string> Cells()
    {
        var cells = new TheoryData<string, int, string>();
        foreach (var line in Matrix.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            for (var column = 1; column < parts.Length; column++)
                cells.Add(parts[0], column - 1, parts[column]);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Rule", "C034")]
    [Trait("Rule", "C044")]
    [Trait("Rule", "C080")]
    [Trait("Rule", "C075")]
    public void A_command_is_its_offices_own(string command, int column, string offices)
    {
        var state = Columns[column];
        var type = Commands.Single(c => c.Name == command);
        string.Concat(Everybody.Where(letter => Asked(Actor(letter), state, type) is null).Order()).ShouldBe(string.Concat(offices.Order()));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is Role.WallKey or Role.Auditor or Role.Administrator or Role.CityGovernanceOffice or Role.CountyCommandCentre or Role.CountyGovernment or Role.Scheduler))
            Asked(new("other", role, OrganCode.Of(Quarter.Township.At(UnitLevel.County))), state, type).ShouldNotBeNull($"{role}").Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void Every_command_but_the_first_stands_in_the_matrix() =>
        Commands.Select(c => c.Name).Except([nameof(OpenConsultation)]).ShouldBe(Matrix.Split('\n').Select(l => l.Split('|')[0].Trim()), ignoreOrder: true);

    [Fact]
    [Trait("Rule", "C034")]
    public void C034_a_resident_puts_no_topic_and_adds_opinions()
    {
        Asked(Quarter.Resident, Columns[0], typeof(ProposeTopic)).ShouldNotBeNull().ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("C034"), r => r.Clause.ShouldBe("二(四)2"), r => r.Zh.ShouldContain("党组织"));
        Asked(Quarter.Resident, Columns[0], typeof(AddOpinion)).ShouldBeNull();
        Asked(Quarter.Resident with { Organ = OrganCode.Of(Quarter.Elsewhere) }, Columns[0], typeof(AddOpinion)).ShouldNotBeNull("another township").Rule.ShouldBe("C032");
    }

    [Theory]
    [Trait("Rule", "C044")]
    [InlineData(1, "C080")]
    [InlineData(2, "C044")]
    [InlineData(4, "T087")]
    public void Whoever_may_not_propose_hears_the_rule_of_the_variant(int column, string rule) => Asked(Quarter.Council, Columns[column], typeof(ProposeTopic)).ShouldNotBeNull().Rule.ShouldBe(rule);

    [Fact]
    public void The_party_organisation_takes_a_topic_that_the_council_let_wait()
    {
        var waiting = Story.Proposed();
        waiting.Refused(Quarter.Party, new DetermineTopic()).Code.ShouldBe(RefusalCodes.NotAllowed);
        waiting.After(TimeSpan.FromDays(4)).Then(Quarter.Party, new DetermineTopic()).It.Stage.ShouldBe(ConsultationStage.TopicDetermined);
    }

    [Theory]
    [Trait("Rule", "C001")]
    [InlineData("P", true)]
    [InlineData("C", true)]
    [InlineData("G", false)]
    [InlineData("T", true)]
    [InlineData("O", false)]
    [InlineData("S", false)]
    [InlineData("R", false)]
    [InlineData("W", false)]
    [InlineData("D", false)]
    [InlineData("2", false)]
    public void C001_a_consultation_begins_with_its_lead(string letter, bool permitted)
    {
        var place = new ConsultationPlace(null, Quarter.Community, Quarter.Township, Quarter.Township.At(UnitLevel.County), Quarter.Township.At(UnitLevel.City));
        var context = Context(Actor(letter[0])) with { Place = place };
        (ConsultationAccess.MayAct(context.Actor, null, typeof(OpenConsultation), context) is null).ShouldBe(permitted);
        ConsultationAccess.MayAct(context.Actor, null, typeof(OpenConsultation), context with { Place = null }).ShouldNotBeNull();
    }

    // Part 4, reads, column Consultation.
    [Theory]
    [InlineData(Role.Resident, "430203001001", "")]
    [InlineData(Role.GridWorker, "430203001001002", "TopicDetermined Implementing")]
    [InlineData(Role.GridWorker, "430203001003001", "")]
    [InlineData(Role.CommunityCommittee, "430203001001", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.CommunityParty, "430203001001", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.CommunityParty, "430203001002", "Collecting TopicProposed TopicDetermined Implementing")] // concerned, not leading
    [InlineData(Role.CommunityParty, "430203001003", "")]
    [InlineData(Role.GroupParty, "430203001001001", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.GroupParty, "430203001001002", "")]
    [InlineData(Role.Council, "430203001001", "TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.SupervisionCommittee, "430203001001", "Implementing")]
    [InlineData(Role.TownshipGovernment, "430203001", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.TownshipGovernment, "430203002", "")]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "")]
    [InlineData(Role.AgencyStaff, "430203001-D07", "")]
    [InlineData(Role.Department, "430203:D07", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.Department, "430203:D12", "")]
    [InlineData(Role.CountyCommandCentre, "430203", "")]
    [InlineData(Role.CountyGovernment, "430203", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.CountyGovernment, "430204", "")]
    [InlineData(Role.CityGovernanceOffice, "4302", "")]
    [InlineData(Role.WallKey, "430203001", "")]
    [InlineData(Role.Integrator, "430203001", "")]
    [InlineData(Role.Hotline, "4302", "")]
    [InlineData(Role.Administrator, "4302", "")]
    [InlineData(Role.Auditor, "4302", "Collecting TopicProposed TopicDetermined Implementing")]
    [InlineData(Role.Scheduler, "4302", "Collecting TopicProposed TopicDetermined Implementing")]
    public void A_role_reads_a_consultation_in(Role role, string organ, string stages)
    {
        var place = new ConsultationPlace(Quarter.Grid, Quarter.Community, Quarter.Township, Quarter.Township.At(UnitLevel.County), Quarter.Township.At(UnitLevel.City));
        var actor = new Actor("reader", role, OrganCode.Parse(organ));
        string.Join(' ', new[] { ConsultationStage.Collecting, ConsultationStage.TopicProposed, ConsultationStage.TopicDetermined, ConsultationStage.Implementing }
            .Where(stage => ConsultationAccess.Reads(actor, place, [Quarter.Community, Quarter.Second], Quarter.Bureau, new(stage, true, false), ByCode))).ShouldBe(stages);
    }

    [Fact]
    [Trait("Rule", "C002")]
    public void C002_a_draft_that_was_withdrawn_does_not_open_to_those_who_read_no_drafts()
    {
        var draft = Story.Opened().Then(Quarter.Party, new WithdrawConsultation("情况已变")).It;
        var published = Story.Prepared().Then(Quarter.Party, new WithdrawConsultation("情况已变")).It;
        foreach (var (letter, reads) in new[] { ('O', false), ('W', false), ('P', true), ('T', true) })
        {
            Reads(letter, draft).ShouldBe(reads, $"{letter} reads what was never published");
            Reads(letter, published).ShouldBeTrue($"{letter} reads what was");
        }

        static bool Reads(char letter, Consultation s) => ConsultationAccess.Reads(Actor(letter), s.Place, s.Communities, s.Matter.DelegatedBy, ConsultationStanding.Of(s), ByCode);
    }

    [Fact]
    [Trait("Rule", "C034")]
    public void C034_what_was_put_to_the_council_it_reads_also_when_it_is_withdrawn_before_anything_was_published()
    {
        foreach (var withdrawn in new[] { Story.Proposed(), Story.Planned() }.Select(s => s.Then(Quarter.Party, new WithdrawConsultation("情况已变")).It))
        {
            withdrawn.PublishedAt.ShouldBeNull();
            foreach (var (letter, reads) in new[] { ('O', true), ('W', false), ('P', true), ('T', true) })
                ConsultationAccess.Reads(Actor(letter), withdrawn.Place, withdrawn.Communities, null, ConsultationStanding.Of(withdrawn), ByCode).ShouldBe(reads, $"{letter}");
        }
    }

    [Fact]
    [Trait("Rule", "C002")]
    public void C002_what_was_noticed_or_announced_is_public_and_drafts_are_not()
    {
        Story.Determined().It.PublishedAt.ShouldBeNull();
        Story.Planned().It.PublishedAt.ShouldBeNull();
        Story.Prepared().It.PublishedAt.ShouldNotBeNull();
        Story.Ended().Then(Quarter.Committee, Quarter.Announcement).It.PublishedAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_community_that_moved_is_read_by_the_township_it_moved_to_and_no_longer_by_the_former()
    {
        var (former, next) = (Quarter.Township, UnitCode.Parse("430203009"));
        var place = new ConsultationPlace(null, Quarter.Community, next, next.At(UnitLevel.County), next.At(UnitLevel.City));
        IsWithin moved = (unit, above) => unit == above || (unit == Quarter.Community ? above == next || ByCode(next, above) : ByCode(unit, above));
        foreach (var communities in new[] { [Quarter.Community], new[] { Quarter.Community, UnitCode.Parse("430203009001") } })
        {
            (bool Former, bool Next) reads = (Reads(former), Reads(next));
            reads.ShouldBe((false, true));
            bool Reads(UnitCode township) =>
                ConsultationAccess.Reads(new("reader", Role.TownshipGovernment, OrganCode.Of(township)), place, communities, null, new(ConsultationStage.Collecting, false, false), moved);
        }
    }

    [Fact]
    public void Council_and_supervision_committee_read_no_trace()
    {
        foreach (var actor in Everybody.Select(Actor).Append(new("auditor", Role.Auditor, OrganCode.Parse("4302"))))
        {
            var s = Later.Implementing(matter: Entrusted).It;
            ConsultationAccess.ReadsTrace(actor, s.Place, s.Communities, s.Matter.DelegatedBy, ConsultationStanding.Of(s), ByCode)
                .ShouldBe(actor.Role is Role.CommunityParty or Role.CommunityCommittee or Role.TownshipGovernment or Role.Department or Role.Auditor or Role.GridWorker && actor != Quarter.SecondParty, $"{actor.Role}");
        }
    }

    private static bool ByCode(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);

    private static IEnumerable<Type> Commands => typeof(ConsultationCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConsultationCommand)));

    private static Refusal? Asked(Actor actor, Consultation state, Type command) => ConsultationAccess.MayAct(actor, state, command, Context(actor));

    private static ConsultationContext Context(Actor actor) => Story.Opened().Context(actor, new Conclude()) with { Place = null };

    private static Actor Actor(char letter) => letter switch
    {
        'P' => Quarter.Party,
        'C' => Quarter.Committee,
        'O' => Quarter.Council,
        'G' => Quarter.Group,
        'T' => Quarter.Government,
        'S' => Quarter.Supervision,
        'D' => Quarter.Department,
        'R' => Quarter.Resident,
        'W' => new("worker-1", Role.GridWorker, OrganCode.Of(Quarter.Grid)),
        _ => Quarter.SecondParty,
    };

    [Fact]
    [Trait("Rule", "C002")]
    public void C002_what_was_published_does_not_become_secret_again()
    {
        var prepared = Story.Prepared();
        var anew = prepared.Then(Quarter.Council, Quarter.Plan(prepared.Now.AddDays(3)));
        anew.It.Notice.ShouldBeNull();
        anew.It.PublishedAt.ShouldNotBeNull();
        var again = Later.Disagreed().Then(Quarter.Council, new OpenAnotherRound());
        again.It.Notice.ShouldBeNull();
        again.It.PublishedAt.ShouldNotBeNull();
        again.It.PublishedAt.ShouldNotBe(again.Now, "the first time counts");
    }
}
