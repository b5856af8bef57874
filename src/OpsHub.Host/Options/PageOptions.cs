namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Pages</c>: the web pages.</summary>
public sealed class PageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Pages";

    /// <summary>Folder of the built wall; where it has no index.html the hub serves the API only.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "wall");
}
