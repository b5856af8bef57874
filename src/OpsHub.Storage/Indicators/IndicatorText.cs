using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Indicators;

/// <summary>The parts that the questions for indicators have in common: rows in scope, once for each month that they are told apart by, and the group's columns.</summary>
internal sealed class IndicatorText(IndicatorQuery query)
{
    private readonly List<IndicatorPeriod> _parts = query.By.Contains(IndicatorDimension.Month) ? [.. Months(query.Period)] : [query.Period];

    /// <summary>The rows: cycles <c>c</c> in scope, each beside every part <c>m</c> of the period.</summary>
    public string Cycles => $"{Source} CROSS JOIN {Parts} WHERE {Scope}";

    /// <summary>The rows: dispatches <c>d</c> with their cycles.</summary>
    public string Dispatches =>
        $"CaseDispatches AS d JOIN CaseCycles AS c ON c.CaseKey = d.CaseKey AND c.Cycle = d.Cycle CROSS JOIN {Parts} WHERE {(query.Organ is null ? InUnit : "d.Organ = @Organ")}";

    /// <summary>A count's condition within a part of the period.</summary>
    public static string Condition(IndicatorCount count) => IndicatorSql.Condition(count, "m.column2", "m.column3");

    /// <summary>Columns of the group, each followed by a comma; and the clause that groups by them.</summary>
    public (string Columns, string GroupBy) Keys(string organ, params string[] more)
    {
        var all = query.By.Select(d => Column(d, organ)).Concat(more).ToList();
        return (string.Concat(all.Select(c => c + ", ")), all.Count == 0 ? "" : $" GROUP BY {string.Join(", ", all)}");
    }

    public SqlStatement Statement(string text) => new(text, [.. All().Where(v => text.Contains(v.Name, StringComparison.Ordinal))]);

    /// <summary>The group of a row that begins with the columns of <see cref="Keys"/>.</summary>
    public IndicatorKey Key(System.Data.Common.DbDataReader row) => query.By.Index().Aggregate(new IndicatorKey(), (key, d) => d.Item switch
    {
        IndicatorDimension.Month => key with { Month = new DateOnly(_parts[(int)row.GetInt64(d.Index)].From.Year, _parts[(int)row.GetInt64(d.Index)].From.Month, 1) },
        IndicatorDimension.Agency => key with { Organ = new OrganCode(row.GetString(d.Index)) },
        IndicatorDimension.Category => key with { Category = row.GetString(d.Index) },
        _ => key with { Unit = new UnitCode(row.GetString(d.Index)) },
    });

    private string Source => query.Organ is null ? "CaseCycles AS c"
        : "(SELECT DISTINCT CaseKey, Cycle FROM CaseDispatches WHERE Organ = @Organ) AS o JOIN CaseCycles AS c ON c.CaseKey = o.CaseKey AND c.Cycle = o.Cycle";

    private string Parts => $"(VALUES {string.Join(", ", _parts.Select((_, i) => $"({i}, @From{i}, @Until{i})"))}) AS m";

    private string Scope => (query.Organ is null ? InUnit : "c.Lead = @Organ") + " AND c.UntilDay >= @First" + (query.By.Contains(IndicatorDimension.Agency) ? " AND c.Lead IS NOT NULL" : "");

    private string InUnit => $"c.{query.Unit!.Value.Level} = @Unit" + (query.Township is not null && query.Unit.Value.Level > UnitLevel.Township ? " AND c.Township = @Township" : "");

    private IEnumerable<(string Name, object? Value)> All() =>
    [
        ("@Unit", query.Unit?.Value), ("@Organ", query.Organ?.Value), ("@Township", query.Township?.Value), ("@First", (long)query.Period.From.DayNumber), ("@Now", query.Now.UtcTicks),
        .. _parts.SelectMany((p, i) => new (string, object?)[] { ($"@From{i}", (long)p.From.DayNumber), ($"@Until{i}", (long)p.Until.DayNumber) }),
    ];

    private static string Column(IndicatorDimension dimension, string organ) => dimension switch
    {
        IndicatorDimension.Agency => organ,
        IndicatorDimension.Category => "c.Class",
        IndicatorDimension.Month => "m.column1",
        _ => $"c.{dimension}",
    };

    private static IEnumerable<IndicatorPeriod> Months(IndicatorPeriod period)
    {
        for (var from = period.From; from < period.Until;)
        {
            var next = new DateOnly(from.Year, from.Month, 1).AddMonths(1);
            yield return new(from, next < period.Until ? next : period.Until);
            from = next;
        }
    }
}
