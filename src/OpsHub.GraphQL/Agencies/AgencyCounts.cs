using GraphQL;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Agencies;

/// <summary>What an agency's cases of a year count for as they stand now, urges and meetings among them: counted when it is asked, of the townships whose evidence the actor reads. A004, A022, A023.</summary>
internal sealed class AgencyCounts(IAgencyEvidence evidence, HubClock clock)
{
    /// <summary>Null for those who read no evidence of the agency.</summary>
    public async ValueTask<object?> Of(IResolveFieldContext context, Viewer viewer, AgencyRow agency)
    {
        var year = context.GetArgument<int?>("year") ?? LocalDay.Of(clock.Now).Year;
        if (year is not (>= 2018 and <= 9998))
            throw RequestError.Input("year", $"year is 2018 or later, got {year}.");
        var sight = YearSight.Of(viewer.Actor, agency.Code, agency.Department, agency.Host, agency.Served.Contains, false, TownshipPartBase.Sixty);
        var townships = agency.Served.Where(sight.Evidence).ToList();
        if (townships.Count == 0)
            return null;
        var counted = await evidence.Count(agency.Code, townships, year, clock.Now, context.CancellationToken).ConfigureAwait(false);
        return EvidenceCount.Sum([.. counted.Values]);
    }
}
