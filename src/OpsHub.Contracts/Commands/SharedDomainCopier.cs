using Orleans.Serialization.Cloning;

namespace OpsHub.Contracts.Commands;

/// <summary>Lets calls within a process share Domain values instead of copying them: what travels of the Domain is immutable.
/// Copying through JSON would cost more than most calls.</summary>
internal sealed class SharedDomainCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) => DomainSerialization.IsDomain(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
