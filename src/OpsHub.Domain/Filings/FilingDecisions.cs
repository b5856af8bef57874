using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Filings.FilingRefusals;

namespace OpsHub.Domain.Filings;

/// <summary>Decides every command about what a unit has on file (制度备案决策). Pure: the same arguments give the same answer.</summary>
public static class FilingDecisions
{
    /// <summary>Decides a command as it comes: the record of a unit in force is opened in the same step where there is none yet, what is owed is seen as the hierarchy stands
    /// now, and rungs that have passed are fired first.</summary>
    public static Decision<FilingEvent> DecideNow(UnitFilings? state, FilingCommand command, FilingContext context)
    {
        var (before, s, x) = (ImmutableList<FilingEvent>.Empty, state, context);
        if (s is not null)
            Happen(FilingTerms.Overtaken(s, x.Now, x.Calendar, x.Rules, x.NextSequence));
        Happen(s is null ? Opened(x) : Reviewed(s, x));
        if (command is ReviewFilings)
            return x.Actor.Role == Role.Scheduler ? before : NotAllowed("A042", "系统", "the hub");
        var decided = Decide(s, command, x);
        return decided.IsRefused || decided.Events.IsEmpty ? decided : before.AddRange(decided.Events);

        void Happen(ImmutableList<FilingEvent> events) =>
            (before, s, x) = (before.AddRange(events), events.Aggregate(s, FilingFold.Apply), x with { NextSequence = x.NextSequence + events.Count });
    }

    /// <summary>The record of a unit as it would begin (备案初始状态).</summary>
    public static UnitFilings Blank(FilingPlace place, DateTimeOffset at) => new() { Unit = place.Unit, County = place.County, Townships = place.Townships, ChangedAt = at };

    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The record, or null before it is opened.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which parameters.</param>
    public static Decision<FilingEvent> Decide(UnitFilings? state, FilingCommand command, FilingContext context) => state is not { InForce: true } s || context.Place is not { InForce: true } place
        ? NoUnit("A042")
        : command switch
        {
            IssueMeasures c => FilingIssuing.Measures(s, c, place, context),
            IssueAssessmentMeasures c => FilingIssuing.AssessmentMeasures(s, c, place, context),
            IssueDetailedRules c => FilingIssuing.DetailedRules(s, c, place, context),
            IssueList c => FilingIssuing.List(s, c, place, context),
            FileMeasures c => File(s, c, place, context),
            ConfirmFiling c => Confirm(s, c, place, context),
            PublishList c => Publish(s, c, place, context),
            WithdrawFiled c => Withdraw(s, c, place, context),
            ReviewFilings => Decision<FilingEvent>.Nothing,
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };

    private static ImmutableList<FilingEvent> Opened(FilingContext x) =>
        x.Place is { InForce: true } place ? [new FilingsOpened(x.Now, place.Unit, place.Townships, FilingDuties.Settled(Blank(place, x.Now), x), place.County)] : [];

    // A unit that ended owes nothing more; one that the hub doesn't know yet stays as it is. One that moved is seen to by another county.
    private static ImmutableList<FilingEvent> Reviewed(UnitFilings s, FilingContext x) =>
        x.Place is not { } place || (place.InForce == s.InForce && place.County == (s.County ?? s.Unit.At(UnitLevel.County)) && place.Townships.SequenceEqual(s.Townships)) ? []
        : [new FilingsReviewed(x.Now, place.InForce, place.Townships, FilingDuties.Settled(s with { InForce = place.InForce, Townships = place.Townships, County = place.County }, x), place.County)];

    private static Decision<FilingEvent> File(UnitFilings s, FileMeasures c, FilingPlace place, FilingContext x)
    {
        if ((FilingAccess.County(x.Actor, place, "A042") ?? Text("reference", c.Reference, 100, "A042")) is { } refusal)
            return refusal;
        if (InForce(s, c.Document, "A042", out var document) is { } gone)
            return gone;
        if (document.Kind != FilingKind.ImplementingMeasures)
            return Input("document", "A042", "只有实施办法须报市委组织部、市编办备案", "Only implementing measures are filed with the city's organs");
        if (c.With is not { } with)
            return Input("with", "A042", "with 必填", "with is required");
        return document.CopyFor(with) is { } copy
            ? Guard("FILED_WITH_ALREADY", "A042", "with", $"已报该机关备案（{copy.Reference}）", $"It is filed with this organ already ({copy.Reference})")
            : Settled(s, x, terms => new MeasuresFiled(x.Now, c.Document, with, c.Reference, terms));
    }

