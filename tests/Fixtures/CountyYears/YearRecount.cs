using System.Text.Json;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>Recounts a year of an agency from the contents of its trace entries and those of its cases, as they are stored: evidence, both sides' scores, the rate, the
/// grades, to the last digit. It uses nothing that the hub counts or computes with. A017-A027, A032, A033, A035.</summary>
/// <param name="cases">The cases of the townships served.</param>
internal sealed class YearRecount(IReadOnlyCollection<CaseRecount> cases)
{
    private const int Stored = 20;
    private const int Shown = 4;
    private static readonly string[] Components = ["AnnualTargets", "KeyWork", "MattersHandled", "Coordination"];
    private readonly ILookup<string, CaseRecount> _cases = cases.ToLookup(c => c.Township);
    private readonly List<string> _differences = [];
    private readonly HashSet<int> _done = [];
    private readonly List<(string Township, bool TookPart)> _work = [];
    private readonly Dictionary<string, RecountedCases> _evidence = [];
    private readonly Dictionary<(string Township, string Component), Fraction> _adjusted = [];
    private readonly Dictionary<string, Fraction> _duty = [];
    private readonly Dictionary<string, Fraction> _satisfaction = [];
    private readonly Dictionary<string, Fraction> _weights = [];
    private readonly Dictionary<string, string> _shared = [];
    private string _agency = "";
    private string _host = "";
    private int _year;
    private int _targets;
    private int _signed;
    private JsonElement _rules;
    private Fraction? _statutory;
    private (Fraction Duty, Fraction Satisfaction)? _part;
    private (string Total, bool MayBeExcellent)? _score;
    private string? _grade;

    /// <summary>Figures compared.</summary>
    public int Compared { get; private set; }

    /// <summary>The score that the trace ends with; null where there is none.</summary>
    public string? Total => _score?.Total;

    /// <summary>Everything that differs from what the hub wrote; empty where nothing does.</summary>
    /// <param name="contents">Contents of the year's entries, oldest first.</param>
    public IReadOnlyList<string> Differences(IEnumerable<string> contents)
    {
        foreach (var content in contents)
        {
            using var document = JsonDocument.Parse(content);
            Next(document.RootElement.Clone());
        }

        return _differences;
    }

    private void Next(JsonElement e)
    {
        switch (Text(e, "event"))
        {
            case "YearOpened":
                (_agency, _host, _year, _rules) = (Text(e, "agency"), Text(e, "host"), e.GetProperty("year").GetInt32(), e.GetProperty("rules"));
                Weigh(e);
                break;
            case "WeightsSet":
                Weigh(e);
                break;
            case "PlanDrafted":
                _targets = e.GetProperty("targets").GetArrayLength();
                break;
            case "LetterSigned":
                _signed++;
                break;
            case "TargetConfirmed":
                _ = e.GetProperty("done").GetBoolean() ? _done.Add(e.GetProperty("target").GetInt32()) : _done.Remove(e.GetProperty("target").GetInt32());
                break;
            case "KeyWorkRecorded":
                _work.Add((Text(e.GetProperty("work"), "township"), e.GetProperty("work").GetProperty("tookPart").GetBoolean()));
                break;
            case "EvidenceRecorded":
                Evidence(e.GetProperty("evidence"));
                break;
            case "AssessmentOpened":
                _rules = e.GetProperty("rules");
                break;
            case "ComponentAdjusted":
                var adjusted = e.GetProperty("adjustment");
                _adjusted[(Text(adjusted, "township"), Text(adjusted, "component"))] = Number(adjusted, "value");
                break;
            case "AdjustmentWithdrawn":
                True(_adjusted.Remove((Text(e, "township"), Text(e, "component"))), "A018: withdrawn without an adjustment");
                break;
            case "DutySubmitted":
                Duty(Text(e, "township"), e.GetProperty("submission"));
                break;
            case "SatisfactionSubmitted":
                Satisfaction(Text(e, "township"), e.GetProperty("result"));
                break;
            case "StatutorySubmitted":
                _statutory = Number(e.GetProperty("score"), "value");
                break;
            case "PartAggregated":
                Part(e.GetProperty("part"));
                break;
            case "ScoreFinalised":
                Score(e.GetProperty("score"));
                break;
            case "AgencyGradeSet":
                _grade = Text(e, "grade");
                True(_grade != "Excellent" || _score is { MayBeExcellent: true }, "A033: Excellent below the bar");
                break;
            case "HeadGradeSet":
                True(_grade is not null, "A044: the head was graded before the agency");
                True(Text(e, "grade") != "Excellent" || _grade == "Excellent", "A035: the head is above the agency");
                break;
            case "ResultShared":
                True(_shared.TryAdd(Text(e, "target"), ""), "A032: fed twice");
                Same("A032 total", _score!.Value.Total, e.GetProperty("total").GetRawText());
                break;
            case "ResultRevised":
                TakeBack(e.GetProperty("former"));
                break;
            case "AppealAnswered" when e.GetProperty("former").ValueKind == JsonValueKind.Object:
                TakeBack(e.GetProperty("former"));
                break;
            default:
                break; // nothing is computed from it
        }
    }

