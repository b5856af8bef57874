using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>R031, T027: a power is one in a category, recorded of agencies, departments and townships alike.</summary>
public sealed class EnforcementTests
{
    private static readonly OrganCode Brigade = OrganCode.Of(SmallCity.Township);
    private static readonly OrganCode Bureau = OrganCode.Parse("430203:D27");
    private static readonly OrganCode Station = OrganCode.Parse("430203001-D27");

    [Theory]
    [InlineData("430203001-D27", "Q01-01", true)] // its second-level category
    [InlineData("430203001-D27", "Q01-02", false)] // another one of the same class
    [InlineData("430203001-D27", "Q04-01", true)] // a whole first-level class
    [InlineData("430203001-D20", "Q01-01", false)] // an agency without powers
    [InlineData("430203:D27", "Q01-02", true)]
    [InlineData("430203:D27", "Q01-01", false)] // a department does not hold every power
    [InlineData("430203:D99", "Q01-02", false)] // no department
    [InlineData("430203001", "Q04-01", true)] // a delegated power
    [InlineData("430203001", "Q01-01", false)]
    [InlineData("430203", "Q04-01", false)]
    public async Task A_power_holds_in_its_category_only(string organ, string category, bool held)
    {
        var facts = await Facts(OrganCode.Parse(organ), category);
        facts.Powers.ShouldBe(held);
    }

    [Theory]
    [InlineData("Q01-01", true)]
    [InlineData("Q01-02", false)]
    public async Task What_a_lead_that_feeds_back_holds_is_looked_up_too_SM1_14(string category, bool held)
    {
        var actor = CaseTown.Agency with { Organ = Station };
        var context = await Lookup().For(new FeedBackCase("已办", []), new CommandContext("c", actor), new Standing<Case>(Of(category), 2, CaseTime));
        context.Organs[Station].Powers.ShouldBe(held);
    }

    private static readonly DateTimeOffset CaseTime = new(2026, 7, 13, 1, 0, 0, TimeSpan.Zero);

    private static async Task<OrganFacts> Facts(OrganCode organ, string category)
    {
        var command = new DispatchCase([new(organ, DispatchPart.Lead)]);
        var context = await Lookup().For(command, new CommandContext("c", CaseTown.Centre), new Standing<Case>(Of(category), 2, CaseTime));
        return context.Organs[organ];
    }

    private static CaseFacts Lookup() => new(
        new TownDirectory(Row(Station, "Q01-01", "Q04"), Row(OrganCode.Parse("430203001-D20"))), new Rules(), new MemoryIndex(), new NoSourceSystems(), new CaseNumbers(new MemoryIndex()));

    private static AgencyRow Row(OrganCode code, params string[] powers) =>
        new(code, 1, code.Value, Bureau, code.Unit, [code.Unit], false) { Powers = [.. powers] };

    private static Case Of(string category)
    {
        var rules = new Rules().Current;
        var report = CaseTown.Report() with { Category = category };
        var context = new CaseContext(CaseTown.Worker, CaseTime, rules, 1) { Placement = new TownDirectory().Place(SmallCity.Grid) };
        return Case.Apply(null, CaseDecisions.Decide(null, report, context).Events[0]);
    }

    private sealed class Rules : IRuleBook
    {
        public RuleBook Current { get; } = new(OfficialCalendar.Empty, new CaseRules
        {
            Categories = new[] { ("Q01", null), ("Q01-01", "Q01"), ("Q01-02", "Q01"), ("Q04", null), ("Q04-01", "Q04") }
                .Select(c => new CaseCategory(c.Item1, c.Item2, "", "", null, null, null, false, null)).ToImmutableDictionary(c => c.Code),
            Powers = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty.Add("D27", ["Q01-02"]).Add("D99", ["Q01-02"]).Add(Brigade.Value, ["Q04"]),
        });

        public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department> { ["D27"] = new("D27", "城管局", "Urban Management") };
    }
}
