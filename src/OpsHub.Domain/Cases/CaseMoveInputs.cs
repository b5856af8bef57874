using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>What kind of value an input of a move takes (录入类型).</summary>
public enum MoveInputKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>One of the choices (单选).</summary>
    Choice,

    /// <summary>Yes or no (是否).</summary>
    Flag,

    /// <summary>A whole number (整数).</summary>
    Number,

    /// <summary>An instant (时间).</summary>
    Instant,

    /// <summary>An organ's code (单位).</summary>
    Organ,

    /// <summary>Several organs' codes (多个单位).</summary>
    Organs,

    /// <summary>Organs with their parts, exactly one leading (派单单位).</summary>
    Parties,

    /// <summary>Several texts (多项文本).</summary>
    Texts,

    /// <summary>Another case's id (案件).</summary>
    Case,
}

/// <summary>One input of a move (步骤录入项), so that a front end needs no copy of the rules.</summary>
/// <param name="Name">Name of the field in the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Required">Whether the move is refused without it as the case stands now.</param>
/// <param name="Max">Most characters of a text, entries of a list, or the greatest number; null where nothing bounds it.</param>
/// <param name="Min">Least number; null otherwise.</param>
/// <param name="Choices">The choices, as written in the API; empty for other kinds.</param>
/// <param name="After">For an instant: it must lie after this; null otherwise.</param>
/// <param name="Before">For an instant: it must not lie after this; null otherwise.</param>
public sealed record CaseMoveInput(
    string Name, MoveInputKind Kind, bool Required, int? Max = null, int? Min = null, ImmutableList<string>? Choices = null,
    DateTimeOffset? After = null, DateTimeOffset? Before = null);

/// <summary>The inputs of each move, as the case stands: what a return made necessary is required, what cannot be chosen is not offered.</summary>
public static class CaseMoveInputs
{
    /// <summary>The inputs, in the order in which a form asks for them; command id, case and version, which every command carries, aside.</summary>
    public static ImmutableList<CaseMoveInput> Of(CaseMove move, Actor actor, Case s, RuleBook book, DateTimeOffset now, Placement? inForce = null)
    {
        var (place, rules) = (inForce ?? s.Placement, book.Cases);
        return move.Command.Name switch
        {
            nameof(DeclineCase) => [Choice<DeclineGround>("ground"), Text("reason", 500), Text("whereToTurn", 200)],
            nameof(MergeCase) => [new("target", MoveInputKind.Case, true), Text("reason", 500)],
            nameof(TriageCase) => Triage(actor),
            nameof(RelocateCase) => [Text("grid", 15), Text("reason", 500)],
            nameof(DispatchCase) => [Parties, Text("note", 500, required: false)],
            nameof(ReturnCase) => [Choice<ReturnReason>("reason"), Text("note", 500)],
            nameof(RedispatchCase) =>
            [
                Parties, Text("ruling", 500, required: false), Text("meetingRecord", 200, required: false), Flag("grantNewTerm"), Text("note", 500, required: false),
            ],
            nameof(FeedBackCase) or nameof(FeedBackPart) => [Text("result", 2000), new("evidence", MoveInputKind.Texts, false, 20)],
            nameof(VerifyCase) => [Flag("evidenceViewed", required: true), Text("note", 500, required: false)],
            nameof(FailVerification) or nameof(RefuseExtension) or nameof(ResumeCase) or nameof(TransferToCoordination) or nameof(ReopenCase) or nameof(WithdrawCase) =>
                [Text("reason", 500)],
            nameof(RequestExtension) => [Until(s, now, required: true), Text("reason", 500)],
            nameof(GrantExtension) => [Until(s, now, required: false), Text("note", 500, required: false)],
            nameof(SuspendCase) =>
                [new("until", MoveInputKind.Instant, true, After: now, Before: LocalDay.End(LocalDay.Of(now).AddDays(rules.MaxSuspensionDays))), Text("reason", 500)],
            nameof(RecordMeeting) =>
            [
                new("heldAt", MoveInputKind.Instant, true, After: s.ReportedAt, Before: now), new("attended", MoveInputKind.Organs, true, 30), Text("minutes", 2000),
                Text("reference", 200, required: false),
            ],
            nameof(AssignParts) => [Parties, Text("note", 500, required: false)],
            nameof(UrgeCase) =>
            [
                new("level", MoveInputKind.Number, true, CaseUrging.Highest(s, actor, place, now), actor.Role == Role.CountyCommandCentre ? 3 : 1),
                new("organ", MoveInputKind.Organ, false), Text("note", 500),
            ],
            nameof(AnswerUrge) => [Text("answer", 1000)],
            nameof(EscalateCase) => [Choice<RiskKind>("risk", !CaseUrging.OverdueByFull(s, now, book.Calendar)), Text("reason", 500)],
            nameof(EvaluateCase) => [new("score", MoveInputKind.Number, true, 5, 1), Text("note", 500, required: false)],
            _ => [],
        };
    }

    private static CaseMoveInput Parties => new("parties", MoveInputKind.Parties, true, 12);

    private static ImmutableList<CaseMoveInput> Triage(Actor actor) => actor.Role == Role.CommunityCommittee
        ? [Choice<TriageClass>("class") with { Choices = [ApiNames.Of(nameof(TriageClass.CommunityLevel))] }]
        : [Choice<TriageClass>("class"), Flag("enforcement")];

    private static CaseMoveInput Text(string name, int max, bool required = true) => new(name, MoveInputKind.Text, required, max);

    private static CaseMoveInput Flag(string name, bool required = false) => new(name, MoveInputKind.Flag, required);

    private static CaseMoveInput Until(Case s, DateTimeOffset now, bool required) =>
        new("until", MoveInputKind.Instant, required, After: s.OpenTerm("handling")?.Due, Before: CaseExtending.Longest(now));

    private static CaseMoveInput Choice<TChoice>(string name, bool required = true) where TChoice : struct, Enum =>
        new(name, MoveInputKind.Choice, required, Choices: ApiNames.All<TChoice>());
}
