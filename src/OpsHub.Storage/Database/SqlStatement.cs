namespace OpsHub.Storage.Database;

/// <summary>A statement with its values. Texts are constants, so that prepared statements are reused.</summary>
internal sealed record SqlStatement(string Text, params (string Name, object? Value)[] Values);
