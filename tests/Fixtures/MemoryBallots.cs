using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Surveys;

namespace OpsHub.Fixtures;

/// <summary>Tokens, sums and rows of surveys in memory, by the same rules as the database's.</summary>
internal sealed class MemoryBallots : ISurveyBallots, ISurveyIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Survey, int Round, RaterGroup Group)> _tokens = [];
    private readonly Dictionary<(string Survey, int Round, RaterGroup Group), GroupTally> _tallies = [];
    private readonly HashSet<(string Survey, int Round)> _closed = [];
    private readonly SortedDictionary<string, SurveyRow> _rows = new(StringComparer.Ordinal);

    /// <summary>How often it was closed, and how many tokens were stored.</summary>
    public (int Closings, int Stored) Calls { get; private set; }

    /// <summary>Tokens that may still be used.</summary>
    public IReadOnlyList<string> Hashes => [.. _tokens.Keys];

    /// <summary>Takes what a survey publishes.</summary>
    public void Take(SurveyRow? row)
    {
        if (row is null)
            return;
        lock (_gate)
        {
            _rows[row.Key] = row;
            var through = row.State.IsClosed ? row.State.Round : row.State.Round - 1;
            foreach (var key in _tallies.Keys.Where(t => t.Survey == row.Key && t.Round <= through).ToList())
                _tallies.Remove(key);
        }
    }

    public Task Add(string survey, int round, RaterGroup group, IReadOnlyCollection<string> hashes, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            Calls = (Calls.Closings, Calls.Stored + hashes.Count);
            _tallies.TryAdd((survey, round, group), GroupTally.None(group));
            foreach (var hash in hashes)
                _tokens[hash] = (survey, round, group);
        }

        return Task.CompletedTask;
    }

    public Task<SurveySlip?> Find(string hash, CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult(_tokens.TryGetValue(hash, out var of) ? new SurveySlip(of.Survey, of.Round, of.Group, _rows[of.Survey].State) : null);
    }

    public Task<BallotOutcome> Cast(string hash, IReadOnlyDictionary<SatisfactionDimension, int> scores, DateTimeOffset now, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            if (!_tokens.TryGetValue(hash, out var of))
                return Task.FromResult(BallotOutcome.UnknownToken);
            var s = _rows[of.Survey].State;
            if (now < s.OpensAt)
                return Task.FromResult(BallotOutcome.NotOpen);
            if (s.Round != of.Round || s.StageAt(now) != SurveyStage.Open || _closed.Contains((of.Survey, of.Round)))
                return Task.FromResult(BallotOutcome.Closed);
            _tokens.Remove(hash);
            _tallies[of] = _tallies[of].With(scores);
            return Task.FromResult(BallotOutcome.Counted);
        }
    }

    public Task<IReadOnlyList<GroupTally>> Close(string survey, int round, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            Calls = (Calls.Closings + 1, Calls.Stored);
            _closed.Add((survey, round));
            return Task.FromResult<IReadOnlyList<GroupTally>>([.. _tallies.Where(t => t.Key.Survey == survey && t.Key.Round == round).Select(t => t.Value)]);
        }
    }

    public Task<ILookup<string, RaterGroup>> Enough(IReadOnlyCollection<string> surveys, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            return Task.FromResult(_tallies.Where(t => surveys.Contains(t.Key.Survey) && _rows[t.Key.Survey].State is var s && s.Round == t.Key.Round && t.Value.Ballots >= s.Least)
                .ToLookup(t => t.Key.Survey, t => t.Key.Group));
        }
    }

    public Task<IReadOnlyList<SurveyRow>> OfAgency(Domain.Hierarchy.OrganCode agency, int year, CancellationToken cancel = default) => Rows(r => r.State.Agency == agency && r.State.Year == year);

    public Task<IReadOnlyList<SurveyRow>> OfUnit(Domain.Hierarchy.UnitCode unit, int year, CancellationToken cancel = default) =>
        Rows(r => r.State.Year == year && (r.State.Township == unit || r.State.Host == unit || r.County == unit || r.City == unit));

    public Task<IReadOnlyDictionary<string, SurveyRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyDictionary<string, SurveyRow>>(_rows.Where(r => keys.Contains(r.Key)).ToDictionary(r => r.Key, r => r.Value));
    }

    public Task<IReadOnlyList<SurveyRow>> Unfinished(string? after, int limit, CancellationToken cancel = default) =>
        Rows(r => r.State.Stage != SurveyStage.Delivered && string.CompareOrdinal(r.Key, after ?? "") > 0, limit);

    private Task<IReadOnlyList<SurveyRow>> Rows(Func<SurveyRow, bool> which, int limit = int.MaxValue)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<SurveyRow>>([.. _rows.Values.Where(which).Take(limit)]);
    }
}
