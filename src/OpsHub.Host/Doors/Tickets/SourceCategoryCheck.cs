using OpsHub.Host.Startup;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>Tells the operator at the start, once all changes of the rules are known, of categories in the map that there aren't. Tickets with such a code are
/// refused one by one; the others, and the hub, need not wait for the file.</summary>
internal sealed partial class SourceCategoryCheck(SourceCategories categories, ILogger<SourceCategoryCheck> logger) : IBeforeReady
{
    public Task Run(CancellationToken cancel)
    {
        if (categories.Unknown is { Count: > 0 } unknown)
            Missing(logger, categories.File, string.Join(", ", unknown));
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "类别对照表 {File} 指向不存在的二级类别 {Unknown}：这些工单会被退回 / "
        + "The map of categories {File} names {Unknown}, which are no second-level categories: such tickets are refused")]
    private static partial void Missing(ILogger logger, string file, string unknown);
}
