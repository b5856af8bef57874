using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>Counties set limits and parameters of their own. A case that goes to another county goes on by that one's, save for what runs already. G011, G022.</summary>
public sealed class MovedRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 13, 1, 0, 0, TimeSpan.Zero);
    private static readonly UnitCode Former = SmallCity.Grid.At(UnitLevel.County);
    private static readonly UnitCode Next = new("430204");
    private static readonly Actor Centre = new("centre-2", Role.TownshipGovernanceCentre, OrganCode.Parse("430204001"));

    private readonly TownDirectory _directory = new();
    private readonly Book _rules = new();

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_after_a_move_to_another_county_new_terms_go_by_its_limits_and_running_ones_keep_theirs()
    {
        var reported = await Then(null, CaseTown.Worker, CaseTown.Report(CasePriority.Ordinary));
        var accepted = await Then(reported, CaseTown.Committee, new AcceptCase());
        var running = accepted.OpenTerm("triage")!;
        running.Budget.Amount.ShouldBe(3);

        _directory.Moved[SmallCity.Community] = Centre.Organ.Unit;
        var known = _rules.Of(accepted, _directory).Cases;
        (Limit(known), known.ReturnsBeforeMeeting).ShouldBe((3, 5), "until it was handed over it goes by the county that placed it");

        var moved = Case.Apply(accepted, CaseFollowing.Of(accepted, Now, new(accepted.Placement with { Township = Centre.Organ.Unit, County = Next }, 1))!);
        var own = _rules.Of(moved, _directory);
        (Limit(own.Cases), own.Cases.ReturnsBeforeMeeting, own.Version).ShouldBe((7, 4, 4), "of the version that it began with");
        moved.OpenTerm("triage").ShouldBe(running with { Holder = Centre.Organ.Value });

        var triaged = await Then(moved, Centre, new TriageCase(TriageClass.ClearOwner));
        triaged.OpenTerm("dispatch")!.Budget.Amount.ShouldBe(7);
    }

    private static int Limit(CaseRules rules) => rules.LimitsOf(CasePriority.Ordinary, CaseStep.Triage, "Q01-01")[0].Budget.Amount;

    private async Task<Case> Then(Case? state, Actor by, CaseCommand command)
    {
        var facts = new CaseFacts(_directory, _rules, new MemoryIndex(), new NoSourceSystems(), new CaseNumbers(new MemoryIndex()));
        var context = await facts.For(command, new CommandContext("c", by), new Standing<Case>(state, 1, Now));
        var decision = CaseDecisions.DecideNow(state, command, context);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(state, Case.Apply)!;
    }

    private sealed class Book : IRuleBook
    {
        public Book() => Versions = new(Current,
        [
            Change(2, Former, new LimitsSet([Triage(3)])),
            Change(3, Next, new LimitsSet([Triage(7)])),
            Change(4, Next, new ParameterSet("MaxReturns", "4", null)),
            Change(5, Former, new ParameterSet("MaxReturns", "5", null)),
            Change(6, Next, new LimitsSet([Triage(9)])) with { EffectiveFrom = new(2026, 7, 14) },
        ]);

        public RuleBook Current { get; } = new FixedRules().Current;

        public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department>();

        public RuleVersions Versions { get; }

        private static RuleChange Change(int version, UnitCode county, RuleValue value) =>
            new(version, Now.AddDays(-1), new(2026, 7, 1), "县规定", Role.CountyCommandCentre, OrganCode.Of(county), county, value);

        private static SetLimit Triage(int hours) => new(new(CaseStep.Triage, CasePriority.Ordinary, null), new(hours, BudgetUnit.WorkingHours), null);
    }
}
