using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Rules;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>An agency's year from its opening to its publication, with everything that goes otherwise in some: objections, no letter, no evidence, late inputs, appeals, revisions.</summary>
internal sealed class SimulatedAgency
{
    private readonly Random _random;
    private readonly SimulatedPlace _place;
    private readonly double _diligence;
    private readonly SimulatedCases _cases;
    private readonly SimulatedYear _year;
    private readonly Dictionary<string, int> _refused = [];

    private SimulatedAgency(Random random, SimulatedPlace place, RuleVersions rules, int cases, JsonSerializerOptions json)
    {
        (_random, _place, _diligence) = (random, place, random.NextDouble());
        _cases = new(random, place, rules, cases, _diligence, json, _refused);
        _year = new(place, rules, json, _refused);
    }

    public SimulatedOutcome Outcome { get; private set; } = null!;

    public static SimulatedAgency Live(Random random, SimulatedPlace place, RuleVersions rules, int cases, JsonSerializerOptions json)
    {
        var agency = new SimulatedAgency(random, place, rules, cases, json);
        agency.Plan();
        agency.Months();
        agency.Assess();
        agency.Check();
        return agency;
    }

    /// <summary>Contents of the year's trace entries.</summary>
    public IEnumerable<string> Written => _year.Trace.Contents;

    /// <summary>What a recount finds where the year's entries had been written otherwise.</summary>
    public IReadOnlyList<string> Recounted(Func<string, string> otherwise) => Recount().Differences(Written.Select(otherwise));

    private YearRecount Recount() => new([.. _cases.Traces.Select(c => new CaseRecount(c.Trace.Contents))]);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private static DateTimeOffset Day(int year, int month, int day, int minute = 5) => LocalDay.Start(new(year, month, day)) + TimeSpan.FromMinutes(minute);

    private void Plan()
    {
        _year.Do(SimulatedYear.Hub, new OpenYear(_place.Agency, SimulatedCounty.Year));
        _year.After(TimeSpan.FromDays(_random.Next(1, 20)));
        if (_place.Served.Count > 1 && Chance(80))
        {
            _year.Refused(_year.Host, new SetWeights(Weights(0.9m)), "INVALID_INPUT", "A026"); // they do not sum to 1
            _year.Do(_year.Host, new SetWeights(Weights(1m)));
        }

        if (Chance(95))
            _year.Do(_year.Agency, new ListDuties(["日常巡查", "联合执法", "群众投诉办理"]));
        Draft();
        for (var objections = Chance(15) ? 1 : 0; ; objections--)
        {
            _year.After(TimeSpan.FromDays(_random.Next(2, 18)));
            _year.Refused(_year.Agency, new SignLetter(), "PLAN_NOT_CONSENTED", "A039");
            if (objections == 0)
                break;
            _year.Do(_year.Bureau, new ObjectToPlan("指标偏低"));
            Draft();
        }

        _year.Do(_year.Bureau, new ConsentToPlan());
        _year.After(TimeSpan.FromDays(_random.Next(1, 40)));
        if (Chance(96))
            _year.Do(_year.Host, new SignLetter());
        if (Chance(97))
            _year.Do(_year.Agency, new SignLetter());
    }

    private void Draft()
    {
        _year.Do(_year.Agency, new DraftPlan([.. Enumerable.Range(1, _random.Next(3, 13)).Select(i => new YearTarget(0, $"第 {i} 项目标", "按月核查", new(SimulatedCounty.Year, _random.Next(4, 13), 20)))]));
        if (Chance(12))
        {
            _year.Refused(_year.Agency, new SubmitPlan(), "PLAN_NOT_NEGOTIATED", "A038");
            _year.Do(_year.Organ, new DeterminePlan("协商不成"));
        }
        else
        {
            foreach (var township in _place.Served)
                _year.Do(SimulatedYear.Of(township), new NegotiatePlan());
        }

        _year.Do(_year.Agency, new SubmitPlan());
    }

