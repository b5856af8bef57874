using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Every few seconds: whether units are others. While none is, it looks no further than memory.</summary>
internal sealed partial class AreaSweepLoop(AreaSweep sweep, StartupState state, HubClock clock, ILogger<AreaSweepLoop> logger) : SweepLoop(TimeSpan.FromSeconds(5), sweep.Run, state, clock)
{
    [LoggerMessage(LogLevel.Information, "区划已调整，{Moved} 件在办案件和协商已移交现辖单位 / Units changed: {Moved} open cases and consultations were handed over to those in force")]
    protected override partial void Moved(int moved);

    [LoggerMessage(LogLevel.Warning, "Cases and consultations could not all be handed over to the units in force; units with one left are gone over again")]
    protected override partial void Failed(Exception error);
}
