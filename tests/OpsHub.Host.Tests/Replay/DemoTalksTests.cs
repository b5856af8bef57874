using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Replay;

namespace OpsHub.Host.Tests.Replay;

/// <summary>The demonstration's consultations keep to the rules at whatever hour it is begun, and show every kind of thing that is due.</summary>
public sealed class DemoTalksTests
{
    private static readonly UnitCode Community = UnitCode.Parse("430203001001");
    private static readonly ConsultationPlace Place = new(null, Community, Community.At(UnitLevel.Township), Community.At(UnitLevel.County), Community.At(UnitLevel.City));

    [Theory]
    [InlineData("2026-07-15T00:10+08:00")]
    [InlineData("2026-07-15T09:00+08:00")]
    [InlineData("2026-10-02T15:00+08:00")]
    [InlineData("2026-07-19T23:50+08:00")]
    public void Every_story_is_accepted_step_by_step(string began)
    {
        var at = DateTimeOffset.Parse(began, System.Globalization.CultureInfo.InvariantCulture);
        var told = new DemoTalks(at).All.Select(story => Play(story(Community), at)).ToList();
        told.Count.ShouldBeInRange(6, 10);
        told.Select(s => s.Title).ShouldBeUnique();
        told.Select(s => s.Stage).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        told.Count(s => s.OpenDuties.Exists(d => d.Stem == DutyStems.Announce && !d.Term.IsLate(at))).ShouldBe(1, "one is to be announced today");
        told.Count(s => s.Duties.Exists(d => d.IsBreached(at) && d.Stem == DutyStems.Announce)).ShouldBe(1, "one wasn't");
        told.ShouldContain(s => s.Round == 2);
        told.ShouldContain(s => s.Vote != null);
    }

    private static Consultation Play(IReadOnlyList<DemoStep> steps, DateTimeOffset began)
    {
        Consultation? state = null;
        var sequence = 1L;
        foreach (var step in steps.Where(s => s.At <= began))
        {
            var context = new ConsultationContext(
                new Actor("demo", step.Role, OrganCode.Of(Community), Backdates: true), step.At, OfficialCalendar.Empty, new ConsultationRules(), WorkingHours.Default, sequence)
            {
                Place = Place,
                Communities = System.Collections.Immutable.ImmutableDictionary<UnitCode, CommunityFacts>.Empty.Add(Community, new(Community, Place.Township, false)),
                Number = "C4302-2026-000001",
                CommandId = "demo",
            };
            var decision = ConsultationDecisions.Decide(state, step.Command, context);
            decision.Refusal.ShouldBeNull($"{step}");
            (state, sequence) = (decision.Events.Aggregate(state, (s, e) => ConsultationFold.Apply(s, e)), sequence + decision.Events.Count);
        }

        return state.ShouldNotBeNull();
    }
}
