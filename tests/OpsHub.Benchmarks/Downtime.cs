using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Hubs whose clock is ahead, so that a downtime need not be waited for, and the cases that they find.</summary>
internal static class Downtime
{
    /// <summary>Settings of a hub on a storage, at its own time or ahead of it.</summary>
    public static Dictionary<string, string> Settings(IReadOnlyDictionary<string, string> storage, TimeSpan ahead = default) => new(storage)
    {
        ["OpsHub:Limits:RequestsPerSecond"] = "1000000",
        ["OpsHub:Notices:AllowPrivateAddresses"] = "true",
        ["OpsHub:Faults:ClockAhead"] = ahead.ToString("c"),
    };

    /// <summary>Urgent reports, to be accepted within two hours, spread over the grids of a township.</summary>
    public static async Task Report(HubProcess hub, string token, int cases)
    {
        var grids = await HubBenchmark.Grids(hub, token);
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
            await CaseSteps.Done(hub, token, CaseSteps.Report, CaseSteps.ReportInput($"r-{i}", grids[i % grids.Count], priority: "URGENT"), "reportCase"));
    }

    /// <summary>How many cases' passed rungs stand in the index, and in how many cases' traces: what is durable is what its trace holds, in the index already or marked to be published.</summary>
    public static (long Indexed, long Durable) Fired(BenchmarkStorage database)
    {
        var indexed = database.Count("SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'");
        return (indexed, indexed + database.Count("SELECT COUNT(*) FROM Unpublished u JOIN Cases c ON c.CaseKey = u.Subject WHERE u.Version > c.Version"));
    }

    /// <summary>How many cases' traces hold a rung twice, or a rung after one of a later instant.</summary>
    public static int OutOfOrder(BenchmarkStorage database) => database.Documents("case-").Count(stored =>
    {
        Rung[] fired = [.. StoredSubject.Of(stored)!.Trace!.Recent.Where(e => e.Event == nameof(CaseRungsFired))
            .SelectMany(e => ((CaseRungsFired)JsonSerializer.Deserialize<CaseEvent>(e.Content, DomainSerialization.Options)!).Rungs)];
        return fired.Distinct().Count() != fired.Length || fired.Zip(fired.Skip(1)).Any(p => p.Second.At < p.First.At);
    });
}
