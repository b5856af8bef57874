using GraphQL;
using GraphQL.Types;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Indicators;

/// <summary>The days that indicators are counted over.</summary>
internal sealed class PeriodInput : InputType
{
    private const int LongestDays = 1_100;

    public PeriodInput() : base("PeriodInput",
        "Days that indicators are counted over (统计期), in Asia/Shanghai: a year, one of its quarters or months, or first and last day, at most three years. INVALID_INPUT for anything else.")
    {
        May<IntGraphType>("year", "Year (年), 2000 to 2100.");
        May<IntGraphType>("quarter", "Quarter of the year (季度), 1 to 4.");
        May<IntGraphType>("month", "Month of the year (月), 1 to 12; not together with quarter.");
        May<DayType>("from", "First day (起始日); with to, and without year.");
        May<DayType>("to", "Last day (截止日), inclusive.");
    }

    public static IndicatorPeriod Read(IResolveFieldContext context)
    {
        var given = context.GetArgument<IDictionary<string, object?>>("period");
        var (year, quarter, month) = (given.Given("year") as int?, given.Given("quarter") as int?, given.Given("month") as int?);
        var (from, to) = (given.Given("from") as DateOnly?, given.Given("to") as DateOnly?);
        if (year is { } y && from is null && to is null && (quarter is null || month is null))
        {
            if (y is < 2000 or > 2100 || quarter is < 1 or > 4 || month is < 1 or > 12)
                throw RequestError.Input("period", "period has a year from 2000 to 2100, a quarter from 1 to 4 or a month from 1 to 12.");
            var first = new DateOnly(y, month ?? ((((quarter ?? 1) - 1) * 3) + 1), 1);
            return new(first, first.AddMonths(month is not null ? 1 : quarter is not null ? 3 : 12));
        }

        if (year is not null || quarter is not null || month is not null || from is not { } begin || to is not { } end)
            throw RequestError.Input("period", "Give period a year, with a quarter or a month of it, or else from and to.");
        return begin <= end && end.DayNumber - begin.DayNumber < LongestDays
            ? new(begin, end.AddDays(1))
            : throw RequestError.Input("period", $"period.to lies {LongestDays} days after period.from at most, and not before it.");
    }
}
