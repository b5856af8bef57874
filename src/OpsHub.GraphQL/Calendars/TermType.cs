using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Calendars;

/// <summary>A term.</summary>
internal sealed class TermType : Described<Term>
{
    public TermType(IRuleBook rules, IHubDirectory directory, HubClock clock) : base("Term", "A deadline that explains itself (期限): a budget with its ledger, and the due instant that follows.")
    {
        One<StringGraphType>("id", "Unique within its case, e.g. `handling-2`.", t => t.Id);
        One<StringGraphType>("name", "What must be done, in Chinese, e.g. 受理.", t => t.Name);
        One<StringGraphType>("nameEn", "The same in English.", t => TermNames.English(t.Name));
        One<OrganType>("holder", "Who must do it (责任主体).", t => new OrganCode(t.Holder));
        One<InstantType>("openedAt", "When it began to run.", t => t.OpenedAt);
        One<InstantType>("dueAt", "When it falls due (到期): an act at this instant is late. Midnight is 24:00 of the day before.", t => t.Due);
        Maybe<InstantType>("doneAt", "When it was met, late or not; null while open.", t => t.DoneAt);
        AskOne<BooleanGraphType>("late", "True when the due has passed, or had when it was done (逾期). A suspended term is not late.", (context, t) => new(t.IsLate(Instants.Of(context, clock))));
        One<BooleanGraphType>("provisional", "True when it was counted past the covered calendar, by weekdays (暂定).", t => t.Provisional);
        One<StringGraphType>("rule", "Rule of the catalogue it rests on, e.g. `G022`.", t => t.Basis.RuleId);
        One<StringGraphType>("clause", "Clause of the policy (条款), e.g. 三(五).", t => t.Basis.Clause);
        One<BasisKindType>("basis", "Whether the length is the policy's text or our default (依据).", t => t.Basis.Kind);
        Maybe<StringGraphType>("parameter", "Parameter that holds the length where it is our default, e.g. `CaseSLA/Ordinary`; null otherwise.", t => t.Basis.Parameter);
        Many<RungKindType>("fired", "Rungs that took effect for the present due, in order.", t => t.Fired);
        AskOne<StringGraphType>("explain", "One paragraph that says why it is due then (期限说明).", (context, term) => new(
                Terms.Explain(term with { Holder = directory.NameOf(new OrganCode(term.Holder)) }, CalendarOf(term), context.GetArgument<Language?>("language") ?? Viewer.Of(context).Language)))
            .Argument<LanguageType>("language", "Language of the paragraph; the viewer's own when left out.");

        // A term's case lies in the county of whoever holds the term; a department of the city answers for no county's closures.
        OfficialCalendar CalendarOf(Term term)
        {
            var unit = new OrganCode(term.Holder).Unit;
            return unit.Level >= UnitLevel.County ? rules.Versions.Calendar.For(unit.At(UnitLevel.County).Value) : rules.Versions.Calendar;
        }
    }
}
