using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Calendars;
using OpsHub.Host.Trace;

namespace OpsHub.Host.Jobs;

/// <summary>Every night, and at the start: seals the trace up to the end of yesterday, once. After nights that the hub was down one seal closes them all.</summary>
internal sealed partial class NightlySeal(TraceSealer sealer, HubClock clock, ILogger<NightlySeal> logger)
{
    /// <summary>How long a day must be over: a command decided before midnight may still be on its way to the disk, on another machine too.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken cancel)
    {
        if (await sealer.Seal(LocalDay.Of(clock.Now - Settle).AddDays(-1), cancel) is { } seal)
            Sealed(seal.Number, LocalDay.Text(seal.Day), seal.Chains, seal.Changed, seal.Hash);
    }

    [LoggerMessage(LogLevel.Information, "封存 {Number} {Day}: {Chains} 条链，{Changed} 条有变化，哈希 {Hash} / Sealed: {Number} {Day}")]
    private partial void Sealed(long number, string day, long chains, long changed, string hash);
}
