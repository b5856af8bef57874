using System.Text.Json;
using OpsHub.Contracts.Commands;
using Orleans.Storage;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>Stored documents as production writes them. The memory provider's own serializer fills objects that exist already,
/// among them shared empty ones such as an empty trace.</summary>
internal sealed class DomainJson : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, DomainSerialization.Options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, DomainSerialization.Options)!;
}
