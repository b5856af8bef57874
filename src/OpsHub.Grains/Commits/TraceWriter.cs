using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>Folds events into a document and appends their trace entries.</summary>
internal static class TraceWriter
{
    public static SubjectDocument<TState> Append<TState, TEvent>(
        string key, SubjectDocument<TState> document, SubjectShape<TState, TEvent> shape, CommandContext context, string body, DateTimeOffset now, ImmutableList<TEvent> events)
        where TState : class
        where TEvent : notnull
    {
        foreach (var happened in events)
        {
            var next = shape.Fold(document.State, happened);
            var line = shape.Describe(happened);
            var actor = shape.ActorOf(next, happened) ?? context.Actor;
            document = document with
            {
                State = next,
                Trace = document.Trace.Append(key, new TraceEntry
                {
                    Sequence = 0,
                    At = now,
                    OccurredAt = context.OccurredAt,
                    Principal = actor.Principal,
                    Role = actor.Role,
                    Organ = actor.Organ,
                    Event = line.Name,
                    From = shape.StageOf(document.State),
                    To = shape.StageOf(next),
                    Reason = line.Why,
                    Command = context.Key,
                    Body = body,
                    Rule = line.Rule,
                    Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
                    PreviousHash = "",
                    Hash = "",
                }),
            };
        }

        return document;
    }
}
