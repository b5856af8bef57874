using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Figures of the open consultations of a unit's children by GROUP BY. Each part below is one line of <see cref="ConsultationFiguresFold.Of"/>; a property test
/// holds them equal. A township's children have theirs without the cross-community ones, which are its own.</summary>
internal sealed class ConsultationGroups(IDatabase database)
{
    private enum Part
    {
        Stage,
        Plan,
        Announce,
        Hard,
        Due,
        Session,
        Breached,
        FurtherRound,
        VoteAhead,
        Provisional,
    }

    private static readonly string?[] Texts = [.. Enum.GetValues<UnitLevel>().Select(Text)];

    public async Task<Dictionary<UnitCode, ConsultationFigures>> Of(UnitCode unit, DateTimeOffset now, CancellationToken cancel)
    {
        if (Texts[(int)unit.Level] is not { } text)
            return [];
        var groups = await database.Read(
            new SqlStatement(text, ("@Unit", unit.Value), ("@Minute", SummaryFold.MinuteNow(now)), ("@FirstMinute", ConsultationFiguresFold.FirstMinuteOfDay(now))),
            r => new Group(r.GetString(0), (Part)r.GetInt64(1), r.GetInt64(2), r.GetString(3), (int)r.GetInt64(4)),
            cancel);
        return groups.GroupBy(g => g.Child).ToDictionary(g => new UnitCode(g.Key), g => ConsultationFiguresFold.Trim(Figures(g.ToLookup(one => one.Part)), now));
    }

    private static ConsultationFigures Figures(ILookup<Part, Group> groups)
    {
        return new ConsultationFigures
        {
            ByStage = Counts(Part.Stage),
            PlanDueMinutes = Counts(Part.Plan),
            AnnounceDueMinutes = Buckets.From(groups[Part.Announce].SelectMany(g => Columns.Counts(g.Minutes).Pairs.Select(p => KeyValuePair.Create(p.Key, p.Value * g.Count)))),
            HardDueMinutes = Counts(Part.Hard),
            DueMinutes = Counts(Part.Due),
            SessionMinutes = Counts(Part.Session),
            Breached = Sum(Part.Breached),
            FurtherRounds = Sum(Part.FurtherRound),
            VotesAhead = Sum(Part.VoteAhead),
            Provisional = Sum(Part.Provisional),
        };

        Buckets Counts(Part part) => Buckets.From(groups[part].Select(g => KeyValuePair.Create(g.Key, g.Count)));

        int Sum(Part part) => groups[part].Sum(g => g.Count);
    }

    // Consultations that owe announcements for the same minutes are one group: dues are ends of days, so there are few.
    // A consultation is no grid's: it counts in its community, or in its township.
    private static string? Text(UnitLevel level)
    {
        if (level >= UnitLevel.Community)
            return null;
        var child = level + 1;
        return $"""
            WITH Counted AS MATERIALIZED (
              SELECT {child} AS Child, Stage, PlanDueMinute, AnnounceDueMinutes, HardDueMinute, DueMinute, SessionMinute, Breached, Round, VoteAhead, Provisional
                FROM Consultations WHERE {level} = @Unit AND IsOpen = 1{(level == UnitLevel.Township ? " AND Community IS NOT NULL" : "")})
            {Count(Part.Stage, "Stage", "0 = 0")}
            UNION ALL {Count(Part.Plan, Past("PlanDueMinute"), "PlanDueMinute > 0")}
            UNION ALL SELECT Child, {(int)Part.Announce}, 0, AnnounceDueMinutes, COUNT(*) FROM Counted WHERE AnnounceDueMinutes <> '' GROUP BY Child, AnnounceDueMinutes
            UNION ALL {Count(Part.Hard, Past("HardDueMinute"), "HardDueMinute > 0 AND Breached = 0")}
            UNION ALL {Count(Part.Due, Past("DueMinute"), "DueMinute > 0")}
            UNION ALL {Count(Part.Session, "SessionMinute", "SessionMinute > 0 AND SessionMinute >= @FirstMinute")}
            UNION ALL {Count(Part.Breached, "0", "Breached = 1")}
            UNION ALL {Count(Part.FurtherRound, "0", "Round > 1")}
            UNION ALL {Count(Part.VoteAhead, "0", "VoteAhead = 1")}
            UNION ALL {Count(Part.Provisional, "0", "Provisional = 1")}
            """;
    }

    private static string Past(string minute) => $"CASE WHEN {minute} <= @Minute THEN {SummaryFold.PastMinute} ELSE {minute} END";

    // The column is named after its alias in a derived table, because 0 in GROUP BY would be a position.
    private static string Count(Part part, string key, string where) =>
        $"SELECT Child, {(int)part}, Bucket, '', COUNT(*) FROM (SELECT Child, {key} AS Bucket FROM Counted WHERE {where}) AS b GROUP BY Child, Bucket";

    private sealed record Group(string Child, Part Part, long Key, string Minutes, int Count);
}
