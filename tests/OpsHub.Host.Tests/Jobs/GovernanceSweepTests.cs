using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Fixtures;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>Meeting cycles are closed, reports drafted and units told once, however often the sweep runs and however long the hub was down.</summary>
public sealed class GovernanceSweepTests
{
    private static readonly UnitCode City = new("4302"), County = new("430203"), Township = new("430203001");

    private readonly FakeTime _time = new();
    private readonly Dictionary<UnitCode, GovernanceFile> _files = [];
    private readonly Dictionary<string, AnalysisReport> _reports = [];
    private readonly List<GovernanceEvent> _happened = [];
    private DateOnly _founded;
    private int _failing;
    private long _reported = 12;

    public GovernanceSweepTests() => _time.SetUtcNow(new DateTimeOffset(2026, 7, 14, 0, 20, 0, TimeSpan.Zero));

    [Fact, Trait("Rule", "T020")]
    public async Task T020_a_month_without_a_meeting_is_missed_once_and_after_a_downtime_every_month_is_made_up_in_order()
    {
        _files[Township] = new() { Unit = Township, Meetings = [new(new(2026, 7, 3), "纪要", 8)] };
        await Run();
        Missed().ShouldBe([new(2026, 5, 1), new(2026, 6, 1)], "the hub keeps records since 20 April");
        await Run();
        Missed().Count().ShouldBe(2, "another run, or another process");
        _time.SetUtcNow(new DateTimeOffset(2026, 10, 1, 0, 20, 0, TimeSpan.Zero));
        await Run();
        Missed().ShouldBe([new(2026, 5, 1), new(2026, 6, 1), new(2026, 8, 1), new(2026, 9, 1)], "July had its meeting");
        _files[Township].ClosedUntil.ShouldBe(new(2026, 10, 1));
    }

