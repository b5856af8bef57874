using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Host.Database;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>The morning digest (晨报) is told to each unit from township to city once in a working day, whatever happens to the process.</summary>
public sealed class MorningDigestTests : IAsyncLifetime
{
    private static readonly UnitCode[] Units = [new("4302"), new("430203"), new("430203001")];

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly HashSet<UnitCode> _idle = [];
    private IHost _host = null!;

    public async Task InitializeAsync() => _host = await OpenHub.On(_folder);

    public async Task DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_unit_is_told_once_however_often_the_job_runs()
    {
        await Run("2026-07-14 07:59");
        (await Told(Units[2])).ShouldBeEmpty("not before its hour");
        await Run("2026-07-14 08:00");
        await Run("2026-07-14 08:05");
        foreach (var unit in Units)
            (await Told(unit)).ShouldHaveSingleItem().Notice.ShouldSatisfyAllConditions(n => n.Kind.ShouldBe(NoticeKind.Digest), n => n.Zh.ShouldContain("待本单位办理 2 件"), n => n.Recipient.Unit.ShouldBe(unit));
    }

    [Fact]
    public async Task A_process_that_dies_before_the_day_is_marked_done_tells_nobody_twice()
    {
        await Run("2026-07-14 08:00");
        await using (var context = await _host.Services.GetRequiredService<IDbContextFactory<HostContext>>().CreateDbContextAsync())
            await context.JobPeriods.ExecuteDeleteAsync();
        await Run("2026-07-14 08:03");
        (await Told(Units[2])).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_next_mornings_takes_its_place_and_on_days_off_there_is_none()
    {
        await Run("2026-07-17 08:00");
        await Run("2026-07-18 08:00"); // Saturday
        (await Told(Units[2])).ShouldHaveSingleItem().MootAt.ShouldNotBeNull("Friday's figures are nobody's work on Saturday");
        await Run("2026-07-20 08:00");
        (await Told(Units[2])).Select(n => (n.Notice.Number, Stands: n.MootAt is null)).ShouldBe([("2026-07-20", true), ("2026-07-17", false)]);
    }

    [Fact]
    public async Task After_a_downtime_it_is_told_at_the_start_but_not_in_the_evening_for_the_next_morning()
    {
        await Run("2026-07-14 14:30");
        (await Told(Units[1])).ShouldHaveSingleItem();
        await Run("2026-07-15 21:00");
        (await Told(Units[1])).ShouldHaveSingleItem().Notice.Number.ShouldBe("2026-07-14");
    }

    [Fact]
    public async Task A_unit_with_nothing_to_tell_of_is_told_nothing()
    {
        _idle.Add(Units[2]);
        await Run("2026-07-14 08:00");
        (await Told(Units[2])).ShouldBeEmpty();
        (await Told(Units[1])).ShouldHaveSingleItem();
    }

    private async Task Run(string at)
    {
        _time.SetUtcNow(new DateTimeOffset(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), LocalDay.Offset));
        var index = Fake.Of<IHubIndex>((method, args) => method.Name == nameof(IHubIndex.CountCases)
            ? Task.FromResult(_idle.Contains(((CaseFilter)args[0]!).WaitsFor!.Value.Unit) ? 0 : 2)
            : Task.FromResult(new Page<CaseRow>([], false, false, _time.GetUtcNow())));
        var summary = Task.FromResult(new LiveSummary(OrganCode.Of(Units[0]), 1, 1, new UnitSummary()));
        var grains = Fake.Of<IGrainFactory>((method, _) =>
            method.ReturnType == typeof(ICityGrain) ? Fake.Of<ICityGrain>((_, _) => summary)
            : method.ReturnType == typeof(ICountyGrain) ? Fake.Of<ICountyGrain>((_, _) => summary)
            : Fake.Of<ITownshipGrain>((_, _) => summary));
        var directory = Fake.Of<IHubDirectory>((method, args) => method.Name switch
        {
            "get_City" => Units[0],
            nameof(IHubDirectory.Unit) => Row((UnitCode)args[0]!),
            nameof(IHubDirectory.Descendants) => (IReadOnlyList<UnitRow>)[.. Units.Where(u => u.Level == (UnitLevel)args[1]!).Select(Row)],
            nameof(IHubDirectory.Upwards) => (IReadOnlyList<UnitCode>)[(UnitCode)args[0]!],
            _ => throw new NotSupportedException(method.Name),
        });
        var book = Fake.Of<IRuleBook>((_, _) => new RuleBook(OfficialCalendar.Empty, new CaseRules { Categories = ImmutableDictionary<string, CaseCategory>.Empty }));
        await ActivatorUtilities.CreateInstance<MorningDigest>(_host.Services, index, grains, directory, book, NoticeRules.Default, new HubClock(_time)).Run();
    }

    private async Task<IReadOnlyList<NoticeRow>> Told(UnitCode unit) => [.. (await _host.Services.GetRequiredService<INoticeLists>()
        .Page(OrganCode.Of(unit), new NoticeFilter(Kind: NoticeKind.Digest), new PageRequest(100, null, null, null))).Items.Select(i => i.Row)];

    private static UnitRow Row(UnitCode code) => new(code, 1, "", $"单位{code}", null, default, null, null, false);
}
