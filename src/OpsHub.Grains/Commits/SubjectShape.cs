using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>How the trace names an event.</summary>
/// <param name="Name">Past tense, e.g. <c>CaseDispatched</c>.</param>
/// <param name="Why">Reason or note.</param>
/// <param name="Rule">Rule id.</param>
internal readonly record struct EventLine(string Name, string? Why, string? Rule);

/// <summary>What the commit path must know of a kind of subject: how events fold, how they read, what is published and pushed.</summary>
internal abstract class SubjectShape<TState, TEvent>
    where TState : class
    where TEvent : notnull
{
    /// <summary>Folds one event.</summary>
    public abstract TState Fold(TState? state, TEvent happened);

    /// <summary>Names an event for the trace.</summary>
    public abstract EventLine Describe(TEvent happened);

    /// <summary>Who did it, where that is another than who gave the command: the hub itself, for what takes effect by time. Else null.</summary>
    public virtual Actor? ActorOf(TState state, TEvent happened) => null;

    /// <summary>The stage for the trace's from and to, null where the subject has none.</summary>
    public virtual string? StageOf(TState? state) => null;

    /// <summary>Number that people read, null where the subject has none.</summary>
    public virtual string? NumberOf(TState state) => null;

    /// <summary>Whether the actor may read the subject: else a refusal doesn't name its number.</summary>
    public virtual bool Reads(Actor actor, TState state) => true;

    /// <summary>What an organ is called, for refusals that tell who did what; its code where the shape has no names.</summary>
    public virtual string NameOf(OrganCode organ) => organ.Value;

    /// <summary>What goes to the index for this version, null for a subject that stands in none; <paramref name="after"/> is the sequence up to which events are known to be there.</summary>
    public abstract Publication? Publish(string key, TState state, TraceChain trace, long version, long after);

    /// <summary>True where the index has rows of events, which can't be made of the state: publishing everything again takes the whole trace then.</summary>
    public virtual bool PublishesEvents => false;

    /// <summary>Pushes the contribution to every unit and agency concerned, old (by <paramref name="before"/>, or by the trace where what was pushed last is not known) and new, and awaits them.</summary>
    public virtual Task Push(string key, TState? before, TState state, TraceChain trace, long version) => Task.CompletedTask;
}