    [Fact, Trait("Rule", "T020")]
    public async Task T020_a_month_is_not_closed_before_what_was_recorded_at_its_end_has_reached_the_disk()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 7, 31, 16, 5, 0, TimeSpan.Zero)); // 00:05 on 1 August in Shanghai
        await Run();
        _files[Township].ClosedUntil.ShouldBe(new(2026, 7, 1));
        _time.Advance(TimeSpan.FromMinutes(6));
        await Run();
        _files[Township].ClosedUntil.ShouldBe(new(2026, 8, 1));
    }

    [Fact, Trait("Rule", "T020")]
    public async Task T020_T023_G044_a_unit_set_up_later_owes_from_its_own_first_day()
    {
        _time.SetUtcNow(new DateTimeOffset(2028, 7, 14, 0, 20, 0, TimeSpan.Zero));
        _founded = new(2028, 5, 9);
        await Run();
        Missed().ShouldBe([new(2028, 6, 1)]);
        _reports.Keys.ShouldBe(["analysis-430203001-20280601"]);
        _happened.OfType<GovernanceTold>().SelectMany(t => t.Reminders.Select(r => (t.Unit, r.Key))).Where(t => t.Key.StartsWith("SpecialFund", StringComparison.Ordinal))
            .ShouldBe([(City, "SpecialFund/2026"), (City, "SpecialFund/2027")]);
    }

    [Fact, Trait("Rule", "G042")]
    public async Task G042_G043_G057_G061_what_has_no_day_is_told_to_the_county_at_the_first_sweep_and_once_in_each_later_year()
    {
        int Times() => _happened.OfType<GovernanceTold>().Where(t => t.Unit == County).SelectMany(t => t.Reminders).Count(r => r.Rule == "G042");
        await Run();
        await Run();
        Times().ShouldBe(1);
        _time.SetUtcNow(new DateTimeOffset(2027, 1, 4, 0, 20, 0, TimeSpan.Zero));
        await Run();
        await Run();
        Times().ShouldBe(2);
    }

    [Fact, Trait("Rule", "T023")]
    public async Task T023_a_report_is_drafted_once_a_cycle_from_the_live_counts_and_gaps_are_filled()
    {
        await Run();
        _reports.Keys.Order().ShouldBe(["analysis-430203001-20260501", "analysis-430203001-20260601"]);
        var first = _reports["analysis-430203001-20260601"];
        first.Counts.ShouldBe(new(12, 9, 8, 6, 3, 3));
        _reported = 99;
        await Run();
        _reports["analysis-430203001-20260601"].ShouldBe(first, "the first figures stay");
        _time.SetUtcNow(new DateTimeOffset(2026, 9, 1, 0, 20, 0, TimeSpan.Zero));
        await Run();
        _reports.Keys.Order().Skip(2).ShouldBe(["analysis-430203001-20260701", "analysis-430203001-20260801"]);
        _reports["analysis-430203001-20260801"].Counts.Reported.ShouldBe(99);
    }

    [Fact, Trait("Rule", "G033")]
    public async Task G033_G038_what_is_overdue_is_told_once_to_city_and_county()
    {
        await Run();
        await Run();
        _happened.OfType<GovernanceTold>().SelectMany(t => t.Reminders.Select(r => (t.Unit, r.Rule))).Where(t => t.Rule is "G033" or "G038").Order().ShouldBe([(City, "G033"), (City, "G038"), (County, "G033")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_unit_that_fails_is_tried_again_and_holds_up_no_other()
    {
        _failing = 1;
        await Run();
        Missed().Count().ShouldBe(2);
        _failing = int.MaxValue;
        _time.SetUtcNow(new DateTimeOffset(2026, 9, 1, 0, 20, 0, TimeSpan.Zero));
        await Should.ThrowAsync<InvalidOperationException>(() => Run());
        _failing = 0;
        await Run();
        Missed().Count().ShouldBe(4);
    }

    private IEnumerable<DateOnly> Missed() => _happened.OfType<CycleClosed>().Where(c => c.Missed).Select(c => c.Cycle.From);

    private Task Run() => _time.Settle(Done());

    private async Task<bool> Done()
    {
        await Sweep().Run();
        return true;
    }

    private GovernanceSweep Sweep()
    {
        var clock = new HubClock(_time);
        var index = Fake.Of<IGovernanceIndex>((method, args) => method.Name switch
        {
            nameof(IGovernanceIndex.Files) => Task.FromResult<IReadOnlyList<GovernanceFile>>([.. _files.Values]),
            nameof(IGovernanceIndex.Reports) => Task.FromResult<IReadOnlyList<AnalysisReport>>([.. _reports.Values.Where(r => r.From >= (DateOnly)args[1]!)]),
            nameof(IGovernanceIndex.Since) => Task.FromResult(new DateOnly(2026, 4, 20)),
            _ => throw new NotSupportedException(method.Name),
        });
        var cases = Fake.Of<IHubIndex>((method, args) => method.Name == nameof(IHubIndex.CountCases)
            ? Task.FromResult(((CaseFilter)args[0]!).ReportedFrom is null ? 3 : (int)_reported) : throw new NotSupportedException(method.Name));
        var counts = Fake.Of<IIndicatorIndex>((method, _) => method.Name == nameof(IIndicatorIndex.Counts)
            ? Task.FromResult<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>>(new Dictionary<IndicatorKey, IndicatorCounts> { [new()] = new() { Closed = 9, Due = 8, OnTime = 6 } })
            : throw new NotSupportedException(method.Name));
        var directory = Fake.Of<IHubDirectory>((method, args) => method.Name switch
        {
            "get_City" => City,
            nameof(IHubDirectory.Unit) => args[0] is UnitCode u && u != City ? Rows(u.Level)[0] : null,
            nameof(IHubDirectory.Descendants) => Rows((UnitLevel)args[1]!),
            _ => throw new NotSupportedException(method.Name),
        });
        var book = new RuleBook(OfficialCalendar.Empty, new CaseRules { Categories = [] });
        var rules = Fake.Of<IRuleBook>((method, _) => method.Name switch
        {
            "get_Current" => book,
            "get_Versions" => new OpsHub.Domain.Rules.RuleVersions(book, []),
            _ => throw new NotSupportedException(method.Name),
        });
        return new(Fake.Of<IGrainFactory>((_, args) => Grain((string)args[0]!)), index, new AnalysisFigures(cases, counts, clock), directory, rules, clock, NullLogger<GovernanceSweep>.Instance);
    }

    private object Grain(string key) => key.StartsWith("governance-", StringComparison.Ordinal)
        ? Fake.Of<IGovernanceGrain>((method, args) => method.Name == nameof(IGovernanceGrain.Do) ? Do(GrainKeys.UnitOf(key), (GovernanceCommand)args[0]!, (CommandContext)args[1]!) : throw new NotSupportedException(method.Name))
        : Fake.Of<IAnalysisGrain>((method, args) => method.Name switch
        {
            nameof(IAnalysisGrain.Do) => Do(key, (AnalysisCommand)args[0]!, (CommandContext)args[1]!),
            nameof(IAnalysisGrain.Get) => Task.FromResult(_reports.TryGetValue(key, out var r) ? new AnalysisView(r, 1) : null),
            _ => throw new NotSupportedException(method.Name),
        });

    private Task<CommandReply> Do(UnitCode unit, GovernanceCommand command, CommandContext context)
    {
        lock (_files)
        {
            if (unit == Township && _failing > 0)
            {
                _failing--;
                return Task.FromResult(new CommandReply($"governance-{unit}", new(RefusalCodes.RetryLater, "HUB", "", null, "请重试", "again"), 0));
            }

            var decision = GovernanceDecisions.Decide(_files.GetValueOrDefault(unit), command, Facts(unit, context));
            foreach (var happened in decision.Events)
            {
                _files[unit] = GovernanceFile.Apply(_files.GetValueOrDefault(unit), happened);
                _happened.Add(happened);
            }

            return Task.FromResult(new CommandReply($"governance-{unit}", decision.Refusal, 1));
        }
    }

    private Task<CommandReply> Do(string key, AnalysisCommand command, CommandContext context)
    {
        lock (_files)
        {
            var (township, from) = GrainKeys.AnalysisOf(key);
            var decision = AnalysisDecisions.Decide(_reports.GetValueOrDefault(key), from, command, Facts(township, context));
            foreach (var happened in decision.Events)
                _reports[key] = AnalysisReport.Apply(_reports.GetValueOrDefault(key), happened);
            return Task.FromResult(new CommandReply(key, decision.Refusal, 1));
        }
    }

    private GovernanceFacts Facts(UnitCode unit, CommandContext context) => new(unit, _ => true, context.Actor, _time.GetUtcNow(), (_, _) => true);

    private IReadOnlyList<UnitRow> Rows(UnitLevel level) => [.. new[] { County, Township }.Where(u => u.Level == level)
        .Select(u => new UnitRow(u, 1, "", u.Value, u.ParentByCode, _founded, null, null, false))];
}
