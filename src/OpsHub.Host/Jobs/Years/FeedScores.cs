using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs.Years;

/// <summary>FeedScores (共享结果): every hour, and at every start: each result whose time to contest it is over goes into the township's and into the department's own
/// assessment, once each. A032.</summary>
internal sealed class FeedScores(YearRounds rounds, IGrainFactory grains, IRuleBook rules, HubClock clock)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "feed-scores";

    private static readonly ShareTarget[] Targets = Enum.GetValues<ShareTarget>();

    public async Task Run()
    {
        var graded = await rounds.InStages(AgencyYearStage.AgencyGraded, AgencyYearStage.HeadGraded, AgencyYearStage.Shared);
        await rounds.Each(Job, graded.FindAll(row => row.SharedAt.Count < Targets.Length && row.OpenAppeals == 0), Feed);
    }

    private async Task<bool> Feed(AgencyYearRow row)
    {
        var state = (await grains.AgencyYear(row.Agency, row.Year).Get())?.State;
        if (state is null || state.Appeals.Exists(a => a.AnsweredAt is null) || !IsPast(state))
            return false;
        var changed = false;
        foreach (var target in Targets)
            changed |= await rounds.Do(row.Agency, row.Year, new ShareResult(target), $"share-{target}");
        return changed;
    }

    // A grade that was taken back since has no time yet.
    private bool IsPast(AgencyYear state)
    {
        var book = rules.Current;
        return AgencyYearTerms.ShareableFrom(state, book.Calendar.For(state.County.Value), book.Cases.Hours) <= clock.Now;
    }
}
