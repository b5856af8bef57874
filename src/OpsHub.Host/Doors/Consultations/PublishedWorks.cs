using System.Collections.Immutable;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>How what was agreed is carried out (阳光工程公开): steps with the entries that prove them. C055, C056, C029.</summary>
/// <param name="Steps">Beginning, published progress, completion and feedback of the present adoption, oldest first.</param>
internal sealed record PublishedWorks(ImmutableList<WorksStep> Steps)
{
    /// <summary>Nothing adopted.</summary>
    public static readonly PublishedWorks None = new([]);

    /// <summary>The works after one more step. Another adoption, and a correction, begin anew: what an annulled result had begun is not carried out any more.</summary>
    public PublishedWorks After(ConsultationEvent happened, TraceEntry entry) => happened switch
    {
        ResultAdopted or ResultCorrected => None,
        ImplementationStarted => With(WorksStepKind.Began, null, entry),
        ProgressPublished e => With(e.Note.Milestone is null ? WorksStepKind.Progress : WorksStepKind.Reached, e.Note.Text, entry, e.Note.Milestone),
        ImplementationCompleted e => With(WorksStepKind.Completed, e.Text, entry),
        ResultFedBack e => With(WorksStepKind.FedBack, e.Feedback.Text, entry),
        _ => this,
    };

    private PublishedWorks With(WorksStepKind kind, string? text, TraceEntry entry, int? milestone = null) => new(Steps.Add(new(kind, text, milestone, entry)));
}

/// <summary>A published step of works.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What was told, or null.</param>
/// <param name="Milestone">1 for the first milestone, where it was reached.</param>
/// <param name="Entry">The entry that proves it.</param>
internal sealed record WorksStep(WorksStepKind Kind, string? Text, int? Milestone, TraceEntry Entry)
{
    /// <summary>When it took effect.</summary>
    public DateTimeOffset At => Entry.OccurredAt ?? Entry.At;
}

/// <summary>Kinds of steps of works.</summary>
internal enum WorksStepKind
{
    /// <summary>Begun (开始实施).</summary>
    Began,

    /// <summary>Progress (进度).</summary>
    Progress,

    /// <summary>A milestone reached (节点完成).</summary>
    Reached,

    /// <summary>Carried out (实施完成).</summary>
    Completed,

    /// <summary>Fed back (落实情况反馈).</summary>
    FedBack,
}