    private void Weigh(JsonElement e)
    {
        _weights.Clear();
        foreach (var weight in e.GetProperty("weights").EnumerateObject())
            _weights[weight.Name] = Fraction.Read(weight.Value.GetRawText());
        True(_weights.Values.Aggregate(Fraction.Zero, (a, b) => a + b) == new Fraction(1, 1), "A026: weights do not sum to 1");
    }

    private void Evidence(JsonElement evidence)
    {
        foreach (var township in evidence.EnumerateObject())
        {
            var counted = CaseRecount.Count(_agency, _cases[township.Name], _year, township.Value.GetProperty("through").GetDateTimeOffset());
            _evidence[township.Name] = counted;
            foreach (var (name, value) in new[]
            {
                ("dispatched", counted.Dispatched), ("accepted", counted.Accepted), ("refused", counted.Refused), ("due", counted.Due), ("onTime", counted.OnTime), ("returned", counted.Returned),
                ("reworked", counted.Reworked), ("urged", counted.Urged), ("meetingsCalled", counted.MeetingsCalled), ("meetingsAttended", counted.MeetingsAttended),
            })
            {
                Same($"evidence of {township.Name}: {name}", $"{value}", township.Value.GetProperty(name).GetRawText());
            }
        }
    }

    private void Duty(string township, JsonElement submission)
    {
        var sum = Fraction.Zero;
        foreach (var component in Components)
        {
            var figures = Figures(township, component);
            var computed = figures is { } f ? Value(f) : (Fraction?)null;
            var given = _adjusted.TryGetValue((township, component), out var adjusted);
            if ((given ? adjusted : computed) is not { } value)
            {
                True(false, $"A018: {township} scored {component} from nothing");
                continue;
            }

            Same($"{township} {component}", value.Digits(Shown, cut: true), Trimmed(submission.GetProperty("components").GetProperty(component).GetRawText()));
            Same($"{township} {component} computed", computed?.Digits(Shown, cut: true) ?? "null", Trimmed(submission.GetProperty("computed").GetProperty(component).GetRawText()));
            var told = submission.GetProperty("figures").TryGetProperty(component, out var stored);
            True(told == !given, $"{township} {component}: figures of what was set by hand");
            if (told && figures is { } own)
                Same($"{township} {component} figures", $"{own.Part}/{own.Of}-{own.Deducted}", $"{stored.GetProperty("part")}/{stored.GetProperty("of")}-{stored.GetProperty("deducted")}");
            sum += Number(_rules.GetProperty("components"), component) * value;
        }

        True(_signed >= 2 || submission.GetProperty("withoutLetter").ValueKind == JsonValueKind.String, "A041: scored without a letter and without a reason");
        _duty[township] = sum;
    }

    private (int Part, int Of, int Deducted)? Figures(string township, string component)
    {
        var cases = _evidence.GetValueOrDefault(township);
        var (part, of, deducted) = component switch
        {
            "AnnualTargets" => _signed >= 2 ? (_done.Count, _targets, 0) : (0, 0, 0),
            "KeyWork" => (_work.Count(w => w.Township == township && w.TookPart), _work.Count(w => w.Township == township), 0),
            "MattersHandled" => cases is null ? (0, 0, 0) : (cases.OnTime, cases.Due, cases.Urged * _rules.GetProperty("urgeDeduction").GetInt32()),
            _ => cases is null ? (0, 0, 0) : (cases.Dispatched - cases.Refused, cases.Dispatched, 0),
        };
        return of == 0 ? null : (part, of, deducted);
    }

    private static Fraction Value((int Part, int Of, int Deducted) figures)
    {
        var value = new Fraction(100 * figures.Part, figures.Of) - new Fraction(figures.Deducted, 1);
        return value <= Fraction.Zero ? Fraction.Zero : value;
    }

