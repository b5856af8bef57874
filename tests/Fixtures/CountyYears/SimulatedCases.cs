using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Rules;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>The cases of an agency's year on one clock: whoever is next acts, by the hub's own decisions. Some are returned, urged, extended, suspended, coordinated, reworked,
/// reopened, withdrawn; what must be refused is asked for too.</summary>
internal sealed class SimulatedCases
{
    private static readonly string[] Categories = ["Q05-01", "Q05-01", "Q05-01", "Q01-02", "Q01-02", "Q01-01"];
    private readonly Random _random;
    private readonly SimulatedPlace _place;
    private readonly RuleVersions _rules;
    private readonly Dictionary<string, int> _refused;
    private readonly PriorityQueue<SimulatedCase, (long Ticks, int Number)> _clock = new();
    private readonly List<SimulatedCase> _cases = [];
    private readonly double _pace;
    private readonly OrganCode _other;

    public SimulatedCases(Random random, SimulatedPlace place, RuleVersions rules, int count, double diligence, JsonSerializerOptions json, Dictionary<string, int> refused)
    {
        (_random, _place, _rules, _refused) = (random, place, rules, refused);
        _pace = 0.1 + (1.6 * (1 - diligence)); // some agencies take their time
        _other = OrganCode.Parse($"{place.Host}-D99");
        for (var i = 0; i < count; i++)
        {
            var township = place.Served[random.Next(10) < 6 ? 0 : random.Next(place.Served.Count)];
            var one = new SimulatedCase(i, new($"case-{place.Agency}-{i}", json), SimulatedActors.In(township, place, _other));
            _cases.Add(one);
            _clock.Enqueue(one, ((LocalDay.Start(new(SimulatedCounty.Year, 1, 1)) + TimeSpan.FromMinutes(random.Next(60, 364 * 24 * 60))).UtcTicks, i));
        }
    }

    public int Count => _cases.Count;

    public int Events => _cases.Sum(c => (int)c.Trace.Next - 1);

    public IEnumerable<SimulatedCase> Traces => _cases.Where(c => c.State is not null);

    /// <summary>Everything that happens until an instant.</summary>
    public void AdvanceTo(DateTimeOffset until)
    {
        while (_clock.TryPeek(out var one, out var at) && at.Ticks <= until.UtcTicks)
        {
            _clock.Dequeue();
            var now = new DateTimeOffset(at.Ticks, TimeSpan.Zero);
            var book = _rules.At(int.MaxValue, LocalDay.Of(now), _place.County);
            var (by, what) = one.State is null ? (one.Actors.Worker, Report(one)) : Moves(one, now);
            if (!Asked(one, by, what, now, book) && one.State?.Stage.IsOpen() == false)
                continue; // what has ended takes nothing more
            if (one.State?.ChangedAt != now && !Plainly(one, now, book))
                throw new InvalidOperationException($"case {one.Number} stands still at {one.State?.Stage}, {LocalDay.Text(now)}: {what}");
            if (Delay(one.State!) is { } delay)
                _clock.Enqueue(one, ((now + delay).UtcTicks, one.Number));
        }
    }

    /// <summary>The agency's evidence in each township, as the hub counts it.</summary>
    public ImmutableSortedDictionary<UnitCode, Domain.Assessments.CaseEvidence> Evidence(DateTimeOffset through)
    {
        var (calendar, from) = (_rules.Calendar, new DateOnly(SimulatedCounty.Year, 1, 1));
        var read = Traces.ToLookup(c => c.Actors.Township, c => c.Facts(calendar));
        return _place.Served.ToImmutableSortedDictionary(
            t => t, t => Domain.Assessments.EvidenceCount.Of(_place.Agency, read[t].SelectMany(f => f), from, from.AddYears(1), through));
    }

    private ReportCase Report(SimulatedCase one) => new(
        one.Actors.Place.Grid, _random.Next(4) == 0 ? CaseKind.Component : CaseKind.Event, Categories[_random.Next(Categories.Length)], "道路旁堆放杂物", "请尽快处理",
        _random.Next(100) switch { < 85 => CasePriority.Ordinary, < 97 => CasePriority.Urgent, _ => CasePriority.Emergency }, CaseChannel.GridWorker);

