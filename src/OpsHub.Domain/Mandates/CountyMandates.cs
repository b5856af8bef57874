using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>Townships' rights and duties in a county (乡镇权责): what they may say, what is put on them, and what follows from their result. T012-T014, T016, T108-T110, R033-R036.
/// Plans, suggestions, duties, tasks, items and activities that were over before last year leave it; the trace keeps them. A term leaves it when it ends.</summary>
public sealed record CountyMandates
{
    /// <summary>The county.</summary>
    public required UnitCode County { get; init; }

    /// <summary>Plans that touch townships' areas. T012.</summary>
    public ImmutableList<AreaPlan> Plans { get; init; } = [];

    /// <summary>Suggestions of townships. T013.</summary>
    public ImmutableList<TownshipSuggestion> Suggestions { get; init; } = [];

    /// <summary>New duties, approved or not. R034.</summary>
    public ImmutableList<TownshipDuty> Duties { get; init; } = [];

    /// <summary>Tasks given to townships and communities. T014.</summary>
    public ImmutableList<AssignedTask> Tasks { get; init; } = [];

    /// <summary>Items admitted to communities' work. R036.</summary>
    public ImmutableList<AdmittedItem> Items { get; init; } = [];

    /// <summary>Award activities. T110.</summary>
    public ImmutableList<AwardActivity> Activities { get; init; } = [];

    /// <summary>Townships' results. T108.</summary>
    public ImmutableList<TownshipResult> Results { get; init; } = [];

    /// <summary>Measures. T109.</summary>
    public ImmutableList<ResultMeasure> Measures { get; init; } = [];

    /// <summary>Years of which the county was reminded. T016.</summary>
    public ImmutableList<SchemeReminder> Schemes { get; init; } = [];

    /// <summary>Tasks of assessment of this year and the last, and older ones that are open (年度考评任务). R038.</summary>
    public ImmutableList<AssessmentRound> Assessments { get; init; } = [];

    /// <summary>Open terms, in order of opening.</summary>
    public ImmutableList<Term> Terms { get; init; } = [];

    /// <summary>Version of the calendar by which open terms were last counted again (日历版本).</summary>
    public int Calendar { get; init; } = 1;

    /// <summary>Newest step.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The open term with this id, or null.</summary>
    public Term? Term(string id) => Terms.Find(t => t.Id == id);
}
