using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Explaining;

/// <summary>An explanation.</summary>
internal sealed record Explanation(string Subject, string Text, BasisKind? Basis, IReadOnlyList<PolicyRule> Rules);

/// <summary>An explanation.</summary>
internal sealed class ExplanationType : Described<Explanation>
{
    public ExplanationType() : base("Explanation", "Why something is as it is (说明), with the rules that it rests on.")
    {
        One<StringGraphType>("subject", "What is explained: the day, the term, the code, the mark, the counter or the rule.", e => e.Subject);
        One<StringGraphType>("text", "The explanation in the language asked for (说明).", e => e.Text);
        Maybe<BasisKindType>("basis", "What a figure in it rests on (依据); null where there is none.", e => e.Basis);
        Many<PolicyRuleType>("rules", "The rules of the catalogue that it rests on (依据条款).", e => e.Rules).WithAssumedSize(2);
    }
}

/// <summary>A rule of the catalogue.</summary>
internal sealed class PolicyRuleType : Described<PolicyRule>
{
    public PolicyRuleType() : base("PolicyRule", "A rule of the catalogue, or a row of the case's state machine (规则条目): what refusals, terms and marks name.")
    {
        One<StringGraphType>("ruleId", "Its id, e.g. `G046` or `SM1.7`.", r => r.Id);
        One<StringGraphType>("document", "Title of the document, Chinese (文件).", r => r.Document);
        One<StringGraphType>("clause", "Clause, e.g. 三(五) (条款).", r => r.Clause);
        One<StringGraphType>("statement", "What it says, in English.", r => r.Statement);
        One<StringGraphType>("quote", "The words of the document, Chinese (原文); empty where the row was put together from several.", r => r.Quote);
        One<StringGraphType>("timeBound", "The time it sets (时限); a dash where it sets none.", r => r.TimeBound);
    }
}
