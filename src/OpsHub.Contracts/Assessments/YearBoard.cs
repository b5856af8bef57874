using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Assessments;

/// <summary>A scoreboard (计分榜): whose it is, and of which year.</summary>
/// <param name="Of">A township, a county or the city; or a dispatching department.</param>
/// <param name="Year">The calendar year.</param>
public readonly record struct YearBoard(OrganCode Of, int Year);
