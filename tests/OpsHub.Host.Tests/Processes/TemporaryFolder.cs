namespace OpsHub.Host.Tests.Processes;

/// <summary>A folder of a test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("opshub-").FullName;

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Setting => $"--OpsHub:DataFolder={Data}";

    public string File(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
