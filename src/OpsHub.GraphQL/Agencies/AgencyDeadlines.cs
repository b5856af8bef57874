using System.Globalization;
using GraphQL;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Posts;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Agencies;

/// <summary>An open term of an agency with what it belongs to: exactly one of case, year and posts is there.</summary>
internal sealed record AgencyDeadline(DateTimeOffset Due, string Id, CaseNode? Case = null, Term? Term = null, AgencyYearNode? Year = null, PostsNode? Posts = null);

/// <summary>All open terms of an agency in one list, nearest first: of its cases from the index, of its years and people decisions from their records. Those are few, cases may be many: only they are read by the page.</summary>
internal sealed class AgencyDeadlines(CaseLists cases, Scoreboards boards, AgencyYearLoader years, PostsReader posts, HubClock clock)
{
    public async ValueTask<object?> Page(IResolveFieldContext context, Viewer viewer, AgencyRow agency)
    {
        var list = $"deadlines-{agency.Code}";
        var asked = Paging.Read(context);
        var (after, before) = (DeadlinePlace.Read(list, "after", asked.After), DeadlinePlace.Read(list, "before", asked.Before));
        var led = await cases.Due(context, viewer, new CaseFilter { Party = agency.Code }, asked with { After = after?.Earlier, Before = before?.Later }).ConfigureAwait(false);
        var others = (await Others(context, viewer, agency).ConfigureAwait(false)).FindAll(d => (after is null || after.IsBefore(d)) && (before is null || before.IsAfter(d)));
        var forward = asked.First is not null;
        // What lies beyond the cases that were read follows only where no case is left between.
        if (led.Edges.Count > 0 && (forward ? led.HasNext : led.HasPrevious))
            others = others.FindAll(d => forward ? d.Due < DueOf(led.Edges[^1]) : d.Due >= DueOf(led.Edges[0]));
        var merged = Merged(led, others, after?.Earlier, before?.Later);
        var count = asked.First ?? asked.Last!.Value;
        Edge<AgencyDeadline>[] edges = [.. (forward ? merged.Take(count) : merged.TakeLast(count)).Select(m => new Edge<AgencyDeadline>(m.Place.Write(list), m.Deadline))];
        var more = merged.Count > edges.Length || (forward ? led.HasNext : led.HasPrevious);
        return new Connection<AgencyDeadline>(edges, forward ? more : before is not null, forward ? after is not null : more, clock.Now);
    }

    /// <summary>Both in one order. Each place says after which case and before which one it lies, so that a page can begin there.</summary>
    private static List<(AgencyDeadline Deadline, DeadlinePlace Place)> Merged(Connection<CaseNode> led, List<AgencyDeadline> others, string? earlier, string? later)
    {
        var merged = new List<(AgencyDeadline, DeadlinePlace)>(led.Edges.Count + others.Count);
        var next = 0;
        foreach (var edge in led.Edges)
        {
            var due = DueOf(edge);
            for (; next < others.Count && others[next].Due < due; next++)
                merged.Add((others[next], new(others[next].Due, others[next].Id, earlier, edge.Cursor)));
            merged.Add((new(due, "", Case: edge.Node), new(due, "", edge.Cursor, edge.Cursor)));
            earlier = edge.Cursor;
        }

        for (; next < others.Count; next++)
            merged.Add((others[next], new(others[next].Due, others[next].Id, earlier, later)));
        return merged;
    }

    private static DateTimeOffset DueOf(Edge<CaseNode> edge) => edge.Node.Row!.DueAt ?? DateTimeOffset.MaxValue;

    private async Task<List<AgencyDeadline>> Others(IResolveFieldContext context, Viewer viewer, AgencyRow agency)
    {
        var holder = CaseFilterInput.Organ(context, "holder");
        var lines = await boards.Of(context, viewer, agency.Code).ConfigureAwait(false);
        var found = lines.Where(l => l.Row.DueAt is not null).Select(l => years.Find(context, viewer, l.Row.Key)).ToList();
        var record = await posts.Find(context, agency.Code).GetResultAsync(context.CancellationToken).ConfigureAwait(false);
        var all = new List<AgencyDeadline>();
        foreach (var loading in found)
        {
            if (await loading.GetResultAsync(context.CancellationToken).ConfigureAwait(false) is { } year)
                all.AddRange(Running(year.State.Terms).Select(t => new AgencyDeadline(t.Due, $"{year.View.Key}/{t.Id}", Term: t, Year: year)));
        }

        if (record is { IsWhole: true })
            all.AddRange(Running(record.State.Terms).Select(t => new AgencyDeadline(t.Due, $"{record.View.Key}/{t.Id}", Term: t, Posts: record)));
        return [.. all.Where(d => holder is null || d.Term!.Holder == holder.Value.Value).OrderBy(d => d.Due).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<Term> Running(IEnumerable<Term> terms) => terms.Where(t => t.IsOpen && !t.IsSuspended);
}

/// <summary>A place in that list. A case goes before another's term of the same instant.</summary>
/// <param name="Due">The term's due.</param>
/// <param name="Id">Of a year or people decisions, the record and the term; empty for a case.</param>
/// <param name="Earlier">Cursor of the last case up to here; null where there is none.</param>
/// <param name="Later">Cursor of the first case from here on; likewise.</param>
internal sealed record DeadlinePlace(DateTimeOffset Due, string Id, string? Earlier, string? Later)
{
    // Holds two cursors of cases.
    private const int Longest = 1000;

    public bool IsBefore(AgencyDeadline d) => d.Due > Due || (d.Due == Due && string.CompareOrdinal(d.Id, Id) > 0);

    public bool IsAfter(AgencyDeadline d) => d.Due < Due || (d.Due == Due && string.CompareOrdinal(d.Id, Id) < 0);

    public string Write(string list) => ListPages.Cursor(list, string.Create(CultureInfo.InvariantCulture, $"{Due.UtcTicks}|{Id}|{Earlier}|{Later}"));

    public static DeadlinePlace? Read(string list, string argument, string? cursor) => ListPages.Key(list, argument, cursor, Longest) is not { } key ? null
        : key.Split('|') is [var due, var id, var earlier, var later] && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), id, earlier.Length > 0 ? earlier : null, later.Length > 0 ? later : null)
            : throw Describing.RequestError.Input(argument, "This cursor was not made by this list; start again without it.");
}
