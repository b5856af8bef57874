using System.Globalization;
using GraphQL;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Indicators of the consultations of a unit that began in a period.</summary>
internal sealed record ConsultationReport(UnitCode Unit, DateOnly From, DateOnly To, DateTimeOffset AsOf, ConsultationIndicators Counts);

/// <summary>Numerator over denominator.</summary>
internal sealed record ConsultationRate(int Numerator, int Denominator, bool Hidden = false)
{
    /// <summary>Per cent with one decimal, rounded half up; null of nothing.</summary>
    public static string? Text(long numerator, long denominator) =>
        denominator == 0 ? null : (((2000 * numerator) + denominator) / (2 * denominator) / 10m).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>Makes reports of consultations, within what the actor may see.</summary>
internal sealed class ConsultationReports(IConsultationIndex index, HubClock clock, Access access)
{
    private const int LongestDays = 1_100;

    /// <summary>A report as the field's arguments ask.</summary>
    public async ValueTask<object?> Of(IResolveFieldContext context, Viewer viewer)
    {
        var unit = ConsultationFilterInput.Unit("unit", context.GetArgument<string>("unit"));
        access.RequireStatus(viewer.Actor, unit);
        var (from, to) = (context.GetArgument<DateOnly>("from"), context.GetArgument<DateOnly>("to"));
        if (to < from || to.DayNumber - from.DayNumber >= LongestDays)
            throw RequestError.Input("to", $"to lies {LongestDays} days after from at most, and not before it.");
        var now = clock.Now;
        return new ConsultationReport(unit, from, to, now, await index.Indicators(unit, LocalDay.Start(from), LocalDay.End(to), context.CancellationToken).ConfigureAwait(false));
    }

    /// <summary>The consultations behind a report, as a filter.</summary>
    public static ConsultationFilter Behind(ConsultationReport report) =>
        new() { Unit = report.Unit, BeganFrom = LocalDay.Start(report.From), BeganBefore = LocalDay.End(report.To) };

    /// <summary>Satisfaction: few ballots would tell who gave them. T004, C060.</summary>
    public static ConsultationRate Satisfaction(ConsultationOutcomes sum) => new(sum.Satisfied, sum.Ballots, SmallCounts.IsFew(sum.Ballots));
}
