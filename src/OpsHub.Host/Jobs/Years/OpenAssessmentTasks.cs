using System.Globalization;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;

namespace OpsHub.Host.Jobs.Years;

/// <summary>OpenAssessmentTasks (开启分类考评任务): on 1 January, every hour for what was set up, moved or ended since, and at every start: each community has its township's task of
/// the year, each township and department the county's, once each whatever dies in between. What a year that is over left open passes from a township that ended to its successor. An agency's task is its year, which OpenAgencyYear opens. R038.</summary>
internal sealed partial class OpenAssessmentTasks(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock, ILogger<OpenAssessmentTasks> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "open-assessment-tasks";

    public Task Run() => directory.Each(Job, Open, Failed, clock.Time);

    private async Task Open(UnitCode county, UnitCode city)
    {
        var (grain, year) = (grains.Mandates(county), LocalDay.Of(clock.Now).Year);
        await Bring(grain, city, year, _ => Targets(county));
        if (await grain.Get() is not { } view)
            return;
        // What a year that is over left open keeps its targets; who assesses them may be no more.
        foreach (var former in AssessmentDecisions.OpenBefore(view.State, year))
            await Bring(grain, city, former, state => AssessmentDecisions.Standing(state, former, township => InForce(county, township)));
    }

    private async Task Bring(IMandatesGrain grain, UnitCode city, int year, Func<CountyMandates, IReadOnlyList<AssessmentTarget>> of)
    {
        if (await grain.Get() is not { } view || of(view.State) is not { } targets || !AssessmentDecisions.Differs(view.State, year, targets))
            return;
        // The same set may come back: a unit was moved there and here. So the id names what it is compared with as well.
        var print = CommandIds.Hash(JsonSerializer.Serialize(targets, DomainSerialization.Options))[..16];
        var id = string.Create(CultureInfo.InvariantCulture, $"assessments-{year}-{print}-{view.Length}");
        if ((await grain.Do(new Domain.Mandates.OpenAssessments(year, [.. targets]), new CommandContext(id, Actor.Hub(city)))).Refusal is { } refusal)
            throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
    }

    private UnitCode? InForce(UnitCode county, UnitCode township) => directory.SuccessorInForce(township) is { } now && directory.IsWithin(now, county) ? now : null;

    // Departments are the same in every county; one that a county has not is left out of its year by the county.
    private List<AssessmentTarget> Targets(UnitCode county)
    {
        var owner = OrganCode.Of(county);
        var townships = directory.Descendants(county, UnitLevel.Township);
        return
        [
            .. townships.SelectMany(t => directory.Descendants(t.Code, UnitLevel.Community).Select(c => new AssessmentTarget(AssessedKind.Communities, OrganCode.Of(c.Code), OrganCode.Of(t.Code), c.Kind))),
            .. townships.Select(t => new AssessmentTarget(AssessedKind.Townships, OrganCode.Of(t.Code), owner, t.Kind)),
            .. rules.Departments.Keys.Order(StringComparer.Ordinal).Select(d => new AssessmentTarget(AssessedKind.Departments, OrganCode.Parse($"{county}:{d}"), owner)),
        ];
    }

    [LoggerMessage(LogLevel.Warning, "open-assessment-tasks: {County} failed; it is tried again")]
    private partial void Failed(string county, Exception error);
}
