using System.Text.Json;

namespace OpsHub.Host.Replay;

/// <summary>Where the demonstration's replay stands, kept in the data folder, so that a restart goes on instead of beginning anew.</summary>
/// <param name="Began">When it was first begun.</param>
/// <param name="StreamBegan">Where in the stream that was.</param>
/// <param name="Position">Where it was last seen.</param>
internal sealed record DemoState(DateTimeOffset Began, DateTime StreamBegan, DateTime Position)
{
    private static string FileIn(string folder) => Path.Combine(folder, "demo.json");

    /// <summary>Reads it; null when there is none or it can't be read.</summary>
    public static DemoState? Read(string folder)
    {
        try
        {
            return File.Exists(FileIn(folder)) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllText(FileIn(folder))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it in one piece.</summary>
    public void Save(string folder)
    {
        var fresh = FileIn(folder) + ".new";
        File.WriteAllText(fresh, JsonSerializer.Serialize(this));
        File.Move(fresh, FileIn(folder), overwrite: true);
    }
}