    private ImmutableSortedDictionary<Domain.Hierarchy.UnitCode, decimal> Weights(decimal sum)
    {
        var others = _place.Served.Skip(1).ToImmutableSortedDictionary(t => t, _ => _random.Next(1, 300_000) / 1_000_000m);
        return others.Add(_place.Host, sum - others.Values.Sum());
    }

    private void Months()
    {
        for (var month = 1; month <= 12; month++)
        {
            var end = month == 12 ? Day(SimulatedCounty.Year + 1, 1, 1) : Day(SimulatedCounty.Year, month + 1, 1);
            foreach (var township in _place.Served.Where(_ => Chance(60)))
                _year.Do(SimulatedYear.Of(township), new RecordKeyWork($"{month} 月重点工作", Chance(70 + (int)(30 * _diligence)), Chance(50) ? "会议纪要" : null));
            if (_year.State.HasLetter && month > 3)
                Progress();
            _year.At(end);
            _cases.AdvanceTo(end);
            if (month % 3 == 0)
                _year.Do(SimulatedYear.Hub, new RecordEvidence(_cases.Evidence(_year.Now)));
        }
    }

    private void Progress()
    {
        var target = _random.Next(1, _year.State.Targets.Count + 1);
        _year.Do(_year.Agency, new ReportProgress(target, _random.Next(0, 101), "按计划推进"));
        foreach (var done in _year.State.Targets.Where(t => !t.Done && Chance(10 + (int)(40 * _diligence))).ToList())
            _year.Do(_year.Host, new ConfirmTarget(done.Id, true));
        if (Chance(5))
            _year.Do(_year.Host, new ConfirmTarget(target, false, "复查不合格"));
    }

    private void Assess()
    {
        _year.Do(SimulatedYear.Hub, new OpenAssessment());
        _year.At(Day(SimulatedCounty.Year + 1, 1, 10));
        _cases.AdvanceTo(_year.Now);
        _year.Do(SimulatedYear.Hub, new RecordEvidence(_cases.Evidence(_year.Now)));
        if (Chance(2))
            return; // inputs that never come: nothing is scored from what is missing
        var score = new SimulatedScoring(_random, _diligence, _place, _year);
        score.Inputs();
        score.Result();
    }

    private void Check()
    {
        _cases.AdvanceTo(Day(SimulatedCounty.Year + 1, 2, 1));
        var bits = _year.Bits();
        if (!bits.SequenceEqual(_year.Replayed()))
            throw new InvalidOperationException("the year folded from its trace is another one");
        if ((_year.Trace.Fault() ?? _cases.Traces.Select(c => c.Trace.Fault()).FirstOrDefault(f => f is not null)) is { } fault)
            throw new InvalidOperationException($"{fault.Subject}, entry {fault.Sequence}: {fault.En}");
        var recount = Recount();
        if (recount.Differences(Written) is [var first, ..] all)
            throw new InvalidOperationException($"{all.Count} differences, the first: {first}");
        if (recount.Total is null != (_year.State.Score is null))
            throw new InvalidOperationException($"the trace ends with {recount.Total ?? "no score"}, the state with {_year.State.Score?.Total}");
        // Every point has its line, and the forecast of a complete year is its score.
        if (_year.State.Score is { } score && (Math.Abs(Scorecard.Of(_year.State).Where(l => l.Kind < ScoreLineKind.Total).Sum(l => l.Points!.Value) - score.Total) > 0.000000000000000001m
            || YearForecast.Of(_year.State).Total != score.Total))
            throw new InvalidOperationException("scorecard or forecast differ from the score");
        Outcome = new(_cases.Count, _cases.Events, (int)_year.Trace.Next - 1, recount.Compared, _year.State.Stage, _year.State.Grade, _year.State.Revisions.Count, _year.State.Appeals.Count, bits, _refused);
    }
}

/// <summary>What became of an agency's year.</summary>
internal sealed record SimulatedOutcome(
    int Cases, int CaseEvents, int YearEvents, int Compared, AgencyYearStage Stage, AssessmentGrade? Grade, int Revisions, int Appeals, byte[] Bits, IReadOnlyDictionary<string, int> Refused);
