using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Surveys;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Surveys;

/// <summary>Tokens and sums of surveys. An answer is a token that goes and a sum that grows, in one transaction; no statement here writes anything else of it (decision 0030).</summary>
internal sealed class SurveyBallots(IDatabase database) : ISurveyBallots
{
    private const string ForgetFormer = "DELETE FROM SurveyTokens WHERE Survey = @Survey AND Round < @Round";

    private const string AddTally = "INSERT INTO SurveyTallies (Survey, Round, RaterGroup) VALUES (@Survey, @Round, @Group) ON CONFLICT DO NOTHING";

    private const string AddToken = "INSERT INTO SurveyTokens (Hash, Survey, Round, RaterGroup) VALUES (@Hash, @Survey, @Round, @Group) ON CONFLICT DO NOTHING";

    private const string FindToken = """
        SELECT t.Survey, t.Round, t.RaterGroup, s.Document FROM SurveyTokens AS t JOIN Surveys AS s ON s.Subject = t.Survey WHERE t.Hash = @Hash
        """;

    // First the token: on PostgreSQL whoever comes second with it waits here for its row, and then finds none.
    private const string TakeToken = "DELETE FROM SurveyTokens WHERE Hash = @Hash AND Survey = @Survey AND Round = @Round AND RaterGroup = @Group";

    private const string Count = """
        UPDATE SurveyTallies SET Ballots = Ballots + 1,
          DailyManagementSum = DailyManagementSum + @S0, DailyManagementSquares = DailyManagementSquares + @Q0,
          ProblemHandlingSum = ProblemHandlingSum + @S1, ProblemHandlingSquares = ProblemHandlingSquares + @Q1,
          AttitudeSum = AttitudeSum + @S2, AttitudeSquares = AttitudeSquares + @Q2,
          StyleSum = StyleSum + @S3, StyleSquares = StyleSquares + @Q3
        WHERE Survey = @Survey AND Round = @Round AND RaterGroup = @Group AND Closed = 0
          AND EXISTS (SELECT 1 FROM Surveys AS s WHERE s.Subject = @Survey AND s.Round = @Round AND s.Stage < @Over AND s.OpensAt <= @Now AND s.ClosesAt > @Now)
        """;

    private const string EndCounting = "UPDATE SurveyTallies SET Closed = 1 WHERE Survey = @Survey AND Round = @Round";

    // Never of a round that is still counted: two readings apart would tell the answer between them.
    private const string ReadClosed = """
        SELECT RaterGroup, Ballots, DailyManagementSum, ProblemHandlingSum, AttitudeSum, StyleSum, DailyManagementSquares, ProblemHandlingSquares, AttitudeSquares, StyleSquares
          FROM SurveyTallies WHERE Survey = @Survey AND Round = @Round AND Closed = 1
        """;

    public Task Add(string survey, int round, RaterGroup group, IReadOnlyCollection<string> hashes, CancellationToken cancel = default)
    {
        (string, object?)[] place = [("@Survey", survey), ("@Round", (long)round), ("@Group", (long)group)];
        // In the order of their hashes, which is none.
        return database.Write(
            [new(ForgetFormer, place[..2]), new(AddTally, place), .. hashes.Order(StringComparer.Ordinal).Select(h => new SqlStatement(AddToken, [("@Hash", h), .. place]))], cancel);
    }

    public async Task<SurveySlip?> Find(string hash, CancellationToken cancel = default) => (await database.Read(
        new SqlStatement(FindToken, ("@Hash", hash)),
        r => new SurveySlip(r.GetString(0), (int)r.GetInt64(1), (RaterGroup)r.GetInt64(2), JsonSerializer.Deserialize<Survey>(r.GetString(3), DomainSerialization.Options)!), cancel)).SingleOrDefault();

    public async Task<BallotOutcome> Cast(string hash, IReadOnlyDictionary<SatisfactionDimension, int> scores, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (await Find(hash, cancel) is not { } slip)
            return BallotOutcome.UnknownToken;
        if (Outside(slip, now) is { } outside)
            return outside;
        (string, object?)[] place = [("@Survey", slip.Key), ("@Round", (long)slip.Round), ("@Group", (long)slip.Group)];
        (string, object?)[] answer = [.. Enum.GetValues<SatisfactionDimension>().SelectMany(d => new (string, object?)[] { ($"@S{(int)d}", (long)scores[d]), ($"@Q{(int)d}", (long)scores[d] * scores[d]) })];
        // Once it has begun nobody who hangs up leaves it in doubt.
        return await database.WriteWhole(
            [new(TakeToken, [("@Hash", hash), .. place]), new(Count, [.. place, .. answer, ("@Over", (long)SurveyStage.Closed), ("@Now", now.UtcTicks)])], CancellationToken.None) switch
        {
            0 => BallotOutcome.UnknownToken,
            1 => BallotOutcome.Closed,
            _ => BallotOutcome.Counted,
        };
    }

    public async Task<IReadOnlyList<GroupTally>> Close(string survey, int round, CancellationToken cancel = default)
    {
        (string, object?)[] place = [("@Survey", survey), ("@Round", (long)round)];
        await database.Write([new(EndCounting, place)], cancel);
        return await database.Read(new SqlStatement(ReadClosed, place), Tally, cancel);
    }

    public async Task<ILookup<string, RaterGroup>> Enough(IReadOnlyCollection<string> surveys, CancellationToken cancel = default) => (await database.ReadOf(
        surveys,
        names => $"""
            SELECT t.Survey, t.RaterGroup FROM SurveyTallies AS t JOIN Surveys AS s ON s.Subject = t.Survey AND s.Round = t.Round
             WHERE t.Survey IN ({names}) AND t.Ballots >= s.Least
            """,
        r => (Survey: r.GetString(0), Group: (RaterGroup)r.GetInt64(1)), cancel)).ToLookup(r => r.Survey, r => r.Group);

    private static BallotOutcome? Outside(SurveySlip slip, DateTimeOffset now) => slip.Survey.Round != slip.Round ? BallotOutcome.Closed : slip.Survey.StageAt(now) switch
    {
        SurveyStage.Planned => BallotOutcome.NotOpen,
        SurveyStage.Open => null,
        _ => BallotOutcome.Closed,
    };

    private static GroupTally Tally(DbDataReader r)
    {
        var none = GroupTally.None((RaterGroup)r.GetInt64(0));
        return none with { Ballots = (int)r.GetInt64(1), Sums = Of(none.Sums, 2), Squares = Of(none.Squares, 6) };

        ImmutableSortedDictionary<SatisfactionDimension, long> Of(
            ImmutableSortedDictionary<SatisfactionDimension, long> zero, int first) =>
            zero.SetItems(zero.Keys.Select(d => KeyValuePair.Create(d, r.GetInt64(first + (int)d))));
    }
}
