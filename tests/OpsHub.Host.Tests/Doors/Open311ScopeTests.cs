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
        var directory = Fake.Of<IHubDirectory>((method, _) => method.Name == nameof(IHubDirectory.Place) ? null : throw new NotSupportedException(method.Name));
        (CaseReading.May(directory, reader, state), CaseReading.May(directory, reader, state with { Escalation = 1 })).ShouldBe((false, true));
    }

    private IEnumerable<string> Codes(Actor? actor) =>
        _services.All(actor).Items.Cast<Thing>().Select(t => (string)t.Fields.Single(f => f.Name == "service_code").Value!);

    private async Task Search(Actor actor, string codes)
    {
        var index = Fake.Of<IHubIndex>((method, args) =>
        {
            _asked.Add((CaseFilter)args[0]!);
            return Task.FromResult(new Page<CaseRow>([], false, false, default));
        });
        var requests = new Open311Requests(index, Fake.Of<IHubDirectory>((m, _) => throw new NotSupportedException(m.Name)), Fake.Of<IGrainFactory>((m, _) => throw new NotSupportedException(m.Name)),
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
