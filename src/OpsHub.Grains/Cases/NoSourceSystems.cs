using System.Collections.Immutable;
using OpsHub.Contracts.Cases;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;

namespace OpsHub.Grains.Cases;

/// <summary>Where the host enters no systems: the hotline files its own tickets, and nobody else any.</summary>
internal sealed class NoSourceSystems : ISourceSystems
{
    public ImmutableHashSet<string> Of(Actor actor) => CaseAccess.SystemsOf(actor, []);
}
