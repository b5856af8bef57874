using System.Collections.Concurrent;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Service requests: cases that the key may read, from the index. Never a contact, numbers of cards and telephones
/// masked whoever asks, and of sensitive classes neither title nor text. R046, G053.</summary>
internal sealed class Open311Requests(IHubIndex index, IHubDirectory directory, IGrainFactory grains, Open311Services services, HubClock clock)
{
    private const int ReadAtOnce = 100;

    /// <summary>The requests that a query asks for, newest first.</summary>
    public async Task<Listing> List(Actor actor, IQueryCollection parameters, CancellationToken cancel)
    {
        var query = Open311Query.Read(parameters, clock.Now);
        var rows = query.Numbers.Count > 0 ? await ByNumber(query.Numbers, cancel) : await Search(actor, query, cancel);
        CaseRow[] read = [.. rows.Where(r => CaseReading.May(directory, actor, r))];
        // The index doesn't know what a case was merged into; few were.
        var into = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(read.Where(r => r.Stage == CaseStage.Merged), cancel, async (row, _) => into[row.Key] = (await grains.Case(row.Key).Get())?.Case.MergedInto?.Number ?? "");
        return Listing([.. read.Select(r => Request(r, r.Title, into.GetValueOrDefault(r.Key)))]);
    }

    /// <summary>One request, with its whole description.</summary>
    /// <exception cref="DoorRefusedException">There is none that the key may read.</exception>
    public async Task<Listing> One(Actor actor, string number, CancellationToken cancel)
    {
        var row = await Find(actor, number, cancel);
        var state = (await grains.Case(row.Key).Get())?.Case;
        return Listing([Request(row, state is null || state.Text.Length == 0 ? row.Title : $"{row.Title}\n{state.Text}", state?.MergedInto?.Number)]);
    }

    /// <summary>The request of a token. Tokens are never given, for every request has its number at once; clients that ask anyway have the number itself.</summary>
    /// <exception cref="DoorRefusedException">There is none that the key may read.</exception>
    public async Task<Listing> OfToken(Actor actor, string token, CancellationToken cancel)
    {
        var row = await Find(actor, token, cancel);
        return Listing([new Thing("request", ("service_request_id", row.Number), ("token", token))]);
    }

    public static Listing Listing(IReadOnlyList<object> requests) => new("service_requests", "request", requests);

    private async Task<CaseRow> Find(Actor actor, string number, CancellationToken cancel) =>
        number.Length <= 40 && await index.CaseByNumber(number, cancel) is { } row && CaseReading.May(directory, actor, row)
            ? row
            : throw new DoorRefusedException(DoorRefusals.Input("service_request_id", "没有这个编号，或不在可见范围内", "there is no such request within what the key may read", "R046", "四(五)"), StatusCodes.Status404NotFound);

    private async Task<IReadOnlyList<CaseRow>> ByNumber(IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var rows = new List<CaseRow>();
        foreach (var number in numbers)
        {
            if (number.Length <= 40 && await index.CaseByNumber(number, cancel) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    private async Task<IReadOnlyList<CaseRow>> Search(Actor actor, Open311Query query, CancellationToken cancel)
    {
        var scope = ReadAccess.Cases(actor);
        if (scope.IsEmpty)
            return [];
        var filter = new CaseFilter
        {
            Unit = scope.Unit,
            Party = scope.Party,
            Escalated = scope.EscalatedOnly ? true : null,
            Stages = query.Stages,
            Categories = query.Codes.Count == 0 ? null : query.Codes,
            ReportedFrom = query.From,
            ReportedBefore = query.Until.AddTicks(1),
        };
        return [.. (await Newest(directory.InForce(filter), query.Reach, cancel)).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)];
    }

    private async Task<List<CaseRow>> Newest(CaseFilter filter, int count, CancellationToken cancel)
    {
        var rows = new List<CaseRow>();
        string? after = null;
        do
        {
            var page = await index.Cases(filter, CaseOrder.ReportedAtDescending, new PageRequest(Math.Min(ReadAtOnce, count - rows.Count), after, null, null), cancel);
            rows.AddRange(page.Items.Select(i => i.Row));
            after = page.HasNext ? page.Items[^1].Cursor : null;
        }
        while (after is not null && rows.Count < count);
        return rows;
    }

    private Thing Request(CaseRow row, string description, string? mergedInto)
    {
        var (zh, en) = StageWords.Of(row.Stage);
        return new("request",
            ("service_request_id", row.Number),
            ("status", row.Stage.IsOpen() ? "open" : "closed"),
            ("status_notes", string.IsNullOrEmpty(mergedInto) ? $"{zh} / {en}" : $"{zh} {mergedInto} / {en}, {mergedInto}"),
            ("service_name", services.NameOf(row.Category)),
            ("service_code", row.Category),
            ("description", CaseCategory.IsSensitiveClass(row.Category.Split('-')[0]) ? null : directory.Masked(description)),
            ("agency_responsible", directory.NameOf(row.Lead ?? row.Holder)),
            ("service_notice", null),
            ("requested_datetime", row.ReportedAt),
            ("updated_datetime", row.ClosedAt ?? row.ChangedAt),
            ("expected_datetime", row.DueAt),
            ("address", string.Join("，", new[] { row.Community, row.Township, row.County, row.City }.Select(u => directory.NameOf(OrganCode.Of(u))))),
            ("address_id", row.Grid.Value),
            ("zipcode", null),
            ("lat", null),
            ("long", null),
            ("media_url", null));
    }
}
