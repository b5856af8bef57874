using System.Security.Cryptography;
using OpsHub.Domain.Trace;

namespace OpsHub.Domain.Tests.Trace;

/// <summary>The tree of RFC 6962, leaf by leaf and with all its nodes.</summary>
public sealed class MerkleTests
{
    [Fact]
    public void The_root_of_nothing_is_the_hash_of_nothing() => new MerkleRoot().Value().ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(21)]
    [InlineData(100)]
    public void The_root_is_that_of_the_definition(int leaves)
    {
        var root = new MerkleRoot();
        for (var i = 0; i < leaves; i++)
            root.Add(Head(i));
        root.Value().ShouldBe(Convert.ToHexStringLower(Defined([.. Enumerable.Range(0, leaves).Select(i => Leaf(Head(i)))])));
        root.Count.ShouldBe(leaves);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(77)]
    public void Every_path_leads_to_the_root(int leaves)
    {
        var (tree, root) = (new MerkleTree(), new MerkleRoot());
        for (var i = 0; i < leaves; i++)
        {
            tree.Add(Head(i));
            root.Add(Head(i));
        }

        for (var i = 0; i < leaves; i++)
            Up(Leaf(Head(i)), i, leaves, tree.Path(i)).ShouldBe(root.Value());
    }

    [Fact]
    public void Another_head_gives_another_leaf()
    {
        var leaf = Leaf(new("case-1", 12, "ab"));
        foreach (var other in new SealedHead[] { new("case-2", 12, "ab"), new("case-1", 1, "2ab"), new("case-1", 12, "ac"), new("case-", 112, "ab") })
            Leaf(other).ShouldNotBe(leaf);
    }

    private static SealedHead Head(int i) => new($"case-{i:d4}", i + 1, new string('a', 64));

    private static byte[] Leaf(SealedHead head)
    {
        var hash = new byte[32];
        head.Leaf(hash);
        return hash;
    }

    // MTH of RFC 6962: split at the largest power of two below the count.
    private static byte[] Defined(byte[][] leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([1, .. Defined(leaves[..half]), .. Defined(leaves[half..])]);
    }

    private static string Up(byte[] hash, int at, int width, IReadOnlyList<string> path)
    {
        var used = 0;
        for (; width > 1; at >>= 1, width = (width + 1) / 2)
        {
            if ((at ^ 1) >= width)
                continue;
            var beside = Convert.FromHexString(path[used++]);
            hash = SHA256.HashData(at % 2 == 1 ? [1, .. beside, .. hash] : [1, .. hash, .. beside]);
        }

        used.ShouldBe(path.Count);
        return Convert.ToHexStringLower(hash);
    }
}
