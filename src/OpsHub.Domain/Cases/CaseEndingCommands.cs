using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Merge into another case of the same subject and grid (并案). SM1 row 4.</summary>
/// <param name="Target">Key of the case it joins; must be open.</param>
/// <param name="Reason">Why they are the same, 1-500 characters.</param>
public sealed record MergeCase(string Target, string Reason) : CaseCommand;

/// <summary>Another case was merged into this one (并入): its reporters join. SM1 row 4; the hub's own, once for each case merged.</summary>
/// <param name="From">Key of the case merged.</param>
/// <param name="Number">Its number.</param>
/// <param name="FirstAsked">Who was asked first there, and tells its reporter; null in records of the first days.</param>
/// <param name="Source">Ticket from which it came, whose system waits for the result; null for none.</param>
/// <param name="Reporter">Account that reported it; null where it is not known.</param>
public sealed record JoinCase(string From, string Number, OrganCode? FirstAsked = null, SourceTicket? Source = null, string? Reporter = null) : CaseCommand;

/// <summary>Evaluate a closed case (综合评价). SM1 row 18, G048: once by each evaluator.</summary>
/// <param name="Score">1 (bad) to 5 (good).</param>
/// <param name="Note">Note, at most 500 characters.</param>
public sealed record EvaluateCase(int Score, string? Note = null) : CaseCommand;

/// <summary>Reopen (重开). SM1 row 19, and row 3 for what was declined: a new cycle begins.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record ReopenCase(string Reason) : CaseCommand;

/// <summary>Withdraw (撤回). SM1 row 20: by its reporter before the dispatch, by the centre until the feedback.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record WithdrawCase(string Reason) : CaseCommand;
