using System.Text.Json;
using OpsHub.Contracts.Agencies;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Hierarchy;

namespace OpsHub.Grains.Agencies;

/// <summary>A stationed agency, live: the commit path around <see cref="AgencyDecisions"/>, and the summary of its cases.</summary>
internal sealed class AgencyGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<Agency>> store, CommitServices commits, SummaryServices summaries, AgencyShape shape)
    : Grain, IAgencyGrain
{
    private Subject<Agency, AgencyEvent> _subject = null!;
    private SummaryActivation _summary = null!;
    private LiveSubjects _subjects = null!;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var code = GrainKeys.AgencyOf(Key);
        _subjects = new(code, summaries.Index);
        _summary = new(this, code, _subjects, summaries.Options.LeafRecountPeriod, summaries, upward: null);
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle) { Changed = _summary.Changed };
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(AgencyCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            if (command is EstablishAgency { Code: var named } && GrainKeys.Agency(named) != Key)
                return () => AgencyDecisions.OtherAgency(named);
            var inForce = await AreInForce(command);
            return () => AgencyDecisions.Decide(standing.State, command, context.Actor, inForce);
        });

    public Task<Agency?> Get() => Task.FromResult(_subject.State);

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public async Task<LiveSummary> Summary()
    {
        await _summary.Open();
        return _summary.Family.Own;
    }

    public async Task PushSubject(SubjectPush push)
    {
        await _summary.Open();
        if (_subjects.Cells.Push(push.Subject, push.Version, push.Contribution, summaries.Clock.Now))
            _summary.Changed();
    }

    public Task<int> Recount() => _summary.Recount();

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<bool> AreInForce(AgencyCommand command)
    {
        var today = LocalDay.Of(summaries.Clock.Now);
        var records = await Task.WhenAll(AgencyDecisions.TownshipsOf(command).Where(t => t.Level == UnitLevel.Township).Select(t => summaries.Grains.Unit(t).Get()));
        return records.All(r => r?.IsInForceOn(today) == true);
    }
}
