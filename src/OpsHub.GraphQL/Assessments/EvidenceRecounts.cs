using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Counts evidence behind a submitted score again from the cases as they are now. The score rests on the totals that were submitted; the cases listed behind it may have changed since, and where they have is shown.</summary>
internal sealed class EvidenceRecounts(IAgencyEvidence evidence)
{
    private sealed record Asked(OrganCode Agency, int Year, UnitCode Township, DateTimeOffset Through);

    /// <summary>Today's count of a township; null before its score is submitted, since its evidence is recounted by itself until then. A year's townships are counted in one go.</summary>
    public IDataLoaderResult<CaseEvidence?> Of(IResolveFieldContext context, TownshipEvidence of) => !of.Year.Submitted.ContainsKey(of.Township)
        ? new Loaded<CaseEvidence>(() => Task.FromResult<CaseEvidence?>(null))
        : context.RequestServices!.GetRequiredService<Batches>().Load<Asked, CaseEvidence>("recounts", new(of.Year.Agency, of.Year.Year, of.Township, of.Totals.Through), Fetch);

    /// <summary>Figures that are not the same.</summary>
    public static IReadOnlyList<EvidenceKind> Differing(CaseEvidence scored, CaseEvidence now) =>
        [.. Enum.GetValues<EvidenceKind>().Where(k => EvidenceCases.Of(scored, k) != EvidenceCases.Of(now, k))];

    private async Task<IReadOnlyDictionary<Asked, CaseEvidence>> Fetch(IReadOnlyCollection<Asked> asked)
    {
        var found = new Dictionary<Asked, CaseEvidence>();
        foreach (var together in asked.GroupBy(a => (a.Agency, a.Year, a.Through)))
        {
            var counted = await evidence.Count(together.Key.Agency, [.. together.Select(a => a.Township)], together.Key.Year, together.Key.Through).ConfigureAwait(false);
            foreach (var one in together)
                found[one] = counted[one.Township];
        }

        return found;
    }
}
