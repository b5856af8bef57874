using OpsHub.Contracts.Cases;
using OpsHub.Host.Doors.Open311;
using OpsHub.Host.Doors.Places;
using OpsHub.Host.Doors.Tickets;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Doors;

/// <summary>Registers the doors through which other systems come in.</summary>
internal static class DoorRegistration
{
    public static IServiceCollection AddDoors(this IServiceCollection services) => services
        .AddSingleton<PlaceFinder>()
        .AddSingleton<SourceSystems>()
        .AddSingleton<ISourceSystems>(provider => provider.GetRequiredService<SourceSystems>())
        .AddSingleton<SourceCategories>()
        .AddSingleton<IBeforeReady, SourceCategoryCheck>()
        .AddSingleton<TicketIntake>()
        .AddSingleton<TicketDoor>()
        .AddSingleton<Open311Services>()
        .AddSingleton<Open311Requests>()
        .AddSingleton<Open311Reports>()
        .AddSingleton<Open311Door>();

    public static void MapDoors(this WebApplication app)
    {
        var tickets = app.Services.GetRequiredService<TicketDoor>(); // reads the map of categories: a malformed one stops the start
        app.MapPost(TicketDoor.Path, tickets.File);
        app.MapGet(TicketDoor.Path + "/{**number}", tickets.Status);

        // Open311 has its own answer for those without a key, so the door asks for it itself.
        var open311 = app.Services.GetRequiredService<Open311Door>();
        var doors = app.MapGroup(Open311Door.Root).AllowAnonymous();
        doors.MapGet("/discovery.{format}", open311.Discovery);
        doors.MapFallback("/{**path}", Open311Door.Nothing);
        var v2 = app.MapGroup(Open311Door.Endpoint).AllowAnonymous();
        v2.MapGet("/discovery.{format}", open311.Discovery);
        v2.MapGet("/services.{format}", open311.Services);
        v2.MapGet("/services/{code}.{format}", open311.Definition);
        v2.MapGet("/requests.{format}", open311.List);
        v2.MapPost("/requests.{format}", open311.Create);
        v2.MapGet("/requests/{number}.{format}", open311.One);
        v2.MapGet("/tokens/{token}.{format}", open311.OfToken);
    }
}
