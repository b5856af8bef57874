using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Tests;

/// <summary>One of everything of ledgers, councils and support files.</summary>
internal static class CouncilSamples
{
    private const string Key = "consultation-0123456789abcdef0123456789abcdef";

    private static readonly UnitCode Community = UnitCode.Parse("430203001001");
    private static readonly DateOnly Day = new(2026, 7, 13);
    private static readonly OpinionEntry Entry = new(new('a', 32), OpinionSource.Hotline12345, ParticipantKind.RegisteredResidents, "楼道灯不亮", Day, CaseSamples.At, "Z-1", Role.Hotline);
    private static readonly SupportRecord Record = new(
        new('b', 32), SupportKind.DisputeRisk, Day, "相邻纠纷", CaseSamples.At, Role.CommunityParty, 3, "TJ-01", OrganCode.Parse("430203:D07"), Key, RiskKind.Mass, true);

    private static readonly ImmutableList<Candidate> Candidates = [new("A", HeadOffice.None, 31), new("B", HeadOffice.Director, 30)];

    public static readonly ImmutableList<OpinionCommand> OpinionCommands =
        [new EnterOpinion(OpinionSource.Hotline12345, ParticipantKind.RegisteredResidents, "楼道灯不亮", Day, "Z-1"), new LinkOpinion(Entry.Id, Key), new RecordHouseholdVisits(Day, 30)];

    public static readonly ImmutableList<OpinionEvent> OpinionEvents =
        [new OpinionEntered(Community, Entry), new OpinionEntered(Community, Entry with { Id = new('c', 32), Ticket = null, Source = OpinionSource.Box }), new OpinionLinked(Community, new(Entry.Id, Key), CaseSamples.At, true), new HouseholdsVisited(Community, Day, 30)];

    public static readonly ImmutableList<CouncilCommand> CouncilCommands =
    [
        new EstablishCouncil(Day, "成立纪要"), new SetCouncilHall(VenueKind.ConsultationHall, "社区二楼"), new SetCouncilMembers([new(CouncilMemberClass.GridHead, 4)]),
        new NominateCouncilHead(Electorate.Residents, 100, [HeadOffice.None, HeadOffice.Director], Day, Day.AddYears(5)), new OpenCouncilBallot(true), new CountCouncilBallots([new("A", 31), new("B", 30)], 2),
    ];

    public static readonly ImmutableList<CouncilEvent> CouncilEvents =
    [
        new CouncilEstablished(Community, Day, "成立纪要"), new HallSet(new(VenueKind.ConsultationHall, "社区二楼")), new MembersSet([new(CouncilMemberClass.GridHead, 4)]),
        new HeadNominated(new(ElectionStage.Nominated, Candidates, 100, Day, Day.AddYears(5))), new BallotOpened(1, Candidates), new BallotsCounted(Candidates, 2), new ElectionTied(["A", "B"]),
        new HeadElected("A", new(Day, HeadOffice.None, Day, Day.AddYears(5))),
    ];

    public static readonly ImmutableList<SupportCommand> SupportCommands =
    [
        new RecordSupport(SupportKind.DisputeRisk, Day, "相邻纠纷", 3, "TJ-01", OrganCode.Parse("430203:D07"), Key, RiskKind.Mass, true), new EndSupport(Record.Id, "已化解"),
        new TellSupport([new(SupportKind.DisputeSweep, SupportGapStatus.Missed, Day), new(SupportKind.LawPublicity, SupportGapStatus.Missed, Day, OrganCode.Parse("430203:D07"))]),
    ];

    public static readonly ImmutableList<SupportEvent> SupportEvents =
    [
        new SupportRecorded(Community, Record), new SupportEnded(Community, Record.Id, Record.Kind, CaseSamples.At, "已化解"),
        new SupportTold(Community, [new(SupportKind.DisputeSweep, SupportGapStatus.Missed, Day), new(SupportKind.FixedDay, null, Day)]),
    ];
}
