using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>How a ticket's case stands, for the system that filed it (工单办理状态): what it asks for, and what it is told at each change of stage. G017, G053.
/// Never title, text, or anything of the reporter.</summary>
public sealed record SourceStatus
{
    /// <summary>The source system.</summary>
    public required string System { get; init; }

    /// <summary>Its number there.</summary>
    public required string Number { get; init; }

    /// <summary>The case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Sequence of the trace entry that it was true after: of two statuses of a case the greater one is the newer, in whatever order they arrive.</summary>
    public required long Sequence { get; init; }

    /// <summary>Stage, e.g. <c>FED_BACK</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>The stage in Chinese.</summary>
    public required string StageZh { get; init; }

    /// <summary>The stage in English.</summary>
    public required string StageEn { get; init; }

    /// <summary>Whether somebody still has to act.</summary>
    public required bool Open { get; init; }

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Code of the organ whose move it is, or whose it was at the end; null in a notice that a newer one has overtaken.</summary>
    public string? Responsible { get; init; }

    /// <summary>Its name.</summary>
    public string? ResponsibleName { get; init; }

    /// <summary>Since when it holds the case.</summary>
    public DateTimeOffset? ResponsibleSince { get; init; }

    /// <summary>Nearest open due instant; null when no term is open.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>True when that due instant rests on a calendar that isn't published yet (暂定).</summary>
    public bool? Provisional { get; init; }

    /// <summary>When it was closed, declined, merged or withdrawn; null while open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Number of the case that it was merged into (并案), else null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Result fed back, once it is closed; of sensitive classes for the hotline only, which answers the caller. Personal data in it are masked.</summary>
    public string? Result { get; init; }

    /// <summary>How a case that came with a ticket stands now.</summary>
    /// <param name="s">The case; it has a source.</param>
    /// <param name="sequence">Length of its trace.</param>
    /// <param name="nameOf">Names of organs.</param>
    /// <param name="masked">Masks personal data in free text: the status leaves the hub.</param>
    public static SourceStatus Now(Case s, long sequence, Func<OrganCode, string> nameOf, Func<string, string> masked)
    {
        var nearest = CaseTerms.Nearest(s);
        var told = s.Stage is CaseStage.Closed or CaseStage.Evaluated && (s.Source!.System == CaseAccess.HotlineSystem || !CaseCategory.IsSensitiveClass(s.CategoryClass));
        return Passed(s, sequence, s.Stage, s.ChangedAt) with
        {
            Responsible = s.Holder.Value,
            ResponsibleName = nameOf(s.Holder),
            ResponsibleSince = LocalDay.Local(s.HolderSince),
            Due = nearest is { } term ? LocalDay.Local(term.Due) : null,
            Provisional = nearest?.Provisional,
            EndedAt = s.EndedAt is { } ended ? LocalDay.Local(ended) : null,
            MergedInto = s.MergedInto?.Number,
            Result = told && s.Result is { } result ? masked(result) : null,
        };
    }

    /// <summary>A stage that it has passed through since: what else was true then is no longer known here.</summary>
    public static SourceStatus Passed(Case s, long sequence, CaseStage stage, DateTimeOffset since)
    {
        var (zh, en) = StageWords.Of(stage);
        return new()
        {
            System = s.Source!.System,
            Number = s.Source.Number,
            CaseNumber = s.Number,
            Sequence = sequence,
            Stage = StageWords.NameOf(stage),
            StageZh = zh,
            StageEn = en,
            Open = stage.IsOpen(),
            Since = LocalDay.Local(since),
            ReportedAt = LocalDay.Local(s.ReportedAt),
        };
    }
}
