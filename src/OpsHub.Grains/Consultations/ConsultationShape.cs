using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Consultations;

/// <summary>How a consultation is folded, named, indexed and pushed.</summary>
internal sealed class ConsultationShape(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock) : SubjectShape<Consultation, ConsultationEvent>
{
    public override Consultation Fold(Consultation? state, ConsultationEvent happened) => ConsultationFold.Apply(state, happened);

    public override string NameOf(OrganCode organ) => directory.NameOf(organ);

    public override EventLine Describe(ConsultationEvent happened) => new(happened.Name, happened.Why, happened.Rule);

    // A rung that a command found passed, or a duty that it found counted by a former calendar, is not of that command's making; a warning or a complaint is.
    public override Actor? ActorOf(Consultation state, ConsultationEvent happened) =>
        happened is { IsNobodysStep: true } and not (ConsultationWarned or ComplaintRecorded) ? Actor.Hub(state.Place.City) : null;

    public override string? StageOf(Consultation? state) => state?.Stage.ToString();

    public override string? NumberOf(Consultation state) => state.Number;

    public override bool Reads(Actor actor, Consultation state) =>
        directory.Reads(actor, state);

    public override Publication Publish(string key, Consultation s, TraceChain trace, long version, long after)
    {
        var place = directory.PlaceNow(s);
        var steps = trace.Recent.FindAll(e => e.Sequence > after).ConvertAll(Step);
        return new Publication(key, version)
        {
            Consultation = Row(key, s, place, version),
            Concerned = [.. s.Communities.Select(directory.PlaceOf).OfType<ConsultationPlace>()],
            Rungs = Rungs(key, s, trace),
            Notices = ConsultationNotices.Of(key, s, steps.Where(e => clock.Now - e.At < CaseNotices.Planned), place, rules.Of(s, directory).Calendar, directory.NameOf),
            // What began it is the first step, and a rung is nobody's act: neither makes a notice moot.
            Standing = steps.Exists(e => e.Sequence > 1 && e.Event is not ConsultationRungsFired) ? ConsultationNotices.Standing(s) : null,
        };
    }

    public override async Task Push(string key, Consultation? before, Consultation s, TraceChain trace, long version)
    {
        var home = directory.PlaceNow(s).Home;
        var pushes = (before is null ? Homes(trace) : [before.Place.Home]).Where(u => u != home).Distinct()
            .Select(left => grains.Unit(left).PushConsultation(new ConsultationPush(key, version, null)))
            .Append(grains.Unit(home).PushConsultation(new ConsultationPush(key, version, ConsultationTerms.Contribution(s, rules.Of(s, directory).Consultations))));
        await Task.WhenAll(pushes);
        await grains.Announce(Rungs(key, s, trace).FirstOrDefault(), clock);
    }

    // While past steps are being entered the next one follows at once, and it would be idle to fire for a duty that it closes: rungs wait until a minute after the newest entry.
    private ImmutableList<RungRow> Rungs(string key, Consultation s, TraceChain trace)
    {
        var settled = trace.SettledAt();
        return ConsultationTerms.Ahead(s, rules.Of(s, directory)).ConvertAll(r => r.Row(key, settled));
    }

    private ConsultationRow Row(string key, Consultation s, ConsultationPlace place, long version)
    {
        var own = rules.Of(s, directory).Consultations;
        var (nearest, contribution) = (ConsultationTerms.Nearest(s), ConsultationTerms.Contribution(s, own));
        var facts = ConsultationIndicatorFacts.Of(s, clock.Now, own);
        return new()
        {
            Key = key,
            Version = version,
            Number = s.Number,
            // Lists and search go by it, and not everybody who has them reads the consultation whole.
            Title = directory.Masked(s.Title),
            Variant = s.Variant,
            Stage = s.Stage,
            Category = s.Topic?.Category,
            Place = place,
            Communities = [.. s.Communities],
            Lead = s.Lead,
            DelegatedBy = s.Matter.DelegatedBy,
            Round = s.Round,
            DueAt = nearest?.Term.Due,
            DueDuty = nearest?.Stem,
            AnnounceDueAt = ConsultationTerms.Announcements(s).FirstOrDefault()?.Term.Due,
            SessionAt = s.Ahead?.Start,
            BeganAt = s.BeganAt,
            EndedAt = s.EndedAt,
            ChangedAt = s.ChangedAt,
            Contribution = contribution,
            Outcomes = new(
                facts.PlansDue, facts.PlansOnTime, facts.AnnouncementsDue, facts.AnnouncementsOnTime, facts.SessionsEnded, facts.Agreed, facts.CarriedOut, facts.Ballots, facts.Satisfied),
            Papers = [.. PublishedPaper.Of(s)],
            Proposed = s.Proposed,
            ReviewOpen = s.ReviewOpen,
            OpenDuties = ConsultationTerms.Owed(s).ConvertAll(d => d with { Term = d.Term with { Ledger = d.Term.Ledger.ConvertAll(e => e with { Reason = directory.Masked(e.Reason) }) } }),
            DelegatedStage = s.Delegated?.Stage,
            // A plan made anew takes back the notice of its round, not that it was read.
            Published = s.PublishedAt is not null || PublishedPaper.Of(s).Any(),
        };
    }

    // Nothing was pushed by this activation: a unit that it left may still hold what one before it pushed.
    private static IEnumerable<UnitCode> Homes(TraceChain trace) => trace.Recent
        .Where(e => e.Event is nameof(ConsultationOpened) or nameof(ConsultationRerouted) or nameof(ConsultationAreaChanged))
        .Select(e => Step(e).Event switch { ConsultationOpened o => o.Place.Home, ConsultationRerouted r => r.Place.Home, ConsultationAreaChanged a => a.Former.Home, _ => default });

    private static ConsultationStep Step(TraceEntry e) =>
        new(e.Sequence, e.At, e.OccurredAt, e.Organ, JsonSerializer.Deserialize<ConsultationEvent>(e.Content, DomainSerialization.Options)!);
}
