using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Storage.Tests.Traps;

/// <summary>Trap 1: the provider takes string keys that look like hexadecimal for numbers, and merges them.</summary>
public sealed class HexadecimalKeys(SqliteHub hub) : IClassFixture<SqliteHub>
{
    [Theory]
    [InlineData("ab1", "0ab1")]
    [InlineData("cd2", "CD2")]
    [InlineData("430203", "0430203")]
    public async Task Bare_keys_share_a_row_and_prefixed_ones_do_not(string one, string other)
    {
        (await ReadAfterWriting(one, other)).ShouldBe(one, "the trap: if this fails, the provider has changed and the prefixes may go");
        (await ReadAfterWriting($"case-{one}", $"case-{other}")).ShouldBeNull();
        (await ReadAfterWriting($"grid-{one}", $"grid-{other}")).ShouldBeNull();
    }

    // The grain type is no part of the key either, so every case has keys of its own.
    private async Task<string?> ReadAfterWriting(string one, string other)
    {
        var type = $"hex{one}{other}";
        await hub.Hub!.Grains.WriteStateAsync("state", GrainId.Create(type, one), new GrainState<Named>(new Named { Name = one }));
        var read = new GrainState<Named>();
        await hub.Hub!.Grains.ReadStateAsync("state", GrainId.Create(type, other), read);
        var name = read.State?.Name;
        await hub.Hub!.Grains.ClearStateAsync("state", GrainId.Create(type, other), read);
        return name;
    }

    private sealed class Named
    {
        public string? Name { get; set; }
    }
}
