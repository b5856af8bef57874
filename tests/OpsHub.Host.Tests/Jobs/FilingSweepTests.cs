using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>What is owed opens by itself, once, and falls away with its unit, however often the sweep runs.</summary>
public sealed class FilingSweepTests
{
    private static readonly UnitCode City = new("4302");
    private static readonly UnitCode County = new("430203");
    private static readonly UnitCode Township = new("430203001");

    private readonly FakeTime _time = new();
    private readonly Dictionary<UnitCode, (UnitFilings? State, long Length)> _records = [];
    private readonly HashSet<UnitCode> _ended = [];
    private readonly Dictionary<UnitCode, int> _failing = []; // how often it still fails

    public FilingSweepTests() => _time.SetUtcNow(new DateTimeOffset(2026, 7, 14, 0, 15, 0, TimeSpan.Zero));

    [Fact]
    [Trait("Rule", "A042")]
    [Trait("Rule", "R019")]
    public async Task A042_R019_every_county_and_township_owes_its_filings_from_the_first_run_on_and_a_second_changes_nothing()
    {
        await Run();
        Open(County).ShouldBe(["OrganisationFiling-1", "EstablishmentFiling-1", "AssessmentMeasures-1", "DetailedRules-430203001-1"]);
        Open(Township).ShouldBe(["PowerList-1", "ResponsibilityList-1", "ServiceDirectory-1"]);
        var before = _records.ToDictionary();
        _time.Advance(TimeSpan.FromDays(1));
        await Run();
        _records.ShouldBe(before, ignoreOrder: true);
    }

    [Fact, Trait("Rule", "A047")]
    public async Task A047_what_a_unit_that_ended_owed_falls_away_though_nobody_lists_it_any_more()
    {
        await Run();
        _ended.Add(Township);
        await Run();
        Open(Township).ShouldBeEmpty();
        Open(County).ShouldNotContain("DetailedRules-430203001-1");
    }

    [Fact]
    public async Task A_unit_that_fails_holds_up_no_other_and_the_run_does_not_pass_for_done()
    {
        _failing[County] = int.MaxValue;
        await Should.ThrowAsync<InvalidOperationException>(() => Run());
        Open(Township).ShouldNotBeEmpty();
        _failing[County] = 1;
        await Run();
        Open(County).ShouldNotBeEmpty("it is tried again within the run");
    }

    private IEnumerable<string> Open(UnitCode unit) => _records[unit].State!.Terms.Where(t => t.IsOpen).Select(t => t.Id);

    private Task Run() => _time.Settle(Done());

    private async Task<bool> Done()
    {
        await new FilingSweep(
            Fake.Of<IGrainFactory>((_, args) => Grain(GrainKeys.UnitOf((string)args[0]!))),
            Fake.Of<IFilingIndex>((method, args) => method.Name == nameof(IFilingIndex.WithTerms)
                ? Task.FromResult<IReadOnlyList<string>>([.. Known().Where(k => string.CompareOrdinal(k, (string?)args[0]) > 0)])
                : throw new NotSupportedException(method.Name)),
            Fake.Of<IHubDirectory>((method, args) => method.Name switch
            {
                "get_City" => City,
                nameof(IHubDirectory.Descendants) => Rows((UnitLevel)args[1]!),
                _ => throw new NotSupportedException(method.Name),
            }),
            new HubClock(_time), NullLogger<FilingSweep>.Instance).Run();
        return true;
    }

    private IEnumerable<string> Known()
    {
        lock (_records)
            return [.. _records.Where(r => r.Value.State is { } s && s.Terms.Exists(t => t.IsOpen)).Select(r => GrainKeys.Filings(r.Key)).Order(StringComparer.Ordinal)];
    }

    private IFilingsGrain Grain(UnitCode unit) => Fake.Of<IFilingsGrain>((method, args) =>
    {
        lock (_records)
        {
            var (state, length) = _records.GetValueOrDefault(unit);
            if (method.Name == nameof(IFilingsGrain.Get))
                return Task.FromResult(state is null ? null : new FilingsView(GrainKeys.Filings(unit), state, length));
            if (_failing.TryGetValue(unit, out var times) && times > 0)
            {
                _failing[unit] = times - 1;
                throw new TimeoutException();
            }

            var (command, context) = ((FilingCommand)args[0]!, (CommandContext)args[1]!);
            var place = new FilingPlace(unit, County, City, unit == County && !_ended.Contains(Township) ? [Township] : [], !_ended.Contains(unit));
            var decision = FilingDecisions.DecideNow(state, command, new(context.Actor, _time.GetUtcNow(), OfficialCalendar.Empty, WorkingHours.Default, new(), length + 1, place));
            decision.IsRefused.ShouldBeFalse();
            if (!decision.Events.IsEmpty)
                _records[unit] = (decision.Events.Aggregate(state, FilingFold.Apply), length + decision.Events.Count);
            return Task.FromResult(new CommandReply(GrainKeys.Filings(unit), null, length + decision.Events.Count));
        }
    });

    private List<UnitRow> Rows(UnitLevel level) => [.. new[] { County, Township }.Where(u => u.Level == level && !_ended.Contains(u)).Select(u => new UnitRow(u, 1, "", u.Value, u.ParentByCode, default, null, null, false))];
}
