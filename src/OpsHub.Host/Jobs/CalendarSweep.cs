using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Mandates;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>After a calendar was loaded or amended, or offices were closed: makes every open case, consultation, year of an agency, people decision, filing and county's record of townships' rights count its terms again, once for each calendar.
/// What a subject has done it never does again, so two processes and a second start are harmless; how far the sweep has come is kept.</summary>
internal sealed class CalendarSweep(
    IRuleBook rules, IHubIndex index, IConsultationIndex consultations, IAgencyYearIndex years, IPostsIndex posts, IMandateIndex mandates, IFilingIndex filings, IGrainFactory grains, HubClock clock,
    IDbContextFactory<HostContext> database)
{
    /// <summary>Name in the ledger of periods.</summary>
    public const string Job = "calendar-sweep";

    private const string Under = "calendar-sweep-progress";

    // For so long another process may still open terms by the former calendar: cases are gone over again afterwards.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(30);

    private string? _done;
    private string? _first;

    /// <summary>Sweeps where the calendar is one that not all cases are known to go by; how many cases moved.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var (versions, began) = (rules.Versions, clock.Now);
        var name = $"{Print(versions.Calendar)}-{versions.CalendarVersion}";
        var settled = (versions.Changes.Find(c => c.Version == versions.CalendarVersion)?.At ?? DateTimeOffset.MinValue) + Settles;
        if (_done == name || (_first == name && began < settled))
            return 0;
        await using var context = await database.CreateDbContextAsync(cancel);
        var swept = await context.JobPeriods.Where(p => p.Job == Job).OrderByDescending(p => p.DoneAt).FirstOrDefaultAsync(cancel);
        var moved = 0;
        if (swept?.Period != name)
        {
            // A hub that is new, or of before there were sweeps, goes by the calendar that it came with.
            if (swept is not null || versions.CalendarVersion > 1)
                moved = await Everything(context, name, swept is null ? 1 : int.Parse(swept.Content!, CultureInfo.InvariantCulture), versions.CalendarVersion, cancel);
            _first = name;
            if (began < settled)
                return moved;
            await context.Remember(Job, name, "", versions.CalendarVersion.ToString(CultureInfo.InvariantCulture), clock.Now, cancel);
        }

        _done = name;
        return moved;
    }

    // Nearest due first: a subject without a running term has nothing to count again, and comes after all others.
    private async Task<int> Everything(HostContext context, string name, int since, int calendar, CancellationToken cancel)
    {
        var last = DateTimeOffset.MaxValue.AddYears(-1);
        var cases = new CaseFilter { OpenOnly = true, DueBefore = last };
        var others = new ConsultationFilter { DueBefore = last }; // a duty may outlive its consultation
        return await Everyone(
                context, Under, name, page => index.Cases(cases, CaseOrder.DueAt, page, cancel), row => grains.Case(row.Key).CatchUp(since, calendar), cancel)
            + await Everyone(
                context, $"{Under}-consultations", name, page => consultations.Consultations(others, ConsultationOrder.DueAt, page, cancel),
                row => grains.Consultation(row.Key).CatchUp(calendar), cancel)
            + await Everyone(
                context, $"{Under}-years", name, page => Years(page, cancel),
                row => row.DueAt is null ? Task.FromResult(false) : grains.AgencyYear(row.Agency, row.Year).CatchUp(calendar), cancel)
            + await Everyone(context, $"{Under}-posts", name, page => WithTerms(page, posts.WithTerms, cancel), key => grains.Posts(GrainKeys.AgencyOfPosts(key)).CatchUp(calendar), cancel)
            + await Everyone(context, $"{Under}-filings", name, page => WithTerms(page, filings.WithTerms, cancel), key => grains.Filings(GrainKeys.UnitOf(key)).CatchUp(calendar), cancel)
            + await Everyone(context, $"{Under}-mandates", name, page => Mandates(page, cancel), row => grains.Mandates(row.County).CatchUp(calendar), cancel);
    }

    // By key, in every stage: the result's publication is due after a year's last one. Without a running term there is nothing to count.
    private async Task<Page<AgencyYearRow>> Years(PageRequest page, CancellationToken cancel)
    {
        var rows = await years.InStages(Enum.GetValues<AgencyYearStage>(), page.After, SweepPages.Batch, cancel);
        return new([.. rows.Select(row => (row, row.Key))], rows.Count == SweepPages.Batch, false, clock.Now);
    }

    private async Task<Page<MandatesRow>> Mandates(PageRequest page, CancellationToken cancel)
    {
        var rows = await mandates.WithTerms(page.After, SweepPages.Batch, cancel);
        return new([.. rows.Select(r => (r, r.Key))], rows.Count == SweepPages.Batch, page.After is not null, clock.Now);
    }

    private async Task<Page<string>> WithTerms(PageRequest page, Func<string?, int, CancellationToken, Task<IReadOnlyList<string>>> read, CancellationToken cancel)
    {
        var keys = await read(page.After, SweepPages.Batch, cancel);
        return new([.. keys.Select(k => (k, k))], keys.Count == SweepPages.Batch, page.After is not null, clock.Now);
    }

    private async Task<int> Everyone<T>(HostContext context, string under, string name, Func<PageRequest, Task<Page<T>>> read, Func<T, Task<bool>> catchUp, CancellationToken cancel) =>
        await SweepPages.Each(
            (await context.JobPeriods.FindAsync([under, name, ""], cancel))?.Content, read, catchUp, at => context.Remember(under, name, "", at, clock.Now, cancel), cancel);

    private static string Print(OfficialCalendar calendar)
    {
        var text = new StringBuilder();
        foreach (var day in calendar.Rows)
            text.Append(CultureInfo.InvariantCulture, $"{day.Date.DayNumber}{day.Kind} ");
        foreach (var closure in calendar.Closures)
            text.Append(CultureInfo.InvariantCulture, $"{closure.County}:{closure.First.DayNumber}-{closure.Last.DayNumber} ");
        text.AppendJoin(',', calendar.Years);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
