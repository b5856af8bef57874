using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>A subject's trace as it would be stored: entries with their contents, chained.</summary>
internal sealed class SimulatedTrace(string subject, JsonSerializerOptions json)
{
    private TraceChain _chain = TraceChain.Empty;

    public long Next => _chain.Length + 1;

    public IEnumerable<string> Contents => _chain.Recent.Select(e => e.Content);

    public void Add<TEvent>(TEvent happened, string name, string rule, DateTimeOffset at, Actor by)
    {
        var content = JsonSerializer.Serialize(happened, json);
        _chain = _chain.Append(subject, new TraceEntry
        {
            Sequence = 0, At = at, Principal = by.Principal, Role = by.Role, Organ = by.Organ, Event = name, Command = CommandIds.Key(by.Principal, $"{subject}:{Next}"), Body = "", Rule = rule,
            Content = content, PreviousHash = "", Hash = "",
        });
    }

    /// <summary>The first fault of the chain, or null.</summary>
    public TraceFault? Fault() => TraceVerifier.Verify(subject, _chain.Recent, _chain.Head, _chain.Length);
}
