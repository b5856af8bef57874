using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Fixtures;
using OpsHub.Host.Doors;
using OpsHub.Host.Doors.Open311;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Doors;

/// <summary>A caller is offered what it may report under, and finds what it may read, by one question.</summary>
public sealed class Open311ScopeTests
{
    private static readonly Actor City = Of(Role.Integrator, "4302");
    private static readonly Actor Own = Of(Role.Integrator, "430203001");
    private static readonly Actor Other = Of(Role.Integrator, "430202");
    private static readonly Actor Government = Of(Role.CountyGovernment, "430203");

    private readonly Open311Services _services = new(new Book(), new HubClock(new FakeTime()));
    private readonly List<CaseFilter> _asked = [];

    [Fact]
    public void Services_are_those_that_the_caller_may_report_under()
    {
        Codes(City).ShouldBe(["Q01-01", "Q01-430203-01"]);
        Codes(Own).ShouldBe(["Q01-01", "Q01-430203-01"]);
        Codes(Other).ShouldBe(["Q01-01"]);
        Codes(null).ShouldBe(["Q01-01"]);
        Should.Throw<DoorRefusedException>(() => _services.Find(Other, "Q01-430203-01"));
        Should.Throw<DoorRefusedException>(() => _services.Find(Own, "Q01-02"));
        _services.NameOf("Q01-02").ShouldBe("停用", "open cases have it still");
    }

    [Fact]
    public async Task Many_services_are_one_question()
    {
        await Search(City, string.Join(',', Enumerable.Range(1, 20).Select(i => $"Q01-{i:d2}")));
        _asked.ShouldHaveSingleItem().Categories!.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Who_reads_what_was_escalated_asks_for_no_other_and_may_read_it()
    {
        await Search(Government, "Q01-01");
        await Search(City, "Q01-01");
        _asked.Select(f => f.Escalated).ShouldBe([true, null]);
        var state = StoredCases.Closed(1, 9, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), out _).State!;
        var reader = Of(Role.CountyGovernment, state.Placement.County.Value);
        var directory = Fake.Of<IHubDirectory>((method, _) => method.Name switch
        {
            "get_Version" => 0L,
            nameof(IHubDirectory.Unit) or nameof(IHubDirectory.Place) => null,
            nameof(IHubDirectory.Upwards) => Array.Empty<UnitCode>(),
            _ => throw new NotSupportedException(method.Name),
        });
        (CaseReading.May(directory, reader, state), CaseReading.May(directory, reader, state with { Escalation = 1 })).ShouldBe((false, true));
    }

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_who_took_a_grid_over_asks_for_its_cases_too_and_reads_what_was_over_before()
    {
        var former = Merge(new("430203001001001"), new("430203002001001"));
        await Search(Of(Role.Integrator, "430203002"), "Q01-01", former);
        await Search(Own, "Q01-01", former);
        await Search(Of(Role.Integrator, "430203"), "Q01-01", former);
        UnitCode grid = new("430203001001001");
        _asked.ConvertAll(f => (string.Join(',', f.Gained), string.Join(',', f.Lost))).ShouldBe([(grid.Value, ""), ("", grid.Value), ("", "")]);

        var closed = StoredCases.Closed(1, 9, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), out _).State!;
        var merged = Merge(closed.Placement.Grid, new("430203002001001"));
        CaseReading.May(merged, Of(Role.Integrator, "430203002"), closed).ShouldBeTrue();
        CaseReading.May(merged, Of(Role.CommunityCommittee, closed.Placement.Community.Value), closed).ShouldBeFalse();
    }

    // Every other unit is as its code says.
    private static IHubDirectory Merge(UnitCode grid, UnitCode into)
    {
        UnitRow Unit(UnitCode code) => new(code, 1, "", code.Value, code.ParentByCode, default, code == grid ? new(2026, 7, 1) : null, code == grid ? into : null, false);
        UnitCode[] Upwards(UnitCode? code) => code is { } unit ? [unit, .. Upwards(unit.ParentByCode)] : [];
        return Fake.Of<IHubDirectory>((method, args) => method.Name switch
        {
            "get_Version" => 1L,
            "get_EndedGrids" => new[] { Unit(grid) },
            nameof(IHubDirectory.Unit) => Unit((UnitCode)args[0]!),
            nameof(IHubDirectory.Upwards) => Upwards((UnitCode)args[0]!),
            nameof(IHubDirectory.Place) => (UnitCode)args[0]! != grid && Upwards((UnitCode)args[0]!) is [var g, var community, var township, var county, var city] ? new Placement(g, community, township, county, city) : null,
            _ => throw new NotSupportedException(method.Name),
        });
    }

    private IEnumerable<string> Codes(Actor? actor) =>
        _services.All(actor).Items.Cast<Thing>().Select(t => (string)t.Fields.Single(f => f.Name == "service_code").Value!);

    private async Task Search(Actor actor, string codes, IHubDirectory? directory = null)
    {
        var index = Fake.Of<IHubIndex>((method, args) =>
        {
            _asked.Add((CaseFilter)args[0]!);
            return Task.FromResult(new Page<CaseRow>([], false, false, default));
        });
        var requests = new Open311Requests(index, directory ?? Fake.Of<IHubDirectory>((m, _) => m.Name == "get_EndedGrids" ? Array.Empty<UnitRow>() : throw new NotSupportedException(m.Name)), Fake.Of<IGrainFactory>((m, _) => throw new NotSupportedException(m.Name)),
            _services, new HubClock(new FakeTime()));
        await requests.List(actor, new QueryCollection(new Dictionary<string, StringValues> { ["service_code"] = codes }), default);
    }

    private static Actor Of(Role role, string unit) => new($"{role}@{unit}", role, OrganCode.Of(UnitCode.Parse(unit)));

    private sealed class Book : IRuleBook
    {
        public RuleBook Current { get; } = new(OfficialCalendar.Empty, new CaseRules
        {
            Categories = new CaseCategory[]
            {
                new("Q01", null, "公用设施", "Public facilities", null, null, null, false, null),
                new("Q01-01", "Q01", "井盖缺损", "Manhole cover", null, null, null, false, null),
                new("Q01-02", "Q01", "停用", "Retired", null, null, null, false, null) { Retired = true },
                new("Q01-430203-01", "Q01", "自有", "Own", null, null, null, false, null) { County = UnitCode.Parse("430203") },
            }.ToImmutableDictionary(c => c.Code),
        });

        public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department>();
    }
}
