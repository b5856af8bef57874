using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Host.Notices;
using OpsHub.Host.Options;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;
using Orleans.Runtime;

namespace OpsHub.Host.Tests.Notices;

/// <summary>The hub's queue, desk and senders on a folder of a test's own, at a time that the test moves; without silo, loop and server.</summary>
internal sealed class NoticeHub : IAsyncDisposable
{
    /// <summary>Monday morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 7, 13, 1, 0, 0, TimeSpan.Zero);

    public static readonly OrganCode Office = OrganCode.Parse("430203001");
    public static readonly Actor Administrator = new("admin", Role.Administrator, OrganCode.Parse("4302"));

    private readonly TemporaryFolder _folder = new();
    private IHost _host = null!;
    private int _cases;
    private int _processes;

    public FakeTimeProvider Time { get; } = new(Monday);

    public NoticeOptions Options { get; } = new() { AllowPrivateAddresses = true, RobotHosts = { "127.0.0.1" } };

    public OfficialCalendar Calendar { get; set; } = OfficialCalendar.Empty;

    public INoticeQueue Queue => Get<INoticeQueue>();

    public IChannelTable Channels => Get<IChannelTable>();

    public IChannelDesk Desk => Get<IChannelDesk>();

    /// <summary>As another process on the same database would be.</summary>
    public NoticeDispatch NewProcess() => new(
        Queue, new OwnTurns(Queue, $"process-{++_processes}"), _host.Services.GetServices<IChannelSender>(), Get<ChannelSecrets>(), Book(), Get<IHubDirectory>(), Options.Rules, Get<IOptions<NoticeOptions>>(), Get<HubClock>(),
        Get<Microsoft.Extensions.Logging.ILogger<NoticeDispatch>>());

    public static async Task<NoticeHub> Open(Action<NoticeOptions>? set = null)
    {
        var hub = new NoticeHub();
        set?.Invoke(hub.Options);
        hub._host = await OpenHub.On(hub._folder, services => services
            .AddNotices()
            .AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, hub.Time)
            .AddSingleton<IHubDirectory>(_ => Directory())
            .AddSingleton<IOptions<NoticeOptions>>(Microsoft.Extensions.Options.Options.Create(hub.Options)));
        return hub;
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<ChannelAnswer> Create(ChannelKind kind, string target, string command = "c1", params NoticeKind[] kinds)
    {
        var answer = await Desk.Do(new CreateChannel(Office, kind, target, [.. kinds.Length == 0 ? Enum.GetValues<NoticeKind>() : kinds], Language.Zh), command, null, Administrator);
        answer.Refusal.ShouldBeNull();
        return answer;
    }

    /// <summary>Publishes a case with so many notices for the office.</summary>
    public async Task Tell(int count = 1, bool emergency = false)
    {
        var key = $"case-{++_cases}";
        await Get<IPublisher>().Publish(new Publication(key, 1)
        {
            Notices = [.. Enumerable.Range(0, count).Select(n => new Notice(
                $"{key}:{n}", key, 1, $"4302-2026-{_cases:D6}", Office, NoticeKind.Due, emergency, "handling", Monday, Monday, Monday, null, $"案件 {_cases} 到期", $"Case {_cases} due"))],
            Deliveries = [],
        });
    }

    /// <summary>Publishes a case with a message of another part of the hub for a channel.</summary>
    public async Task Put(string channel, string key)
    {
        var @case = $"case-{++_cases}";
        await Get<IPublisher>().Publish(new Publication(@case, 1) { Notices = [], Deliveries = [new DeliveryRow(key, channel, "ticket.status", """{"ticket":"1"}""", Monday)] });
    }

    /// <summary>Lets every channel send once what it may.</summary>
    public async Task Round(NoticeDispatch process)
    {
        while (await process.HandOut(default) > 0)
        {
        }

        foreach (var channel in await process.Ready(default))
        {
            while (await process.SendNext(channel, default))
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
        _folder.Dispose();
    }

    private IRuleBook Book() => Fake.Of<IRuleBook>((_, _) => new RuleBook(Calendar, new CaseRules { Categories = ImmutableDictionary<string, CaseCategory>.Empty }));

    private static IHubDirectory Directory() => Fake.Of<IHubDirectory>((method, args) => method.Name switch
    {
        nameof(IHubDirectory.Unit) when args[0] is UnitCode { Value: "430203001" } code => new UnitRow(code, 1, "subdistrict", "某街道", null, default, null, null, false),
        nameof(IHubDirectory.Upwards) => (IReadOnlyList<UnitCode>)[new("430203001"), new("430203"), new("4302")],
        _ => null,
    });
}
