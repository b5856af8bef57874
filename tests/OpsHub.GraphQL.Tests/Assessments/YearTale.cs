using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>The year 2026 of an agency with two townships, told by commands to its grain; what is tried goes through the API. Begins on Monday 2026-03-02 at 9:00.</summary>
internal static class YearTale
{
    public static readonly OrganCode Code = OrganCode.Parse("430203001-D12");
    public static readonly UnitCode Host = UnitCode.Parse("430203001");
    public static readonly UnitCode Second = UnitCode.Parse("430203002");

    public static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    public static readonly Actor SecondTownship = Actors.Of(Role.TownshipGovernment, "430203002");
    public static readonly Actor Organ = Actors.Of(Role.PerformanceOrgan, "430203");
    public static readonly Actor Government = Actors.Of(Role.CountyGovernment, "430203");

    public static string Id { get; } = GlobalId.OfAgencyYear(GrainKeys.AgencyYear(Code, 2026));

    private const string Outcome = "yearId sequence version agencyYear { stage moves } errors { __typename code rule clause field message messageEn } warnings { code field }";

    private static int _commands;

    public static async Task Done(this TestHub hub, Actor by, AgencyYearCommand command, OrganCode? agency = null)
    {
        var reply = await hub.Grains.AgencyYear(agency ?? Code, 2026).Do(command, new CommandContext($"t-{Interlocked.Increment(ref _commands)}", by));
        reply.Refusal.ShouldBeNull($"{command} by {by.Principal}");
    }

    /// <summary>Sends a mutation to the year.</summary>
    public static async Task<JsonElement> Take(this TestHub hub, Actor by, string name, string fields = "", string? commandId = null) =>
        (await hub.Data(by, $$"""mutation { {{name}}(input: { commandId: "{{commandId ?? name}}", yearId: "{{Id}}" {{fields}} }) { {{Outcome}} } }""")).GetProperty(name);

    public static string? At(this JsonElement payload)
    {
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("agencyYear").GetProperty("stage").GetString();
    }

    /// <summary>The single refusal: type, code, rule and field.</summary>
    public static (string Type, string Code, string Rule, string? Field) Refused(this JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("message").ShouldNotBeEmpty();
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), error.GetProperty("field").GetString());
    }

    public static async Task Opened(this TestHub hub)
    {
        hub.Years.Served[Code.Value] = [Host, Second];
        await hub.Done(Hub, new OpenYear(Code, 2026));
    }

    public static async Task Submitted(this TestHub hub)
    {
        await hub.Opened();
        await hub.Done(Actors.Leader, new SetWeights(new Dictionary<UnitCode, decimal> { [Host] = 0.7m, [Second] = 0.3m }.ToImmutableSortedDictionary()));
        await hub.Done(Actors.Agency, new ListDuties(["日常巡查", "联合执法"]));
        await hub.Done(Actors.Agency, new DraftPlan([.. Enumerable.Range(1, 10).Select(i => new YearTarget(i, $"第 {i} 项目标", "按月核查", new DateOnly(2026, 12, 20)))]));
        await hub.Done(Actors.Leader, new NegotiatePlan());
        await hub.Done(SecondTownship, new NegotiatePlan());
        await hub.Done(Actors.Agency, new SubmitPlan());
    }

    public static async Task InForce(this TestHub hub)
    {
        await hub.Submitted();
        await hub.Done(Actors.Department, new ConsentToPlan());
        await hub.Done(Actors.Agency, new SignLetter());
        await hub.Done(Actors.Leader, new SignLetter());
    }

    /// <summary>The year is over; 9 of 10 targets are done, 92 of 100 terms kept in the host and 2 urges, 96 of 100 in the second; 2 of 50 dispatches refused.</summary>
    public static async Task Assessing(this TestHub hub)
    {
        await hub.InForce();
        for (var i = 1; i <= 9; i++)
            await hub.Done(Actors.Leader, new ConfirmTarget(i, true));
        await hub.Done(Actors.Leader, new RecordKeyWork("防汛值守", true));
        await hub.Done(SecondTownship, new RecordKeyWork("防汛值守", true, "记录 13812345678"));
        await hub.Done(Hub, new RecordEvidence(new Dictionary<UnitCode, CaseEvidence>
        {
            [Host] = new(50, 48, 2, 100, 92, 2, 1, 2, 3, 3, hub.Clock.Now),
            [Second] = new(50, 48, 2, 100, 96, 2, 1, 0, 0, 0, hub.Clock.Now),
        }.ToImmutableSortedDictionary()));
        hub.Time.Advance(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(8)) - hub.Clock.Now);
        await hub.Done(Hub, new OpenAssessment());
    }

    /// <summary>All inputs are in but the statutory score.</summary>
    public static async Task Ready(this TestHub hub)
    {
        await hub.Assessing();
        await hub.Done(SecondTownship, new AdjustComponent(DutyComponent.Coordination, 90, "两次推诿"));
        await hub.Done(Actors.Leader, new SubmitDuty());
        await hub.Done(SecondTownship, new SubmitDuty());
        await hub.Done(Hub, Survey(Host, 88, 5, 5, 5));
        await hub.Done(Hub, Survey(Second, 90, 6, 5, 2));
        await hub.Done(Actors.Leader, new AggregateTownshipPart());
    }

    public static async Task Scored(this TestHub hub)
    {
        await hub.Ready();
        await hub.Done(Actors.Department, new SubmitStatutory(91.5m, "全年无行政诉讼败诉"));
        await hub.Done(Organ, new FinaliseScore());
    }

    public static async Task Shared(this TestHub hub)
    {
        await hub.Scored();
        await hub.Done(Organ, new SetAgencyGrade(AssessmentGrade.Good));
        hub.Time.Advance(TimeSpan.FromDays(20));
        await hub.Done(Hub, new ShareResult(ShareTarget.Township));
        await hub.Done(Hub, new ShareResult(ShareTarget.Department));
    }

    public static SubmitSatisfaction Survey(UnitCode township, int score, params int[] ballots) => new(township, [.. Enum.GetValues<RaterGroup>().Select((g, i) => Tally(g, ballots[i], score))]);

    private static GroupTally Tally(RaterGroup group, int ballots, int score) => Enumerable.Range(0, ballots)
        .Aggregate(GroupTally.None(group), (tally, _) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score)));
}
