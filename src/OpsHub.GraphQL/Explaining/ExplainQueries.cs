using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Rules.Notes;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;
using OpsHub.GraphQL.Rules;

namespace OpsHub.GraphQL.Explaining;

/// <summary>Root queries that say why: any date, term, refusal, mark, counter or rule.</summary>
internal sealed class ExplainQueries(IRuleBook rules, IHubDirectory directory, ExplainedTerms terms) : IRootFields<HubQuery>
{
    private static readonly string[] Subjects = ["date", "case", "consultation", "refusal", "mark", "counter", "rule"];

    public void AddTo(HubQuery query)
    {
        query.Ask<ExplanationType>("explain", "Why (说明): of a day, a case's term, a consultation's duty, a refusal, a mark, a counter or a rule. Exactly one is asked for, else INVALID_INPUT; null when there is none.", Explain)
            .Argument<DayType>("date", "A day: is it a working day, and why (日期).")
            .Argument<StringGraphType>("county", "With date: as this county has it, its closures among them (县市区).")
            .Argument<IdGraphType>("case", "Global id of a case, together with term (案件).")
            .Argument<IdGraphType>("consultation", "Global id of a consultation, together with term (协商).")
            .Argument<StringGraphType>("term", "Id of a term of the case, e.g. `handling`, or of a duty of the consultation, e.g. `plan` (期限).")
            .Argument<StringGraphType>("refusal", "Code of a refusal, e.g. `ONE_LEAD` (拒绝代码).")
            .Argument<StringGraphType>("mark", $"A mark: {string.Join(", ", MarkNotes.All.Keys)} (标记).")
            .Argument<StringGraphType>("counter", "Name of a figure of UnitSummary, e.g. `overdue`, or of its consultations, e.g. `consultations.breached` (指标).")
            .Argument<StringGraphType>("rule", "Id of a rule, e.g. `G046` or `SM1.7` (规则).")
            .Argument<LanguageType>("language", "Language of the text; the viewer's own when left out.");
        query.Ask<PolicyRuleType>("rule", "A rule of the catalogue (规则条目): clause, statement and the words of the policy; null when there is none.",
                (context, _) => new(rules.Catalogue.GetValueOrDefault(context.GetArgument<string>("id"))))
            .Argument<NonNullGraphType<StringGraphType>>("id", "Its id, e.g. `G046`, or `SM1.7` for a row of the case's state machine.");
    }

    private async ValueTask<object?> Explain(IResolveFieldContext context, Viewer viewer)
    {
        if (Subjects.Where(name => context.GetArgument<object?>(name) is not null).ToList() is not [var subject])
            throw RequestError.Input("date", $"Give exactly one of {string.Join(", ", Subjects)}.");
        var language = context.GetArgument<Language?>("language") ?? viewer.Language;
        return subject switch
        {
            "date" => Day(context, viewer, language),
            "case" => await terms.Explain(context, viewer, context.GetArgument<string>("case"), context.GetArgument<string?>("term"), language).ConfigureAwait(false),
            "consultation" => await terms.ExplainDuty(context, viewer, context.GetArgument<string>("consultation"), context.GetArgument<string?>("term"), language).ConfigureAwait(false),
            "refusal" => Note(RefusalNotes.All.GetValueOrDefault(context.GetArgument<string>(subject)), language, null),
            "mark" => Note(MarkNotes.All.GetValueOrDefault(context.GetArgument<string>(subject)), language, null),
            "counter" => Note(CounterNotes.All.GetValueOrDefault(context.GetArgument<string>(subject)), language, null),
            _ => Rule(context.GetArgument<string>("rule"), language),
        };
    }

    private Explanation Day(IResolveFieldContext context, Viewer viewer, Language language)
    {
        RuleQueries.Require(viewer);
        var (day, county, calendar) = (context.GetArgument<DateOnly>("date"), RuleQueries.County(context, directory), rules.Versions.Calendar);
        var here = county is { } code ? calendar.For(code.Value) : calendar;
        return new(LocalDay.Text(day), DayExplanation.Of(day, here, language), here.ClosureOn(day) is null ? BasisKind.Text : BasisKind.Assumed, Rules(["C035"]));
    }

    private Explanation? Note(Note? note, Language language, BasisKind? basis) =>
        note is null ? null : new(note.Name, language == Language.Zh ? note.Zh : note.En, basis, Rules(note.Rules));

    private Explanation? Rule(string id, Language language) => rules.Catalogue.GetValueOrDefault(id) is { } rule
        ? new(rule.Id, language == Language.Zh && rule.Quote.Length > 0 ? $"{rule.Document} {rule.Clause}：“{rule.Quote}”" : $"{rule.Document} {rule.Clause}: {rule.Statement}", null, [rule])
        : null;

    private List<PolicyRule> Rules(IEnumerable<string> ids) => [.. ids.Select(id => rules.Catalogue.GetValueOrDefault(id)).OfType<PolicyRule>()];
}
