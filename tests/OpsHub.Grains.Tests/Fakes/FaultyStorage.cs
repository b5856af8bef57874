using System.Collections.Concurrent;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Publishing;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>What goes wrong with a write.</summary>
internal enum Fault
{
    /// <summary>The database is away: nothing is written.</summary>
    Before,

    /// <summary>A timeout although the write was committed.</summary>
    After,

    /// <summary>The queue of writes is too long; wrapped, as the provider does.</summary>
    Overloaded,

    /// <summary>The driver gave up: nothing is written.</summary>
    Cancelled,
}

/// <summary>Grain storage as the database keeps it: versions that count from 1 and are checked, the mark within the write, and faults on order.</summary>
internal sealed class FaultyStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (string Json, long Version)> _rows = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _faults = new();
    private readonly ConcurrentDictionary<string, HeldWrite> _gates = new();
    private readonly ConcurrentDictionary<string, int> _reads = new();

    /// <summary>Takes the mark of each write, as the database's trigger does.</summary>
    internal Action<string, long> Mark { get; set; } = (_, _) => { };

    /// <summary>While true, nothing can be read or written.</summary>
    internal bool Away { get; set; }

    internal long VersionOf(string key) => _rows.GetValueOrDefault(key).Version;

    /// <summary>How often it was read.</summary>
    internal int ReadsOf(string key) => _reads.GetValueOrDefault(key);

    internal string? JsonOf(string key) => _rows.GetValueOrDefault(key).Json;

    /// <summary>The next writes of this grain go wrong like this, one after the other.</summary>
    internal void Next(string key, params Fault[] faults)
    {
        foreach (var fault in faults)
            _faults.GetOrAdd(key, _ => new()).Enqueue(fault);
    }

    /// <summary>Holds the next write of this grain until it is let go.</summary>
    internal HeldWrite Hold(string key) => _gates[key] = new();

    /// <summary>Another activation wrote the row meanwhile.</summary>
    internal void WriteElsewhere(string key) => _rows[key] = _rows[key] with { Version = _rows[key].Version + 1 };

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Away)
            throw new IOException("The database is away.");
        _reads.AddOrUpdate(Key(grainId), 1, (_, times) => times + 1);
        var found = _rows.TryGetValue(Key(grainId), out var row);
        grainState.State = found ? JsonSerializer.Deserialize<T>(row.Json, DomainSerialization.Options)! : Activator.CreateInstance<T>();
        (grainState.RecordExists, grainState.ETag) = (found, found ? row.Version.ToString() : null);
        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = Key(grainId);
        if (_gates.TryRemove(key, out var gate))
        {
            gate.Reached.SetResult();
            await gate.LetGo.Task;
        }

        var fault = _faults.TryGetValue(key, out var faults) && faults.TryDequeue(out var next) ? next : (Fault?)null;
        if (Away || fault == Fault.Before)
            throw new IOException("The database is away.");
        if (fault == Fault.Cancelled)
            throw new TaskCanceledException();
        if (fault == Fault.Overloaded)
            throw new InvalidOperationException("Wrapped.", new StorageOverloadedException("2 s"));
        var held = VersionOf(key);
        if ((grainState.ETag ?? "0") != held.ToString())
            throw new InconsistentStateException("Somebody else wrote.", held.ToString(), grainState.ETag!);
        _rows[key] = (JsonSerializer.Serialize(grainState.State, DomainSerialization.Options), held + 1);
        Mark(key, held + 1);
        if (fault == Fault.After)
            throw new TimeoutException("Nobody knows.");
        (grainState.RecordExists, grainState.ETag) = (true, (held + 1).ToString());
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

    private static string Key(GrainId grain) => grain.Key.ToString()!;
}

/// <summary>A write that stands still on its way.</summary>
internal sealed class HeldWrite
{
    /// <summary>Completed when the write has come so far.</summary>
    internal TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>To be completed so that it goes on.</summary>
    internal TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
