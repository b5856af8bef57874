using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>Calendar feeds (日历订阅): a unit's sessions and duties in a leader's phone. Whoever has the key reads that feed and nothing else.</summary>
internal sealed class FeedDoor(FeedKeys keys, FeedReading reading, PaperNames names, HubClock clock, ILogger<FeedDoor> logger)
{
    /// <summary>Where feeds are.</summary>
    public const string Root = "/feeds";

    private const string Media = "text/calendar; charset=utf-8";
    private const string AskEachTime = "private, no-cache";

    /// <summary>The feed of a unit.</summary>
    public async Task<IResult> One(HttpContext http, string unit, string? key, CancellationToken cancel)
    {
        try
        {
            if (!UnitCode.TryParse(unit, out var code) || key is null || await keys.Read(key, code, cancel) is not { } actor)
                return PublicDoor.Nothing(http);
            var now = clock.Now;
            var found = await reading.Of(actor, code, cancel);
            return PublicAnswer.Of(http, FeedText.Of($"{names.Unit(code)}协商日程", found.Consultations.SelectMany(c => FeedEvents.Of(c, now, names)).Concat(FeedEvents.Cut(found, code, now))), Media, AskEachTime);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, Root, failure);
            return PublicDoor.Busy(http);
        }
    }
}
