using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Notices and channels in memory. Their order, bounds and guards are the storage tests' matter, decisions about channels the domain's.</summary>
public sealed class FakeNotices : INoticeLists, IChannelTable, IChannelDesk
{
    private readonly Dictionary<string, NoticeCommandRow> _commands = [];

    public List<NoticeRow> Rows { get; } = [];

    public List<ChannelRow> Channels { get; } = [];

    /// <summary>Commands that came to the desk, in order.</summary>
    public List<(ChannelCommand Command, string Id, long? Version)> Asked { get; } = [];

    /// <summary>What the desk answers.</summary>
    public ChannelAnswer Answer { get; set; } = new(null, null, null);

    public NoticeRow Put(string recipient, string key, long position, string @case = "case-00000000000000000000000000000000", DateTimeOffset? toldAt = null)
    {
        var row = new NoticeRow(
            position, new Notice(key, @case, 1, "4302-2026-000001", OrganCode.Parse(recipient), NoticeKind.NewWork, false, null, null, TestHub.Monday, TestHub.Monday, null, "待办", "Work"),
            toldAt, null, null);
        Rows.Add(row);
        return row;
    }

    public Task<Page<NoticeRow>> Page(OrganCode recipient, NoticeFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var found = Rows.Where(r => r.Notice.Recipient == recipient && Tells(r, filter.Subjects) && !(filter.UnreadOnly && r.ReadAt is not null)).OrderByDescending(r => r.Position).ToList();
        return Task.FromResult(new Page<NoticeRow>([.. found.Take(page.First ?? page.Last!.Value).Select(r => (r, $"c{r.Position}"))], found.Count > page.First, false, TestHub.Monday));
    }

    public Task<NoticeRow?> Find(string key, CancellationToken cancel = default) => Task.FromResult(Rows.Find(r => r.Notice.Key == key));

    public Task<IReadOnlyList<NoticeRow>> Told(OrganCode recipient, NoticeSubjects subjects, NoticePlace after, int limit, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<NoticeRow>>(
        [.. Rows.Where(r => r.Notice.Recipient == recipient && Tells(r, subjects) && r.ToldAt?.UtcTicks > after.ToldAt).OrderBy(r => r.ToldAt).ThenBy(r => r.Position).Take(limit)]);

    public Task<NoticePlace> Newest(CancellationToken cancel = default) =>
        Task.FromResult(Rows.Where(r => r.ToldAt is not null).Select(r => new NoticePlace(r.ToldAt!.Value.UtcTicks, r.Position)).DefaultIfEmpty().MaxBy(p => (p.ToldAt, p.Position)));

    public Task<IReadOnlyList<OrganCode>> Recipients(NoticePlace after, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<OrganCode>>([.. Rows.Where(r => r.ToldAt?.UtcTicks > after.ToldAt).Select(r => r.Notice.Recipient).Distinct()]);

    public Task MarkRead(string key, string commandKey, string body, Actor actor, DateTimeOffset now, string stamp, CancellationToken cancel = default)
    {
        var at = Rows.FindIndex(r => r.Notice.Key == key);
        if (Rows[at].ReadAt is null)
        {
            Rows[at] = Rows[at] with { ReadAt = now };
            _commands[commandKey] = new(commandKey, body, stamp, key, 1, now, actor.Principal, actor.Role.ToString(), actor.Organ, "read");
        }

        return Task.CompletedTask;
    }

    Task<ChannelRow?> IChannelTable.Find(string id, CancellationToken cancel) => Task.FromResult(Channels.Find(c => c.Channel.Id == id));

    public Task<IReadOnlyList<ChannelRow>> Of(IReadOnlyCollection<OrganCode> organs, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<ChannelRow>>([.. Channels.Where(c => organs.Contains(c.Channel.Organ))]);

    public List<GivenUpRow> Lost { get; } = [];

    public Task<IReadOnlyList<ChannelRow>> Failing(int limit, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<ChannelRow>>([.. Channels.Where(c => c.State.FailingSince is not null).Take(limit)]);

    public Task<ChannelCounts> Counts(CancellationToken cancel = default) => Task.FromResult(new ChannelCounts(Channels.Count(c => c.State.FailingSince is not null), Lost.Count));

    public Task<int> CountGivenUp(string channel, CancellationToken cancel = default) => Task.FromResult(Lost.Count);

    public Task<IReadOnlyList<GivenUpRow>> GivenUp(string channel, int limit, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<GivenUpRow>>([.. Lost.Take(limit)]);

    public Task<NoticeCommandRow?> Command(string commandKey, CancellationToken cancel = default) => Task.FromResult(_commands.GetValueOrDefault(commandKey));

    public Task<IReadOnlyList<NoticeCommandRow>> Commands(string subject, int limit, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<NoticeCommandRow>>(
        [new("k", "b", "s", subject, 1, TestHub.Monday, "admin", nameof(Role.Administrator), OrganCode.Parse("4302"), "kinds Due; disabled")]);

    public Task Write(ChannelChange change, string stamp, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<ChannelAnswer> Do(ChannelCommand command, string commandId, long? expectedVersion, Actor actor, CancellationToken cancel = default)
    {
        Asked.Add((command, CommandIds.Key(actor.Principal, commandId), expectedVersion));
        return Task.FromResult(Answer);
    }

    private static bool Tells(NoticeRow row, NoticeSubjects subjects) => subjects.HasFlag(NoticeAccess.SubjectOf(row.Notice));
}
