using System.Reflection;
using System.Text.Json.Serialization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>One of a list of cases.</summary>
internal sealed class CaseEdgeType : Described<Edge<CaseNode>>
{
    public CaseEdgeType(CaseLoader loader) : base("CaseEdge", "One of a list of cases (案件), with its cursor.")
    {
        One<StringGraphType>("cursor", "Opaque place of the item in this list, for after and before.", e => e.Cursor);
        AskOne<CaseType>("node", "The case.", (context, e) => new(loader.Complete(context, e.Node)));
    }
}

/// <summary>A page of a list of cases.</summary>
internal sealed class CaseConnectionType : Described<Connection<CaseNode>>
{
    public CaseConnectionType(CaseLoader loader) : base("CaseConnection", "A page of a list of cases (案件). Rows may move while the hub is live; none repeats within one sort value.")
    {
        Many<CaseEdgeType>("edges", "The page's items with their cursors, in list order.", c => c.Edges);
        AskMany<CaseType>("nodes", "The page's items without cursors.", (context, c) => new(loader.Complete(context, [.. c.Edges.Select(e => e.Node)])));
        One<PageInfoType>("pageInfo", "Where the page begins and ends.", c => c.Ends);
        AskOne<IntGraphType>("totalCount", "How many cases match in all (总数).", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false))
            .WithCost(FieldMarks.OneQuestion);
        One<InstantType>("asOf", "When the list's first page was read (截至).", c => c.AsOf);
    }
}

/// <summary>A step of a trace.</summary>
internal sealed class TraceEntryType : Described<TraceEntry>
{
    private static readonly HashSet<string> Events = [.. typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.TypeDiscriminator).OfType<string>()];

    public TraceEntryType(IRuleBook rules) : base("TraceEntry", "One step of the trace of a case, a consultation, an agency's year, or of a unit's or agency's record (留痕): who, when, what, on what ground, chained by hash to the step before. G019, G021.")
    {
        One<IntGraphType>("sequence", "Position in the chain, from 1, without gaps.", e => (int)e.Sequence);
        One<InstantType>("at", "When the hub recorded it (登记时间).", e => e.At);
        One<InstantType>("effectiveAt", "When it took effect (发生时间): when it happened, or else when it was recorded.", e => e.EffectiveAt);
        Maybe<InstantType>("occurredAt", "When it happened, if it was entered afterwards (补录); null otherwise. Terms are judged by it.", e => e.OccurredAt);
        One<StringGraphType>("principal", "Account or token that acted; never a person's name.", e => e.Principal);
        One<RoleType>("role", "Role it acted in (角色).", e => e.Role);
        One<OrganType>("organ", "Organ it acted for (单位).", e => e.Organ);
        One<StringGraphType>("event", "Name of the event, past tense, e.g. `CaseDispatched`.", e => e.Event);
        AskOne<StringGraphType>("words", "What happened, in words (办理情况), e.g. 派单.",
                (context, e) => new(TraceWording.Of(e, (context.GetArgument<Language?>("language") ?? Viewer.Of(context).Language) == Language.Zh)))
            .Argument<LanguageType>("language", "Language of the words; the viewer's own when left out.");
        Maybe<CaseStageType>("from", "Stage of a case before; null for the report, and for other subjects.", e => Stage(e, e.From));
        Maybe<CaseStageType>("to", "Stage of a case afterwards; null for other subjects.", e => Stage(e, e.To));
        Maybe<ConsultationStageType>("consultationFrom", "Stage of a consultation before; null for its beginning, and for other subjects.", e => ConsultationStages.Of(e, e.From));
        Maybe<ConsultationStageType>("consultationTo", "Stage of a consultation afterwards; null for other subjects.", e => ConsultationStages.Of(e, e.To));
        Maybe<AgencyYearStageType>("yearFrom", "Stage of an agency's year before; null for its beginning, and for other subjects.", e => YearStages.Of(e, e.From));
        Maybe<AgencyYearStageType>("yearTo", "Stage of an agency's year afterwards; null for other subjects.", e => YearStages.Of(e, e.To));
        Maybe<StringGraphType>("reason", "Reason or note given (理由); null if none.", e => e.Reason);
        Maybe<StringGraphType>("rule", "Rule id it rests on, e.g. `SM1.7`; null if none.", e => e.Rule);
        Maybe<StringGraphType>("clause", "Clause of the policy (条款); null where the rule is ours.", e => Clause(e.Rule) ?? (e.Rule is { } id ? rules.Catalogue.GetValueOrDefault(id)?.Clause : null));
        One<StringGraphType>("hash", "Hash over the previous hash and this entry's content, in hex digits.", e => e.Hash);
        One<StringGraphType>("hashAlgorithm", "Algorithm of the hash, `SHA-256`.", e => TraceHash.AlgorithmOf(e));
        One<StringGraphType>("previousHash", "Hash of the entry before; 64 zeros for the first.", e => e.PreviousHash);
    }

    // An entry tells by its event whose it is: a survey's stages are no stages of a case, though one is called alike.
    private static object? Stage(TraceEntry entry, string? name) => name is not null && Events.Contains(entry.Event) ? Enum.Parse<CaseStage>(name) : null;

    // A trace entry names its rule; every row of SM1 rests on the same clause, which the policy has for the closed loop.
    private static string? Clause(string? rule) => rule is not null && rule.StartsWith("SM1", StringComparison.Ordinal) ? "三(四)" : null;
}

/// <summary>One of a trace's entries.</summary>
internal sealed class TraceEdgeType() : EdgeType<TraceEntry, TraceEntryType>("Trace", "trace entries (留痕)");

/// <summary>A page of a trace.</summary>
internal sealed class TraceConnectionType() : ConnectionType<TraceEntry, TraceEntryType, TraceEdgeType>("Trace", "trace entries (留痕)");

/// <summary>An open term with its case.</summary>
internal sealed class DeadlineType : Described<Deadline>
{
    public DeadlineType(CaseLoader loader, FreeText text) : base("Deadline", "The nearest open term of a case (期限).")
    {
        AskOne<CaseType>("case", "The case (案件).", (context, d) => new(loader.Complete(context, d.Case)));
        AskMaybe<TermType>("term", "The term; null when it was met in this moment.", (context, d) =>
        {
            var actor = Viewer.Of(context).Actor;
            return new(loader.Stored(context, d.Case.Key).Then(view => Nearest(view is null ? null : text.Shown(actor, view.Case))));
        });
    }

    private static Term? Nearest(Case? state) => state is null ? null : CaseTerms.Nearest(state);
}

/// <summary>One of a list of deadlines.</summary>
internal sealed class DeadlineEdgeType() : EdgeType<Deadline, DeadlineType>("Deadline", "deadlines (期限)");

/// <summary>A page of a list of deadlines.</summary>
internal sealed class DeadlineConnectionType() : ConnectionType<Deadline, DeadlineType, DeadlineEdgeType>("Deadline", "deadlines (期限)");