    private void Satisfaction(string township, JsonElement result)
    {
        var least = _rules.GetProperty("leastBallots").GetInt32();
        var (sum, ballots, means) = (0L, 0, new List<Fraction>());
        foreach (var tally in result.GetProperty("tallies").EnumerateArray())
        {
            var count = tally.GetProperty("ballots").GetInt32();
            True(count >= least, $"A024: {township} keeps the sums of {count} ballots");
            var given = tally.GetProperty("sums").EnumerateObject().Sum(s => s.Value.GetInt64());
            means.Add(new Fraction(given, 4 * count));
            (sum, ballots) = (sum + given, ballots + count);
        }

        var score = _rules.GetProperty("meanOfGroups").GetBoolean() ? means.Aggregate(Fraction.Zero, (a, b) => a + b) / new Fraction(means.Count, 1) : new Fraction(sum, 4 * ballots);
        Same($"{township} satisfaction", score.Digits(Stored), result.GetProperty("score").GetRawText());
        Same($"{township} groups", "3", $"{means.Count + result.GetProperty("missing").GetArrayLength()}");
        _satisfaction[township] = score;
    }

    private void Part(JsonElement part)
    {
        var counting = Text(_rules, "area") == "HostOnly" ? new Dictionary<string, Fraction> { [_host] = new(1, 1) } : _weights;
        var missing = counting.Keys.Where(t => !_duty.ContainsKey(t) || !_satisfaction.ContainsKey(t)).ToList();
        True(missing.Count == 0, $"A027: aggregated without {string.Join(", ", missing)}");
        if (missing.Count > 0)
            return;
        _part = (counting.Aggregate(Fraction.Zero, (sum, t) => sum + (t.Value * _duty[t.Key])), counting.Aggregate(Fraction.Zero, (sum, t) => sum + (t.Value * _satisfaction[t.Key])));
        Same("L", _part.Value.Duty.Digits(Stored), part.GetProperty("duty").GetRawText());
        Same("S", _part.Value.Satisfaction.Digits(Stored), part.GetProperty("satisfaction").GetRawText());
    }

    private void Score(JsonElement score)
    {
        if (_part is not { } part || _statutory is not { } statutory)
        {
            True(false, "A017: scored with one side missing");
            return;
        }

        var (l, s, d) = (Number(_rules, "dutyWeight") * part.Duty, Number(_rules, "satisfactionWeight") * part.Satisfaction, Number(_rules, "statutoryWeight") * statutory);
        var rate = Text(_rules, "base") == "Sixty"
            ? (l + s) / (new Fraction(100, 1) * (Number(_rules, "dutyWeight") + Number(_rules, "satisfactionWeight")))
            : l / (new Fraction(100, 1) * Number(_rules, "dutyWeight"));
        var may = rate >= Number(_rules, "excellentMinRate");
        foreach (var (name, value) in new[] { ("duty", part.Duty), ("satisfaction", part.Satisfaction), ("dutyPoints", l), ("satisfactionPoints", s), ("statutoryPoints", d), ("total", l + s + d), ("townshipRate", rate) })
            Same(name, value.Digits(Stored), score.GetProperty(name).GetRawText());
        Same("statutory", statutory.Digits(Stored), Trimmed(score.GetProperty("statutory").GetRawText()));
        Same("mayBeExcellent", may ? "true" : "false", score.GetProperty("mayBeExcellent").GetRawText());
        _score = ((l + s + d).Digits(Stored), may);
    }

    private void TakeBack(JsonElement former)
    {
        var kept = former.GetProperty("score");
        Same("kept total", _score?.Total ?? "null", kept.ValueKind == JsonValueKind.Object ? kept.GetProperty("total").GetRawText() : "null");
        Same("kept grade", _grade ?? "null", former.GetProperty("grade").ValueKind == JsonValueKind.String ? Text(former, "grade") : "null");
        True(_shared.Count == 0, "A032: revised after it was shared");
        _grade = null;
        var lines = former.GetProperty("lines").EnumerateArray().ToList();
        if (lines.Count == 1 && Text(lines[0], "line") == "GRADE")
            return;
        (_part, _score) = (null, null);
        foreach (var line in lines)
        {
            var township = line.GetProperty("township").GetString();
            _ = Text(line, "line") switch
            {
                "L" => _duty.Remove(township!),
                "S" => _satisfaction.Remove(township!),
                _ => (_statutory = null) is null,
            };
        }
    }

    private void Same(string what, string counted, string written)
    {
        Compared++;
        if (counted != written)
            _differences.Add($"{what}: counted {counted}, written {written}");
    }

    private void True(bool holds, string otherwise)
    {
        Compared++;
        if (!holds)
            _differences.Add(otherwise);
    }

    private static string Trimmed(string digits) => digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;

    private static Fraction Number(JsonElement e, string name) => Fraction.Read(e.GetProperty(name).GetRawText());

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
