using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Calendars;

/// <summary>A term.</summary>
internal sealed class TermType : Described<Term>
{
    public TermType(IRuleBook rules, IHubDirectory directory, HubClock clock) : base("Term", "A deadline that explains itself (期限): a budget with its ledger, and the due instant that follows.")
    {
        One<StringGraphType>("id", "Unique within its case or consultation, e.g. `handling-2`.", t => t.Id);
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
        One<BooleanGraphType>("suspended", "True while nothing is counted (中止中).", t => t.IsSuspended);
        One<BooleanGraphType>("lifted", "True when nobody owed it any more when it ended (已解除): neither kept nor late.", t => t.IsLifted);
        Many<TermEntryType>("ledger", "Suspensions, extensions, grants and re-projections, in order (期限台账): both dues of each.", t => t.Ledger).WithAssumedSize(2);
        Many<RungKindType>("fired", "Rungs that took effect for the present due, in order.", t => t.Fired);
        AskOne<StringGraphType>("explain", "One paragraph that says why it is due then (期限说明).",
                (context, term) => new(term.Explained(rules, directory, context.GetArgument<Language?>("language") ?? Viewer.Of(context).Language)))
            .Argument<LanguageType>("language", "Language of the paragraph; the viewer's own when left out.");
    }
}

/// <summary>Terms in words.</summary>
internal static class ExplainedTerm
{
    /// <summary>Why a term is due when it is, its holder by name.</summary>
    public static string Explained(this Term term, IRuleBook rules, IHubDirectory directory, Language language)
    {
        // A term's subject lies in the county of whoever holds the term; a department of the city answers for no county's closures.
        var unit = new OrganCode(term.Holder).Unit;
        var calendar = unit.Level >= UnitLevel.County ? rules.Versions.Calendar.For(unit.At(UnitLevel.County).Value) : rules.Versions.Calendar;
        return Terms.Explain(term with { Holder = directory.NameOf(new OrganCode(term.Holder)) }, calendar, language);
    }
}

/// <summary>A line of a term's ledger.</summary>
internal sealed class TermEntryType : Described<TermEntry>
{
    public TermEntryType() : base("TermEntry", "A line of a term's ledger (期限台账): no change hides what stood before.")
    {
        One<TermPauseType>("kind", "What it did.", e => e.Kind);
        One<InstantType>("at", "When.", e => e.At);
        One<StringGraphType>("sequence", "Sequence of the trace entry that did it, a decimal number.", e => e.By.ToString(System.Globalization.CultureInfo.InvariantCulture));
        One<InstantType>("formerDueAt", "The due before (原截止时间).", e => e.FormerDue);
        One<InstantType>("newDueAt", "The due after (新截止时间).", e => e.NewDue);
    }
}

/// <summary>Kinds of lines.</summary>
internal sealed class TermPauseType() : EnumType<TermPause>("TermEntryKind", "What a line of a term's ledger did (期限台账事项).",
    ("SUSPENDED", TermPause.Suspended, "Suspended (中止): nothing is counted from here on."),
    ("RESUMED", TermPause.Resumed, "Resumed (恢复): the rest runs again."),
    ("EXTENDED", TermPause.Extended, "Extended (延长) by units of the budget."),
    ("REPROJECTED", TermPause.Reprojected, "Counted again by another calendar (重新推算). Resolution 6."),
    ("GRANTED", TermPause.Granted, "Granted until an instant (批准). SM1.9, SM1.11."),
    ("LIFTED", TermPause.Lifted, "Lifted (解除): nobody owed it any more."),
    ("MISSED", TermPause.Missed, "Missed (未完成): it was owed and can't be met any more."));
