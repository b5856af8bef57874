namespace OpsHub.Domain.Trace;

/// <summary>The same tree with all its nodes, to show for single leaves that they are under the root: 64 bytes a leaf.</summary>
public sealed class MerkleTree
{
    private readonly List<List<byte[]>> _levels = [[]];

    /// <summary>Leaves.</summary>
    public int Count => _levels[0].Count;

    /// <summary>Adds a leaf; before the first path is asked for.</summary>
    public void Add(SealedHead head)
    {
        var leaf = new byte[MerkleRoot.Size];
        head.Leaf(leaf);
        _levels[0].Add(leaf);
    }

    /// <summary>The hashes that join a leaf to the root, from the leaf upwards: what stands beside it at each level; nothing where it has no neighbour.</summary>
    /// <param name="leaf">0-based place of the leaf.</param>
    public IReadOnlyList<string> Path(int leaf)
    {
        Build();
        List<string> path = [];
        foreach (var level in _levels)
        {
            if ((leaf ^ 1) is var beside && beside < level.Count)
                path.Add(Convert.ToHexStringLower(level[beside]));
            leaf >>= 1;
        }

        return path;
    }

    private void Build()
    {
        while (_levels[^1] is { Count: > 1 } below)
        {
            var level = new List<byte[]>((below.Count + 1) / 2);
            for (var i = 0; i < below.Count; i += 2)
            {
                if (i + 1 == below.Count)
                {
                    level.Add(below[i]);
                    continue;
                }

                var node = new byte[MerkleRoot.Size];
                MerkleRoot.Join(below[i], below[i + 1], node);
                level.Add(node);
            }

            _levels.Add(level);
        }
    }
}
