using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Posts;

namespace OpsHub.Contracts.Posts;

/// <summary>People decisions of a stationed agency (派驻机构人事事项), live. Every agency in force has them; the record is opened with the first command.
/// Key: <see cref="GrainKeys.Posts(Domain.Hierarchy.OrganCode)"/>.</summary>
[Alias("IPostsGrain")]
public interface IPostsGrain : ISubjectGrain
{
    /// <summary>Decides a command: decide, write, publish, reply.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(PostCommand command, CommandContext context);

    /// <summary>The record, or as it would begin where nothing has happened yet; null when there is no such agency.</summary>
    [Alias("Get")]
    Task<PostsView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);

    /// <summary>Fires every rung passed at the hub's present instant; how many fired. Nothing happens twice.</summary>
    [Alias("Tick")]
    Task<int> Tick(DateTimeOffset now);

    /// <summary>Counts open terms again by the newest calendar; true where one moved and that was recorded. Resolution 6.</summary>
    [Alias("CatchUp")]
    Task<bool> CatchUp(int calendar);
}

/// <summary>A record with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="State">The state, department and townships as the agency stands now.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with. 0 before the first command.</param>
[GenerateSerializer, Immutable, Alias("PostsView")]
public sealed record PostsView([property: Id(0)] string Key, [property: Id(1)] AgencyPosts State, [property: Id(2)] long Length);
