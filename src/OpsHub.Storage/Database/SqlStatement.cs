namespace OpsHub.Storage.Database;

/// <summary>A statement with its values. Texts are constants, so that prepared statements are reused.</summary>
internal sealed record SqlStatement(string Text, params (string Name, object? Value)[] Values)
{
    /// <summary>It is left out where the statement before it has changed a row. Only for a storage that says <see cref="IDatabase.WritesUnchangedIndexes"/>.</summary>
    public bool Otherwise { get; init; }
}
