namespace OpsHub.Contracts.Index;

/// <summary>A rule of the catalogue (规则条目): what a refusal, a term or a mark rests on.</summary>
/// <param name="Id">Id, e.g. <c>G046</c>, or a row of the case's state machine, <c>SM1.7</c>.</param>
/// <param name="Document">The document's title, Chinese.</param>
/// <param name="Clause">Clause, e.g. 三(五).</param>
/// <param name="Statement">What it says, in English.</param>
/// <param name="Quote">The words of the document, Chinese; empty where the row was put together from several.</param>
/// <param name="TimeBound">The time it sets, or a dash.</param>
public sealed record PolicyRule(string Id, string Document, string Clause, string Statement, string Quote, string TimeBound);
