using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>How a ticket's case stands, for the system that filed it (工单办理状态). Also the body of each status notice.</summary>
/// <param name="System">The source system.</param>
/// <param name="Number">Its number there.</param>
/// <param name="CaseNumber">The case's number.</param>
/// <param name="Sequence">Length of the case's trace: of two statuses the greater one is the newer.</param>
/// <param name="Stage">Stage, e.g. <c>FED_BACK</c>.</param>
/// <param name="StageZh">The stage in Chinese.</param>
/// <param name="StageEn">The stage in English.</param>
/// <param name="Open">Whether somebody still has to act.</param>
/// <param name="Since">When its newest step took effect.</param>
/// <param name="Responsible">Code of the organ whose move it is, or whose it was at the end.</param>
/// <param name="ResponsibleName">Its name.</param>
/// <param name="ResponsibleSince">Since when.</param>
/// <param name="Due">Nearest open due instant; null when no term is open.</param>
/// <param name="Provisional">True when that due instant rests on a calendar that isn't published yet.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="EndedAt">When it was closed, declined, merged or withdrawn; null while open.</param>
/// <param name="Result">Result fed back, once it is closed; withheld from others than the hotline in sensitive classes.</param>
internal sealed record TicketStatus(
    string System, string Number, string CaseNumber, long Sequence, string Stage, string StageZh, string StageEn, bool Open, string Since,
    string Responsible, string ResponsibleName, string ResponsibleSince, string? Due, bool? Provisional, string ReportedAt, string? EndedAt, string? Result)
{
    /// <summary>The status of a case that came with a ticket.</summary>
    public static TicketStatus Of(CaseView view, IHubDirectory directory)
    {
        var (state, ticket) = (view.Case, view.Case.Source!);
        var (zh, en) = StageWords.Of(state.Stage);
        var nearest = CaseTerms.Nearest(state);
        var told = state.Stage is CaseStage.Closed or CaseStage.Evaluated && (ticket.System == CaseAccess.HotlineSystem || !CaseCategory.IsSensitiveClass(state.CategoryClass));
        return new TicketStatus(
            ticket.System, ticket.Number, state.Number, view.Length, DoorNames.Of(state.Stage), zh, en, state.Stage.IsOpen(), DoorInstants.Text(state.ChangedAt),
            state.Holder.Value, directory.NameOf(state.Holder), DoorInstants.Text(state.HolderSince),
            nearest is { } term ? DoorInstants.Text(term.Due) : null, nearest?.Provisional,
            DoorInstants.Text(state.ReportedAt), state.EndedAt is { } ended ? DoorInstants.Text(ended) : null, told ? state.Result : null);
    }
}
