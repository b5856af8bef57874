namespace OpsHub.Fixtures;

/// <summary>A data folder with the seeds already in it, so that a test does not import the city each time. Deleted at the end.</summary>
internal sealed class HubFolder : IDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static string? _template;

    private HubFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>An empty folder.</summary>
    public static HubFolder Empty() => new(Directory.CreateTempSubdirectory("opshub-test-").FullName);

    /// <summary>A folder of a hub that has been started once.</summary>
    public static async Task<HubFolder> Seeded()
    {
        await Gate.WaitAsync();
        try
        {
            if (_template is null)
            {
                var folder = Directory.CreateTempSubdirectory("opshub-seeded-").FullName;
                await using var hub = HubProcess.Start(folder);
                await hub.Ready();
                await hub.Stop();
                _template = folder;
            }
        }
        finally
        {
            Gate.Release();
        }

        var copy = Empty();
        foreach (var file in Directory.GetFiles(_template))
        {
            if (new FileInfo(file).UnixFileMode.HasFlag(UnixFileMode.UserRead) && !file.EndsWith(".sock", StringComparison.Ordinal) && System.IO.Path.GetFileName(file) != "lock")
                File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
