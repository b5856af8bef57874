using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using Orleans.Runtime;

namespace OpsHub.Grains.Hierarchy;

/// <summary>A unit, live: the commit path around <see cref="UnitDecisions"/>, and its summary. The five levels differ in their cells only.</summary>
internal abstract class UnitGrain(IPersistentState<SubjectDocument<Unit>> store, UnitServices services) : Grain, IUnitGrain, IRemindable
{
    private const string Effect = "effect";
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    private Subject<Unit, UnitEvent> _subject = null!;
    private SummaryActivation _summary = null!;
    private LiveSubjects? _subjects;
    private LiveChildren? _children;

    private UnitCode Code => GrainKeys.UnitOf(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (code, summaries) = (Code, services.Summaries);
        var isGrid = code.Level == UnitLevel.Grid;
        _subjects = isGrid ? new(OrganCode.Of(code), summaries.Index) : null;
        _children = isGrid ? null : new(code, summaries.Index, summaries.Consultations);
        var upward = code.Level == UnitLevel.City ? null : new UpwardPush(code, () => _subject.State, () => services.Today, summaries.Grains);
        var period = isGrid ? summaries.Options.LeafRecountPeriod : summaries.Options.RecountPeriod;
        _summary = new(this, OrganCode.Of(code), (ILiveCells?)_subjects ?? _children!, period, summaries, upward, PlaceRows);
        _subject = new(this.GetPrimaryKeyString(), new(store), services.Shape, services.Commits, DeactivateOnIdle) { Changed = _summary.Changed };
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _summary.Close();

    public async Task<CommandReply> Do(UnitCommand command, CommandContext context)
    {
        var reply = await _subject.Commit(
            context,
            JsonSerializer.Serialize(command, DomainSerialization.Options),
            async standing =>
            {
                if (command is EstablishUnit { Code: var named } && named != Code)
                    return () => UnitDecisions.OtherUnit(named, Code);
                var (found, today) = (await services.FactsFor(Code, command), services.Today);
                return () => UnitDecisions.Decide(standing.State, command, context.Actor, found, today);
            });
        if (reply.Accepted)
            await RemindOfNextChange();
        return reply;
    }

    /// <summary>Wakes on the day of a change that lay ahead, so that lists show it and figures go to the new parent.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_subject.State?.PendingEffect(services.Today) is { } day)
            await Do(new TakeEffect(day), new CommandContext($"effect-{day:yyyyMMdd}-{_subject.Trace.Length}", Actor.Hub(Code)));
        else
            await RemindOfNextChange();
        if (_subject.State?.NextChange(services.Today) is null && await this.GetReminder(Effect) is { } done)
            await this.UnregisterReminder(done);
    }

    public Task<Unit?> Get() => Task.FromResult(_subject.State);

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public async Task<LiveSummary> Summary()
    {
        await _summary.Open();
        return _summary.Family.Own;
    }

    public async Task<LiveFamily> Family()
    {
        await _summary.Open();
        return _summary.Family;
    }

    public async Task PushSubject(SubjectPush push)
    {
        if (_subjects is null)
            throw new InvalidOperationException($"{Code} is not a grid; cases are pushed to grids.");
        await _summary.Open();
        if (_subjects.Cells.Push(push.Subject, push.Version, push.Contribution, services.Summaries.Clock.Now))
            _summary.Changed();
    }

    public async Task PushChild(ChildPush push)
    {
        if (_children is null)
            throw new InvalidOperationException($"{Code} is a grid; it has no children.");
        await _summary.Open();
        if (_children.Cells.Push(push.Child, new SummaryStamp(push.Epoch, push.Version), push.Facts, services.Summaries.Clock.Now))
            _summary.Changed();
    }

    public async Task PushConsultation(ConsultationPush push)
    {
        if (_children is null)
            throw new InvalidOperationException($"{Code} is a grid; a consultation is pushed to its community.");
        await _summary.Open();
        if (_children.Push(push, services.Summaries.Clock.Now))
            _summary.Changed();
    }

    public Task<LiveFamily> Watch(IUnitObserver observer) => _summary.Watch(observer);

    public Task Unwatch(IUnitObserver observer)
    {
        _summary.Unwatch(observer);
        return Task.CompletedTask;
    }

    public Task<int> Recount() => _summary.Recount();

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    // Again and again, because a case that published while the directory still showed the former parent put its row back.
    private Task PlaceRows() => _subject.State is { } unit ? services.Placing.Place(unit) : Task.CompletedTask;

    private async Task RemindOfNextChange()
    {
        if (_subject.State?.NextChange(services.Today) is not { } day)
            return;
        var wait = LocalDay.Start(day) - services.Summaries.Clock.Now;
        await this.RegisterOrUpdateReminder(Effect, wait < Daily ? wait : Daily, Daily);
    }
}
