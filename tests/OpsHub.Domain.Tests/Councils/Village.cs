using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Councils;

/// <summary>A community with those who act in it, and commands told one after another.</summary>
internal static class Village
{
    public static readonly DateTimeOffset Now = new(2026, 7, 15, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 7, 15);
    public static readonly UnitCode Community = new("430203001001");
    public static readonly UnitCode Other = new("430203001002");
    public static readonly UnitCode Township = new("430203001");
    public static readonly UnitCode County = new("430203");
    public static readonly Actor Party = Of(Role.CommunityParty, "430203001001");
    public static readonly Actor Committee = Of(Role.CommunityCommittee, "430203001001");
    public static readonly Actor CouncilActor = Of(Role.Council, "430203001001");
    public static readonly Actor Worker = Of(Role.GridWorker, "430203001001001");
    public static readonly Actor Resident = Of(Role.Resident, "430203001001");
    public static readonly Actor Government = Of(Role.TownshipGovernment, "430203001");
    public static readonly Actor CountyGovernment = Of(Role.CountyGovernment, "430203");
    public static readonly Actor Office = Of(Role.CityGovernanceOffice, "4302");
    public static readonly Actor Justice = Of(Role.Department, "430203:D07");
    public static readonly Actor Hotline = Of(Role.Hotline, "4302");
    public static readonly Actor Hub = Actor.Hub(new("4302"));

    public static Actor Of(Role role, string organ) => new($"{role}@{organ}", role, OrganCode.Parse(organ));

    public static bool IsWithin(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);

    // Opinion ledger.
    public static Decision<OpinionEvent> Decide(this OpinionLedger? ledger, Actor by, OpinionCommand command, string id = "c-1", Consultation? near = null, IndexedOpinion? indexed = null) =>
        OpinionDecisions.Decide(ledger, command, new(Community, true, by, Now, id, IsWithin, indexed, near));

    public static OpinionLedger Then(this OpinionLedger? ledger, Actor by, OpinionCommand command, string id = "c-1", Consultation? near = null)
    {
        var decision = ledger.Decide(by, command, id, near);
        decision.Refusal.ShouldBeNull($"{command}");
        return decision.Events.Aggregate(ledger, OpinionLedger.Apply)!;
    }

    // Council.
    public static Decision<CouncilEvent> Decide(this Council? council, Actor by, CouncilCommand command) => CouncilDecisions.Decide(council, command, new(Community, true, by, Now, IsWithin));

    public static Council Then(this Council? council, Actor by, CouncilCommand command)
    {
        var decision = council.Decide(by, command);
        decision.Refusal.ShouldBeNull($"{command}");
        return decision.Events.Aggregate(council, Council.Apply)!;
    }

    public static Council Established() => ((Council?)null).Then(Party, new EstablishCouncil(new(2026, 1, 5), "成立会议纪要 1"));

    public static NominateCouncilHead Nomination(params HeadOffice[] candidates) =>
        new(Electorate.Residents, 100, [.. candidates.DefaultIfEmpty(HeadOffice.None)], new(2026, 8, 1), new(2031, 7, 31));

    public static Council BallotOpen(params HeadOffice[] candidates) => Established().Then(Committee, Nomination(candidates)).Then(Committee, new OpenCouncilBallot(true));

    public static CountCouncilBallots Tallies(int a, int b, int invalid = 0) => new([new("A", a), new("B", b)], invalid);

    // Support.
    public static Decision<SupportEvent> Decide(this SupportFile? file, UnitCode unit, Actor by, SupportCommand command, Consultation? concerned = null, string id = "c-1") =>
        SupportDecisions.Decide(file, command, new(unit, true, by, Now, id, IsWithin, null, concerned));

    public static SupportFile Then(this SupportFile? file, UnitCode unit, Actor by, SupportCommand command, string id = "c-1")
    {
        var decision = file.Decide(unit, by, command, id: id);
        decision.Refusal.ShouldBeNull($"{command}");
        return decision.Events.Aggregate(file, SupportFile.Apply)!;
    }

    public static RecordSupport Record(SupportKind kind) => new(kind, Today, "记录");

    public static SupportRecord Recorded(UnitCode unit, Actor by, RecordSupport command, Consultation? concerned = null)
    {
        var decision = ((SupportFile?)null).Decide(unit, by, command, concerned);
        decision.Refusal.ShouldBeNull($"{command}");
        return decision.Events.ShouldHaveSingleItem().ShouldBeOfType<SupportRecorded>().Record;
    }
}
