using System.Diagnostics;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>A township's webhook after a downtime: how many messages it gets for how many reminders, and how far apart.</summary>
internal sealed class LateHook : IAsyncDisposable
{
    private const string Create = "mutation($input:CreateNoticeChannelInput!){createNoticeChannel(input:$input){channel{id} errors{code messageEn}}}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Receiver _receiver;

    private LateHook(Receiver receiver) => _receiver = receiver;

    public static async Task<LateHook> Open() => new(await Receiver.Open());

    /// <summary>How far ahead a clock must be to stand at ten in the morning of a day from Monday to Friday, at least so far ahead: at night and on days off nobody is reminded.</summary>
    public static TimeSpan Ahead(DateTimeOffset now, TimeSpan least)
    {
        var at = new DateTimeOffset((now + least).ToOffset(TimeSpan.FromHours(8)).Date.AddHours(10), TimeSpan.FromHours(8));
        while (at - now < least || at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            at = at.AddDays(1);
        return at - now;
    }

    /// <summary>Makes it the township's channel.</summary>
    public async Task Become(HubProcess hub, string administrator)
    {
        var payload = (await hub.Answer(administrator, Create, new { input = new { commandId = "late-hook", organ = "430203001", kind = "WEBHOOK", target = _receiver.Url } })).GetProperty("createNoticeChannel");
        if (payload.GetProperty("errors").GetArrayLength() > 0)
            throw new InvalidOperationException(payload.ToString());
    }

    /// <summary>Waits until everything for the township has left.</summary>
    public async IAsyncEnumerable<BenchmarkRow> Rows(BenchmarkStorage database)
    {
        // State 3 is what became moot before it left.
        long Reminders() => database.Count("SELECT COUNT(*) FROM Deliveries WHERE Notice IS NOT NULL AND State <> 3");
        var watch = Stopwatch.StartNew();
        while (Messages().Sum(m => (long)m.Reminders) < Reminders() && watch.Elapsed < Patience)
            await Task.Delay(1_000);
        var messages = Messages();
        yield return new("reminders for the township's webhook", "", $"{Reminders():N0}");
        yield return new("of them in messages that came", "all", $"{messages.Sum(m => (long)m.Reminders):N0}");
        yield return new("messages, by key", "", $"{messages.Count}");
        yield return new("messages that came again under their key", "0", $"{_receiver.Requests.Count - messages.Count}");
        yield return new("shortest time from a bundle to the next message", ">= 60 s", messages.Count < 2 ? "one message" : $"{messages.Zip(messages.Skip(1)).Where(p => p.First.Reminders > 1).Select(p => (p.Second.At - p.First.At).TotalSeconds).DefaultIfEmpty(double.NaN).Min():F0} s");
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private List<(DateTimeOffset At, int Reminders)> Messages() => [.. _receiver.Requests.DistinctBy(r => r.Headers["webhook-id"]).Select(r => (r.At, Count(r.Body)))];

    private static int Count(string body) => JsonDocument.Parse(body).RootElement.GetProperty("data").TryGetProperty("count", out var count) ? count.GetInt32() : 1;
}
