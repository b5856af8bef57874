using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Establishments;

/// <summary>A county's establishment as it is told step by step: two 乡镇 and a street. Immutable.</summary>
internal sealed record CountyStory(CountyEstablishment? State, EstablishmentRules Rules)
{
    public static readonly UnitCode County = UnitCode.Parse("430203");
    public static readonly UnitCode Town = UnitCode.Parse("430203100");
    public static readonly UnitCode Other = UnitCode.Parse("430203101");
    public static readonly UnitCode Street = UnitCode.Parse("430203001");
    public static readonly UnitCode Elsewhere = UnitCode.Parse("430204100");
    public static readonly Actor Office = new("office-1", Role.EstablishmentOffice, OrganCode.Of(County));
    public static readonly Actor Township = new("town-1", Role.TownshipGovernment, OrganCode.Of(Town));
    public static readonly Actor Bureau = new("bureau-1", Role.Department, OrganCode.Parse("430203:D12"));
    public static readonly DateTimeOffset Now = Given.Local("2026-07-13 09:00");

    public static readonly CountyStory Blank = new(null, new());

    public ImmutableList<TownshipFact> InForce { get; init; } = [new(Street, "贺家土街道", false), new(Town, "白关镇", true), new(Other, "五里墩乡", true)];

    public CountyEstablishment Record => State.ShouldNotBeNull();

    public TownshipEstablishment Of(UnitCode township) => Record.Of(township);

    /// <summary>A township with so many organs of a kind.</summary>
    public static CountyStory With(UnitCode township, int organs, TownshipOrganKind kind = TownshipOrganKind.Office) => Blank.Adds(township, organs, kind);

    public CountyStory Adds(UnitCode township, int organs, TownshipOrganKind kind = TownshipOrganKind.Office) =>
        Then(Office, new AddTownshipOrgans(township, [.. Enumerable.Range(1, organs).Select(i => new NewOrgan(kind, $"{kind}{i}"))]));

    public CountyStory Then(Actor by, EstablishmentCommand command)
    {
        var decision = Ask(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        decision.Events.ShouldNotBeEmpty($"{command} changes something");
        return decision.Events.Aggregate(this, (story, e) => story with { State = EstablishmentFold.Apply(story.State, e) });
    }

    public void Changes(Actor by, EstablishmentCommand command, bool anything = false)
    {
        var decision = Ask(by, command);
        decision.Refusal.ShouldBeNull($"{command}");
        decision.Events.IsEmpty.ShouldBe(!anything, $"{command}");
    }

    public Refusal Refused(Actor by, EstablishmentCommand command, string code, string rule, string? field = null)
    {
        var decision = Ask(by, command);
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((code, rule, field));
        refusal.Clause.ShouldNotBeEmpty();
        return refusal;
    }

    public EstablishmentContext Context(Actor by) => new(by, Now, County, Rules, InForce);

    public IEnumerable<string> Flags(UnitCode township) => EstablishmentFlags.Of((State ?? CountyEstablishment.Blank(County, Now)).Of(township), Context(Office).Fact(township), Rules).Select(f => f.Rule);

    public Decision<EstablishmentEvent> Ask(Actor by, EstablishmentCommand command) => EstablishmentDecisions.Decide(State, command, Context(by));
}