    private static Decision<FilingEvent> Confirm(UnitFilings s, ConfirmFiling c, FilingPlace place, FilingContext x)
    {
        if (!Enum.GetValues<FilingReceiver>().Any(r => x.Rules.Receives(r, x.Actor, place.City)))
            return NotAllowed("A042", "市委组织部、市编办", "the city's organisation department and establishment office");
        if (c.With is not { } with)
            return Input("with", "A042", "with 必填", "with is required");
        if (!x.Rules.Receives(with, x.Actor, place.City))
            return NotAllowed("A042", "收文机关", "the organ that it was filed with");
        // A receipt is one of what was filed then, though it was replaced since.
        return s.Documents.Find(d => d.Id == c.Document) is not { } document ? Input("document", "A042", $"没有文件 {c.Document}", $"There is no document {c.Document}")
            : document.CopyFor(with) is not { } copy ? Guard("NOT_FILED_WITH", "A042", "with", "该文件尚未报本机关备案", "The document was not filed with this organ")
            : copy.ConfirmedAt is not null ? Decision<FilingEvent>.Nothing
            : new FilingConfirmed(x.Now, c.Document, with, x.Actor.Organ);
    }

    private static Decision<FilingEvent> Publish(UnitFilings s, PublishList c, FilingPlace place, FilingContext x)
    {
        // Rights first, by the kind where there is such a document.
        if ((FilingAccess.Publishes(x.Actor, Kind(s, c.Document), place) ?? Text("address", c.Address, 500, "T009")) is { } refusal)
            return refusal;
        if (InForce(s, c.Document, "T009", out var document) is { } gone)
            return gone;
        return !FilingDuties.IsList(document.Kind) ? Input("document", "T009", "只有清单和目录在此公布", "Only lists are published here")
            : document.Published?.Address == c.Address ? Decision<FilingEvent>.Nothing
            : new ListPublished(x.Now, c.Document, new(x.Now, c.Address, x.Actor.Organ));
    }

    private static Decision<FilingEvent> Withdraw(UnitFilings s, WithdrawFiled c, FilingPlace place, FilingContext x)
    {
        var (kind, of) = (Kind(s, c.Document), s.Documents.Find(d => d.Id == c.Document)?.Of ?? OrganCode.Of(s.Unit));
        if ((FilingAccess.Issues(x.Actor, kind, of, place) ?? Text("reason", c.Reason, 500, FilingDuties.RuleOf(kind)) ?? InForce(s, c.Document, FilingDuties.RuleOf(kind), out _)) is { } refusal)
            return refusal;
        return Settled(s, x, terms => new FiledWithdrawn(x.Now, c.Document, kind, c.Reason, terms));
    }

    /// <summary>An event with the terms that follow from it.</summary>
    internal static Decision<FilingEvent> Settled(UnitFilings s, FilingContext x, Func<ImmutableList<Calendars.Term>, FilingEvent> happens) => happens(FilingDuties.Settled(FilingFold.Apply(s, happens([])), x));

    private static FilingKind Kind(UnitFilings s, int document) =>
        s.Documents.Find(d => d.Id == document)?.Kind ?? (s.Unit.Level == UnitLevel.County ? FilingKind.ImplementingMeasures : FilingKind.ServiceDirectory);

    private static Refusal? InForce(UnitFilings s, int id, string rule, out FiledDocument document)
    {
        document = s.Documents.Find(d => d.Id == id)!;
        return document is null ? Input("document", rule, $"没有文件 {id}", $"There is no document {id}")
            : document.IsInForce ? null
            : document.ReplacedBy is { } next ? Guard("DOCUMENT_NOT_IN_FORCE", rule, "document", $"文件 {id} 已被文件 {next} 替代", $"Document {id} was replaced by document {next}")
            : Guard("DOCUMENT_NOT_IN_FORCE", rule, "document", $"文件 {id} 已废止", $"Document {id} was withdrawn");
    }
}