    private bool Plainly(SimulatedCase one, DateTimeOffset now, RuleBook book) => one.State is not null && Plain(one) is var (by, what) && Asked(one, by, what, now, book);

    private bool Asked(SimulatedCase one, Actor by, CaseCommand what, DateTimeOffset now, RuleBook book)
    {
        var decision = CaseDecisions.DecideNow(one.State, what, new(by, now, book, one.Trace.Next)
        {
            Placement = one.Actors.Place, Number = $"{_place.County.At(UnitLevel.City)}-{SimulatedCounty.Year}-{one.Number:000000}", Organs = one.Actors.Organs,
        });
        if (decision.Refusal is { } refusal)
        {
            _refused[refusal.Code] = _refused.GetValueOrDefault(refusal.Code) + 1;
            return false;
        }

        foreach (var happened in decision.Events)
            one.Happened(happened, by);
        return true;
    }

    private (Actor By, CaseCommand What) Moves(SimulatedCase one, DateTimeOffset now)
    {
        var (s, a, dice) = (one.State!, one.Actors, _random.Next(1000));
        return s.Stage switch
        {
            CaseStage.Reported => dice switch { < 15 => (a.Worker, new WithdrawCase("已自行处理")), < 25 => (a.Committee, new DeclineCase("不属于网格事项", "市水务局", DeclineGround.OutsideCategories)), _ => Plain(one) },
            CaseStage.Dispatched => dice switch
            {
                var d when d < 20 + (_pace * 40) => (Lead(one), new ReturnCase(ReturnReason.NotMine, "不属于本单位职责")),
                > 980 => (a.Centre, new UrgeCase(1, "请尽快接单")),
                _ => Plain(one),
            },
            CaseStage.Handling => Handling(one, now, dice),
            CaseStage.Coordinating when dice < 30 => (a.Government, new UrgeCase(1, "请尽快办理", s.Lead)),
            CaseStage.FedBack when dice < 70 => (a.Centre, new FailVerification("照片不清")),
            CaseStage.FedBack when dice < 75 => (Lead(one), new VerifyCase(true)), // nobody verifies its own
            CaseStage.Closed or CaseStage.Evaluated when dice < 80 => (a.Centre, new ReopenCase("问题反复")),
            CaseStage.Declined => (a.Government, new ReopenCase("属于网格事项")),
            _ => Plain(one),
        };
    }

    private (Actor By, CaseCommand What) Handling(SimulatedCase one, DateTimeOffset now, int dice)
    {
        var (s, a) = (one.State!, one.Actors);
        if (s.Extension is not null && dice < 700)
            return (a.Centre, dice < 500 ? new GrantExtension() : new RefuseExtension("可按期办结"));
        if (s.Suspension is not null && dice < 500)
            return (a.Centre, new ResumeCase("鉴定完成"));
        if (s.Terms.Exists(t => t.IsOpen && Case.Stem(t) == "reply" && t.Holder == s.Lead!.Value.Value) && dice < 600)
            return (Lead(one), new AnswerUrge("正在处理"));
        return dice switch
        {
            < 30 => (a.Centre, new UrgeCase(1, "请尽快办理")),
            < 45 => (a.Government, new UrgeCase(2, "逾期未办结")),
            < 75 => (Lead(one), new RequestExtension("需协调施工", (s.OpenTerm("handling")?.Due ?? now) + TimeSpan.FromDays(2))),
            < 95 => (a.Centre, new SuspendCase("等待鉴定", now + TimeSpan.FromDays(3))),
            < 110 => (Lead(one), new TransferToCoordination("须多部门处理")),
            < 115 => (a.Centre, new WithdrawCase("重复事项")),
            _ => Plain(one),
        };
    }

