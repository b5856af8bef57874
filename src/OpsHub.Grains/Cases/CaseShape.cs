using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Cases;

/// <summary>How a case is folded, named, indexed and pushed.</summary>
internal sealed class CaseShape(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock, CaseSourceNews news) : SubjectShape<Case, CaseEvent>
{
    public override Case Fold(Case? state, CaseEvent happened) => Case.Apply(state, happened);

    public override string NameOf(OrganCode organ) => directory.NameOf(organ);

    public override EventLine Describe(CaseEvent happened) => new(happened.Name, happened.Why, happened.Rule);

    // A rung that a command found passed, or a term that it found counted by a former calendar, is not of that command's making.
    public override Actor? ActorOf(Case state, CaseEvent happened) =>
        happened is CaseRungsFired or CaseTermsReprojected || CaseFollowing.IsHandover(happened)
        || (happened is CaseResumed resumed && resumed.By == OrganCode.Of(state.Placement.City)) ? Actor.Hub(state.Placement.City) : null;

    public override string? StageOf(Case? state) => state?.Stage.ToString();

    public override string? NumberOf(Case state) => state.Number;

    public override bool Reads(Actor actor, Case state) => CaseAccess.Reads(
        actor, directory.InForce(state).Placement, state.Lead, state.Assists, state.Holder, state.Escalation, state.Reporters);

    public override Publication Publish(string key, Case s, TraceChain trace, long version, long after)
    {
        var place = directory.Counting(s);
        var own = rules.Of(s, directory); // closures and working hours are a county's own
        var fresh = trace.Recent.FindAll(e => e.Sequence > after);
        var steps = fresh.ConvertAll(e => new CaseStepTaken(e, JsonSerializer.Deserialize<CaseEvent>(e.Content, DomainSerialization.Options)!));
        return new Publication(key, version)
        {
            Case = Row(key, s, place, version) with { RecordedHour = SummaryFold.HourOf(trace.Recent[^1].At) },
            Rungs = Head(key, s, trace) is { } head ? [head] : [],
            // Who read a contact is for those who may read the trace, not for tickers.
            Events = steps.FindAll(e => e.Happened is not (ContactRead or ContactErased)).ConvertAll(e => Event(key, s, place, e)),
            Notices = CaseNotices.Of(key, s, steps, place, rules.Current.Cases, directory.NameOf, clock.Now),
            Standing = CaseNotices.Standing(s, fresh),
            Deliveries = news.Of(key, s, fresh, clock.Now),
            Cycles = CycleReading.Of(s, own.Calendar, own.Cases.Hours).ConvertAll(c => new CycleRow(place, s.CategoryClass, c)),
        };
    }

    public override async Task Push(string key, Case? before, Case s, TraceChain trace, long version)
    {
        var contribution = CaseTerms.Contribution(s);
        var place = directory.Counting(s);
        var parties = Parties(s);
        var left = (before is null ? Dispatched(trace) : Parties(before)).Except(parties);
        var pushes = parties.Select(a => grains.Agency(a).PushSubject(new SubjectPush(key, version, contribution)))
            .Concat(left.Select(a => grains.Agency(a).PushSubject(new SubjectPush(key, version, null))))
            .Concat(Lain(before, trace).Remove(place.Grid).Select(g => grains.Unit(g).PushSubject(new SubjectPush(key, version, null))))
            .Append(grains.Unit(place.Grid).PushSubject(new SubjectPush(key, version, contribution)));
        await Task.WhenAll(pushes);
        if (s.MergedInto is { } target)
            await Task.WhenAll(s.Joined.Prepend(new JoinedCase(key, s.Number, s.FirstAsked, s.Source, s.Reporter)).Select(one => Join(one, s, target)));
        await grains.Announce(Head(key, s, trace), clock);
    }

    // SM1 row 4: the reporters join the other case, with those who had joined this one. The mark of this one stands until that is durable, and the
    // command's id lets it happen once; it is another than before reporters were kept, so that what joined then is told again.
    private async Task Join(JoinedCase one, Case s, JoinedCase target)
    {
        var reply = await grains.Case(target.Key).Do(
            new JoinCase(one.Key, one.Number, one.FirstAsked, one.Source, one.Reporter), new CommandContext($"joined-{one.Key}-{s.Cycle}", Actor.Hub(s.Placement.City)));
        if (!reply.Accepted)
            throw new InvalidOperationException(reply.Refusal!.En);
    }

