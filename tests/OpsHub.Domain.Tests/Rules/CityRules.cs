using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>A city whose rules are changed step by step. Immutable: it can go on in two ways.</summary>
internal sealed record CityRules(RuleSet? State, DateTimeOffset Now)
{
    public static readonly UnitCode City = UnitCode.Parse("4302");
    public static readonly UnitCode County = UnitCode.Parse("430203");
    public static readonly UnitCode Other = UnitCode.Parse("430204");

    public static readonly Actor Office = new("office", Role.CityGovernanceOffice, OrganCode.Of(City));
    public static readonly Actor Admin = new("admin", Role.Administrator, OrganCode.Of(City));
    public static readonly Actor Command = new("command", Role.CountyCommandCentre, OrganCode.Of(County));
    public static readonly Actor OtherCommand = new("other", Role.CountyCommandCentre, OrganCode.Of(Other));

    /// <summary>Monday 2026-07-13 09:00, with the shipped calendar and the small town's categories.</summary>
    public static readonly CityRules Fresh = new(null, Town.Monday);

    public RuleVersions Versions => new(Town.Rules, State?.Changes ?? []);

    public CityRules At(string local) => this with { Now = Calendars.Given.Local(local) };

    public Decision<RuleEvent> Asked(Actor by, RuleCommand command) => RuleDecisions.Decide(command, new(
        City, by, Now, Versions, ["D07", "D12", "D20"], [County, Other]));

    public CityRules Then(Actor by, RuleCommand command)
    {
        var decision = Asked(by, command);
        decision.Refusal.ShouldBeNull($"{command}");
        return this with { State = decision.Events.Aggregate(State, RuleSet.Apply) };
    }

    public Refusal Refused(Actor by, RuleCommand command)
    {
        var decision = Asked(by, command);
        decision.Events.ShouldBeEmpty();
        return decision.Refusal.ShouldNotBeNull($"{command} by {by}");
    }

    public RuleBook On(string day, UnitCode? county = null) => Versions.At(int.MaxValue, Calendars.Given.Day(day), county);

    public static CategorySet Category(string code, string? parent, string name = "新类别", string? owner = null, string? source = null, bool retired = false) =>
        new(code, parent, name, "New category", false, owner, source, retired);
}
