using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Surveys;

namespace OpsHub.Contracts.Surveys;

/// <summary>The satisfaction survey of an agency's year in one township (满意度测评), live: counts only. An answer never comes near it.
/// Key: <see cref="GrainKeys.Survey(Domain.Hierarchy.OrganCode, int, Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("ISurveyGrain")]
public interface ISurveyGrain : ISubjectGrain
{
    /// <summary>Decides a command; tokens are issued by <see cref="Issue"/>.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(SurveyCommand command, CommandContext context);

    /// <summary>Issues tokens: their hashes are stored before the count is, so that what is shown to the issuer holds. Repeated, it stores nothing.</summary>
    /// <param name="command">The group and how many.</param>
    /// <param name="hashes">As many hashes (<see cref="SurveyToken"/>).</param>
    /// <param name="context">Who, under which id.</param>
    [Alias("Issue")]
    Task<CommandReply> Issue(IssueTokens command, string[] hashes, CommandContext context);

    /// <summary>The survey, or null before it is planned.</summary>
    [Alias("Get")]
    Task<SurveyView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200).</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);

    /// <summary>Does what its schedule asks for by now: opens, reminds, closes, hands the result to the year. How many steps it took; none where nothing is due.</summary>
    [Alias("Advance")]
    Task<int> Advance();
}

/// <summary>A survey with the place of its state in the trace.</summary>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with.</param>
[GenerateSerializer, Immutable, Alias("SurveyView")]
public sealed record SurveyView([property: Id(0)] Survey State, [property: Id(1)] long Length);
