using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Deadlines;

/// <summary>What time does to a subject with terms, whatever kind it is: rungs fire, and a calendar that came makes terms count again. Each command's id is the trace's length,
/// so that whoever asks at once is answered once.</summary>
internal static class SubjectTerms
{
    /// <summary>Fires what has passed; how many rungs fired, each other event counting for one.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="now">The instant of the shard that asks.</param>
    /// <param name="city">The city whose hub it is.</param>
    /// <param name="overtaken">What has happened by an instant; the sequence is the one that its first event will have.</param>
    /// <param name="rungs">How many rungs an event fires.</param>
    /// <param name="settles">Whether the caller settles: see <see cref="Subject{TState, TEvent}.Settle"/>.</param>
    /// <exception cref="InvalidOperationException">Storage refused it: it is asked again.</exception>
    public static async Task<int> Fire<TState, TEvent>(
        this Subject<TState, TEvent> subject, DateTimeOffset now, Func<TState, UnitCode> city, Func<TState, DateTimeOffset, long, Decision<TEvent>> overtaken, Func<TEvent, int> rungs,
        bool settles = false)
        where TState : class
        where TEvent : class
    {
        await subject.ReadIfDoubtful();
        // A shard reads what falls due within the minute ahead of time: then nothing has been passed yet for it.
        if (subject.State is not { } state || now < subject.Trace.SettledAt())
            return 0;
        var fired = 0;
        var reply = await subject.Commit(subject.ByHub("rungs", city(state)), "tick", standing => ValueTask.FromResult<Func<Decision<TEvent>>>(() =>
        {
            var decision = overtaken(standing.State!, Heard(now, standing.Now), standing.NextSequence);
            fired = decision.Events.Sum(rungs);
            return decision;
        }), settles: settles);
        return reply.Accepted ? fired : throw new InvalidOperationException(reply.Refusal!.En);
    }

    /// <summary>Counts open terms again, or takes up what else became of its surroundings; true where that changed something and was recorded.</summary>
    /// <param name="subject">The subject; it has a state.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="city">The city whose hub it is.</param>
    /// <param name="again">The event that counts them again by an instant, with the sequence that it will have; null where nothing moves.</param>
    /// <param name="what">Begins the command's id.</param>
    /// <exception cref="InvalidOperationException">Storage refused it: it is asked again.</exception>
    public static async Task<bool> CountAgain<TState, TEvent>(
        this Subject<TState, TEvent> subject, DateTimeOffset now, UnitCode city, Func<TState, DateTimeOffset, long, TEvent?> again, string what = "calendar")
        where TState : class
        where TEvent : class
    {
        if (again(subject.State!, now, 0) is null)
            return false;
        var reply = await subject.Commit(subject.ByHub(what, city), "catch-up", standing => ValueTask.FromResult<Func<Decision<TEvent>>>(() =>
            again(standing.State!, standing.Now, standing.NextSequence) is { } moved ? moved : Decision<TEvent>.Nothing));
        return reply.Accepted ? true : throw new InvalidOperationException(reply.Refusal!.En);
    }

    /// <summary>The instant that counts: a shard may run on another machine whose clock is a little ahead, and its instant counts as far as that is no alarm.</summary>
    public static DateTimeOffset Heard(DateTimeOffset shard, DateTimeOffset own) => shard > own && shard - own < HubClock.AlarmAbove ? shard : own;

    private static CommandContext ByHub<TState, TEvent>(this Subject<TState, TEvent> subject, string what, UnitCode city)
        where TState : class
        where TEvent : class => new($"{what}-{subject.Trace.Length}", Actor.Hub(city));
}
