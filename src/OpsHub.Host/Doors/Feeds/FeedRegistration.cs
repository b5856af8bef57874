using OpsHub.Contracts.Consultations;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>Registers calendar feeds.</summary>
internal static class FeedRegistration
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<FeedKeys>()
        .AddSingleton<ICalendarFeeds>(provider => provider.GetRequiredService<FeedKeys>())
        .AddSingleton<FeedReading>()
        .AddSingleton<FeedDoor>();

    /// <summary>Its own key opens a feed, so the door asks by itself.</summary>
    public static void MapFeeds(this WebApplication app) =>
        app.MapMethods(FeedDoor.Root + "/{unit}.ics", ["GET", "HEAD"], app.Services.GetRequiredService<FeedDoor>().One).AllowAnonymous();
}
