namespace OpsHub.Host.Doors.Consultations;

/// <summary>Registers public pages and printable documents.</summary>
internal static class PapersRegistration
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddSingleton<PaperNames>()
        .AddSingleton<PaperReading>()
        .AddSingleton<PaperLinks>()
        .AddSingleton<PublicDoor>()
        .AddSingleton<WorksDoor>()
        .AddSingleton<PartyAffairsDoor>()
        .AddSingleton<PublicList>()
        .AddSingleton<PrintDoor>();

    public static void MapPapers(this WebApplication app)
    {
        string[] read = ["GET", "HEAD"];
        var open = app.Services.GetRequiredService<PublicDoor>();
        var pages = app.MapGroup(PaperAddresses.PublicRoot).AllowAnonymous();
        pages.MapMethods("", read, app.Services.GetRequiredService<PublicList>().Page);
        pages.MapMethods("/{number}/notices/{round:int}", read, open.Notice);
        pages.MapMethods("/{number}/notices/{round:int}/{entry:long}", read, open.NoticeOf);
        pages.MapMethods("/{number}/announcements/{id:int}", read, open.Announcement);
        pages.MapMethods("/{number}/works", read, app.Services.GetRequiredService<WorksDoor>().Page);
        pages.MapFallback("/{**path}", PublicDoor.Nothing);

        app.MapMethods(PaperAddresses.PartyAffairs, read, app.Services.GetRequiredService<PartyAffairsDoor>().Page).AllowAnonymous();

        // A link speaks for its actor, so the door asks by itself; links are given to those who are signed in.
        var print = app.Services.GetRequiredService<PrintDoor>();
        var papers = app.MapGroup(PaperAddresses.PaperRoot);
        papers.MapPost("/{number}/links", print.Links);
        papers.MapGet("/{number}/plans/{round:int}", print.Plan).AllowAnonymous();
        papers.MapGet("/{number}/notices/{round:int}", print.Notice).AllowAnonymous();
        papers.MapGet("/{number}/announcements/{id:int}", print.Announcement).AllowAnonymous();
    }
}
