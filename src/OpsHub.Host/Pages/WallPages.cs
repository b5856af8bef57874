using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using OpsHub.Host.Options;

namespace OpsHub.Host.Pages;

/// <summary>Serves the built wall: static files, open to everyone, because they hold no data.</summary>
internal static partial class WallPages
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    // Paths that the wall itself knows how to show.
    private static readonly string[] Routes =
    [
        "/", "/unit/{**rest}", "/case/{**rest}", "/sign-in", "/township/{**rest}", "/consultation/{**rest}", "/consultations/{**rest}", "/community/{**rest}",
        "/scoreboard/{**rest}", "/year/{**rest}", "/survey/{**rest}", "/posts/{**rest}", "/agency/{**rest}", "/channels/{**rest}", "/assessments/{**rest}",
    ];

    /// <summary>The files, before sign-in is asked for.</summary>
    public static void UseWallFiles(this WebApplication app)
    {
        if (FolderOf(app) is not { } folder)
            return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = CacheOf(c.Context.Request.Path),
        });
    }

    /// <summary>The one page behind every path that the wall knows.</summary>
    public static void MapWall(this WebApplication app)
    {
        var folder = FolderOf(app);
        foreach (var route in Routes)
            app.MapMethods(route, ["GET", "HEAD"], folder is null ? ApiOnly : (HttpContext http) => Page(http, folder)).AllowAnonymous();
    }

    /// <summary>Says in the log when there are no pages.</summary>
    public static void TellAboutWall(this WebApplication app)
    {
        if (FolderOf(app) is null)
            NoPages(app.Logger);
    }

    private static IResult ApiOnly(HttpContext http) => Results.Text(
        "OpsHub: 仅提供 API（/graphql），网页未构建，需要 Node 20+。\nAPI only (/graphql); the pages are not built, Node 20+ is needed.\n", statusCode: StatusCodes.Status404NotFound);

    private static IResult Page(HttpContext http, string folder)
    {
        http.Response.Headers.CacheControl = AskEachTime;
        return Results.File(Path.Combine(folder, "index.html"), "text/html; charset=utf-8");
    }

    private static string? FolderOf(WebApplication app)
    {
        var folder = Path.GetFullPath(app.Services.GetRequiredService<IOptions<PageOptions>>().Value.Folder);
        return File.Exists(Path.Combine(folder, "index.html")) ? folder : null;
    }

    // Vite puts a hash of the content into the names of assets.
    private static string CacheOf(PathString path) => path.StartsWithSegments("/assets") ? Forever : AskEachTime;

    [LoggerMessage(LogLevel.Warning, "网页未构建，仅提供 API（需要 Node 20+） / The pages are not built: this hub serves the API only (Node 20+ is needed)")]
    private static partial void NoPages(ILogger logger);
}
