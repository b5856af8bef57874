namespace OpsHub.Host.Doors.Feeds;

/// <summary>One entry of a calendar.</summary>
/// <param name="Uid">The same for as long as the thing is the same.</param>
/// <param name="Start">When it starts; of a whole day any instant on it.</param>
/// <param name="End">When it ends; null for a whole day.</param>
/// <param name="Summary">Its line.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Text">What more there is to say.</param>
/// <param name="IsCancelled">Fell away.</param>
/// <param name="IsDone">Held or kept: nobody needs to be reminded.</param>
/// <param name="ChangedAt">Latest change of this entry.</param>
/// <param name="Sequence">Rises with each change.</param>
internal sealed record FeedEvent(
    string Uid, DateTimeOffset Start, DateTimeOffset? End, string Summary, string? Place, string Text, bool IsCancelled, bool IsDone, DateTimeOffset ChangedAt, int Sequence);
