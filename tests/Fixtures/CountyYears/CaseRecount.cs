using System.Text.Json;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>Totals of an agency's cases in a township, counted from trace entries as they are stored.</summary>
internal sealed record RecountedCases(
    int Dispatched, int Accepted, int Refused, int Due, int OnTime, int Returned, int Reworked, int Urged, int MeetingsCalled, int MeetingsAttended);

/// <summary>A case's trace, read from the contents of its entries without the hub's own types. A004, A022, A023.</summary>
internal sealed class CaseRecount
{
    private static readonly TimeSpan East = TimeSpan.FromHours(8);
    private readonly List<(DateTimeOffset At, string Event, JsonElement Content)> _entries;

    /// <param name="contents">Contents of its entries, oldest first.</param>
    public CaseRecount(IEnumerable<string> contents)
    {
        _entries = [.. contents.Select(Read).Where(e => e.Event is not ("CaseRungsFired" or "CaseVerified" or "CaseTriaged" or "CaseAccepted" or "CaseEvaluated"))];
        Township = _entries[0].Content.GetProperty("placement").GetProperty("township").GetString()!;
    }

    /// <summary>Township in which it lies.</summary>
    public string Township { get; }

    /// <summary>Counts what an agency did in cases by an instant.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="cases">Cases of one township.</param>
    /// <param name="year">The year.</param>
    /// <param name="through">Entries after it are left out.</param>
    public static RecountedCases Count(string agency, IEnumerable<CaseRecount> cases, int year, DateTimeOffset through)
    {
        var sum = new int[10];
        foreach (var one in cases)
        {
            foreach (var cycle in one.Cycles(through))
                Add(sum, cycle, agency, year, through);
        }

        return new(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7], sum[8], sum[9]);
    }

    private static void Add(int[] sum, Cycle cycle, string agency, int year, DateTimeOffset through)
    {
        // Of a case that ended unhandled nobody failed to answer the last dispatch.
        var mine = cycle.Dispatches.FindAll(d => d.Organ == agency && d.At.ToOffset(East).Year == year && !(cycle.Void && d.Answer == null));
        sum[0] += mine.Count;
        sum[1] += mine.Count(d => d.Answer == "DispatchAccepted" && d.InTime);
        sum[2] += mine.Count(d => d.Answer == "CaseReturned");
        sum[5] += mine.Exists(d => d.Answer == "CaseReturned") ? 1 : 0;
        sum[7] += cycle.Urged.Count(u => u.Organ == agency && u.At.ToOffset(East).Year == year);
        sum[8] += cycle.Meetings.Count(m => m.Called.Contains(agency) && m.HeldAt.ToOffset(East).Year == year);
        sum[9] += cycle.Meetings.Count(m => m.Attended.Contains(agency) && m.HeldAt.ToOffset(East).Year == year);
        if (cycle.Void || cycle.Suspended || cycle.Due is not { } due || due > through || due.AddTicks(-1).ToOffset(East).Year != year || cycle.Lead != agency || cycle.Dispatches[^1].Answer == "CaseReturned")
            return;
        sum[3]++;
        sum[4] += cycle.FedBackAt < due ? 1 : 0;
        sum[6] += cycle.Reworks > 0 ? 1 : 0;
    }

    private IEnumerable<Cycle> Cycles(DateTimeOffset through)
    {
        var cycle = new Cycle();
        foreach (var (at, name, e) in _entries)
        {
            if (at > through)
                break;
            Terms(cycle, e);
            switch (name)
            {
                case "CaseDispatched" or "CaseRedispatched":
                    cycle.Lead = Text(e, "lead");
                    cycle.Dispatches.Add(new(cycle.Lead, at, Text(e.GetProperty("acceptTerm"), "id"), Time(e.GetProperty("acceptTerm"), "due")));
                    break;
                case "DispatchAccepted" or "CaseReturned":
                    cycle.Dispatches[^1].Answer = name;
                    cycle.Dispatches[^1].InTime = at < cycle.Dispatches[^1].Due;
                    break;
                case "PartsAssigned":
                    cycle.Lead = Text(e, "lead");
                    break;
                case "CaseFedBack":
                    cycle.FedBackAt = at;
                    break;
                case "VerificationFailed":
                    cycle.FedBackAt = null;
                    cycle.Reworks++;
                    break;
                case "CaseSuspended" or "CaseResumed":
                    cycle.Suspended = name == "CaseSuspended";
                    break;
                case "CaseUrged":
                    cycle.Urged.Add((Text(e, "organ"), at));
                    break;
                case "MeetingRecorded":
                    var meeting = e.GetProperty("meeting");
                    var attended = Organs(meeting, "attended");
                    cycle.Meetings.Add((Time(meeting, "heldAt"), meeting.TryGetProperty("called", out var called) && called.ValueKind == JsonValueKind.Array ? Organs(meeting, "called") : attended, attended));
                    break;
                case "CaseDeclined" or "CaseMerged" or "CaseWithdrawn":
                    (cycle.Void, cycle.Suspended) = (true, false);
                    break;
                case "CaseReopened":
                    yield return cycle;
                    cycle = new Cycle();
                    break;
                default:
                    break; // nothing of it is counted
            }
        }

        yield return cycle;
    }

    // Wherever a term is told of, it is as it stands from then on.
    private static void Terms(Cycle cycle, JsonElement e)
    {
        if (e.TryGetProperty("handling", out var handling) && handling.ValueKind == JsonValueKind.Object)
            cycle.Due = Time(handling, "due");
        if (!e.TryGetProperty("terms", out var terms) || terms.ValueKind != JsonValueKind.Array)
            return;
        foreach (var term in terms.EnumerateArray())
        {
            var id = Text(term, "id");
            if (id.StartsWith("handling", StringComparison.Ordinal))
                cycle.Due = Time(term, "due");
            if (cycle.Dispatches.FindLast(d => d.Term == id) is { } dispatch)
                dispatch.Due = Time(term, "due");
        }
    }

    private static (DateTimeOffset At, string Event, JsonElement Content) Read(string content)
    {
        using var document = JsonDocument.Parse(content);
        var e = document.RootElement.Clone();
        return (Time(e, "at"), Text(e, "event"), e);
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;

    private static DateTimeOffset Time(JsonElement e, string name) => e.GetProperty(name).GetDateTimeOffset();

    private static HashSet<string> Organs(JsonElement e, string name) => [.. e.GetProperty(name).EnumerateArray().Select(o => o.GetString()!)];

    private sealed class Cycle
    {
        public string? Lead { get; set; }

        public DateTimeOffset? Due { get; set; }

        public DateTimeOffset? FedBackAt { get; set; }

        public bool Void { get; set; }

        public bool Suspended { get; set; }

        public int Reworks { get; set; }

        public List<Dispatch> Dispatches { get; } = [];

        public List<(string Organ, DateTimeOffset At)> Urged { get; } = [];

        public List<(DateTimeOffset HeldAt, HashSet<string> Called, HashSet<string> Attended)> Meetings { get; } = [];
    }

    private sealed class Dispatch(string organ, DateTimeOffset at, string term, DateTimeOffset due)
    {
        public string Organ => organ;

        public DateTimeOffset At => at;

        public string Term => term;

        public DateTimeOffset Due { get; set; } = due;

        public string? Answer { get; set; }

        public bool InTime { get; set; }
    }
}
