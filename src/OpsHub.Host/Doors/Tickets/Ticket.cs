using OpsHub.Domain.Cases;
using OpsHub.Host.Doors.Places;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>A ticket as another system sends it (来源工单). G017.</summary>
/// <param name="System">Name of the system; null is the sender's only one.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Text">More about it.</param>
/// <param name="Kind">Component or event (G008); null where the source's category says it.</param>
/// <param name="Category">Second-level category of ours, or null.</param>
/// <param name="SourceCategory">The system's own category code, or null. One of the two is given.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="Priority">Priority.</param>
/// <param name="Channel">Channel, for systems that aren't the hotline.</param>
/// <param name="ReportedAt">When it was taken there, or null for now (补录).</param>
/// <param name="Contact">A way to reach the reporter (联系方式), or null. Kept apart and no part of what a second sending is compared with.</param>
internal sealed record Ticket(
    string? System, string Number, string Title, string Text, CaseKind? Kind, string? Category, string? SourceCategory,
    GivenPlace Place, CasePriority Priority, CaseChannel? Channel, DateTimeOffset? ReportedAt, string? Contact)
{
    /// <summary>What may stand in a log: never the contact.</summary>
    public override string ToString() => $"{System} {Number}";
}
