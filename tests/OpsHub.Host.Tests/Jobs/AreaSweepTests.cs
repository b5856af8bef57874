using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Database;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>Open cases and consultations follow units that changed: each unit once for each change, whatever died in between. G011.</summary>
public sealed class AreaSweepTests : IDisposable
{
    private static readonly UnitCode City = new("4302");
    private static readonly UnitRow Stays = Unit("430203001002", "430203001");
    private static readonly UnitRow Moves = Unit("430203001001", "430203002");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTime _time = new();
    private readonly List<string> _followed = [];
    private UnitRow[] _units = [Stays, Moves];
    private string? _dies;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_open_cases_and_consultations_of_a_unit_that_moved_follow_once()
    {
        using var host = await OpenHub.On(_folder);
        var sweep = Sweep(host.Services);
        (await sweep.Run(default)).ShouldBe(0, "another process may know the former hierarchy still");
        (await Later(sweep)).ShouldBe(3);
        _followed.ShouldBe(["1-430203001001", "2-430203001001", "consultation-430203001001"], ignoreOrder: true);

        (await Later(sweep)).ShouldBe(0);
        (await Later(Sweep(host.Services))).ShouldBe(0, "nor after a restart");
        _followed.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_unit_that_goes_back_takes_back_what_is_its_and_one_that_ended_leaves_none()
    {
        using var host = await OpenHub.On(_folder);
        await Later(Sweep(host.Services));
        _units = [Stays with { EndedOn = new(2026, 7, 13), MergedInto = Moves.Code }, Moves with { Parent = Stays.Parent }];
        _followed.Clear();
        await Later(Sweep(host.Services));
        _followed.ShouldBe(
            ["1-430203001001", "2-430203001001", "consultation-430203001001", "1-430203001002", "2-430203001002", "consultation-430203001002", $"consultation-by-{Stays.Code}"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("2-430203001001")]
    [InlineData("consultation-430203001001")]
    public async Task A_unit_at_which_it_died_is_gone_over_again(string dies)
    {
        using var host = await OpenHub.On(_folder);
        string[] all = ["1-430203001001", "2-430203001001", "consultation-430203001001"];
        _dies = dies;
        await Should.ThrowAsync<AggregateException>(() => Later(Sweep(host.Services)));
        _followed.ShouldBe(all.Except([dies]), ignoreOrder: true, "one that can't follow keeps no other from it");
        _dies = null;
        _followed.Clear();
        await Later(Sweep(host.Services));
        _followed.ShouldBe(all, ignoreOrder: true);
    }

    [Fact]
    public async Task What_changed_while_only_cases_followed_is_gone_over_once_more()
    {
        using var host = await OpenHub.On(_folder);
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<HostContext>>().CreateDbContextAsync())
            await context.Remember(AreaSweep.Job, "", Moves.Code.Value, "under 430203002", _time.GetUtcNow(), default);
        await Later(Sweep(host.Services));
        _followed.ShouldContain("consultation-430203001001");
    }

    private async Task<int> Later(AreaSweep sweep)
    {
        await sweep.Run(default);
        _time.Advance(AreaSweep.Settles);
        return await sweep.Run(default);
    }

    // Two pages of one case each.
    private AreaSweep Sweep(IServiceProvider services)
    {
        var children = _units.ToArray();
        var directory = Fake.Of<IHubDirectory>((method, _) => method.Name == "get_City" ? City : children);
        var index = Fake.Of<IHubIndex>((method, args) => method.Name == nameof(IHubIndex.Units) ? _units.ToAsyncEnumerable() : Task.FromResult(Page((CaseFilter)args[0]!, ((PageRequest)args[2]!).After)));
        var consultations = Fake.Of<IConsultationIndex>((_, args) => Task.FromResult(Page((ConsultationFilter)args[0]!)));
        var grains = Fake.Of<IGrainFactory>((method, args) => method.ReturnType == typeof(IConsultationGrain) || method.GetGenericArguments() is [var kind] && kind == typeof(IConsultationGrain)
            ? Fake.Of<IConsultationGrain>((_, _) => Followed((string)args[0]!))
            : Fake.Of<ICaseGrain>((_, _) => Followed((string)args[0]!)));
        return ActivatorUtilities.CreateInstance<AreaSweep>(services, directory, index, consultations, grains, new HubClock(_time));
    }

    private Task<bool> Followed(string key)
    {
        if (key == _dies)
            throw new InvalidOperationException("killed");
        lock (_followed)
            _followed.Add(key);
        return Task.FromResult(true);
    }

    private Page<ConsultationRow> Page(ConsultationFilter filter)
    {
        filter.OpenOnly.ShouldBeFalse("what is over goes with a community too");
        return new([(Consultation(filter.DelegatedBy is { } by ? $"consultation-by-{by}" : $"consultation-{filter.Unit}"), "cursor-1")], false, false, DateTimeOffset.UnixEpoch);
    }

    private static Page<CaseRow> Page(CaseFilter filter, string? after)
    {
        filter.OpenOnly.ShouldBeTrue();
        var n = after is null ? 1 : 2;
        return new([(Row($"{n}-{filter.Unit}"), $"cursor-{n}")], n == 1, n == 2, DateTimeOffset.UnixEpoch);
    }

    private static CaseRow Row(string key) => new()
    {
        Key = key,
        Version = 1,
        Number = key,
        Stage = CaseStage.Accepted,
        Category = "Q01-01",
        Title = "井盖缺损",
        Grid = new("430203001001001"),
        Community = new("430203001001"),
        Township = new("430203001"),
        County = new("430203"),
        City = City,
        Holder = OrganCode.Parse("430203001"),
        HolderSince = DateTimeOffset.UnixEpoch,
        ReportedAt = DateTimeOffset.UnixEpoch,
        Priority = 0,
        Returns = 0,
        ChangedAt = DateTimeOffset.UnixEpoch,
        Contribution = new(CaseStage.Accepted, "Q01", 0, 0, 0, 0, false, null, false, 0, false, false),
    };

    private static ConsultationRow Consultation(string key) => new()
    {
        Key = key,
        Version = 1,
        Number = key,
        Title = "小区停车位改造",
        Variant = ConsultationVariant.Community,
        Stage = ConsultationStage.Collecting,
        Place = new(null, new("430203001001"), new("430203001"), new("430203"), City),
        Communities = [],
        Lead = OrganCode.Parse("430203001001"),
        Round = 1,
        BeganAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
        Contribution = new(ConsultationStage.Collecting, true, 0, Buckets.Empty, 0, 0, false, 1, false, 0, false),
        Outcomes = new(0, 0, 0, 0, 0, null, null, 0, 0),
    };

    private static UnitRow Unit(string code, string parent) => new(new(code), 1, "community", code, new(parent), new(2018, 1, 1), null, null, false);
}
