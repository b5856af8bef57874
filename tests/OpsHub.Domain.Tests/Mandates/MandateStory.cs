using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>Townships' rights and duties in a county as they are told step by step. Immutable. Units stand where their codes say; 430203900 and above there are none.</summary>
internal sealed record MandateStory(CountyMandates? State, ImmutableList<MandateEvent> Events, DateTimeOffset Now, MandateRules Rules)
{
    public static readonly UnitCode County = UnitCode.Parse("430203");
    public static readonly UnitCode First = UnitCode.Parse("430203001");
    public static readonly UnitCode Second = UnitCode.Parse("430203002");
    public static readonly UnitCode Community = UnitCode.Parse("430203001001");
    public static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");

    public static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    public static readonly Actor Government = new("county-1", Role.CountyGovernment, OrganCode.Of(County));
    public static readonly Actor Performance = new("performance-1", Role.PerformanceOrgan, OrganCode.Of(County));
    public static readonly Actor Organisation = new("organisation-1", Role.OrganisationDepartment, OrganCode.Of(County));
    public static readonly Actor Department = new("bureau-1", Role.Department, Bureau);
    public static readonly Actor OtherDepartment = new("bureau-2", Role.Department, OrganCode.Parse("430203:D20"));
    public static readonly Actor OtherCountys = new("bureau-3", Role.Department, OrganCode.Parse("430202:D12"));
    public static readonly Actor Township = new("township-1", Role.TownshipGovernment, OrganCode.Of(First));
    public static readonly Actor SecondTownship = new("township-2", Role.TownshipGovernment, OrganCode.Of(Second));
    public static readonly Actor Committee = new("committee-1", Role.CommunityCommittee, OrganCode.Of(Community));

    public static readonly ImmutableList<Actor> Everybody =
    [
        Hub, Government, Performance, Organisation, Department, OtherDepartment, OtherCountys, Township, SecondTownship, Committee, new("agency-1", Role.AgencyStaff, OrganCode.Parse("430203001-D12")),
        new("wall-1", Role.WallKey, OrganCode.Of(County)), new("other-county", Role.CountyGovernment, OrganCode.Parse("430202")), new("auditor-1", Role.Auditor, OrganCode.Parse("4302")),
    ];

    /// <summary>Monday 2026-07-13 09:00: a plain week, nothing arranged.</summary>
    public static readonly MandateStory Blank = new(null, [], Given.Local("2026-07-13 09:00"), new());

    public CountyMandates Record => State.ShouldNotBeNull();

    /// <summary>The number of the newest matter: the sequence of the newest step.</summary>
    public int Newest => Events.Count;

    public static MandateStory Planned() => Blank.Then(Department, new OpenAreaPlan("片区控规", "调整用地布局", [First, Second]));

    public static MandateStory Suggested() => Blank.Then(Township, new MakeSuggestion(SuggestionSubject.Project, "绕城公路", "线位避开安置区", Bureau));

    public static MandateStory Proposed(bool forCommunities = false) => Blank.Then(Department, new ProposeDuty("河道巡查", "每周巡查一次", [First], forCommunities, "巡查权", "编制 1 名"));

    public static MandateStory InForce(bool forCommunities = false)
    {
        var proposed = Proposed(forCommunities);
        return proposed.Then(Government, new ApproveDuty(proposed.Newest, "县政函 2026-8 号", Funds: "每年 5 万元")).Then(Department, new ActivateDuty(proposed.Newest));
    }

    public static MandateStory Poor() => Blank.Then(Performance, new RecordTownshipResult(First, 2025, 55.5m, 70m));

    public MandateStory At(string local) => this with { Now = Given.Local(local) };

    public MandateStory Then(Actor by, MandateCommand command)
    {
        var decision = Ask(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        decision.Events.ShouldNotBeEmpty($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story with { State = MandateFold.Apply(story.State, e), Events = story.Events.Add(e) });
    }

    public Refusal Refused(Actor by, MandateCommand command, string code, string rule, string? field = null)
    {
        var decision = Ask(by, command);
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((code, rule, field));
        refusal.Clause.ShouldNotBeEmpty();
        return refusal;
    }

    /// <summary>Only these may give the command.</summary>
    public void OnlyFor(MandateCommand command, string rule, params Actor[] allowed)
    {
        foreach (var actor in Everybody)
        {
            var refusal = Ask(actor, command).Refusal;
            if (allowed.Contains(actor))
                refusal.ShouldBeNull($"{command} by {actor}");
            else
                refusal.ShouldNotBeNull($"{command} by {actor}").Rule.ShouldBe(rule);
        }
    }

    public Decision<MandateEvent> Ask(Actor by, MandateCommand command) =>
        MandateDecisions.DecideNow(State, command, new(County, by, Now, Given.Calendar, WorkingHours.Default, Rules, Events.Count + 1, Within) { NameOf = organ => $"〈{organ}〉" });

    public static bool Within(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal) && !unit.Value.StartsWith("4302039", StringComparison.Ordinal);
}
