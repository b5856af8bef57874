using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>A scoreboard as it is told: which lines changed, as far as each reads them.</summary>
public sealed class ScoreboardLiveTests : IAsyncLifetime
{
    private const string Told = "lines { id stage statutory duty agency { code } } gone totalCount sums { agencies scored } asOf";

    private readonly TestHub _hub = new();

    private WatchedBoards Boards => _hub.Services.GetRequiredService<WatchedBoards>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A019")]
    public async Task A019_each_is_told_the_lines_that_changed_as_far_as_it_reads_them()
    {
        await _hub.Ready();
        await using var department = await Follow(Actors.Department, """department: "430203:D12" """);
        await using var township = await Follow(Actors.Leader, """unit: "430203001" """);
        foreach (var client in new[] { department, township })
        {
            var first = await client.Next();
            (first.GetProperty("lines").GetArrayLength(), first.GetProperty("totalCount").GetInt32(), first.GetProperty("sums").GetProperty("scored").GetInt32()).ShouldBe((0, 1, 0), "read it now: nothing is missed");
        }

        await _hub.Done(Actors.Department, new SubmitStatutory(91.5m));
        var (own, other) = (Line(await department.Next()), Line(await township.Next()));
        (own.GetProperty("id").GetString(), own.GetProperty("statutory").GetDecimal(), own.GetProperty("duty").ValueKind).ShouldBe((YearTale.Id, 91.5m, JsonValueKind.Number));
        (other.GetProperty("statutory").ValueKind, other.GetProperty("duty").GetDecimal() > 0).ShouldBe((JsonValueKind.Null, true));
    }

    [Fact]
    public async Task Whatever_happened_within_a_second_is_one_message_with_the_newest_line()
    {
        await _hub.Ready();
        await using var client = await Follow(YearTale.Government, """unit: "430203" """);
        await client.Next();
        await _hub.Done(Actors.Department, new SubmitStatutory(91.5m));
        await _hub.Done(YearTale.Organ, new FinaliseScore());
        await _hub.Done(YearTale.Organ, new SetAgencyGrade(AssessmentGrade.Good));
        await Known(AgencyYearStage.AgencyGraded);
        Line(await client.Next()).GetProperty("stage").GetString().ShouldBe("AGENCY_GRADED");

        var other = OrganCode.Parse("430203001-D20");
        await _hub.Done(YearTale.Hub, new OpenYear(other, 2026), other);
        var next = await client.Next();
        (Line(next).GetProperty("agency").GetProperty("code").GetString(), next.GetProperty("totalCount").GetInt32()).ShouldBe(("430203001-D20", 2), "and no line twice");
        _hub.Years.Drop(GrainKeys.AgencyYear(other, 2026));
        (await client.Next()).GetProperty("gone").EnumerateArray().Select(g => g.GetString()).ShouldBe([Relay.GlobalId.OfAgencyYear(GrainKeys.AgencyYear(other, 2026))]);
    }

    [Fact, Trait("Rule", "R046")]
    public async Task R046_whoever_may_not_read_a_board_is_told_nothing_of_it_also_later_on()
    {
        await _hub.Opened();
        foreach (var (actor, arguments) in new[]
        {
            (Actors.GridWorker, """unit: "430203001" """), (Actors.Of(Role.CountyGovernment, "430202"), """unit: "430203" """), (Actors.Of(Role.Department, "430203:D20"), """department: "430203:D12" """),
            (Actors.CityWall, """unit: "4302" """),
        })
            (await Listening.TryTo(_hub, actor, Query(arguments))).Code.ShouldBe("NOT_FOUND", actor.Principal);
        (await Listening.TryTo(_hub, Actors.Leader, Query(""))).Code.ShouldBe("INVALID_INPUT");

        await using var second = await Follow(YearTale.SecondTownship, """unit: "430203001" """);
        (await second.Next()).GetProperty("totalCount").GetInt32().ShouldBe(1);
        _hub.Years.Served[YearTale.Code.Value] = [YearTale.Host];
        await _hub.Done(Actors.Leader, new SetWeights(new Dictionary<UnitCode, decimal> { [YearTale.Host] = 1 }.ToImmutableSortedDictionary()));
        (await second.Ending()).ShouldBe("NOT_FOUND", "it is served no more");
    }

    [Fact]
    public async Task While_nothing_changes_a_message_without_lines_says_that_the_hub_is_there()
    {
        await _hub.Opened();
        await using var client = await Follow(Actors.Leader, """unit: "430203001" """);
        var first = (await client.Next()).GetProperty("asOf").GetDateTimeOffset();
        _hub.Time.Advance(ScoreboardSubscriptions.Heartbeat);
        var next = await client.Next();
        (next.GetProperty("lines").GetArrayLength(), next.GetProperty("gone").GetArrayLength(), next.GetProperty("asOf").GetDateTimeOffset() - first).ShouldBe((0, 0, ScoreboardSubscriptions.Heartbeat));
    }

    [Fact]
    public async Task A_board_that_could_not_be_read_is_read_again_and_nothing_is_missed()
    {
        await _hub.Opened();
        await using var client = await Follow(Actors.Leader, """unit: "430203001" """);
        await client.Next();
        _hub.Years.Failure = new InvalidOperationException("the database is away");
        await _hub.Done(Actors.Agency, new ListDuties(["日常巡查"]));
        _hub.Years.Failure = null;
        Line(await client.Next()).GetProperty("stage").GetString().ShouldBe("DUTIES_LISTED");
    }

    [Fact]
    public async Task A_reader_is_shared_and_ends_with_its_last_subscriber()
    {
        await _hub.Opened();
        var (one, two) = (await Follow(Actors.Leader, """unit: "430203001" """), await Follow(Actors.Agency, """unit: "430203001" """));
        await one.Next();
        await two.Next();
        Boards.Watched.ShouldBe(1);
        await one.DisposeAsync();
        await two.DisposeAsync();
        for (var i = 0; i < 1_200 && Boards.Watched > 0; i++)
            await Task.Delay(50);
        Boards.Watched.ShouldBe(0);
    }

    private static string Query(string arguments) => $$"""subscription { scoreboardChanged({{arguments}} year: 2026) { {{Told}} } }""";

    private Task<Listening> Follow(Actor actor, string arguments) => Listening.To(_hub, actor, Query(arguments));

    private static JsonElement Line(JsonElement told) => told.GetProperty("lines").EnumerateArray().Single();

    // Until the reader has it: the client has not asked for it meanwhile.
    private async Task Known(AgencyYearStage stage)
    {
        var watched = Boards.Join(new YearBoard(OrganCode.Parse("430203"), 2026));
        for (var i = 0; i < 1_200 && watched.Rows.Single().Stage != stage; i++)
            await Task.Delay(50);
        watched.Leave();
    }
}
