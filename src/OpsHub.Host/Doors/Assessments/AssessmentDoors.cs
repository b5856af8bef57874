namespace OpsHub.Host.Doors.Assessments;

/// <summary>Registers papers and downloads of agencies' years.</summary>
internal static class AssessmentDoors
{
    public static IServiceCollection AddAssessmentDoors(this IServiceCollection services) => services
        .AddSingleton<YearPapers>()
        .AddSingleton<YearPaperDoor>()
        .AddSingleton<ScoreboardDoor>();

    public static void MapAssessmentDoors(this WebApplication app)
    {
        app.MapGet(YearPaperAddresses.Scoreboards + "/{code}/{year:int}.xlsx", app.Services.GetRequiredService<ScoreboardDoor>().One);

        // A link speaks for its actor, so the door asks by itself; links are given to those who are signed in.
        var door = app.Services.GetRequiredService<YearPaperDoor>();
        var papers = app.MapGroup(YearPaperAddresses.Papers + "/{agency}/{year:int}");
        papers.MapPost("/links", door.Links);
        papers.MapGet("/" + YearPaperAddresses.Letter, door.Letter).AllowAnonymous();
        papers.MapGet("/" + YearPaperAddresses.Result, door.Result).AllowAnonymous();
    }
}
