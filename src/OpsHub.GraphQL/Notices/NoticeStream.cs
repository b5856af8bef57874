using System.Globalization;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Notices;

/// <summary>Subscription to what the actor's organ is told. What was told is read from the queue by its place, so that nothing is lost and nothing is buffered.</summary>
internal sealed class NoticeStream(INoticeLists notices, ToldOrgans told, NoticePages pages) : IRootFields<HubSubscription>
{
    private const int Most = 1_000;
    private const int Nearest = 10;

    public void AddTo(HubSubscription subscription) =>
        subscription.Stream<NoticeNewsType, NoticeNews>("noticesTold",
                "What the actor's organ is told (新提醒), as it is handed out: many at one time as one message. NOT_FOUND for those who read no notices.",
                async (context, viewer) =>
                {
                    var organ = viewer.Actor.Organ;
                    var subjects = pages.Reads(viewer, organ);
                    if (subjects == NoticeSubjects.None)
                        throw RequestError.NotFound("notices");
                    var after = context.GetArgument<string?>("after") is { } text ? Place(text) : await notices.Newest(context.CancellationToken).ConfigureAwait(false);
                    return cancel => Read(organ, subjects, after, cancel);
                })
            .Argument<StringGraphType>("after", "The place of the last message received; what was told since comes first. Left out: from now on.");

    public static string Text(NoticePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.ToldAt}-{place.Position}");

    private async IAsyncEnumerable<NoticeNews> Read(OrganCode organ, NoticeSubjects subjects, NoticePlace after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var signal = told.Join(organ);
        try
        {
            while (true)
            {
                var next = signal.Next;
                var read = await notices.Told(organ, subjects, after, Most, cancel).ConfigureAwait(false);
                if (read.Count == 0)
                {
                    await next.WaitAsync(cancel).ConfigureAwait(false);
                    continue;
                }

                after = new NoticePlace(read[^1].ToldAt!.Value.UtcTicks, read[^1].Position);
                var nearest = read.OrderByDescending(n => n.Notice.Emergency).ThenBy(n => n.Notice.Due ?? DateTimeOffset.MaxValue).ThenBy(n => n.Position).Take(Nearest);
                yield return new NoticeNews(read.Count, [.. nearest], after);
            }
        }
        finally
        {
            told.Leave(organ);
        }
    }

    private static NoticePlace Place(string text) =>
        text.Split('-') is [var at, var position]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new NoticePlace(ticks, number)
            : throw RequestError.Input("after", "after is the place of a message of this subscription.");
}