    // The nearest only: whatever has passed fires in one write, and that write's publication tells the next. A ladder has six, most of which are never reached.
    // While past steps are being entered the next one follows at once, and it would be idle to fire for a term that it closes:
    // rungs wait until a minute after the newest entry.
    private RungRow? Head(string key, Case s, TraceChain trace) =>
        CaseTerms.Ahead(s, rules.Of(s, directory)) is [var r, ..] ? r.Row(key, trace.SettledAt(), s.Emergency) : null;

    private CaseRow Row(string key, Case s, Placement place, long version) => new()
    {
        Key = key,
        Version = version,
        Number = s.Number,
        Stage = s.Stage,
        Category = s.Category,
        // Lists and search go by it, and not everybody who has them handles the case.
        Title = directory.Masked(s.Title),
        Grid = place.Grid,
        Community = place.Community,
        Township = place.Township,
        County = place.County,
        City = place.City,
        Holder = s.Holder,
        HolderSince = s.HolderSince,
        Lead = s.Lead,
        Assists = s.Assists,
        Waits = s.Stage.IsOpen() ? [.. s.Terms.Where(t => t.IsOpen && t.Holder != s.Holder.Value).Select(t => new OrganCode(t.Holder)).Distinct()] : [],
        ReportedAt = s.ReportedAt,
        ClosedAt = s.EndedAt,
        DueAt = CaseTerms.Nearest(s)?.Due,
        Priority = (int)s.Priority,
        Returns = s.Returns,
        Escalation = s.Escalation,
        ChangedAt = s.ChangedAt,
        Contribution = CaseTerms.Contribution(s),
    };

    private static CaseEventRow Event(string key, Case s, Placement place, CaseStepTaken step)
    {
        var (e, happened) = step;
        var organ = happened switch
        {
            CaseDispatched d => d.Lead,
            CaseRedispatched d => d.Lead,
            PartsAssigned p => p.Lead,
            CoordinationBegun c => c.Coordinator,
            CaseUrged u => u.Organ,
            CaseReported r => r.Forwarded ?? r.FirstAsked,
            // Who let the term pass: a step in the same write may have handed the case on.
            CaseRungsFired { Rungs: [var first, ..] } when s.Terms.Find(t => t.Id == first.Term) is { } term => new OrganCode(term.Holder),
            _ when happened is CaseTermsReprojected or CaseRungsFired || CaseFollowing.IsHandover(happened) => s.Holder,
            _ => e.Organ,
        };
        return new(key, e.Sequence, s.Number, e.EffectiveAt, e.Event, e.To is null ? s.Stage : Enum.Parse<CaseStage>(e.To), s.Category, place.Grid, organ);
    }

    private static ImmutableHashSet<OrganCode> Parties(Case s) => Agencies(s.Lead, s.Assists);

    // Nothing was pushed by this activation: an agency that left may still hold what one before it pushed.
    private static ImmutableHashSet<OrganCode> Dispatched(TraceChain trace) => [.. trace.Recent
        .Where(e => e.Event is nameof(CaseDispatched) or nameof(CaseRedispatched) or nameof(PartsAssigned))
        .SelectMany(e => JsonSerializer.Deserialize<CaseEvent>(e.Content, DomainSerialization.Options) switch
        {
            CaseDispatched d => Agencies(d.Lead, d.Assists),
            CaseRedispatched d => Agencies(d.Lead, d.Assists),
            PartsAssigned d => Agencies(d.Lead, d.Assists),
            _ => [],
        })];

    // Grids that may still count it: where it lay before, and what the trace tells of where it lay before this activation.
    private static ImmutableHashSet<UnitCode> Lain(Case? before, TraceChain trace) =>
    [
        .. before is null ? [] : new[] { before.Placement.Grid },
        .. trace.Recent.Where(e => e.Event == nameof(CaseRelocated)).Select(e => JsonSerializer.Deserialize<CaseEvent>(e.Content, DomainSerialization.Options)).OfType<CaseRelocated>().Select(r => r.From),
    ];

    private static ImmutableHashSet<OrganCode> Agencies(OrganCode? lead, ImmutableList<OrganCode> assists) =>
        [.. assists.Concat(lead is { } l ? [l] : []).Where(o => o.Kind == OrganKind.Agency)];
}
