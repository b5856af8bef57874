using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>Units are told once for each period what their support of consultation lacks, however often the sweep runs.</summary>
public sealed class SupportSweepTests
{
    private static readonly UnitCode City = new("4302");
    private static readonly UnitCode Township = new("430203001");
    private static readonly UnitCode Community = new("430203001001");

    private readonly FakeTime _time = new();
    private readonly MemoryCouncilIndex _index = new();
    private readonly Dictionary<UnitCode, SupportFile> _files = [];
    private readonly List<(UnitCode Unit, SupportReminder Reminder)> _told = [];
    private readonly Dictionary<UnitCode, int> _failing = []; // how often it still fails
    private bool _refused;

    public SupportSweepTests() => _time.SetUtcNow(new DateTimeOffset(2026, 7, 14, 0, 10, 0, TimeSpan.Zero));

    [Fact]
    [Trait("Rule", "C063")]
    [Trait("Rule", "C087")]
    public async Task C063_C087_a_missed_cycle_is_told_once_and_the_next_one_again()
    {
        await Run();
        _told.ShouldContain((Township, new(SupportKind.MediationCampaign, SupportGapStatus.Missed, new(2026, 4, 1))));
        _told.ShouldContain((Community, new(SupportKind.DisputeSweep, SupportGapStatus.Missed, new(2026, 6, 1))));
        var first = _told.Count;
        await Run();
        _told.Count.ShouldBe(first, "the same day again, or another process");
        _time.Advance(TimeSpan.FromDays(1));
        await Run();
        _told.Count.ShouldBe(first, "the next day");
        _time.Advance(TimeSpan.FromDays(31));
        await Run();
        _told.Skip(first).ShouldContain((Community, new(SupportKind.DisputeSweep, SupportGapStatus.Missed, new(2026, 7, 1))));
    }

    [Fact]
    [Trait("Rule", "C021")]
    public async Task C021_a_fixed_day_is_told_on_the_day_before_and_not_again_on_the_day()
    {
        _index.Take(new() { Records = [new SupportRecorded(Community, new(new('a', 32), SupportKind.FixedDay, new(2026, 1, 1), "固定日", _time.GetUtcNow(), Role.CommunityParty, 15))] });
        await Run();
        _time.Advance(TimeSpan.FromDays(1));
        await Run();
        _told.Where(t => t.Reminder.Kind == SupportKind.FixedDay).ShouldBe([(Community, new(SupportKind.FixedDay, null, new(2026, 7, 15)))]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unit_that_fails_holds_up_no_other_and_the_run_does_not_pass_for_done(bool refused)
    {
        _failing[Community] = int.MaxValue;
        _refused = refused;
        await Should.ThrowAsync<InvalidOperationException>(() => Run());
        _told.ShouldContain(t => t.Unit == Township);
        _told.ShouldNotContain(t => t.Unit == Community);
        _failing.Clear();
        await Run();
        _told.ShouldContain(t => t.Unit == Community);
    }

    [Fact]
    public async Task A_unit_that_is_asked_to_come_again_is_told_within_the_run()
    {
        (_failing[Community], _refused) = (1, true);
        await Run();
        _told.ShouldContain(t => t.Unit == Community);
    }

    private Task Run() => _time.Settle(Done());

    private async Task<bool> Done()
    {
        await Sweep();
        return true;
    }

    private Task Sweep() => new SupportSweep(
        Fake.Of<IGrainFactory>((_, args) => Grain(new UnitCode(((string)args[0]!)["support-".Length..]))), _index,
        Fake.Of<IHubDirectory>((method, args) => method.Name switch
        {
            "get_City" => City,
            nameof(IHubDirectory.Descendants) => Rows((UnitLevel)args[1]!),
            _ => throw new NotSupportedException(method.Name),
        }),
        Fake.Of<IRuleBook>((method, _) => method.Name switch
        {
            "get_Current" => new RuleBook(OfficialCalendar.Empty, new CaseRules { Categories = [] }),
            "get_Departments" => new Dictionary<string, Department>(),
            _ => throw new NotSupportedException(method.Name),
        }),
        new HubClock(_time), NullLogger<SupportSweep>.Instance).Run();

    private ISupportGrain Grain(UnitCode unit) => Fake.Of<ISupportGrain>((method, args) => method.Name == nameof(ISupportGrain.Do) ? Do(unit, (SupportCommand)args[0]!, (CommandContext)args[1]!) : throw new NotSupportedException());

    private Task<CommandReply> Do(UnitCode unit, SupportCommand command, CommandContext context)
    {
        lock (_files)
        {
            if (_failing.TryGetValue(unit, out var times) && times > 0)
            {
                _failing[unit] = times - 1;
                return _refused ? Task.FromResult(new CommandReply($"support-{unit}", new(RefusalCodes.RetryLater, "HUB", "", null, "请重试", "again"), 0)) : throw new TimeoutException();
            }

            var decision = SupportDecisions.Decide(_files.GetValueOrDefault(unit), command, new(unit, true, context.Actor, _time.GetUtcNow(), context.CommandId, (a, b) => true));
            foreach (var happened in decision.Events)
            {
                _files[unit] = SupportFile.Apply(_files.GetValueOrDefault(unit), happened);
                _told.AddRange(((SupportTold)happened).Reminders.Select(r => (unit, r)));
            }

            return Task.FromResult(new CommandReply($"support-{unit}", decision.Refusal, 1));
        }
    }

    private static IReadOnlyList<UnitRow> Rows(UnitLevel level) => [.. new[] { new UnitCode("430203"), Township, Community }.Where(u => u.Level == level)
        .Select(u => new UnitRow(u, 1, "", u.Value, u.ParentByCode, default, null, null, false))];
}
