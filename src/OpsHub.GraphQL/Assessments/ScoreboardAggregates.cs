using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A board in sums alone, small counts hidden: for those who read agencies' scores as aggregates. Part 4, column Agency scores.</summary>
/// <param name="Agencies">How many agencies' years it sums.</param>
/// <param name="Sums">The sums; null where so few agencies would be told by them.</param>
/// <param name="AsOf">When it was read.</param>
internal sealed record ScoreboardAggregate(int Agencies, ScoreboardSums? Sums, DateTimeOffset AsOf)
{
    public static ScoreboardAggregate Of(IReadOnlyList<AgencyYearRow> rows, DateTimeOffset now)
    {
        List<ScoreboardLine> all = [.. rows.Select(r => new ScoreboardLine(r, new YearSight(YearReading.Whole, IsFinal: r.Total is not null)))];
        return new(all.Count, all.Count < SmallCounts.Threshold ? null : ScoreboardSums.Of(all, now), now);
    }

    /// <summary>How many of the agencies; null where that, or what it leaves of all, is few.</summary>
    public int? Part(int? count) => count is { } n && !SmallCounts.IsFew(n) && !SmallCounts.IsFew(Agencies - n) ? n : null;

    /// <summary>Counts that make up <paramref name="whole"/>: the few are left out, and as many of the smallest others as it takes to keep them from being worked out.</summary>
    public static IReadOnlyList<KeyValuePair<TKey, int>> Parts<TKey>(IReadOnlyList<KeyValuePair<TKey, int>>? counts)
    {
        var hidden = (counts ?? []).Where(c => SmallCounts.IsFew(c.Value)).ToList();
        if (hidden.Count == 0)
            return counts ?? [];
        var others = (counts ?? []).Except(hidden).ToList();
        return [.. others.Except(SmallCounts.Covering(hidden, [.. others.OrderBy(c => c.Value)]))];
    }

    public static int? NotFew(int? count) => count is { } n && !SmallCounts.IsFew(n) ? n : null;
}

/// <summary>Reads such boards.</summary>
internal sealed class ScoreboardAggregates(IAgencyYearIndex index, HubClock clock)
{
    /// <summary>NOT_FOUND for those who read no aggregates of it.</summary>
    public async ValueTask<object?> Of(Viewer viewer, YearBoard board, CancellationToken cancel)
    {
        if (!AgencyYearAccess.ReadsAggregates(viewer.Actor, board.Of))
            throw RequestError.NotFound($"sums of {board.Of}");
        return ScoreboardAggregate.Of(board.Of.Kind == Domain.Hierarchy.OrganKind.Unit
            ? await index.OfUnit(board.Of.Unit, board.Year, cancel).ConfigureAwait(false)
            : await index.OfDepartment(board.Of, board.Year, cancel).ConfigureAwait(false), clock.Now);
    }
}

/// <summary>A board in sums alone.</summary>
internal sealed class ScoreboardAggregateType : Described<ScoreboardAggregate>
{
    public ScoreboardAggregateType() : base("ScoreboardAggregate",
        $"A scoreboard in sums alone (考核汇总): counts of agencies and cases, no line of any. Counts of agencies, targets and appeals from 1 to {SmallCounts.Threshold - 1} are hidden, and what would tell them; evidence counts cases of no category and is shown whole; all but the number of agencies where there are fewer than {SmallCounts.Threshold} of them. Part 4, column Agency scores.")
    {
        One<IntGraphType>("agencies", "Agencies' years (机构数).", a => a.Agencies);
        Maybe<IntGraphType>("lettersInForce", "Letters signed by both (已生效责任书); null when hidden.", a => a.Part(a.Sums?.LettersInForce));
        Maybe<IntGraphType>("targets", "Targets (目标数); null when hidden.", a => ScoreboardAggregate.NotFew(a.Sums?.Targets));
        Maybe<IntGraphType>("targetsDone", "Of those, confirmed (已完成); null when hidden.", a => ScoreboardAggregate.NotFew(a.Sums?.TargetsDone));
        Many<YearStageCountType>("byStage", "By stage, in order (各环节); stages without any and hidden ones are left out.", a => ScoreboardAggregate.Parts(a.Sums?.ByStage)).WithAssumedSize(5);
        Many<GradeCountType>("byGrade", "By grade (各等次); grades without any and hidden ones are left out.", a => ScoreboardAggregate.Parts(a.Sums?.ByGrade)).WithAssumedSize(5);
        Maybe<IntGraphType>("scored", "With a final score (已评分); null when hidden.", a => a.Part(a.Sums?.Scored));
        Maybe<IntGraphType>("owing", "With something owed past its due (逾期欠缺); null when hidden.", a => a.Part(a.Sums?.Owing));
        Maybe<IntGraphType>("openAppeals", "Appeals not yet answered (待答复申诉); null when hidden.", a => ScoreboardAggregate.NotFew(a.Sums?.OpenAppeals));
        Maybe<CaseEvidenceType>("evidence", $"Evidence summed over {SmallCounts.Threshold} agencies or more (佐证合计): cases of no category, so each of its counts is shown as it is; null where there are fewer agencies, and where none was counted yet.", a => a.Sums?.Evidence);
        One<InstantType>("asOf", "When it was read (截至).", a => a.AsOf);
    }
}
