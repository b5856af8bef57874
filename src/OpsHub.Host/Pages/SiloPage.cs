using OpsHub.Host.Accounts;
using Orleans.Dashboard;

namespace OpsHub.Host.Pages;

/// <summary>The Orleans dashboard at <c>/silo</c>, built when it is first asked for: it unpacks its pages into 20 MB of memory, and most hubs never show it.</summary>
internal static class SiloPage
{
    private const string Path = "/silo";

    public static void MapSilo(this WebApplication app)
    {
        var page = new Lazy<RequestDelegate>(() => Build(app.Services));
        app.Map(Path + "/{**rest}", http =>
        {
            http.SetEndpoint(null); // the dashboard has paths of its own
            http.Request.RouteValues.Clear();
            return page.Value(http);
        }).RequireAuthorization(OfficeDoor.Policy);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var branch = new ApplicationBuilder(services);
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapOrleansDashboard(Path));
        return branch.Build();
    }
}
