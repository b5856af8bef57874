using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Posts;

/// <summary>The small city with an area agency that serves three townships: Monday 2026-07-13, 09:00, by weekdays.</summary>
internal sealed class PostsTown : IAsyncDisposable
{
    internal static readonly OrganCode Area = OrganCode.Parse("430203001-D12");
    internal static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");
    internal static readonly UnitCode Host = UnitCode.Parse("430203001");
    internal static readonly UnitCode Second = UnitCode.Parse("430203002");
    internal static readonly UnitCode Third = UnitCode.Parse("430203003");
    internal static readonly Actor Department = new("bureau", Role.Department, Bureau);
    internal static readonly Actor Organisation = new("organisation", Role.OrganisationDepartment, OrganCode.Parse("430203"));
    internal static readonly Actor Agency = new("agency", Role.AgencyStaff, Area);

    private int _ids;

    private PostsTown(CaseTown town) => Town = town;

    internal CaseTown Town { get; }

    internal static string Key => GrainKeys.Posts(Area);

    internal IPostsGrain Grain => Town.Hub.Client.Posts(Area);

    internal static async Task<PostsTown> Open() =>
        new(await CaseTown.Open(directory: new TownDirectory(new AgencyRow(Area, 1, "甲所", Bureau, Host, [Host, Second, Third], false))));

    internal static Actor Of(UnitCode township) => new($"township-{township}", Role.TownshipGovernment, OrganCode.Of(township));

    internal Task<CommandReply> Do(Actor by, PostCommand command, string? id = null, DateTimeOffset? at = null) =>
        Grain.Do(command, new CommandContext(id ?? $"id-{Interlocked.Increment(ref _ids)}", by, at));

    internal async Task<CommandReply> Done(Actor by, PostCommand command, string? id = null, DateTimeOffset? at = null)
    {
        var reply = await Do(by, command, id, at);
        reply.Refusal.ShouldBeNull($"{command}");
        return reply;
    }

    internal async Task<AgencyPosts> State() => (await Grain.Get()).ShouldNotBeNull().State;

    internal async Task<IReadOnlyList<TraceEntry>> Trace() => (await Grain.Trace(0, 200)).Entries;

    internal Publication Published() => Town.Hub.Index.Published(Key).ShouldNotBeNull();

    internal Task Pushed() => Town.Pushed(Key);

    public async ValueTask DisposeAsync() => await Town.DisposeAsync();
}
