using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;

namespace OpsHub.Host.Jobs;

/// <summary>Every five minutes, and at every start: plans surveys that nobody planned, and lets each do what its schedule asks for. What a survey has done it never does again,
/// so that a second run, or a second process, changes nothing; whether answers are taken depends on the clock and not on this. A024.</summary>
internal sealed partial class SurveySweep(
    IGrainFactory grains, IAgencyYearIndex years, ISurveyIndex surveys, IHubDirectory directory, IRuleBook rules, HubClock clock, ILogger<SurveySweep> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "survey-sweep";

    private const int Batch = 200;

    private static readonly AgencyYearStage[] Before = [.. Enum.GetValues<AgencyYearStage>().Where(s => s <= AgencyYearStage.Assessing)];

    public async Task Run()
    {
        if (directory.City is not { } city)
            return;
        var (planned, steps, failed) = (0, 0, 0);
        string? after = null;
        while (await years.InStages(Before, after, Batch) is { Count: > 0 } page)
        {
            planned += await Plan(page, city);
            after = page[^1].Key;
        }

        after = null;
        while (await surveys.Unfinished(after, Batch) is { Count: > 0 } page)
        {
            foreach (var row in page.Where(r => IsDue(r.State)))
                await Each(row.Key, async () => steps += await grains.Survey(row.Key).Advance());
            after = page[^1].Key;
        }

        if (planned + steps > 0)
            Done(logger, planned, steps);
        if (failed > 0) // it comes again; one holds up nobody
            throw new InvalidOperationException($"{failed} surveys could not be seen to.");

        async Task<int> Plan(IReadOnlyList<AgencyYearRow> page, UnitCode within)
        {
            var wanted = page.Where(y => clock.Now >= SurveySchedule.PlansFrom(y.Year, Rules(y).Surveys)).SelectMany(y => Counting(y).Select(t => (Row: y, Township: t, Key: GrainKeys.Survey(y.Agency, y.Year, t)))).ToList();
            var known = await surveys.ByKey([.. wanted.Select(w => w.Key)]);
            var made = 0;
            foreach (var (row, township, key) in wanted.Where(w => !known.ContainsKey(w.Key)))
            {
                await Each(key, async () =>
                {
                    var reply = await grains.Survey(key).Do(new PlanSurvey(row.Agency, row.Year, township), new CommandContext("plan", Actor.Hub(within)));
                    if (reply.Refusal is { } refusal)
                        Refused(logger, key, refusal.Code, refusal.En);
                    else
                        made++;
                });
            }

            return made;
        }

        async Task Each(string key, Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (Exception error)
            {
                failed++;
                Failed(logger, key, error);
            }
        }
    }

    private bool IsDue(Survey s) => SurveySchedule.Due(s, clock.Now, rules.On(LocalDay.Of(clock.Now), s.Host.CountyByCode).Surveys) is not null || SurveySchedule.MayDeliver(s, clock.Now);

    private Domain.Cases.RuleBook Rules(AgencyYearRow y) => rules.On(LocalDay.Of(clock.Now), y.Host.CountyByCode);

    private IEnumerable<UnitCode> Counting(AgencyYearRow y) => Rules(y).Assessments.Area == AreaMethod.HostOnly ? [y.Host] : y.Weights.Keys;

    [LoggerMessage(LogLevel.Information, "满意度测评：新安排 {Planned} 项，推进 {Steps} 步 / Satisfaction surveys: {Planned} planned, {Steps} steps taken")]
    private static partial void Done(ILogger logger, int planned, int steps);

    [LoggerMessage(LogLevel.Warning, "{Survey} could not be seen to; it is tried again in minutes")]
    private static partial void Failed(ILogger logger, string survey, Exception error);

    [LoggerMessage(LogLevel.Warning, "{Survey} could not be planned: {Code} {Why}")]
    private static partial void Refused(ILogger logger, string survey, string code, string why);
}
