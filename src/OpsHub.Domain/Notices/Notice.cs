using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>A notice (提醒): somebody is told something about a case. Its text names number, category and term, never title, text, address or person.</summary>
/// <param name="Key">The same for the same step, recipient and kind, so that nobody is told twice.</param>
/// <param name="Case">Grain key of the case.</param>
/// <param name="Sequence">Sequence of the trace entry it rests on.</param>
/// <param name="Number">Number of the case.</param>
/// <param name="Recipient">Unit, agency or department that is told.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Emergency">True when it goes out at night and on days off too.</param>
/// <param name="Term">Id of the term it is about, or null.</param>
/// <param name="Due">When that term is due, or null.</param>
/// <param name="At">When it came to be, UTC.</param>
/// <param name="NotBefore">Not told before; quiet hours (<see cref="QuietHours"/>) come on top.</param>
/// <param name="Needs">What must still hold of the case when it is told (<see cref="NoticeNeeds"/>); null for what always holds.</param>
/// <param name="Zh">Text in Chinese.</param>
/// <param name="En">Text in English.</param>
public sealed record Notice(
    string Key, string Case, long Sequence, string Number, OrganCode Recipient, NoticeKind Kind, bool Emergency, string? Term, DateTimeOffset? Due,
    DateTimeOffset At, DateTimeOffset NotBefore, string? Needs, string Zh, string En);

/// <summary>A step of a case as planning sees it: one trace entry with its event.</summary>
/// <param name="Sequence">Sequence of the trace entry.</param>
/// <param name="At">When the hub recorded it.</param>
/// <param name="OccurredAt">When it happened, where it was entered afterwards, else null.</param>
/// <param name="By">The organ that acted.</param>
/// <param name="Event">What happened.</param>
public sealed record NoticeStep(long Sequence, DateTimeOffset At, DateTimeOffset? OccurredAt, OrganCode By, CaseEvent Event);
