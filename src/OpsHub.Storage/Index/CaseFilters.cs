using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;
using OpsHub.Storage.Indicators;

namespace OpsHub.Storage.Index;

/// <summary>The conditions of a list of cases.</summary>
internal static class CaseFilters
{
    private const int LongestText = 100;

    public static IQueryable<CaseRecord> Matching(this HubContext context, CaseFilter filter, bool ordered)
    {
        var cases = context.Cases.AsQueryable();
        if (filter.Unit is { } unit)
            cases = filter.Gained.Count + filter.Lost.Count > 0 ? cases.LyingIn(unit, Codes(filter.Gained), Codes(filter.Lost)) : ordered ? cases.WalkedFor(unit) : cases.In(unit);
        if (filter.OpenOnly)
            cases = cases.Where(c => c.CountedUntil == Columns.Never); // open, in the terms of the index
        if (filter.Holder is { } holder)
            cases = cases.Where(c => c.Holder == holder.Value);
        if (filter.WaitsFor is { } awaited)
        {
            // The keys are gathered first, by two indexes, and are few.
            var keys = context.Cases.Where(c => c.Holder == awaited.Value && c.CountedUntil == Columns.Never).Select(c => c.CaseKey)
                .Union(context.Waits.Where(w => w.Organ == awaited.Value).Select(w => w.CaseKey));
            cases = cases.Where(c => c.CountedUntil == Columns.Never && keys.Contains(c.CaseKey));
        }

        if (filter.Party is { } party)
            cases = cases.Where(c => context.Parties.Any(p => p.Organ == party.Value && p.CaseKey == c.CaseKey));
        if (filter.Stages is { } stages)
        {
            var numbers = stages.Select(s => (long)s).ToArray();
            cases = cases.Where(c => numbers.Contains(c.Stage));
        }

        if (filter.DueBefore is { } before)
            cases = cases.Where(c => c.DueAt < before.UtcTicks);
        if (filter.DueFrom is { } from)
            cases = cases.Where(c => c.DueAt >= from.UtcTicks && c.DueAt != Columns.Never);
        if (filter.Priority is { } priority)
            cases = cases.Where(c => c.Priority == (long)priority);
        if (filter.Emergency is { } emergency)
            cases = cases.Where(c => c.Emergency == (emergency ? 1 : 0));
        if (filter.Urged is { } urged)
            cases = urged ? cases.Where(c => c.UrgedLevel > 0) : cases.Where(c => c.UrgedLevel == 0);
        if (filter.Escalated is { } escalated)
            cases = escalated ? cases.Where(c => c.Escalation > 0) : cases.Where(c => c.Escalation == 0);
        if (filter.ReportedFrom is { } reported)
            cases = cases.Where(c => c.ReportedAt >= reported.UtcTicks);
        if (filter.ReportedBefore is { } reportedBefore)
            cases = cases.Where(c => c.ReportedAt < reportedBefore.UtcTicks);
        if (filter.ChangedFrom is { } changed)
            cases = cases.Where(c => c.ChangedAt >= changed.UtcTicks);
        if (filter.Category is { } category)
            cases = cases.Where(c => c.Category == category || c.Class == category);
        if (filter.Categories is { } categories)
            cases = cases.Where(c => categories.Contains(c.Category) || categories.Contains(c.Class));
        if (filter.Behind is { } behind)
            cases = cases.Behind(context, IndicatorSql.Keys(behind, filter.Unit));
        return string.IsNullOrWhiteSpace(filter.Text) ? cases : cases.With(filter.Text);
    }

    private static IQueryable<CaseRecord> Behind(this IQueryable<CaseRecord> cases, HubContext context, SqlStatement keys)
    {
        // Entity Framework counts its parameters.
        var text = keys.Values.Index().Aggregate(keys.Text, (t, v) => t.Replace(v.Item.Name, $"{{{v.Index}}}", StringComparison.Ordinal));
        var behind = context.Database.SqlQueryRaw<string>(text, [.. keys.Values.Select(v => v.Value!)]);
        return cases.Where(c => behind.Contains(c.CaseKey));
    }

    public static IQueryable<CaseRecord> In(this IQueryable<CaseRecord> cases, UnitCode unit) => unit.Level switch
    {
        UnitLevel.City => cases.Where(c => c.City == unit.Value),
        UnitLevel.County => cases.Where(c => c.County == unit.Value),
        UnitLevel.Township => cases.Where(c => c.Township == unit.Value),
        UnitLevel.Community => cases.Where(c => c.Community == unit.Value),
        _ => cases.Where(c => c.Grid == unit.Value),
    };

    /// <summary>The same for a list with a limit. The first hundred of a city are found by walking the order's index; its own index would
    /// have all its cases sorted first (1.2 s at 200,000). The empty text keeps that index away, on both databases.</summary>
    public static IQueryable<CaseRecord> WalkedFor(this IQueryable<CaseRecord> cases, UnitCode unit) => unit.Level switch
    {
        UnitLevel.City => cases.Where(c => c.City + "" == unit.Value),
        UnitLevel.County => cases.Where(c => c.County + "" == unit.Value),
        _ => cases.In(unit),
    };

    // Beside the unit's own index, that of grids is used for the few that were merged.
    private static IQueryable<CaseRecord> LyingIn(this IQueryable<CaseRecord> cases, UnitCode unit, string[] gained, string[] lost) => unit.Level switch
    {
        UnitLevel.City => cases.Where(c => (c.City == unit.Value || gained.Contains(c.Grid)) && !lost.Contains(c.Grid)),
        UnitLevel.County => cases.Where(c => (c.County == unit.Value || gained.Contains(c.Grid)) && !lost.Contains(c.Grid)),
        UnitLevel.Township => cases.Where(c => (c.Township == unit.Value || gained.Contains(c.Grid)) && !lost.Contains(c.Grid)),
        UnitLevel.Community => cases.Where(c => (c.Community == unit.Value || gained.Contains(c.Grid)) && !lost.Contains(c.Grid)),
        _ => cases.Where(c => (c.Grid == unit.Value || gained.Contains(c.Grid)) && !lost.Contains(c.Grid)),
    };

    private static string[] Codes(IReadOnlyList<UnitCode> grids) => [.. grids.Select(g => g.Value)];

    // Every word must stand in the title or the number.
    private static IQueryable<CaseRecord> With(this IQueryable<CaseRecord> cases, string text)
    {
        if (text.Length > LongestText)
            throw new ArgumentException($"The text to look for may have at most {LongestText} characters.", nameof(text));
        return Words(text)
            .Aggregate(cases, (some, word) => some.Where(c => EF.Functions.Like(c.Title.ToLower(), word, "\\") || EF.Functions.Like(c.Number.ToLower(), word, "\\")));
    }

    /// <summary>The words to look for, as patterns.</summary>
    public static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => $"%{Escape(word.ToLowerInvariant())}%");

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
