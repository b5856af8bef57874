using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A consultation in memory, decided by the real decisions and published to the fake index.</summary>
public sealed class FakeConsultation(string key, TestHub hub) : IConsultationGrain
{
    private readonly Lock _gate = new();
    private readonly List<TraceEntry> _trace = [];
    private readonly HashSet<IConsultationObserver> _observers = [];
    private Consultation? _state;

    public Task<CommandReply> Do(ConsultationCommand command, CommandContext context)
    {
        hub.Grains.Calls.Enqueue($"{key}.Do");
        if (hub.Failure is { } failure)
            throw failure;
        lock (_gate)
        {
            if (_trace.FindLast(e => e.Command == context.Key) is { } done)
                return Task.FromResult(new CommandReply(key, null, done.Sequence, _state!.Number, Repeated: true));
            if (context.ExpectedVersion is { } expected && expected != _trace.Count)
                return Task.FromResult(new CommandReply(key, new Refusal(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale"), _trace.Count));
            var decision = ConsultationDecisions.DecideNow(_state, command, Facts(command, context));
            if (decision.IsRefused)
                return Task.FromResult(new CommandReply(key, decision.Refusal, _trace.Count));
            foreach (var happened in decision.Events)
                Fold(happened, context);
        }

        hub.Consultations.Put(Row());
        foreach (var observer in _observers)
            observer.Changed(key, _trace.Count);
        return Task.FromResult(new CommandReply(key, null, _trace.Count, _state!.Number));
    }

    public Task<ConsultationView?> Get()
    {
        hub.Grains.Calls.Enqueue($"{key}.Get");
        lock (_gate)
            return Task.FromResult(_state is null ? null : new ConsultationView(key, _state, _trace.Count, _trace[^1].Hash));
    }

    public Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit)
    {
        hub.Grains.Calls.Enqueue($"{key}.Trace");
        lock (_gate)
            return Task.FromResult<IReadOnlyList<TraceEntry>>([.. _trace.Skip((int)after).Take(limit)]);
    }

    public Task<long> Watch(IConsultationObserver observer)
    {
        _observers.Add(observer);
        return Task.FromResult((long)_trace.Count);
    }

    public Task Unwatch(IConsultationObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    private ConsultationContext Facts(ConsultationCommand command, CommandContext context)
    {
        var place = _state is { } s ? hub.Directory.PlaceNow(s) : command is OpenConsultation open ? hub.Directory.PlaceOf(open.Unit) : null;
        var book = hub.Rules.Current;
        return new(context.Actor, context.OccurredAt ?? hub.Clock.Now, book.Calendar, book.Consultations, book.Cases.Hours, _trace.Count + 1)
        {
            Place = place,
            Communities = hub.Directory.Descendants(UnitCode.Parse("4302"), UnitLevel.Community)
                .ToImmutableDictionary(c => c.Code, c => new CommunityFacts(c.Code, c.Parent!.Value, false)),
            Number = $"XS-{key[13..17]}",
            CommandId = context.CommandId,
        };
    }

    private ConsultationRow Row()
    {
        var (s, facts) = (_state!, ConsultationIndicatorFacts.Of(_state!, hub.Clock.Now));
        return new()
        {
            Key = key,
            Version = _trace.Count,
            Number = s.Number,
            Title = s.Title,
            Variant = s.Variant,
            Stage = s.Stage,
            Category = s.Topic?.Category,
            Place = hub.Directory.PlaceNow(s),
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
            Outcomes = new(
                facts.PlansDue, facts.PlansOnTime, facts.AnnouncementsDue, facts.AnnouncementsOnTime, facts.SessionsEnded, facts.Agreed, facts.CarriedOut, facts.Ballots, facts.Satisfied),
        };
    }

    private void Fold(ConsultationEvent happened, CommandContext context)
    {
        var before = _state;
        _state = ConsultationFold.Apply(_state, happened);
        _trace.Add(new TraceEntry
        {
            Sequence = _trace.Count + 1,
            At = hub.Clock.Now,
            OccurredAt = context.OccurredAt,
            Principal = context.Actor.Principal,
            Role = context.Actor.Role,
            Organ = context.Actor.Organ,
            Event = happened.Name,
            From = before?.Stage.ToString(),
            To = _state.Stage.ToString(),
            Reason = happened.Why,
            Command = context.Key,
            Body = "",
            Rule = happened.Rule,
            Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
            PreviousHash = _trace.Count == 0 ? new string('0', 64) : _trace[^1].Hash,
            Hash = CommandIds.Hash(key, $"{_trace.Count + 1}"),
        });
    }
}
