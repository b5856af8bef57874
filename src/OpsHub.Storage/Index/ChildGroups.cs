using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Summaries of a unit's children by GROUP BY: one round trip, one pass over the rows that count.
/// Each part below is one line of <see cref="SummaryFold.Of"/>; a property test holds them equal.</summary>
internal sealed class ChildGroups(IDatabase database)
{
    private enum Part
    {
        Stage,
        Due,
        Class,
        Emergency,
        Urged,
        Reopened,
        Provisional,
        ReportedHour,
        ClosedHour,
        ClosedDay,
        OnTimeDay,
        DueDoneDay,
    }

    private readonly ConsultationGroups _consultations = new(database);

    private static readonly string[] Texts = [.. Enum.GetValues<UnitLevel>().Select(Text)];

    public async Task<Dictionary<UnitCode, UnitSummary>> Of(UnitCode unit, DateTimeOffset now, CancellationToken cancel)
    {
        var statement = new SqlStatement(
            Texts[(int)unit.Level],
            ("@Unit", unit.Value),
            ("@Hour", SummaryFold.HourOf(now)),
            ("@Minute", SummaryFold.MinuteNow(now)),
            ("@FirstHour", SummaryFold.HourOf(now) - SummaryFold.HoursKept),
            ("@FirstDay", SummaryFold.DayOf(now) - SummaryFold.DaysKept + 1),
            ("@Yesterday", SummaryFold.DayOf(now) - 1));
        var groups = await database.Read(
            statement,
            r => new Group(r.GetString(0), (Part)r.GetInt64(1), r.GetInt64(2), r.GetString(3), (int)r.GetInt64(4)),
            cancel);
        var children = groups.GroupBy(g => g.Child).ToDictionary(g => new UnitCode(g.Key), g => Summary(g.ToLookup(one => one.Part)));
        foreach (var (child, figures) in await _consultations.Of(unit, now, cancel))
            children[child] = children.GetValueOrDefault(child, UnitSummary.Empty) with { Consultations = figures };
        return children;
    }

    private static UnitSummary Summary(ILookup<Part, Group> groups)
    {
        return new UnitSummary
        {
            ByStage = Counts(Part.Stage),
            DueMinutes = Counts(Part.Due),
            ByCategory = UnitSummary.Empty.ByCategory.WithComparers(StringComparer.Ordinal).AddRange(groups[Part.Class].Select(g => KeyValuePair.Create(g.Class, g.Count))),
            ReportedHours = Counts(Part.ReportedHour),
            ClosedHours = Counts(Part.ClosedHour),
            ClosedDays = Counts(Part.ClosedDay),
            OnTimeDays = Counts(Part.OnTimeDay),
            DueDoneDays = Counts(Part.DueDoneDay),
            Emergencies = Sum(Part.Emergency),
            Urged = Sum(Part.Urged),
            Reopened = Sum(Part.Reopened),
            Provisional = Sum(Part.Provisional),
        };

        Buckets Counts(Part part) => Buckets.From(groups[part].Select(g => KeyValuePair.Create(g.Key, g.Count)));

        int Sum(Part part) => groups[part].Sum(g => g.Count);
    }

    private static string Text(UnitLevel level)
    {
        var child = level == UnitLevel.Grid ? level : level + 1;
        const string closedDay = "(ClosedHour + 8) / 24 + 719162"; // day number in Asia/Shanghai
        return $"""
            WITH Counted AS MATERIALIZED (
              SELECT {child} AS Child, CountedStage, Class, ReportedHour, ClosedHour, DueMinute, HandlingDueDay, FedBack, OnTime, Emergency, UrgedLevel, Reopened, Provisional
                FROM Cases WHERE {level} = @Unit AND CountedUntil >= @Hour)
            {Count(Part.Stage, "CountedStage", "CountedStage < 9")}
            UNION ALL {Count(Part.Due, "CASE WHEN DueMinute <= @Minute THEN 1 ELSE DueMinute END", "CountedStage < 9 AND DueMinute > 0")}
            UNION ALL SELECT Child, {(int)Part.Class}, 0, Class, COUNT(*) FROM Counted WHERE CountedStage < 9 GROUP BY Child, Class
            UNION ALL {Count(Part.Emergency, "0", "CountedStage < 9 AND Emergency = 1")}
            UNION ALL {Count(Part.Urged, "0", "CountedStage < 9 AND UrgedLevel > 0")}
            UNION ALL {Count(Part.Reopened, "0", "CountedStage < 9 AND Reopened = 1")}
            UNION ALL {Count(Part.Provisional, "0", "CountedStage < 9 AND Provisional = 1")}
            UNION ALL {Count(Part.ReportedHour, "ReportedHour", "ReportedHour >= @FirstHour")}
            UNION ALL {Count(Part.ClosedHour, "ClosedHour", "CountedStage >= 9 AND ClosedHour > 0 AND ClosedHour >= @FirstHour")}
            UNION ALL {Count(Part.ClosedDay, closedDay, $"CountedStage >= 9 AND ClosedHour > 0 AND {closedDay} >= @FirstDay")}
            UNION ALL {Count(Part.OnTimeDay, closedDay, $"CountedStage >= 9 AND ClosedHour > 0 AND OnTime = 1 AND {closedDay} >= @FirstDay")}
            UNION ALL {Count(Part.DueDoneDay, "HandlingDueDay", "FedBack = 1 AND HandlingDueDay > 0 AND HandlingDueDay >= @Yesterday")}
            """;
    }

    // The column is named after its alias in a derived table, because 0 in GROUP BY would be a position.
    private static string Count(Part part, string key, string where) =>
        $"SELECT Child, {(int)part}, Bucket, '', COUNT(*) FROM (SELECT Child, {key} AS Bucket FROM Counted WHERE {where}) AS b GROUP BY Child, Bucket";

    private sealed record Group(string Child, Part Part, long Key, string Class, int Count);
}
