using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Assessments;

/// <summary>The small city with live agencies' years: Monday 2026-07-13, 09:00, by weekdays. One agency serves its host and another township.</summary>
internal sealed class YearTown : IAsyncDisposable
{
    internal const int Year = 2026;

    internal static readonly OrganCode Code = OrganCode.Parse("430203001-D12");
    internal static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");
    internal static readonly UnitCode Host = UnitCode.Parse("430203001");
    internal static readonly UnitCode Second = UnitCode.Parse("430203002");
    internal static readonly UnitCode County = UnitCode.Parse("430203");
    internal static readonly string Key = GrainKeys.AgencyYear(Code, Year);

    internal static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    internal static readonly Actor Agency = new("agency-1", Role.AgencyStaff, Code);
    internal static readonly Actor Department = new("bureau-1", Role.Department, Bureau);
    internal static readonly Actor Organ = new("performance-1", Role.PerformanceOrgan, OrganCode.Of(County));
    internal static readonly Actor Township = new("township-1", Role.TownshipGovernment, OrganCode.Of(Host), Backdates: true);
    internal static readonly Actor SecondTownship = new("township-2", Role.TownshipGovernment, OrganCode.Of(Second));

    private int _ids;

    private readonly AgencyRow[] _registered;

    private YearTown(CaseTown town, AgencyRow[] registered) => (Town, _registered) = (town, registered);

    internal CaseTown Town { get; }

    internal static async Task<YearTown> Open(bool live = false, params UnitCode[] others)
    {
        AgencyRow[] registered = [Row([Host, .. others])];
        return new(await CaseTown.Open(live, new TownDirectory(registered)), registered);
    }

    /// <summary>From now on the agency serves these.</summary>
    internal void Serves(params UnitCode[] served) => _registered[0] = Row(served);

    private static AgencyRow Row(UnitCode[] served) => new(Code, 1, "城管执法中队", Bureau, Host, [.. served], false);

    internal IAgencyYearGrain Grain => Town.Hub.Client.AgencyYear(Code, Year);

    internal async Task<AgencyYear> State() => (await Grain.Get()).ShouldNotBeNull().State;

    internal Publication Published => Town.Hub.Index.Published(Key).ShouldNotBeNull();

    internal Task<CommandReply> Do(Actor by, AgencyYearCommand command, string? id = null, DateTimeOffset? at = null) =>
        Grain.Do(command, new CommandContext(id ?? $"id-{Interlocked.Increment(ref _ids)}", by, at));

    internal async Task<CommandReply> Done(Actor by, AgencyYearCommand command, string? id = null, DateTimeOffset? at = null)
    {
        var reply = await Do(by, command, id, at);
        reply.Refusal.ShouldBeNull($"{command} by {by.Principal}");
        return reply;
    }

    internal Task<CommandReply> Opened() => Done(Hub, new OpenYear(Code, Year), "open");

    /// <summary>Whose plan waits for the department's consent.</summary>
    internal async Task Submitted()
    {
        await Opened();
        await Done(Agency, new ListDuties(["日常巡查"]));
        await Done(Agency, new DraftPlan([new(0, "占道经营清零", "按月核查", new(Year, 12, 20)), new(0, "垃圾分类覆盖", "覆盖率", new(Year, 11, 30))]));
        foreach (var township in (await State()).Weights.Keys)
            await Done(Of(township), new NegotiatePlan());
        await Done(Agency, new SubmitPlan());
    }

    /// <summary>Whose plan the department has consented to.</summary>
    internal async Task Consented()
    {
        await Submitted();
        await Done(Department, new ConsentToPlan());
    }

    /// <summary>Whose letter is in force.</summary>
    internal async Task InForce()
    {
        await Consented();
        await Done(Agency, new SignLetter());
        await Done(Township, new SignLetter());
    }

    /// <summary>Whose year is over; all evidence is there.</summary>
    internal async Task Assessing()
    {
        await InForce();
        await Done(Township, new ConfirmTarget(1, true));
        await Done(Township, new ConfirmTarget(2, true));
        var townships = (await State()).Weights.Keys;
        foreach (var township in townships)
            await Done(Of(township), new RecordKeyWork("防汛值守", true));
        await Done(Hub, new RecordEvidence(townships.ToImmutableSortedDictionary(t => t, _ => new CaseEvidence(50, 50, 0, 100, 90, 0, 0, 0, 0, 0, Town.Now))));
        await Pushed();
        Town.Time.Advance(new DateTimeOffset(Year + 1, 1, 4, 1, 0, 0, TimeSpan.Zero) - Town.Now);
        await Done(Hub, new OpenAssessment());
    }

    /// <summary>Whose score is final.</summary>
    internal async Task Scored()
    {
        await Assessing();
        foreach (var township in (await State()).Weights.Keys)
        {
            await Done(Of(township), new SubmitDuty());
            await Done(Hub, Survey(township));
        }

        await Done(Department, new SubmitStatutory(88));
        await Done(Township, new AggregateTownshipPart());
        await Done(Organ, new FinaliseScore());
    }

    internal static Actor Of(UnitCode township) => township == Host ? Township : SecondTownship;

    internal static SubmitSatisfaction Survey(UnitCode township, int score = 85) => new(township, [.. Enum.GetValues<RaterGroup>().Select(g => Enumerable.Range(0, 5)
        .Aggregate(GroupTally.None(g), (tally, _) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score))))]);

    internal async Task<IReadOnlyList<TraceEntry>> Trace() => (await Grain.Trace(0, 200)).Entries;

    internal async Task<List<AgencyYearEvent>> Events() => [.. (await Trace()).Select(e => JsonSerializer.Deserialize<AgencyYearEvent>(e.Content, DomainSerialization.Options)!)];

    internal Task Pushed() => Town.Pushed(Key);

    public async ValueTask DisposeAsync() => await Town.DisposeAsync();
}
