using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A survey in memory, by the real decisions.</summary>
public sealed class FakeSurvey(string key, TestHub hub) : ISurveyGrain
{
    private readonly Dictionary<string, CommandReply> _answered = [];
    private Survey? _state;
    private long _length;

    public async Task<CommandReply> Do(SurveyCommand command, CommandContext context)
    {
        var closes = command is CloseSurvey && Decide(command, context, []).Events.Exists(e => e is SurveyClosed);
        var reply = Answer(command, context, closes ? await hub.Surveys.Close(key, _state!.Round) : []);
        // Ended early, the hub closes it.
        if (command is CloseSurvey && reply.Accepted && _state is { IsClosed: false })
            await Do(new CloseSurvey(), new($"close-{_length}", Domain.Accounts.Actor.Hub(UnitCode.Parse("4302"))));
        return reply;
    }

    public async Task<CommandReply> Issue(IssueTokens command, string[] hashes, CommandContext context)
    {
        if (!_answered.ContainsKey(context.Key) && !Decide(command, context, []).IsRefused)
            await hub.Surveys.Add(key, _state!.Round, command.Group!.Value, hashes);
        return Answer(command, context, []);
    }

    public Task<SurveyView?> Get() => Task.FromResult(_state is null ? null : new SurveyView(_state, _length));

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([], _length));

    public Task<int> Advance() => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    private Decision<SurveyEvent> Decide(SurveyCommand command, CommandContext context, IReadOnlyList<Domain.Assessments.GroupTally> tallies)
    {
        var row = hub.Directory.Agency(GrainKeys.SurveyOf(key).Agency);
        return SurveyDecisions.Decide(_state, command, new(context.Actor, hub.Clock.Now, hub.Rules.Current.Assessments, hub.Rules.Current.Surveys)
        {
            Agency = row is null ? null : new(row.Code, row.Department, row.Host, row.Served), Tallies = [.. tallies],
        });
    }

    private CommandReply Answer(SurveyCommand command, CommandContext context, IReadOnlyList<Domain.Assessments.GroupTally> tallies)
    {
        if (hub.Failure is { } failure)
            throw failure;
        if (_answered.TryGetValue(context.Key, out var before))
            return before with { Repeated = true };
        var decision = Decide(command, context, tallies);
        if (decision.IsRefused)
            return new(key, decision.Refusal, _length);
        _state = decision.Events.Aggregate(_state, SurveyFold.Apply);
        _length += decision.Events.Count;
        hub.Surveys.Take(new(key, _length, _state!.Township.At(UnitLevel.County), _state.Township.At(UnitLevel.City), _state, _length));
        return _answered[context.Key] = new(key, null, _length);
    }
}
