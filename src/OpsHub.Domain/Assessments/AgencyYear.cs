using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>An agency's year (派驻机构年度考核): plan, letter, evidence, two-sided score, grade. SM4. Holds references and totals; the evidence stays with the cases.
/// Changed only by <see cref="AgencyYearFold"/>.</summary>
public sealed record AgencyYear
{
    /// <summary>The agency.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Dispatching department (派出部门): the line. A002.</summary>
    public required OrganCode Department { get; init; }

    /// <summary>Host township (驻地乡镇街道): the area. A002.</summary>
    public required UnitCode Host { get; init; }

    /// <summary>The county that it is of (所属县市区): the one whose code its host bears, as its department's does (A001). Rights, boards, rules and calendar all go by it, also when
    /// the township is put under another county meanwhile: one that changes for good gets another code, and with it other agencies.</summary>
    [JsonIgnore]
    public UnitCode County => Host.CountyByCode;

    /// <summary>Townships served with their weights (服务乡镇权重); they sum to 1. A026.</summary>
    public required ImmutableSortedDictionary<UnitCode, decimal> Weights { get; init; }

    /// <summary>Somebody set the weights (权重已设定); until then each township counts alike, which is assumed.</summary>
    public bool HasSetWeights { get; init; }

    /// <summary>Several townships count by weights that nobody set (权重未设定，按平均，假定). A026.</summary>
    [JsonIgnore]
    public bool HasAssumedWeights => !HasSetWeights && Weights.Count > 1 && Weights.SequenceEqual(YearWeighing.Even([.. Weights.Keys], Host));

    /// <summary>Where it stands.</summary>
    public required AgencyYearStage Stage { get; init; }

    /// <summary>Rule set it is scored by; fixed when the assessment opens.</summary>
    public required AssessmentRules Rules { get; init; }

    /// <summary>Local duties (属地管理职责). A037.</summary>
    public ImmutableList<string> Duties { get; init; } = [];

    /// <summary>Townships with which the plan was negotiated (已协商). A038.</summary>
    public ImmutableSortedSet<UnitCode> Negotiated { get; init; } = [];

    /// <summary>Why the performance organ determined the plan instead (绩效考核部门认定), or null. A038.</summary>
    public string? DeterminedWhy { get; init; }

    /// <summary>Targets of plan and letter (年度目标).</summary>
    public ImmutableList<YearTarget> Targets { get; init; } = [];

    /// <summary>The department's last objection (不同意理由), while the plan is a draft again.</summary>
    public string? Objection { get; init; }

    /// <summary>When the department consented. A039.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When the agency's head signed (派驻机构签字). A040.</summary>
    public DateTimeOffset? AgencySignedAt { get; init; }

    /// <summary>When the host township signed (乡镇街道签字). A040.</summary>
    public DateTimeOffset? TownshipSignedAt { get; init; }

    /// <summary>The weights under which the agency's head signed (派驻机构签字时的权重); null before, and where it was signed before they were kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<UnitCode, decimal>? AgencySignedWeights { get; init; }

    /// <summary>The weights under which the host township signed (乡镇街道签字时的权重); null as above.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<UnitCode, decimal>? TownshipSignedWeights { get; init; }

    /// <summary>A side signed other weights than those that hold (签字后权重已调整). A026, A040.</summary>
    [JsonIgnore]
    public bool HasOtherWeightsThanSigned => Differs(AgencySignedWeights) || Differs(TownshipSignedWeights);

    private bool Differs(ImmutableSortedDictionary<UnitCode, decimal>? signed) => signed is not null && !signed.SequenceEqual(Weights);

    /// <summary>Joint key work (重点工作), oldest first. A021.</summary>
    public ImmutableList<KeyWork> KeyWork { get; init; } = [];

    /// <summary>Totals from the trace, by township (佐证汇总). A022, A023.</summary>
    public ImmutableSortedDictionary<UnitCode, CaseEvidence> Evidence { get; init; } = ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty;

