using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Consultations;

/// <summary>The small city with live consultations: Monday 2026-07-13, 09:00, by weekdays.</summary>
internal sealed class ConsultationTown : IAsyncDisposable
{
    internal static readonly UnitCode Second = new("430203001002");
    internal static readonly Actor Party = new("party", Role.CommunityParty, OrganCode.Of(SmallCity.Community));
    internal static readonly Actor Committee = new("committee", Role.CommunityCommittee, OrganCode.Of(SmallCity.Community));
    internal static readonly Actor Council = new("council", Role.Council, OrganCode.Of(SmallCity.Community));
    internal static readonly Actor Government = new("government", Role.TownshipGovernment, OrganCode.Of(SmallCity.Township));

    internal static readonly ImmutableList<ParticipantKind> Kinds = [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee, ParticipantKind.RespectedPerson];

    internal static readonly Announce Announcement = new("社区公告栏", [PublicationChannel.ResidentsGroups], "协商会议一致同意划线");

    private int _ids;

    private ConsultationTown(CaseTown town, TownDirectory directory) => (Town, Directory) = (town, directory);

    internal CaseTown Town { get; }

    internal TownDirectory Directory { get; }

    internal static async Task<ConsultationTown> Open()
    {
        var directory = new TownDirectory();
        return new(await CaseTown.Open(directory: directory), directory);
    }

    internal IConsultationGrain Consultation(string key) => Town.Hub.Client.Consultation(key);

    internal static string Key(Actor by, string id) => GrainKeys.ConsultationOfCommand(by.Principal, id);

    internal Task<CommandReply> Do(string key, Actor by, ConsultationCommand command, string? id = null) =>
        Consultation(key).Do(command, new CommandContext(id ?? $"id-{Interlocked.Increment(ref _ids)}", by));

    internal async Task<CommandReply> Done(string key, Actor by, ConsultationCommand command, string? id = null)
    {
        var reply = await Do(key, by, command, id);
        reply.Refusal.ShouldBeNull($"{command}");
        return reply;
    }

    internal static OpenConsultation Opening(params UnitCode[] communities) =>
        new(SmallCity.Community, communities.Length == 0 ? [SmallCity.Community] : [.. communities], "小区停车位改造", new());

    /// <summary>A consultation that has begun.</summary>
    internal async Task<string> Opened(string id = "begin")
    {
        var key = Key(Party, id);
        await Done(key, Party, Opening(), id);
        return key;
    }

    /// <summary>One whose topic the council has taken: the plan is due in two working days.</summary>
    internal async Task<string> Determined(string id = "begin")
    {
        var key = await Opened(id);
        await Done(key, Party, new HoldWorkMeeting("例会纪要 7"));
        await Done(key, Party, new ProposeTopic(TopicCategory.PublicAffairs, "小区停车位如何改造", [ParticipantKind.RegisteredResidents]));
        await Done(key, Council, new DetermineTopic());
        return key;
    }

    /// <summary>One that is ready for its session, at the planned time.</summary>
    internal async Task<string> Prepared(string id = "begin")
    {
        var key = await Determined(id);
        await Done(key, Council, new MakePlan(
            Town.Now.AddHours(1), VenueKind.ConsultationHall, "社区议事堂", "讨论两种改造办法", "各楼栋报名、推荐后选举", Kinds, ConsultationForm.Dialogue));
        await Done(key, Council, new PublishNotice([PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "社区公告栏"));
        await Done(key, Council, new FixParticipants(
            [
                new(ParticipantKind.RegisteredResidents, SmallCity.Community, 20, ChoiceMethod.Elected),
                new(ParticipantKind.OwnersCommittee, SmallCity.Community, 5, ChoiceMethod.Delegated),
                new(ParticipantKind.RespectedPerson, SmallCity.Community, 5, ChoiceMethod.Invited),
            ],
            "选举记录 2026-7"));
        await Pushed(key);
        Town.Time.Advance(TimeSpan.FromHours(1));
        return key;
    }

    /// <summary>One whose session has just ended: its announcement is due by the end of tomorrow.</summary>
    internal async Task<string> Ended(string id = "begin", params NewDissent[] dissents)
    {
        var key = await Prepared(id);
        await Done(key, Council, new StartSession(PresiderKind.CouncilHead));
        await Done(key, Council, new EndSession(SessionOutcome.Consensus, "同意划线，先试三个月", 30, Kinds, [.. dissents]));
        return key;
    }

    internal Task Pushed(string key) => Town.Pushed(key);

    internal async Task<IReadOnlyList<TraceEntry>> Trace(string key) => await Consultation(key).Trace(0, 200);

    internal async Task<ConsultationFigures> Figures(UnitCode unit) => (await Town.Hub.Client.Unit(unit).Summary()).Facts.Consultations;

    /// <summary>Until a unit's figures, read now, are as expected: pushes reach it after the reply, each a window of grains' time after the one before.</summary>
    internal Task Reads(UnitCode unit, Func<ConsultationReading, bool> expected) => CaseTown.Eventually(async () =>
    {
        Town.Time.Advance(new HierarchyOptions().PushWindow);
        return expected(ConsultationFiguresRead.At(await Figures(unit), Town.Now));
    });

    public async ValueTask DisposeAsync() => await Town.DisposeAsync();
}
