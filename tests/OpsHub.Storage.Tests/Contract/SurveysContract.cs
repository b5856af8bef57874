using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteSurveys(SqliteHub hub) : SurveysContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlSurveys(PostgreSqlHub hub) : SurveysContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Tokens, sums and rows of surveys. Each test has a township of its own.</summary>
public abstract class SurveysContract(SharedHub shared) : StorageContract(shared)
{
    private static readonly DateTimeOffset Opens = new(2026, 11, 30, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2026, 12, 31, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset During = Opens.AddDays(3);

    private ISurveyIndex Index => Hub.Services.GetRequiredService<ISurveyIndex>();

    private ISurveyBallots Ballots => Hub.Services.GetRequiredService<ISurveyBallots>();

    private UnitCode Township => Samples.Grid().At(UnitLevel.Township);

    private OrganCode Agency => new($"{Township}-D12");

    private string Key => GrainKeys.Survey(Agency, 2026, Township);

    [SkippableFact, Trait("Rule", "A024")]
    public async Task A024_a_token_counts_once_even_when_eight_use_it_together()
    {
        await Planned();
        var tokens = await Issued(RaterGroup.ServiceUsers, 12);
        var outcomes = await Task.WhenAll(tokens.SelectMany(t => Enumerable.Range(0, 8).Select(_ => Task.Run(() => Ballots.Cast(t, Scores(80), During)))));
        outcomes.Count(o => o == BallotOutcome.Counted).ShouldBe(12);
        outcomes.Where(o => o != BallotOutcome.Counted).ShouldAllBe(o => o == BallotOutcome.UnknownToken);
        var tally = (await Ballots.Close(Key, 1)).ShouldHaveSingleItem();
        (tally.Group, tally.Ballots, tally.Mean).ShouldBe((RaterGroup.ServiceUsers, 12, 80m));
        tally.IsPossible.ShouldBeTrue();
    }

    [SkippableFact, Trait("Rule", "A025")]
    public async Task A025_each_dimension_has_its_own_sum_and_squares()
    {
        await Planned();
        var tokens = await Issued(RaterGroup.Representatives, 2);
        await Counted(tokens[0], Scores(100, 80, 60, 40));
        await Counted(tokens[1], Scores(20, 0, 100, 60));
        var expected = GroupTally.None(RaterGroup.Representatives).With(Scores(100, 80, 60, 40)).With(Scores(20, 0, 100, 60));
        var read = (await Ballots.Close(Key, 1)).ShouldHaveSingleItem();
        read.Sums.ShouldBe(expected.Sums);
        read.Squares.ShouldBe(expected.Squares);
        read.Ballots.ShouldBe(2);
    }

    [SkippableFact]
    public async Task What_cannot_be_counted_takes_no_token()
    {
        await Planned();
        var (token, other) = (await Issued(RaterGroup.ServiceUsers, 2)) is [var a, var b] ? (a, b) : default;
        (await Ballots.Cast(token, Scores(80), Opens.AddTicks(-1))).ShouldBe(BallotOutcome.NotOpen);
        (await Ballots.Cast(token, Scores(80), Closes)).ShouldBe(BallotOutcome.Closed);
        (await Ballots.Cast(new string('0', 64), Scores(80), During)).ShouldBe(BallotOutcome.UnknownToken);
        (await Ballots.Find(token)).ShouldNotBeNull().Group.ShouldBe(RaterGroup.ServiceUsers);
        await Counted(token, Scores(80));
        (await Ballots.Find(token)).ShouldBeNull();

        // Between the door's look and the count it may have been closed.
        await Ballots.Close(Key, 1);
        (await Ballots.Cast(other, Scores(80), During)).ShouldBe(BallotOutcome.Closed);
        (await Ballots.Find(other)).ShouldNotBeNull("it is told that it is over, not that its token is unknown");
        (await Ballots.Close(Key, 1)).ShouldHaveSingleItem().Ballots.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Answers_that_come_while_it_is_closed_are_in_what_is_read_or_are_told_that_it_is_over()
    {
        await Planned();
        var tokens = await Issued(RaterGroup.ServiceUsers, 120);
        var casting = tokens.Select(t => Task.Run(() => Ballots.Cast(t, Scores(60), During))).ToList();
        await Task.WhenAny(casting);
        var read = (await Ballots.Close(Key, 1)).ShouldHaveSingleItem();
        var outcomes = await Task.WhenAll(casting);
        outcomes.ShouldAllBe(o => o == BallotOutcome.Counted || o == BallotOutcome.Closed);
        read.Ballots.ShouldBe(outcomes.Count(o => o == BallotOutcome.Counted));
        (await Ballots.Close(Key, 1)).ShouldHaveSingleItem().Ballots.ShouldBe(read.Ballots, "again it reads the same");
    }

    [SkippableFact]
    public async Task Before_it_is_closed_only_whether_answers_are_enough_can_be_asked()
    {
        await Planned();
        var tokens = await Issued(RaterGroup.ServiceUsers, 5);
        foreach (var token in tokens.Take(4))
            await Counted(token, Scores(80));
        (await Ballots.Enough([Key]))[Key].ShouldBeEmpty();
        await Counted(tokens[4], Scores(80));
        (await Ballots.Enough([Key, "survey-none"]))[Key].ShouldBe([RaterGroup.ServiceUsers]);
    }

    [SkippableFact]
    public async Task A_closed_surveys_sums_go_with_its_publication_and_its_tokens_with_the_delivery()
    {
        await Planned();
        var tokens = await Issued(RaterGroup.ServiceUsers, 3);
        await Counted(tokens[0], Scores(80));
        await Ballots.Close(Key, 1);
        await Publish(2, s => s with { Stage = SurveyStage.Closed });
        (await Count("SurveyTallies")).ShouldBe(0);
        (await Ballots.Find(tokens[1])).ShouldNotBeNull();
        (await Ballots.Cast(tokens[1], Scores(80), During)).ShouldBe(BallotOutcome.Closed);
        await Publish(3, s => s with { Stage = SurveyStage.Delivered });
        (await Count("SurveyTokens")).ShouldBe(0);
        (await Index.Unfinished(null, 10_000)).ShouldNotContain(r => r.Key == Key);
    }

    [SkippableFact]
    public async Task Another_round_begins_from_nothing_and_former_tokens_are_of_no_use()
    {
        await Planned();
        var former = await Issued(RaterGroup.ServiceUsers, 2);
        await Counted(former[0], Scores(20));
        await Ballots.Close(Key, 1);
        await Publish(2, s => s with { Stage = SurveyStage.Closed });
        await Publish(3, s => s with { Round = 2, Stage = SurveyStage.Planned });
        (await Ballots.Cast(former[1], Scores(20), During)).ShouldBe(BallotOutcome.UnknownToken);
        var tokens = await Issued(RaterGroup.ServiceUsers, 1, round: 2);
        await Counted(tokens[0], Scores(100));
        (await Ballots.Close(Key, 2)).ShouldHaveSingleItem().Mean.ShouldBe(100m);
        // A publication of the first round that comes late takes nothing from the second.
        await Publish(2, s => s with { Stage = SurveyStage.Closed });
        (await Ballots.Close(Key, 2)).ShouldHaveSingleItem().Ballots.ShouldBe(1);
    }

    [SkippableFact, Trait("Rule", "A024")]
    public async Task A024_nothing_in_any_table_joins_a_token_with_an_answer_or_says_when()
    {
        await Planned();
        var tokens = await Issued(RaterGroup.CommunityWorkers, 6);
        foreach (var token in tokens)
            await Counted(token, Scores(37));
        foreach (var table in await Tables())
        {
            var columns = await Columns(table);
            if (table.Equals("SurveyTokens", StringComparison.OrdinalIgnoreCase))
                columns.Select(c => c.ToLowerInvariant()).ShouldBe(["hash", "survey", "round", "ratergroup"], ignoreOrder: true);
            if (table.Equals("SurveyTallies", StringComparison.OrdinalIgnoreCase))
                columns.ShouldNotContain(c => c.EndsWith("At", StringComparison.OrdinalIgnoreCase) || c.Contains("time", StringComparison.OrdinalIgnoreCase), "no instant");
        }

        foreach (var text in await Texts())
            tokens.ShouldAllBe(t => !text.Contains(t, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Rows_are_found_by_agency_by_unit_and_by_key()
    {
        await Planned();
        var row = (await Index.ByKey([Key, "survey-none"]))[Key];
        (row.State.Stage, row.State.Issued[RaterGroup.ServiceUsers], row.County, row.Length).ShouldBe((SurveyStage.Planned, 7, Township.At(UnitLevel.County), 1L));
        (await Index.OfAgency(Agency, 2026)).ShouldHaveSingleItem().Key.ShouldBe(Key);
        (await Index.OfAgency(Agency, 2025)).ShouldBeEmpty();
        foreach (var unit in new[] { Township, Township.At(UnitLevel.County), Township.At(UnitLevel.City) })
            (await Index.OfUnit(unit, 2026)).ShouldContain(r => r.Key == Key);
        (await Index.OfUnit(new("999999999"), 2026)).ShouldBeEmpty();
        (await Index.Unfinished(null, 10_000)).ShouldContain(r => r.Key == Key);
        (await Index.Unfinished(Key, 10_000)).ShouldNotContain(r => r.Key == Key);
        await Publish(1, s => s with { Least = 9 });
        (await Index.ByKey([Key]))[Key].State.Least.ShouldBe(5, "an equal version changes nothing");
    }

    private static ImmutableSortedDictionary<SatisfactionDimension, int> Scores(params int[] scores) =>
        Enum.GetValues<SatisfactionDimension>().ToImmutableSortedDictionary(d => d, d => scores[(int)d % scores.Length]);

    private Task Planned() => Publish(1, s => s);

    private Task Publish(long version, Func<Survey, Survey> change)
    {
        var state = change(new Survey
        {
            Agency = Agency, Year = 2026, Township = Township, Host = Township, Round = 1, Stage = SurveyStage.Planned, OpensAt = Opens, ClosesAt = Closes, Least = 5, ChangedAt = Samples.Now,
            Issued = ImmutableSortedDictionary<RaterGroup, int>.Empty.Add(RaterGroup.ServiceUsers, 7),
        });
        return Hub.Publisher.Publish(new Publication(Key, version) { Survey = new(Key, version, Township.At(UnitLevel.County), Township.At(UnitLevel.City), state, version) });
    }

    private async Task<List<string>> Issued(RaterGroup group, int count, int round = 1)
    {
        var hashes = Enumerable.Range(0, count).Select(_ => SurveyToken.Make().Hash).ToList();
        await Ballots.Add(Key, round, group, hashes);
        return hashes;
    }

    private async Task Counted(string token, IReadOnlyDictionary<SatisfactionDimension, int> scores) => (await Ballots.Cast(token, scores, During)).ShouldBe(BallotOutcome.Counted);

    private async Task<long> Count(string table) =>
        (await Hub.Database.Read(new SqlStatement($"SELECT COUNT(*) FROM {table} WHERE Survey = @Key", ("@Key", Key)), r => r.GetInt64(0), None))[0];

    private bool IsSqlite => Hub.Database.Invariant == "System.Data.SQLite";

    private Task<List<string>> Tables() => Hub.Database.Read(
        new SqlStatement(IsSqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'Survey%'" : "SELECT table_name::text FROM information_schema.tables WHERE table_name LIKE 'survey%'"),
        r => r.GetString(0), None);

    private Task<List<string>> Columns(string table) => Hub.Database.Read(
        new SqlStatement(IsSqlite ? $"SELECT name FROM pragma_table_info('{table}')" : $"SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'"), r => r.GetString(0), None);

    // What is stored of the survey itself, and of everything that is published.
    private async Task<List<string>> Texts() =>
    [
        .. await Hub.Database.Read(new SqlStatement("SELECT Document FROM Surveys"), r => r.GetString(0), None),
        .. await Hub.Database.Read(new SqlStatement("SELECT Hash FROM SurveyTokens"), r => r.GetString(0), None),
        .. await Hub.Database.Read(new SqlStatement("SELECT Subject FROM Published"), r => r.GetString(0), None),
    ];
}