    /// <summary>Adjustments by hand (人工调整): beside what was computed, with reasons.</summary>
    public ImmutableList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>Territorial duty as submitted, by township (属地职责评分).</summary>
    public ImmutableSortedDictionary<UnitCode, DutySubmission> Submitted { get; init; } = ImmutableSortedDictionary<UnitCode, DutySubmission>.Empty;

    /// <summary>Satisfaction as submitted, by township (满意度结果).</summary>
    public ImmutableSortedDictionary<UnitCode, SatisfactionResult> Surveys { get; init; } = ImmutableSortedDictionary<UnitCode, SatisfactionResult>.Empty;

    /// <summary>Statutory duty as the department scored it (法定职责评分). A019.</summary>
    public StatutoryScore? Statutory { get; init; }

    /// <summary>The townships' part as the host aggregated it. A027.</summary>
    public TownshipPart? Part { get; init; }

    /// <summary>The score. A017.</summary>
    public AgencyScore? Score { get; init; }

    /// <summary>The agency's grade (机构等次). A033.</summary>
    public AssessmentGrade? Grade { get; init; }

    /// <summary>When the score was finalised; from then on its lines are known.</summary>
    public DateTimeOffset? ScoredAt { get; init; }

    /// <summary>When the agency's grade was set.</summary>
    public DateTimeOffset? GradedAt { get; init; }

    /// <summary>The head's grade (主要负责人等次). A035.</summary>
    public AssessmentGrade? HeadGrade { get; init; }

    /// <summary>What follows for the agency's staff as a whole (结果挂钩); null before anything was recorded. A029-A031, A034.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LinkedResult? Linked { get; init; }

    /// <summary>Where the result went, and when. A032.</summary>
    public ImmutableSortedDictionary<ShareTarget, DateTimeOffset> SharedAt { get; init; } = ImmutableSortedDictionary<ShareTarget, DateTimeOffset>.Empty;

    /// <summary>When the result was published (公布时间); null: publication is due once it is shared. R044.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where it was published.</summary>
    public string? PublishedWhere { get; init; }

    /// <summary>Former results, oldest first (历次结果): kept when it was revised.</summary>
    public ImmutableList<Revision> Revisions { get; init; } = [];

    /// <summary>Appeals, oldest first (申诉).</summary>
    public ImmutableList<Appeal> Appeals { get; init; } = [];

    /// <summary>All terms, in order of opening.</summary>
    public ImmutableList<Term> Terms { get; init; } = [];

    /// <summary>Version of the calendar that its open terms were last counted again by; 1 before that (日历版本).</summary>
    public int Calendar { get; init; } = 1;

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Townships that count by the method: all served, or the host alone.</summary>
    [JsonIgnore]
    public IEnumerable<UnitCode> Counting => Rules.Area == AreaMethod.HostOnly ? [Host] : Weights.Keys;

    /// <summary>What a township counts for by the method: its weight, or all of it for the host alone.</summary>
    public decimal WeightOf(UnitCode township) => Rules.Area == AreaMethod.Weighted ? Weights.GetValueOrDefault(township) : township == Host ? 1m : 0m;

    /// <summary>The letter is signed by both (责任书已生效).</summary>
    [JsonIgnore]
    public bool HasLetter => AgencySignedAt is not null && TownshipSignedAt is not null;

    /// <summary>What each township gave so far.</summary>
    [JsonIgnore]
    public ImmutableList<TownshipScore> Townships =>
        [.. Weights.Select(w => new TownshipScore(w.Key, w.Value, Submitted.GetValueOrDefault(w.Key)?.ExactDuty(Rules), SatisfactionOf(w.Key)))];

    /// <summary>The townships' part of what is submitted, exact; null while something is missing.</summary>
    [JsonIgnore]
    public ExactPart? ExactPart => Scoring.Aggregate(Townships, Host, Rules);

    /// <summary>S of a township from its tallies, exact; null while its survey is missing.</summary>
    public Exact? SatisfactionOf(UnitCode township) => Surveys.TryGetValue(township, out var survey) ? Satisfaction.ExactOf(survey.Tallies, Rules) : null;
}
