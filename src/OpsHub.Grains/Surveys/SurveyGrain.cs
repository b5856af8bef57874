using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Surveys;

/// <summary>A survey, live: the commit path around <see cref="SurveyDecisions"/>. Answers go past it.</summary>
internal sealed partial class SurveyGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<Survey>> store, CommitServices commits, SurveyShape shape, SurveyLookups lookups, ISurveyBallots ballots, IRuleBook rules,
    HubClock clock, ILogger<SurveyGrain> logger)
    : Grain, ISurveyGrain
{
    private Subject<Survey, SurveyEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Township => GrainKeys.SurveyOf(Key).Township;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public async Task<CommandReply> Do(SurveyCommand command, CommandContext context)
    {
        if (command is IssueTokens)
            throw new ArgumentException("Tokens are issued with their hashes.", nameof(command));
        var reply = await Commit(command, context, async (state, found) =>
        {
            if (command is not CloseSurvey || !SurveyDecisions.Decide(state, command, found).Events.Exists(e => e is SurveyClosed))
                return found;
            // No answer is counted after this, so that none is left out of what is read, whenever this step is taken up again.
            return found with { Tallies = [.. await ballots.Close(Key, state!.Round)] };
        });
        // Ended early, it is closed at once; where this fails, the sweep finds that its time is over.
        if (command is CloseSurvey && reply.Accepted && context.Actor != Hub && _subject.State is { IsClosed: false } ended && clock.Now >= ended.ClosesAt)
            await Do(new CloseSurvey(), new($"{nameof(CloseSurvey)}-{_subject.Trace.Length}", Hub));
        return reply;
    }

    public Task<CommandReply> Issue(IssueTokens command, string[] hashes, CommandContext context) => hashes.Length != SurveyIssuing.HashesFor(command)
        ? throw new ArgumentException($"{command.Count} tokens take as many hashes, got {hashes.Length}.", nameof(hashes))
        : Commit(command, context, async (state, found) =>
        {
            if (SurveyDecisions.Decide(state, command, found) is { IsRefused: false })
                await ballots.Add(Key, state!.Round, command.Group!.Value, hashes);
            return found;
        });

    public async Task<SurveyView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(state, _subject.Trace.Length) : null;
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public async Task<int> Advance()
    {
        await _subject.ReadIfDoubtful();
        var steps = 0;
        while (_subject.State is { } s && SurveySchedule.Due(s, clock.Now, Rules) is { } command && await Take(command, s))
            steps++;
        return _subject.State is { } closed && SurveySchedule.MayDeliver(closed, clock.Now) && await Delivered(closed) && await Take(new RecordDelivery(), closed) ? steps + 1 : steps;
    }

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private SurveyRules Rules => rules.On(Domain.Calendars.LocalDay.Of(clock.Now), (_subject.State?.Host ?? GrainKeys.SurveyOf(Key).Agency.Unit).CountyByCode).Surveys;

    private Actor Hub => Actor.Hub(Township.At(UnitLevel.City));

    private Task<CommandReply> Commit(SurveyCommand command, CommandContext context, Func<Survey?, SurveyContext, Task<SurveyContext>> prepare) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            var found = await prepare(standing.State, await lookups.For(Key, command, context, standing));
            return () => SurveyDecisions.Decide(standing.State, command, found);
        });

    // True where it changed something. The id is the step's own: whoever takes it, and however often, it is taken once.
    private async Task<bool> Take(SurveyCommand command, Survey s)
    {
        var before = _subject.Trace.Length;
        var reply = await Do(command, new($"{command.GetType().Name}-{before}", Hub));
        return reply.Refusal is { } refusal ? throw new InvalidOperationException($"{Key}, round {s.Round}: {refusal.Code} {refusal.En}") : _subject.Trace.Length > before;
    }

    // Not while the year cannot take it. Its own command id is the round's, so that it counts once whatever dies in between.
    private async Task<bool> Delivered(Survey s)
    {
        var year = GrainFactory.AgencyYear(s.Agency, s.Year);
        if (await year.Get() is not { State: var state } || state.Stage < AgencyYearStage.Assessing)
            return false;
        var reply = await year.Do(new SubmitSatisfaction(s.Township, s.Tallies), new($"survey-{s.Township}-{s.Round}", Hub));
        if (reply.Refusal is { Code: not "SUBMITTED_ALREADY" } refusal)
        {
            Refused(logger, Key, s.Round, refusal.Code, refusal.En);
            return false;
        }

        return true;
    }

    [LoggerMessage(LogLevel.Warning, "{Survey}, round {Round}: the year does not take its result: {Code} {Why}")]
    private static partial void Refused(ILogger logger, string survey, int round, string code, string why);
}
