using System.Collections.Immutable;

namespace OpsHub.Domain.Cases;

/// <summary>One permitted move (状态变更): a row of SM1.</summary>
/// <param name="Row">Row of SM1, e.g. <c>SM1.7</c>.</param>
/// <param name="Command">Command type.</param>
/// <param name="From">Stages from which it is permitted; empty for a new case.</param>
/// <param name="To">Stage afterwards; null where it stays.</param>
public sealed record CaseMove(string Row, Type Command, ImmutableList<CaseStage> From, CaseStage? To);

/// <summary>Every permitted move of a case, in one table. What is not here is refused.</summary>
public static class CaseTransitions
{
    /// <summary>The table: SM1, with the hub's own suspension (HUB) and the meetings of T022.</summary>
    public static readonly ImmutableList<CaseMove> Table =
    [
        new("SM1.1", typeof(ReportCase), [], CaseStage.Reported),
        new("SM1.2", typeof(AcceptCase), [CaseStage.Reported], CaseStage.Accepted),
        new("SM1.3", typeof(DeclineCase), [CaseStage.Reported], CaseStage.Declined),
        new("SM1.4", typeof(MergeCase), [CaseStage.Reported], CaseStage.Merged),
        new("SM1.4", typeof(JoinCase), [.. Enum.GetValues<CaseStage>()], null),
        new("SM1.5", typeof(TriageCase), [CaseStage.Accepted], CaseStage.Triaged),
        new("HUB", typeof(RelocateCase), [CaseStage.Reported, CaseStage.Accepted, CaseStage.Triaged], null),
        new("SM1.6", typeof(DispatchCase), [CaseStage.Triaged], CaseStage.Dispatched),
        new("SM1.7", typeof(AcceptDispatch), [CaseStage.Dispatched], CaseStage.Handling),
        new("SM1.8", typeof(ReturnCase), [CaseStage.Dispatched], CaseStage.Returned),
        new("SM1.9", typeof(RedispatchCase), [CaseStage.Returned], CaseStage.Dispatched),
        new("SM1.10", typeof(RequestExtension), [CaseStage.Handling], null),
        new("SM1.11", typeof(GrantExtension), [CaseStage.Handling], null),
        new("SM1.11", typeof(RefuseExtension), [CaseStage.Handling], null),
        new("HUB", typeof(SuspendCase), [CaseStage.Handling, CaseStage.Coordinating], null),
        new("HUB", typeof(ResumeCase), [CaseStage.Handling, CaseStage.Coordinating], null),
        new("SM1.12", typeof(TransferToCoordination), [CaseStage.Handling], CaseStage.Coordinating),
        new("T022", typeof(RecordMeeting), [CaseStage.Dispatched, CaseStage.Returned, CaseStage.Handling, CaseStage.Coordinating], null),
        new("SM1.13", typeof(AssignParts), [CaseStage.Coordinating], CaseStage.Handling),
        new("SM1.14", typeof(FeedBackPart), [CaseStage.Dispatched, CaseStage.Handling, CaseStage.Coordinating], null),
        new("SM1.14", typeof(FeedBackCase), [CaseStage.Handling], CaseStage.FedBack),
        new("SM1.15", typeof(VerifyCase), [CaseStage.FedBack], CaseStage.Verified),
        new("SM1.16", typeof(FailVerification), [CaseStage.FedBack], CaseStage.Handling),
        new("SM1.17", typeof(CloseCase), [CaseStage.Verified], CaseStage.Closed),
        new("SM1.18", typeof(EvaluateCase), [CaseStage.Closed, CaseStage.Evaluated], CaseStage.Evaluated),
        new("SM1.19", typeof(ReopenCase), [CaseStage.Closed, CaseStage.Evaluated, CaseStage.Declined], CaseStage.Accepted),
        new("SM1.20", typeof(WithdrawCase),
            [CaseStage.Reported, CaseStage.Accepted, CaseStage.Triaged, CaseStage.Dispatched, CaseStage.Returned, CaseStage.Handling, CaseStage.Coordinating], CaseStage.Withdrawn),
        new("SM1.U", typeof(UrgeCase), [CaseStage.Dispatched, CaseStage.Handling, CaseStage.Coordinating], null),
        new("SM1.U", typeof(AnswerUrge), [CaseStage.Dispatched, CaseStage.Handling, CaseStage.Coordinating], null),
        new("SM1.E", typeof(EscalateCase), [.. Enum.GetValues<CaseStage>().Where(CaseStages.IsOpen)], null),
    ];

    private static readonly ImmutableDictionary<Type, CaseMove> ByCommand = Table.ToImmutableDictionary(m => m.Command);

    /// <summary>The row of a command.</summary>
    /// <exception cref="KeyNotFoundException">The command has no row: a mistake in the program.</exception>
    public static CaseMove Of(CaseCommand command) => ByCommand[command.GetType()];

    /// <summary>Whether a command is permitted in a stage; null stands for a case that does not exist yet.</summary>
    public static bool Permits(CaseStage? stage, CaseCommand command) =>
        stage is { } s ? Of(command).From.Contains(s) : Of(command).From.IsEmpty;
}
