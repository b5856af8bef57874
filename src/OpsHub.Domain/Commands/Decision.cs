using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OpsHub.Domain.Commands;

/// <summary>What a decision function returns: either events, or a refusal and no events.</summary>
/// <typeparam name="TEvent">The subject's event type.</typeparam>
public sealed class Decision<TEvent>
{
    private Decision(ImmutableList<TEvent> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The events that follow from the command, in order; empty when it changes nothing or is refused.</summary>
    public ImmutableList<TEvent> Events { get; }

    /// <summary>Why the command was refused, or null when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when the command was refused.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>An accepted command that changes nothing.</summary>
    public static readonly Decision<TEvent> Nothing = new([], null);

    /// <summary>An accepted command with its events.</summary>
    public static implicit operator Decision<TEvent>(ImmutableList<TEvent> events) => new(events, null);

    /// <summary>An accepted command with one event.</summary>
    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    /// <summary>A refused command.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
