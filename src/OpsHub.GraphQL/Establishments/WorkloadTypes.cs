using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Establishments;

/// <summary>Cases per post of a county's townships, counted from the rows that the cases' traces made. R026.</summary>
internal sealed class Workloads(IndicatorReports indicators, EstablishmentReader reader)
{
    public async ValueTask<object?> Page(IResolveFieldContext context, CountyEstablishmentNode of)
    {
        var period = Period(context, of);
        var cases = (await indicators.Load(of.County, period, context.CancellationToken).ConfigureAwait(false)).GroupBy(l => l.Key.Unit).ToDictionary(g => g.Key!.Value, g => g.Sum(l => l.Cases));
        var ranked = PostWorkload.Ranked(reader.Townships(of).Where(t => t.Fact is not null).Select(t => (t.Township, cases.GetValueOrDefault(t.Township), t.State.Posts)));
        return ListPages.Of("workloads", ranked.ConvertAll(w => new WorkloadOver(w, period)), Place, Paging.Read(context), of.Now);
    }

    // Whole months only: what is still coming in would make this month look easy.
    private IndicatorPeriod Period(IResolveFieldContext context, CountyEstablishmentNode of)
    {
        if (context.GetArgument<IDictionary<string, object?>?>("period") is not null)
            return PeriodInput.Read(context);
        var today = LocalDay.Of(of.Now);
        var until = new DateOnly(today.Year, today.Month, 1);
        return new(until.AddMonths(-reader.Book(of.County).Establishments.WorkloadMonths), until);
    }

    private static string Place(WorkloadOver w) => $"{w.Load.Rank ?? 9999:D4}-{w.Load.Township}";
}

/// <summary>A township's workload and the days over which it is counted.</summary>
internal sealed record WorkloadOver(PostWorkload Load, IndicatorPeriod Period);

/// <summary>Cases per post of a township.</summary>
internal sealed class PostWorkloadType : Described<WorkloadOver>
{
    public PostWorkloadType(IHubDirectory directory) : base("PostWorkload",
        "Cases per post of a township (每名编制案件数): posts go to where there is more to do by fewer. R026. Compared as fractions; nothing is rounded before it is ranked.")
    {
        One<UnitType>("township", "The township or street (乡镇街道).", w => directory.Node(w.Load.Township));
        One<IntGraphType>("cases", "Cases reported in its area in the period (案件数), whatever became of them.", w => (int)w.Load.Cases);
        One<IntGraphType>("posts", "Posts allotted now (编制数).", w => w.Load.Posts);
        Maybe<DecimalType>("casesPerPost", "Cases per post; null without posts.", w => w.Load.PerPost);
        Maybe<IntGraphType>("rank", "1 for the most cases per post in the county, the same for equals (位次); null without posts.", w => w.Load.Rank);
        One<DayType>("from", "First day counted (起始日).", w => w.Period.From);
        One<DayType>("to", "Last day counted (截止日).", w => w.Period.Until.AddDays(-1));
        One<BasisKindType>("basis", "Always ASSUMED (依据): the text asks for more duty and fewer staff, and names no measure.", _ => BasisKind.Assumed);
    }
}

/// <summary>One of a list of workloads.</summary>
internal sealed class PostWorkloadEdgeType() : EdgeType<WorkloadOver, PostWorkloadType>("PostWorkload", "townships by cases per post (每名编制案件数)");

/// <summary>A page of a list of workloads.</summary>
internal sealed class PostWorkloadConnectionType() : ConnectionType<WorkloadOver, PostWorkloadType, PostWorkloadEdgeType>("PostWorkload", "townships by cases per post (每名编制案件数)");
