using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Councils;

/// <summary>An opinion ledger. A node of this type exists only where the actor may read it.</summary>
internal sealed class OpinionLedgerType : Described<LedgerNode>
{
    public OpinionLedgerType(IGrainFactory grains, ICouncilIndex index, IHubDirectory directory, CouncilReader reader, TracePages traces, LedgerConsultations consultations)
        : base("OpinionLedger", "Opinion ledger of a community (群众意见台账). C032, C068.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", l => GlobalId.OfLedger(l.Community));
        One<UnitType>("community", "The community (社区、村).", l => directory.Node(l.Community));
        One<IntGraphType>("count", "Entries so far (意见总数).", l => l.State.Count);
        One<IntGraphType>("linked", "Entries that went into a consultation (已关联协商).", l => l.State.Linked);
        Many<OpinionSourceCountType>("bySource", "Entries by source (按来源).", l => Enum.GetValues<OpinionSource>().Select(s => new OpinionSourceCount(s, l.State.BySource.GetValueOrDefault(s))))
            .WithAssumedSize(4);
        Maybe<DayType>("lastVisitOn", "Newest household visit (最近入户走访); null before the first. C068.", l => l.State.LastVisit);
        One<DayType>("visitDueOn", "Last day of the present visit cycle (本期走访截止). Parameter SupportCycle/HouseholdVisit.", _ => CycleStart(reader).AddMonths(Months(reader)).AddDays(-1));
        One<BooleanGraphType>("visitedInCycle", "True when households were visited in the present cycle (本期已走访). A missed cycle stands among supportGaps.", l => l.State.LastVisit >= CycleStart(reader));
        AskOne<BooleanGraphType>("visitOverdue", "True when a visit cycle ended without a visit, and none came since (走访逾期). C068.", async (context, l) =>
            (await reader.Reading([l.Community], context.CancellationToken).ConfigureAwait(false)).Gaps(l.Community, []).Any(g => g is { Kind: SupportKind.HouseholdVisit, Status: SupportGapStatus.Missed }))
            .WithCost(FieldMarks.OneQuestion);
        One<StringGraphType>("visitBasis", "What the cycle rests on: `assumed` unless it was set with a source.", _ => reader.BasisOf(SupportRule.Of(SupportKind.HouseholdVisit).Parameter));
        AskMany<OpinionSourceType>("enters", "From which sources the actor may enter opinions here (可登记来源); empty for those who only read. C032.",
            (context, l) => new(OpinionAccess.Sources(Viewer.Of(context).Actor, l.Community, directory.IsWithin).ToList())).WithAssumedSize(4);
        AskOne<BooleanGraphType>("links", "True when the actor may put entries into consultations (可列入协商). C034.",
            (context, l) => new(OpinionAccess.Link(Viewer.Of(context).Actor, l.Community, directory.IsWithin) is null));
        AskOne<LedgerConsultationConnectionType>("joinable", "Consultations of the township that take opinions, into which an entry may go (可并入的协商), the last changed first; none where links is false. C013, C032.",
                (context, l) => consultations.Page(context, l.Community))
            .Argument<StringGraphType>("text", "The number, or words of the title, at most 100 characters.")
            .Argument<TopicCategoryType>("category", "Only those with a topic of this category (协商内容). C004.")
            .Argument<NonNullGraphType<BooleanGraphType>>("own", "True: only those that concern the ledger's own community (本社区).", a => a.DefaultValue = false)
            .Paged().WithCost(FieldMarks.OneQuestion);
        AskMany<UnitType>("beginsAt", "Where the actor may begin a consultation (可启动协商的单位): the community, a grid for a building or group; empty for others. C001.",
            (context, l) => new(BeginsAt(Viewer.Of(context).Actor, l, directory))).WithAssumedSize(20);
        One<StringGraphType>("version", "Length of its trace (版本).", l => l.Length.ToString(CultureInfo.InvariantCulture));
        AskOne<OpinionEntryConnectionType>("entries", "Entries, newest first (意见).", (context, l) => Entries(context, index, l))
            .Argument<OpinionSourceType>("source", "Only from this source (来源).")
            .Argument<BooleanGraphType>("linked", "Only those with a consultation, or only those without (是否已关联协商).")
            .Paged().WithCost(FieldMarks.OneQuestion);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), without what opinions say; oldest first. NOT_FOUND for those who read no trace of it.", (context, l) =>
            Viewer.Of(context).Actor.Role is Role.Council or Role.GridWorker or Role.GroupParty
                ? throw RequestError.NotFound("trace")
                : traces.Page(context, GrainKeys.Ledger(l.Community), grains.Ledger(l.Community).Trace)).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static List<UnitRow> BeginsAt(Actor actor, LedgerNode l, IHubDirectory directory) =>
    [
        .. new[] { l.Community }.Concat(directory.Descendants(l.Community, UnitLevel.Grid).Select(u => u.Code))
            .Where(u => directory.PlaceOf(u) is { } place && ConsultationAccess.BeginsAt(actor, place)).Select(directory.Node),
    ];

    private static int Months(CouncilReader reader) => reader.Parameters.MonthsOf(SupportKind.HouseholdVisit)!.Value;

    private static DateOnly CycleStart(CouncilReader reader) => SupportParameters.CycleOf(reader.Today, Months(reader));

    private static async ValueTask<object?> Entries(IResolveFieldContext context, ICouncilIndex index, LedgerNode l)
    {
        var (request, filter) = (Paging.Read(context), new OpinionFilter(context.GetArgument<OpinionSource?>("source"), context.GetArgument<bool?>("linked")));
        try
        {
            return Relay.Connection<OpinionRow>.Of(
                await index.Opinions(l.Community, filter, request, context.CancellationToken).ConfigureAwait(false), o => o, cancel => index.CountOpinions(l.Community, filter, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }
}

/// <summary>Entries of a source.</summary>
internal sealed record OpinionSourceCount(OpinionSource Source, int Count);

/// <summary>Entries of a source.</summary>
internal sealed class OpinionSourceCountType : Described<OpinionSourceCount>
{
    public OpinionSourceCountType() : base("OpinionSourceCount", "Entries of a ledger from one source (按来源计数). C032.")
    {
        One<OpinionSourceType>("source", "The source (来源).", c => c.Source);
        One<IntGraphType>("count", "How many.", c => c.Count);
    }
}

/// <summary>An entry. Its text is masked for those who don't deal with it.</summary>
internal sealed class OpinionEntryType : Described<OpinionRow>
{
    public OpinionEntryType(IHubDirectory directory, FreeText text, LedgerConsultations consultations) : base("OpinionEntry", "An entry of an opinion ledger (意见): where it came from and what it says, never from whom. C032.")
    {
        One<IdGraphType>("id", "Opaque id, for linkOpinion.", o => GlobalId.OfOpinion(o.Community, o.Entry.Id));
        One<OpinionSourceType>("source", "Where it came from (来源).", o => o.Entry.Source);
        Maybe<ParticipantKindType>("kind", "Kind of body that gave it (主体类别); null where unknown.", o => o.Entry.Kind);
        AskOne<StringGraphType>("text", "What it says (内容); numbers of identity cards and telephones masked but for the community's committee and party organisation.", (context, o) => new(
            OpinionAccess.Handles(Viewer.Of(context).Actor, o.Community, directory.IsWithin) ? o.Entry.Text : text.Masked(o.Entry.Text)));
        One<DayType>("on", "Day on which it was given (日期).", o => o.Entry.On);
        One<InstantType>("enteredAt", "When it was entered (登记时间).", o => o.Entry.At);
        Maybe<StringGraphType>("ticket", "Number of its 12345 ticket (工单号); null for others.", o => o.Entry.Ticket);
        Maybe<IdGraphType>("consultationId", "Global id of the newest consultation that has it (关联协商); null while there is none.", o => o.Consultation is { } key ? GlobalId.OfConsultation(key) : null);
        AskMaybe<LedgerConsultationType>("consultation", "That consultation in short (协商简况); null while there is none, and for those who neither read it nor may link.",
            (context, o) => new(o.Consultation is { } key ? consultations.Find(context, o.Community, key) : null));
        Maybe<InstantType>("linkedAt", "When it went into that (关联时间).", o => o.LinkedAt);
    }
}

/// <summary>One of a list of entries.</summary>
internal sealed class OpinionEntryEdgeType() : EdgeType<OpinionRow, OpinionEntryType>("OpinionEntry", "entries of an opinion ledger (意见)");

/// <summary>A page of a list of entries.</summary>
internal sealed class OpinionEntryConnectionType : ConnectionType<OpinionRow, OpinionEntryType, OpinionEntryEdgeType>
{
    public OpinionEntryConnectionType() : base("OpinionEntry", "entries of an opinion ledger (意见)") =>
        AskOne<IntGraphType>("totalCount", "How many match in all.", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
}
