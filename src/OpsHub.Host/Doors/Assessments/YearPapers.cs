using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>An agency's year for one actor, with the entry that its letter's text was last made by (责任书文本).</summary>
/// <param name="View">The year.</param>
/// <param name="Sight">What the actor sees of it.</param>
/// <param name="Draft">How many drafts of the plan there were: number of the letter's version.</param>
/// <param name="Text">The newest entry that changed what the letter says; null while there is no plan.</param>
/// <param name="Signed">The newest signature; null while there is none.</param>
internal sealed record FoundYear(AgencyYearView View, YearSight Sight, int Draft, TraceEntry? Text, TraceEntry? Signed = null)
{
    public AgencyYear State => View.State;
}

/// <summary>Finds an agency's year for its papers.</summary>
internal sealed class YearPapers(IGrainFactory grains)
{
    private const int AtOnce = 200;

    // What the letter says follows from these; progress and scores change nothing of it.
    private static readonly HashSet<string> Texts = [nameof(YearOpened), nameof(WeightsSet), nameof(DutiesListed), nameof(PlanDrafted), nameof(PlanConsented), nameof(LetterSigned)];

    /// <summary>The year as the actor sees it; null where there is none, or none that it may read.</summary>
    public async Task<FoundYear?> Find(Actor actor, string agency, int year)
    {
        if (!OrganCode.TryParse(agency, out var code) || code.Kind != OrganKind.Agency || year is < 2018 or > 9998)
            return null;
        var grain = grains.AgencyYear(code, year);
        if (await grain.Get() is not { } view || YearSight.Of(actor, view.State) is not { Any: true } sight)
            return null;
        var (drafts, text, signed, after) = (0, (TraceEntry?)null, (TraceEntry?)null, 0L);
        while (after < view.Length && (await grain.Trace(after, (int)Math.Min(AtOnce, view.Length - after))).Entries is { Count: > 0 } entries)
        {
            drafts += entries.Count(e => e.Event == nameof(PlanDrafted));
            text = entries.LastOrDefault(e => Texts.Contains(e.Event)) ?? text;
            signed = entries.LastOrDefault(e => e.Event == nameof(LetterSigned)) ?? signed;
            after = entries[^1].Sequence;
        }

        return new(view, sight, drafts, text, signed);
    }
}
