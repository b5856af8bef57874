using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What of a year one actor sees, figure by figure (可见范围). Part 4, column Agency scores: a served township its own L and S and the totals, the host
/// those of all, for it aggregates them (A027); the department its D and the totals; the agency all once it is final; those who read evidence no score at all.</summary>
/// <param name="Reading">How much.</param>
/// <param name="Own">The served township whose figures alone are seen beside totals; null where those of all are.</param>
/// <param name="Base">What R is a share of: under <see cref="TownshipPartBase.Forty"/> it is L itself, and told only where L is.</param>
/// <param name="IsFinal">Whether its score is final.</param>
public sealed record YearSight(YearReading Reading, UnitCode? Own = null, TownshipPartBase Base = TownshipPartBase.Sixty, bool IsFinal = false)
{
    /// <summary>The sight of an actor.</summary>
    public static YearSight Of(Actor actor, AgencyYear s) => Of(actor, s.Agency, s.Department, s.Host, s.Weights.ContainsKey, s.Score is not null, s.Rules.Base);

    /// <summary>The same of a year that is known by its parties alone.</summary>
    public static YearSight Of(Actor actor, OrganCode agency, OrganCode department, UnitCode host, Func<UnitCode, bool> serves, bool isFinal, TownshipPartBase of)
    {
        var reading = AgencyYearAccess.Reads(actor, agency, department, host, serves, isFinal);
        var isTownship = actor.Role is Role.TownshipGovernment or Role.TownshipGovernanceCentre;
        return new(reading, reading != YearReading.None && isTownship && actor.Organ.Unit != host ? actor.Organ.Unit : null, of, isFinal);
    }

    /// <summary>Sees that there is such a year, its plan and letter.</summary>
    public bool Any => Reading != YearReading.None;

    /// <summary>Is the agency itself, before its score is final: evidence and what it gives, nothing that either line scored or set.</summary>
    public bool Awaits => Reading == YearReading.Awaiting;

    /// <summary>Is the department before the score is final: besides its own D what the evidence that it reads gives, nothing that a township scored (预测).</summary>
    public bool Foresees => Reading == YearReading.Statutory && !IsFinal;

    /// <summary>Sees the trace, without the reasons that <see cref="Reason"/> withholds.</summary>
    public bool Trace => Totals || Awaits;

    /// <summary>Sees R: a total, except where it is L itself.</summary>
    public bool Rate => Totals && (Part || Base == TownshipPartBase.Sixty);

    /// <summary>Sees totals: T, R, grades, what was shared.</summary>
    public bool Totals => Reading is YearReading.Territorial or YearReading.Statutory or YearReading.Whole;

    /// <summary>Sees the townships' part over all: L, S.</summary>
    public bool Part => Reading == YearReading.Whole || (Reading == YearReading.Territorial && Own is null);

    /// <summary>Sees D.</summary>
    public bool Statutory => Reading is YearReading.Statutory or YearReading.Whole;

    /// <summary>Sees the evidence of a township.</summary>
    public bool Evidence(UnitCode township) => Any && (Own is null || Own == township);

    /// <summary>Sees a township's L and S, with what was adjusted there.</summary>
    public bool Of(UnitCode township) => Reading is YearReading.Territorial or YearReading.Whole && (Own is null || Own == township);

    /// <summary>Sees a flag: those of a township's score only with that score.</summary>
    public bool Of(YearFlag flag) => flag.Township is not { } township || Of(township);

    /// <summary>The sight of a former result: one that was final was read as such.</summary>
    public YearSight Of(Revision former) => former.Score is null ? this : this with { Reading = Awaits ? YearReading.Whole : Reading, IsFinal = true };

    /// <summary>Sees an appeal: whoever sees the line, and always the agency that filed it.</summary>
    public bool Of(Appeal appeal) => Awaits || Of(appeal.Line);

    /// <summary>Sees a line of the score.</summary>
    public bool Of(AppealLine line) => line.Line == AppealLine.Grade ? Totals : line.Line == AppealLine.Statutory ? Statutory : line.Township is { } township && Of(township);

    /// <summary>Sees a line of the scorecard.</summary>
    public bool Of(ScoreLine line) => line.Kind switch
    {
        ScoreLineKind.Component or ScoreLineKind.Satisfaction => line.Township is { } township && Of(township),
        ScoreLineKind.Statutory => Statutory,
        ScoreLineKind.TownshipRate => Rate,
        _ => Totals,
    };

    /// <summary>The year whose scorecard may be seen: before the score is final the agency's is drawn from evidence alone, and the department's from that and its own D.</summary>
    public AgencyYear Scored(AgencyYear s) => !Awaits && !Foresees ? s
        : s with { Adjustments = [], Submitted = s.Submitted.Clear(), Surveys = s.Surveys.Clear(), Statutory = Foresees ? s.Statutory : null, Part = null };

    /// <summary>Lines of the scorecard that may be seen; null where no score may be.</summary>
    public ImmutableList<ScoreLine>? Lines(AgencyYear s) => Awaits ? Scorecard.Of(Scored(s))
        : Foresees ? [.. Scorecard.Of(Scored(s)).FindAll(l => l.Kind < ScoreLineKind.Total), .. Scorecard.Of(s).FindAll(l => l.Kind >= ScoreLineKind.Total && Of(l))]
        : Totals ? Scorecard.Of(s).FindAll(Of) : null;

    /// <summary>Evidence summed over the townships whose evidence is seen; null where none was counted.</summary>
    public CaseEvidence? Of(IReadOnlyDictionary<UnitCode, CaseEvidence> evidence) => EvidenceCount.Sum([.. evidence.Where(e => Evidence(e.Key)).Select(e => e.Value)]);

    /// <summary>A forecast as it may be seen; null where no score may be. Before the score is final the agency sees what its evidence gives, the department that and what is its own.</summary>
    public YearForecast? Of(YearForecast forecast) => Awaits ? forecast.FromEvidence()
        : Foresees ? forecast.FromEvidence() with { Statutory = forecast.Statutory, Total = forecast.Total, TownshipRate = Rate ? forecast.TownshipRate : null }
        : !Totals ? null : Reading == YearReading.Whole ? forecast : forecast with
        {
            Townships = forecast.Townships.FindAll(t => Of(t.Township)),
            Duty = Part ? forecast.Duty : null,
            Satisfaction = Part ? forecast.Satisfaction : null,
            Statutory = Statutory ? forecast.Statutory : null,
            TownshipRate = Rate ? forecast.TownshipRate : null,
            SatisfactionForExcellent = Part ? forecast.SatisfactionForExcellent : null,
        };

    /// <summary>Whether the reason of a trace entry may be seen: of what one side alone reads, only there.</summary>
    /// <param name="happened">Name of the event.</param>
    /// <param name="by">Organ that acted.</param>
    public bool Reason(string happened, OrganCode by) => happened switch
    {
        nameof(ComponentAdjusted) or nameof(AdjustmentWithdrawn) or nameof(DutySubmitted) or nameof(SatisfactionSubmitted) => Reading == YearReading.Whole || (by.Kind == OrganKind.Unit && Of(by.Unit)),
        nameof(StatutorySubmitted) => Statutory,
        nameof(AppealFiled) or nameof(AppealAnswered) when Awaits => true,
        nameof(AppealFiled) or nameof(AppealAnswered) or nameof(ResultRevised) => Reading == YearReading.Whole,
        _ => Any,
    };
}
