using System.Collections.Immutable;
using OpsHub.Domain.Accounts;

namespace OpsHub.Contracts.Cases;

/// <summary>Whose tickets a key files (来源系统), whichever door it comes in by. A port: the host knows its settings. G017.</summary>
public interface ISourceSystems
{
    /// <summary>Names of the actor's systems; empty for whoever files no tickets.</summary>
    ImmutableHashSet<string> Of(Actor actor);
}
