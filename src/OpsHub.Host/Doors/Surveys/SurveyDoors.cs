using OpsHub.Contracts.Surveys;

namespace OpsHub.Host.Doors.Surveys;

/// <summary>Registers the page that a token opens, and the sheet of tokens.</summary>
internal static class SurveyDoors
{
    public static IServiceCollection AddSurveyDoors(this IServiceCollection services) => services.AddSingleton<RateDoor>().AddSingleton<SlipDoor>();

    public static void MapSurveyDoors(this WebApplication app)
    {
        // Whoever has the token may answer: it is asked for nothing else.
        var rate = app.Services.GetRequiredService<RateDoor>();
        var pages = app.MapGroup(SurveyPaths.Rate).AllowAnonymous();
        pages.MapMethods("/{token}", ["GET", "HEAD"], rate.Show);
        pages.MapPost("/{token}", rate.Take);
        pages.MapFallback("/{**path}", RateDoor.Nothing);
        app.MapPost(SurveyPaths.Slips + "/{agency}/{year:int}/{township}/slips", app.Services.GetRequiredService<SlipDoor>().Issue);
    }
}
