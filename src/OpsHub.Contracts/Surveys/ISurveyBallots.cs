using OpsHub.Domain.Assessments;

namespace OpsHub.Contracts.Surveys;

/// <summary>Tokens and sums of surveys (测评码和票数): the one place through which an answer goes. There is no row of an answer, no time of one and no order,
/// and nothing joins a token with what was answered. A port with one implementation.</summary>
public interface ISurveyBallots
{
    /// <summary>Stores hashes of tokens; those that are there already stay. Tokens of earlier rounds go.</summary>
    Task Add(string survey, int round, RaterGroup group, IReadOnlyCollection<string> hashes, CancellationToken cancel = default);

    /// <summary>What a token stands for, or null.</summary>
    Task<SurveySlip?> Find(string hash, CancellationToken cancel = default);

    /// <summary>Takes a token and adds its answer to its group's sums: both or neither, durable when it returns. A024, A025.</summary>
    /// <param name="hash">Hash of the token.</param>
    /// <param name="scores">All four dimensions, 0 to 100 each; checked by the caller (<see cref="Satisfaction.Fault"/>).</param>
    /// <param name="now">The present instant; what counts is the window.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<BallotOutcome> Cast(string hash, IReadOnlyDictionary<SatisfactionDimension, int> scores, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Ends the counting of a round, and then reads the sums: none changes any more. Again it reads the same, until the closed survey is published and they go.</summary>
    Task<IReadOnlyList<GroupTally>> Close(string survey, int round, CancellationToken cancel = default);

    /// <summary>Which groups of surveys have enough answers, yes or no; sums are read only by <see cref="Close"/>.</summary>
    Task<ILookup<string, RaterGroup>> Enough(IReadOnlyCollection<string> surveys, CancellationToken cancel = default);
}
