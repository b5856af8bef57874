using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;
using Orleans.Runtime;

namespace OpsHub.Grains.Hierarchy;

/// <summary>The live summary of one activation: opened at its first touch with an epoch and one read of the index, so that records
/// that are only written cost neither; then pushed upward, told to observers and recounted. Section 5 of the architecture.</summary>
internal sealed class SummaryActivation(IGrainBase grain, OrganCode code, ILiveCells cells, TimeSpan recountPeriod, SummaryServices services, UpwardPush? upward, Func<Task>? beforeRecount = null)
{
    private readonly Observers<IUnitObserver> _observers = new(services.Clock.Time);
    private Coalesced? _push;
    private Coalesced? _tell;
    private Task? _opening;
    private LiveFamily? _family;
    private long _epoch;
    private long _version;

    /// <summary>The newest figures; only after <see cref="Open"/>. One object for each version, however often it is read.</summary>
    internal LiveFamily Family => _family ??= new(new(code, _epoch, _version, cells.Total), cells.Children);

    /// <summary>Opens it unless it is open. A failure is the caller's, and the next caller tries again.</summary>
    internal async Task Open()
    {
        if (_epoch != 0)
            return;
        var opening = _opening ??= ReadFirst();
        try
        {
            await opening;
        }
        finally
        {
            _opening = null;
        }
    }

    /// <summary>The cells, the parent or the record changed.</summary>
    internal void Changed()
    {
        if (_epoch == 0)
            return;
        _version++;
        _family = null;
        _push?.Mark();
        if (_observers.Any)
            _tell!.Mark();
    }

    /// <summary>Counts anew from the index; how many cells differed.</summary>
    internal async Task<int> Recount()
    {
        await Open();
        if (beforeRecount is not null)
            await beforeRecount();
        var repaired = await cells.Read(services.Clock.Now);
        if (repaired > 0 || upward?.IsElsewhere == true)
            Changed();
        return repaired;
    }

    internal async Task<LiveFamily> Watch(IUnitObserver observer)
    {
        await Open();
        _observers.Renew(observer);
        return Family;
    }

    internal void Unwatch(IUnitObserver observer) => _observers.Remove(observer);

    /// <summary>The activation ends: what is pending goes out once more; if that fails, the parent's recount finds it.</summary>
    internal Task Close() => _push?.Stop() ?? Task.CompletedTask;

    private async Task ReadFirst()
    {
        var epoch = await services.Publisher.NextEpoch();
        await cells.Read(services.Clock.Now);
        var (time, options) = (services.Clock.Time, services.Options);
        if (upward is not null)
            _push = new(grain, time, options.PushWindow, options.LongestBackOff, () => upward.Send(_epoch, _version, cells.Total), e => SummaryLog.PushFailed(services.Logger, code.Value, e));
        _tell = new(grain, time, options.TellWindow, options.LongestBackOff, Tell, e => SummaryLog.TellFailed(services.Logger, code.Value, e));
        grain.RegisterGrainTimer(OnRecount, new GrainTimerCreationOptions(Jittered(recountPeriod), recountPeriod) { Interleave = true });
        _epoch = epoch;
        Changed();
    }

    private Task Tell()
    {
        var family = Family;
        _observers.Tell(o => o.Changed(family));
        return Task.CompletedTask;
    }

    private async Task OnRecount(CancellationToken cancel)
    {
        try
        {
            await Recount();
        }
        catch (Exception error)
        {
            SummaryLog.RecountFailed(services.Logger, code.Value, error); // the next one comes in a period
        }
    }

    /// <summary>Between half a period and a whole one, from the epoch: units that were opened together do not count together.</summary>
    private TimeSpan Jittered(TimeSpan period) => period * (0.5 + ((grain.GrainContext.GrainId.GetUniformHashCode() % 1000) / 2000.0));
}
