using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Health;

/// <summary>Where the hub stands, for load balancers and operators.</summary>
/// <param name="Status"><c>ready</c> or <c>starting</c>.</param>
/// <param name="Step">The step of the start it is at.</param>
/// <param name="Done">Done within the step.</param>
/// <param name="Of">Total within the step; 0 where it doesn't count.</param>
/// <param name="Marks">Subjects that are written and not yet published.</param>
/// <param name="Failing">Subjects that could not be published and back off.</param>
/// <param name="CalendarMissing">The year whose official calendar ought to be loaded by now and is not; null when all is well.</param>
/// <param name="RulesVersion">The newest version of the rules that this process knows.</param>
internal sealed record ReadyReport(string Status, string Step, int Done, int Of, int Marks, int Failing, int? CalendarMissing, int RulesVersion);

/// <summary>The two health pages; both open to everyone.</summary>
internal static class HealthPages
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", () => Results.Json(new { status = "live" }));
        health.MapGet("/ready", Ready);
    }

    private static async Task<IResult> Ready(StartupState state, IRepublisher republisher, IPublisher publisher, IRuleBook rules, HubClock clock, CancellationToken cancel)
    {
        var marks = await publisher.CountMarks(cancel);
        var report = new ReadyReport(state.IsReady ? "ready" : "starting", state.Step.ToString(), state.Within.Done, state.Within.Of, marks, republisher.Failing.Count,
            CalendarCoverage.Missing(rules.Versions.Calendar, LocalDay.Of(clock.Now)), rules.Versions.Newest);
        return Results.Json(report, statusCode: state.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
