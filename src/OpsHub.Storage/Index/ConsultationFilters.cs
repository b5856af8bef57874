using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Index;

/// <summary>The conditions of a list of consultations.</summary>
internal static class ConsultationFilters
{
    private const int LongestText = 100;

    /// <param name="context">The tables.</param>
    /// <param name="filter">The conditions.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="walked">An index of the order alone is walked, and not one of the unit's.</param>
    public static IQueryable<ConsultationRecord> Matching(this HubContext context, ConsultationFilter filter, DateTimeOffset now, bool walked)
    {
        var all = context.Consultations.AsQueryable();
        if (filter.Unit is { } unit)
            all = all.In(context, unit, walked);
        if (filter.DelegatedBy is { } organ)
            all = all.Where(c => c.DelegatedBy == organ.Value);
        if (filter.Stages is { } stages)
        {
            var numbers = stages.Select(s => (long)s).ToArray();
            all = all.Where(c => numbers.Contains(c.Stage));
        }

        if (filter.NoWithdrawnDrafts)
        {
            var topics = filter.WithdrawnTopics;
            all = all.Where(c => c.Stage != (long)ConsultationStage.Withdrawn || c.Published == 1 || (topics && c.Category != 0));
        }

        if (filter.Variants is { } variants)
        {
            var numbers = variants.Select(v => (long)v).ToArray();
            all = all.Where(c => numbers.Contains(c.Variant));
        }

        if (filter.OpenOnly)
            all = all.Where(c => c.IsOpen == 1);
        if (filter.EndedOnly)
            all = all.Where(c => c.EndedAt != null);
        if (filter.AnnouncementOpen)
            all = all.Where(c => c.AnnounceDueAt < Columns.Never); // a range of its index
        if (filter.Breached is { } breached)
        {
            var minute = SummaryFold.MinuteNow(now);
            all = breached
                ? all.Where(c => c.Breached == 1 || (c.HardDueMinute > 0 && c.HardDueMinute <= minute))
                : all.Where(c => c.Breached == 0 && (c.HardDueMinute == 0 || c.HardDueMinute > minute));
        }

        if (filter.VoteAhead)
            all = all.Where(c => c.VoteAhead == 1);
        if (filter.PlanOpen)
            all = all.Where(c => c.PlanDueMinute > 0);
        if (filter.FurtherRound)
            all = all.Where(c => c.Round > 1);
        if (filter.WayProposed)
            all = all.Where(c => c.Proposed != null);
        if (filter.ReviewOpen)
            all = all.Where(c => c.ReviewOpen == 1);
        if (filter.DueBefore is { } before)
            all = all.Where(c => c.DueAt < before.UtcTicks);
        if (filter.DueFrom is { } dueFrom)
            all = all.Where(c => c.DueAt >= dueFrom.UtcTicks);
        if (filter.SessionFrom is { } sessionFrom)
            all = all.Where(c => c.SessionAt >= sessionFrom.UtcTicks);
        if (filter.SessionBefore is { } sessionBefore)
            all = all.Where(c => c.SessionAt < sessionBefore.UtcTicks);
        if (filter.Category is { } category)
            all = all.Where(c => c.Category == (long)category);
        if (filter.BeganFrom is { } from)
            all = all.Where(c => c.BeganAt >= from.UtcTicks);
        if (filter.BeganBefore is { } began)
            all = all.Where(c => c.BeganAt < began.UtcTicks);
        return string.IsNullOrWhiteSpace(filter.Text) ? all : all.With(filter.Text);
    }

    // A unit's own, and those that concern a community of it. Its keys are gathered first and are few; of the city the order is walked instead. There the
    // empty text keeps the city's own index away from a database that does not know how many rows it would find; one that knows must be let count them.
    private static IQueryable<ConsultationRecord> In(this IQueryable<ConsultationRecord> all, HubContext context, UnitCode unit, bool walked)
    {
        var (own, concerned) = (context.Consultations.AsQueryable(), context.Concerned.AsQueryable());
        switch (unit.Level)
        {
            case UnitLevel.City:
                return walked && context.HasNoStatistics ? all.Where(c => c.City + "" == unit.Value) : all.Where(c => c.City == unit.Value);
            case UnitLevel.Grid:
                return all.Where(c => c.Grid == unit.Value);
            case UnitLevel.County:
                (own, concerned) = (own.Where(c => c.County == unit.Value), concerned.Where(c => c.County == unit.Value));
                break;
            case UnitLevel.Township:
                (own, concerned) = (own.Where(c => c.Township == unit.Value), concerned.Where(c => c.Township == unit.Value));
                break;
            default:
                (own, concerned) = (own.Where(c => c.Community == unit.Value), concerned.Where(c => c.Community == unit.Value));
                break;
        }

        var keys = own.Select(c => c.ConsultationKey).Union(concerned.Select(c => c.ConsultationKey));
        return all.Where(c => keys.Contains(c.ConsultationKey));
    }

    // Every word must stand in the title or the number.
    private static IQueryable<ConsultationRecord> With(this IQueryable<ConsultationRecord> all, string text)
    {
        if (text.Length > LongestText)
            throw new ArgumentException($"The text to look for may have at most {LongestText} characters.", nameof(text));
        return CaseFilters.Words(text)
            .Aggregate(all, (some, word) => some.Where(c => EF.Functions.Like(c.Title.ToLower(), word, "\\") || EF.Functions.Like(c.Number.ToLower(), word, "\\")));
    }
}
