using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>What follows from the year for the staff as a whole, and adjustments taken back, over the API.</summary>
public sealed class LinkedResultApiTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A031")]
    public async Task A029_A030_A031_The_county_records_the_hosts_result_and_the_department_the_band_that_follows()
    {
        await _hub.Scored();
        (await _hub.Take(Actors.Leader, "recordHostResult", "grade: GOOD, coefficient: 1.1")).Refused().ShouldBe(("NotAllowedError", "NOT_ALLOWED", "A031", null));
        (await _hub.Take(Actors.Department, "recordStaffResult", "band: GOOD", "early")).Refused().ShouldBe(("RuleRefusedError", "HOST_RESULT_MISSING", "A029", null));
        (await _hub.Take(YearTale.Government, "recordHostResult", "grade: GOOD, coefficient: 1.1", "host")).At().ShouldBe("SCORED");
        (await _hub.Take(YearTale.Government, "recordHostResult", "grade: GOOD, coefficient: 1.1", "host")).At().ShouldBe("SCORED", "the same command again");
        (await _hub.Take(Actors.Department, "recordStaffResult", """band: GOOD, payer: "430203001" """, "payer")).Refused().ShouldBe(("RuleRefusedError", "PAYER_NOT_DEPARTMENT", "A030", "payer"));
        (await _hub.Take(Actors.Department, "recordStaffResult", "band: EXCELLENT", "band")).Refused().ShouldBe(("RuleRefusedError", "BAND_NOT_HOSTS", "A029", "band"));
        (await _hub.Take(Actors.Department, "recordStaffResult", "band: GOOD, bonusBase: 1000, other: 80")).At().ShouldBe("SCORED");
        var linked = await Linked(Actors.Agency);
        (linked.GetProperty("hostGrade").GetString(), linked.GetProperty("band").GetString(), linked.GetProperty("bonus").GetDecimal()).ShouldBe(("GOOD", "GOOD", 1100m));
    }

    [Theory, Trait("Rule", "A034")]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task A034_Of_fewer_than_five_posts_no_daily_score_is_shown(int posts, bool hidden)
    {
        await _hub.Scored();
        (await _hub.Take(Actors.Leader, "recordDailyWork", $"posts: {posts}, score: 90.5")).At().ShouldBe("SCORED");
        var linked = await Linked(YearTale.Organ);
        linked.GetProperty("dailyScore").ValueKind.ShouldBe(hidden ? JsonValueKind.Null : JsonValueKind.Number);
        linked.GetProperty("dailyPosts").ValueKind.ShouldBe(hidden ? JsonValueKind.Null : JsonValueKind.Number);
        linked.GetProperty("annualScore").ValueKind.ShouldBe(JsonValueKind.Null, "the county set no weight (resolution 20)");
        var own = await Linked(Actors.Leader);
        (own.GetProperty("dailyPosts").GetInt32(), own.GetProperty("dailyScore").GetDecimal()).ShouldBe((posts, 90.5m), "the host township recorded them itself");
        (await _hub.Take(Actors.Department, "recordDailyWork", "posts: 6, score: 90", "department")).Refused().ShouldBe(("NotAllowedError", "NOT_ALLOWED", "A034", null));
    }

    [Fact, Trait("Rule", "A034")]
    public async Task A034_Who_reads_no_totals_reads_nothing_of_it()
    {
        await _hub.Scored();
        await _hub.Done(Actors.Leader, new RecordDailyWork(6, 90));
        (await Year(Actors.Of(Role.CountyCommandCentre, "430203"))).GetProperty("linked").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_An_adjustment_taken_back_stays_visible_with_its_reason_to_those_who_read_the_score()
    {
        await _hub.Assessing();
        (await _hub.Take(YearTale.SecondTownship, "adjustComponent", """component: COORDINATION, value: 90, reason: "两次推诿" """)).At().ShouldBe("ASSESSING");
        (await _hub.Take(YearTale.SecondTownship, "withdrawAdjustment", """component: KEY_WORK, reason: "x" """, "none")).Refused().ShouldBe(("RuleRefusedError", "NOT_ADJUSTED", "A018", "component"));
        (await _hub.Take(YearTale.SecondTownship, "withdrawAdjustment", """component: COORDINATION, reason: "录错乡镇，电话 13873300001" """)).At().ShouldBe("ASSESSING");
        var adjusted = (await Year(YearTale.Organ)).GetProperty("adjustments")[0];
        adjusted.GetProperty("value").GetDecimal().ShouldBe(90);
        adjusted.GetProperty("withdrawnReason").GetString()!.ShouldSatisfyAllConditions(r => r.ShouldStartWith("录错乡镇"), r => r.ShouldNotContain("13873300001"));
        (await Year(Actors.Department)).GetProperty("adjustments").GetArrayLength().ShouldBe(0);
    }

    private async Task<JsonElement> Linked(Actor actor) => (await Year(actor)).GetProperty("linked");

    private async Task<JsonElement> Year(Actor actor) => (await _hub.Data(actor,
        """
        { agencyYear(agency: "430203001-D12", year: 2026) {
            linked { hostGrade coefficient band bonusBase bonus dailyPosts dailyScore dailyWeight annualScore } adjustments { value withdrawnAt withdrawnReason } } }
        """)).GetProperty("agencyYear");
}
