using Microsoft.EntityFrameworkCore;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Contributions of single cases, which a grid's or an agency's cells start from.</summary>
internal sealed class Contributions(IDatabase database, TimeProvider time)
{
    public Task<Dictionary<string, (long Version, CaseContribution Contribution)>> Of(OrganCode organ, CancellationToken cancel) => database.Ask(
        async context =>
        {
            var hour = SummaryFold.HourOf(time.GetUtcNow());
            var cases = organ.Kind == OrganKind.Unit
                ? context.Cases.In(organ.Unit)
                : context.Parties.Where(p => p.Organ == organ.Value).Join(context.Cases, p => p.CaseKey, c => c.CaseKey, (p, c) => c);
            var found = await cases.Where(c => c.CountedUntil >= hour).ToListAsync(cancel);
            return found.ToDictionary(c => c.CaseKey, c => (c.Version, CaseRecords.ToContribution(c)));
        }, cancel);
}
