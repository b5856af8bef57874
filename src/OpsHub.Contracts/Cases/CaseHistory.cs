using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Cases;

/// <summary>A case as it stood at a past instant (某一时刻的案件): its trace folded up to it. By when the hub recorded each step, so that it shows what
/// everyone saw then; what was entered afterwards (补录) counts from when it was entered.</summary>
public static class CaseHistory
{
    /// <summary>The case with the place of that state in its trace; null when it had not been reported.</summary>
    /// <param name="key">Grain key.</param>
    /// <param name="entries">Its trace from the first entry on; what lies after the instant is not looked at.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="JsonException">An event can't be read: it is of a newer version of the hub.</exception>
    public static CaseView? At(string key, IEnumerable<TraceEntry> entries, DateTimeOffset at)
    {
        Case? state = null;
        TraceEntry? last = null;
        foreach (var entry in entries)
        {
            if (entry.At > at)
                break;
            state = Case.Apply(state, JsonSerializer.Deserialize<CaseEvent>(entry.Content, DomainSerialization.Options)!);
            last = entry;
        }

        return state is null ? null : new(key, state, last!.Sequence, last.Hash);
    }
}