    /// <summary>The step that is always permitted.</summary>
    private (Actor By, CaseCommand What) Plain(SimulatedCase one)
    {
        var (s, a) = (one.State!, one.Actors);
        return s.Stage switch
        {
            CaseStage.Reported => (a.Committee, new AcceptCase()),
            CaseStage.Accepted => (a.Centre, new TriageCase(TriageClass.ClearOwner)),
            CaseStage.Triaged => (a.Centre, new DispatchCase(Led(_random.Next(100) < 93 ? _place.Agency : _other))),
            CaseStage.Dispatched => (Lead(one), new AcceptDispatch()),
            CaseStage.Returned when s.Returns >= 2 && !s.Met => (a.Centre, Meeting(s)),
            CaseStage.Returned => (a.Centre, new RedispatchCase(Led(_random.Next(2) == 0 ? s.Lead!.Value : s.Lead == _place.Agency ? _other : _place.Agency), "裁定由该单位办理", GrantNewTerm: _random.Next(3) == 0)),
            CaseStage.Coordinating when !s.Met => (a.Centre, Meeting(s)),
            CaseStage.Coordinating => (a.Government, new AssignParts(Led(_random.Next(4) == 0 ? _other : s.Lead!.Value))),
            CaseStage.Handling => (Lead(one), new FeedBackCase("已处理", ["photo-1"])),
            CaseStage.FedBack => (a.Centre, new VerifyCase(true)),
            CaseStage.Verified => (a.Centre, new CloseCase()),
            _ => (a.Committee, new EvaluateCase(_random.Next(1, 6))),
        };
    }

    private RecordMeeting Meeting(Case s) => new(s.ChangedAt, _random.Next(4) == 0 ? [_other] : [_place.Agency, _other], "明确由牵头单位处理");

    private static ImmutableList<DispatchParty> Led(OrganCode lead) => [new(lead, DispatchPart.Lead)];

    private static Actor Lead(SimulatedCase one) => new("handler", Role.AgencyStaff, one.State!.Lead!.Value);

    // Hours until the next step; null where nothing follows.
    private TimeSpan? Delay(Case s)
    {
        double? hours = s.Stage switch
        {
            CaseStage.Reported or CaseStage.Accepted or CaseStage.Triaged => 0.1 + (3 * _random.NextDouble()),
            CaseStage.Dispatched => 0.2 + (_pace * 8 * _random.NextDouble()),
            CaseStage.Handling => 1 + (_pace * -30 * Math.Log(1 - _random.NextDouble())),
            CaseStage.Returned when _random.Next(10) == 0 => 300, // forgotten, past its due
            CaseStage.Closed => _random.Next(100) < 15 ? 24 : null,
            CaseStage.Evaluated => _random.Next(100) < 20 ? 24 : null,
            CaseStage.Declined => _random.Next(100) < 30 ? 24 : null,
            CaseStage.Merged or CaseStage.Withdrawn => null,
            _ => 0.5 + (12 * _random.NextDouble()),
        };
        return hours is { } h ? TimeSpan.FromSeconds(Math.Floor(h * 3600)) : null;
    }
}

/// <summary>One case with its trace.</summary>
internal sealed class SimulatedCase(int number, SimulatedTrace trace, SimulatedActors actors)
{
    private ImmutableList<CycleFacts>? _facts;

    public int Number => number;

    public SimulatedTrace Trace => trace;

    public SimulatedActors Actors => actors;

    public Case? State { get; private set; }

    public void Happened(CaseEvent happened, Actor by)
    {
        State = Case.Apply(State, happened);
        trace.Add(happened, happened.Name, happened.Rule, happened.At, by);
        _facts = null;
    }

    public ImmutableList<CycleFacts> Facts(OfficialCalendar calendar) => _facts ??= CycleReading.Of(State!, calendar, WorkingHours.Default);
}

/// <summary>Who acts in a township.</summary>
internal sealed record SimulatedActors(UnitCode Township, Placement Place, Actor Worker, Actor Committee, Actor Centre, Actor Government, ImmutableDictionary<OrganCode, OrganFacts> Organs)
{
    public static SimulatedActors In(UnitCode township, SimulatedPlace at, OrganCode other)
    {
        var grid = UnitCode.Parse($"{township}001001");
        var place = new Placement(grid, grid.At(UnitLevel.Community), township, at.County, grid.At(UnitLevel.City));
        return new(
            township, place, new("worker", Role.GridWorker, OrganCode.Of(grid)), new("committee", Role.CommunityCommittee, OrganCode.Of(place.Community)),
            new("centre", Role.TownshipGovernanceCentre, OrganCode.Of(township)), new("government", Role.TownshipGovernment, OrganCode.Of(township)),
            new[] { at.Agency, other, OrganCode.Of(place.Community), OrganCode.Of(township), OrganCode.Of(at.County) }.ToImmutableDictionary(o => o, o => new OrganFacts(o, true, true)));
    }
}
