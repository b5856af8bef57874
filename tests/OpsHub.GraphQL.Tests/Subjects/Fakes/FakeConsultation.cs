using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A consultation in memory.</summary>
public sealed class FakeConsultation(string key, TestHub hub) : FakeSubject<Consultation, ConsultationEvent>(key, hub), IConsultationGrain
{
    protected override string? Number => State?.Number;

    public Task<CommandReply> Do(ConsultationCommand command, CommandContext context) => Carry(context, () => ConsultationDecisions.DecideNow(State, command, Facts(command, context)));

    /// <summary>What is stored of it; without a state where it was never begun.</summary>
    public SubjectDocument<Consultation> Document() => Read(trace => State is null ? new SubjectDocument<Consultation>() :
        new() { State = State, Trace = new() { Length = trace.Count, Head = trace[^1].Hash, Recent = [.. trace] } });

    public Task<ConsultationView?> Get()
    {
        Asked("Get");
        return Task.FromResult(Read(_ => State is null ? null : new ConsultationView(Key, State, Length, Newest.Hash)));
    }

    public Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit)
    {
        Asked("Trace");
        return Task.FromResult(Read<IReadOnlyList<TraceEntry>>(t => [.. t.Skip((int)after).Take(limit)]));
    }

    public Task<long> Watch(IConsultationObserver observer) => Add(observer);

    public Task Unwatch(IConsultationObserver observer) => Remove(observer);

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    public Task<bool> Follow() => throw new NotSupportedException();

    protected override Consultation Apply(Consultation? state, ConsultationEvent happened) => ConsultationFold.Apply(state, happened);

    protected override (string Name, string? Why, string? Rule) Describe(ConsultationEvent happened) => (happened.Name, happened.Why, happened.Rule);

    protected override string? StageOf(Consultation state) => state.Stage.ToString();

    protected override void Tell(IGrainObserver observer) => ((IConsultationObserver)observer).Changed(Key, Length);

    protected override void Publish(Consultation s)
    {
        var facts = ConsultationIndicatorFacts.Of(s, Hub.Clock.Now);
        Hub.Consultations.Put(new()
        {
            Key = Key,
            Version = Length,
            Number = s.Number,
            Title = s.Title,
            Variant = s.Variant,
            Stage = s.Stage,
            Category = s.Topic?.Category,
            Place = Hub.Directory.PlaceNow(s),
            Communities = [.. s.Communities],
            Lead = s.Lead,
            DelegatedBy = s.Matter.DelegatedBy,
            Round = s.Round,
            DueAt = ConsultationTerms.Nearest(s)?.Term.Due,
            AnnounceDueAt = ConsultationTerms.Announcements(s).FirstOrDefault()?.Term.Due,
            SessionAt = s.Stage is ConsultationStage.Planned or ConsultationStage.Prepared ? s.Plan?.Start : null,
            BeganAt = s.BeganAt,
            EndedAt = s.EndedAt,
            ChangedAt = s.ChangedAt,
            Contribution = ConsultationTerms.Contribution(s),
            Proposed = s.Proposed,
            OpenDuties = ConsultationTerms.Owed(s),
            DelegatedStage = s.Delegated?.Stage,
            Outcomes = new(
                facts.PlansDue, facts.PlansOnTime, facts.AnnouncementsDue, facts.AnnouncementsOnTime, facts.SessionsEnded, facts.Agreed, facts.CarriedOut, facts.Ballots, facts.Satisfied),
        });
    }

    private ConsultationContext Facts(ConsultationCommand command, CommandContext context)
    {
        var area = State is { } s ? Hub.Directory.AreaOf(s) : null;
        var place = area is not null ? area.Place : command is OpenConsultation open ? Hub.Directory.PlaceOf(open.Unit) : null;
        var book = Hub.Rules.Current;
        return new(context.Actor, context.OccurredAt ?? Hub.Clock.Now, book.Calendar, book.Consultations, book.Cases.Hours, Length + 1)
        {
            Place = place,
            Area = area,
            Communities = Hub.Directory.Descendants(UnitCode.Parse("4302"), UnitLevel.Community)
                .ToImmutableDictionary(c => c.Code, c => new CommunityFacts(c.Code, c.Parent!.Value, false)),
            Number = $"XS-{Key[13..17]}",
            CommandId = context.CommandId,
        };
    }
}
