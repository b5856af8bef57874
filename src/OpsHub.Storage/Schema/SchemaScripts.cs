using System.Reflection;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;

namespace OpsHub.Storage.Schema;

/// <summary>The numbered scripts of one database, embedded. DbUp's journal remembers which have run; a script that has shipped is never changed.</summary>
internal static class SchemaScripts
{
    /// <summary>Names of a database's scripts in order.</summary>
    public static IReadOnlyList<string> Names(StorageKind kind) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => BelongsTo(n, kind)).Order(StringComparer.Ordinal)];

    /// <summary>Runs the scripts that have not run yet, each in a transaction.</summary>
    /// <param name="target">The database.</param>
    /// <param name="kind">Whose scripts.</param>
    /// <param name="only">Which of them; null for all. Tests stop at an earlier version with it.</param>
    public static void Run(UpgradeEngineBuilder target, StorageKind kind, Func<string, bool>? only = null)
    {
        var result = target
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => BelongsTo(name, kind) && (only is null || only(name)))
            .WithVariablesDisabled() // PostgreSQL's $$ would be taken for a variable
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new StorageUnavailableException(Message(result), result.Error);
    }

    private static string Message(DatabaseUpgradeResult result) =>
        $"数据库脚本 {result.ErrorScript?.Name} 执行失败：{result.Error.Message}\n"
        + $"The database script {result.ErrorScript?.Name} failed: {result.Error.Message}. The script was rolled back; nothing is half done.";

    private static bool BelongsTo(string resource, StorageKind kind) =>
        resource.StartsWith($"OpsHub.Storage.{kind}.", StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal);
}
