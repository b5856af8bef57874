using System.Runtime.CompilerServices;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>The repository as it lies on disk.</summary>
internal static class House
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "dist", "TestResults", ".git"];

    public static readonly string Root = FindRoot();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files under a folder with one of these endings, without what builds make.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Folders(At(folder)).Prepend(At(folder)).Where(Directory.Exists).SelectMany(Directory.GetFiles).Where(f => endings.Contains(Path.GetExtension(f)));

    /// <summary>All folders below, without what builds make.</summary>
    public static IEnumerable<string> Folders(string folder) => !Directory.Exists(folder) ? [] : Directory.GetDirectories(folder)
        .Where(d => !Made.Contains(Path.GetFileName(d))).SelectMany(d => Folders(d).Prepend(d));

    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "OpsHub.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("OpsHub.sln was not found above the tests.");
    }
}
