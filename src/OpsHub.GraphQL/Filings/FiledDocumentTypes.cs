using System.Globalization;
using GraphQL.Types;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Filings;

/// <summary>A document. A node of this type exists only where the actor may read it; a published list, everyone.</summary>
internal sealed class FiledDocumentType : Described<FiledDocumentNode>
{
    public FiledDocumentType(IHubDirectory directory, FilingsReader reader) : base("FiledDocument", "A document on file (备案文件). What was issued never changes; a later version replaces it. A published list is open to everyone.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", d => GlobalId.OfDocument(d.Unit, d.Document.Id));
        One<UnitType>("unit", "The unit on whose record it stands (单位).", d => directory.Node(d.Unit));
        One<IntGraphType>("number", "Number within the unit, from 1 (序号).", d => d.Document.Id);
        One<FilingKindType>("kind", "What it is (类别).", d => d.Document.Kind);
        One<OrganType>("of", "Whose it is: the unit; of detailed rules the department or township that made them (制定单位). A047.", d => d.Document.Of);
        One<StringGraphType>("title", "Title (标题).", d => d.Document.Title);
        Maybe<StringGraphType>("documentNumber", "Document number (文号); null for a list without one.", d => d.Document.Number);
        Many<OrganType>("responsible", "Responsible units of implementing measures (责任单位). A045.", d => d.Document.Responsible).WithAssumedSize(10);
        Many<ScheduleStepType>("schedule", "Progress schedule of implementing measures, in order of time (进度安排). A045.", d => d.Document.Schedule).WithAssumedSize(5);
        AskOne<ListedMatterConnectionType>("matters", $"Matters of a list, in its order (清单事项); of versions older than the newest {UnitFilings.KeptMatters} none: the trace keeps them. R028, R032.", (context, d) => new(ListPages.Of(
            "matters", [.. d.Document.Matters.Select((m, i) => new PlacedMatter(i, m))], m => m.Place.ToString("D4", CultureInfo.InvariantCulture), Paging.Read(context), reader.Now))).Paged();
        One<IntGraphType>("unclassified", "Matters without a class (未分类数). R028: accepted, and flagged.", d => d.Document.Unclassified);
        Many<FilingCopyType>("copies", "Where it was filed (报备情况). A042.", d => d.Document.Copies).WithAssumedSize(2);
        Maybe<ListPublicationType>("published", "Where it was published (公布情况); null where it was not. T009.", d => d.Document.Published);
        One<BooleanGraphType>("inForce", "True while it is neither replaced nor withdrawn (现行有效).", d => d.Document.IsInForce);
        Maybe<IntGraphType>("replacedBy", "Number of the version that replaced it (替代版本); null otherwise.", d => d.Document.ReplacedBy);
        Maybe<InstantType>("withdrawnAt", "When it was withdrawn (废止时间); null otherwise.", d => d.Document.WithdrawnAt);
        Maybe<StringGraphType>("withdrawnWhy", "Why it was withdrawn (废止原因); null otherwise.", d => d.Document.WithdrawnWhy);
        One<InstantType>("at", "When it was put on file (登记时间).", d => d.Document.At);
        One<OrganType>("by", "Who put it on file (登记单位).", d => d.Document.By);
    }
}

/// <summary>A step of a schedule.</summary>
internal sealed class ScheduleStepType : Described<ScheduleStep>
{
    public ScheduleStepType() : base("ScheduleStep", "A step of a progress schedule (进度安排). A045.")
    {
        One<DayType>("until", "Last day (期限).", s => s.Until);
        One<StringGraphType>("work", "What is done by then (工作内容).", s => s.Work);
    }
}

/// <summary>A matter with its place in the list.</summary>
internal sealed record PlacedMatter(int Place, ListedMatter Matter);

/// <summary>A matter of a list.</summary>
internal sealed class ListedMatterType : Described<PlacedMatter>
{
    public ListedMatterType() : base("ListedMatter", "A matter of a list (清单事项).")
    {
        One<StringGraphType>("name", "Name (名称).", m => m.Matter.Name);
        Maybe<MatterClassType>("class", "Class (类别); null where it was not classified. R028.", m => m.Matter.Class);
        Maybe<ProviderLevelType>("provider", "Which level provides it (提供层级); of public services only. R032.", m => m.Matter.Provider);
    }
}

/// <summary>A filing with a city organ.</summary>
internal sealed class FilingCopyType : Described<FilingCopy>
{
    public FilingCopyType() : base("FilingCopy", "A filing with an organ of the city (报备). A042.")
    {
        One<FilingReceiverType>("with", "The organ (备案机关).", c => c.With);
        One<InstantType>("at", "When it was filed (报备时间).", c => c.At);
        One<StringGraphType>("reference", "Number of the filing report (备案报告文号).", c => c.Reference);
        Maybe<InstantType>("confirmedAt", "When the organ confirmed receipt (收悉时间); null before.", c => c.ConfirmedAt);
    }
}

/// <summary>Where a list was published.</summary>
internal sealed class ListPublicationType : Described<ListPublication>
{
    public ListPublicationType() : base("ListPublication", "Where a list was published (公布). T009.")
    {
        One<InstantType>("at", "When (公布时间).", p => p.At);
        One<StringGraphType>("address", "Web address, or where else it can be seen (公布地址).", p => p.Address);
        One<OrganType>("by", "Who published it (公布单位).", p => p.By);
    }
}

/// <summary>An obligation.</summary>
internal sealed class FilingObligationType : Described<FilingObligationRow>
{
    public FilingObligationType(IHubDirectory directory, FilingsReader reader) : base("FilingObligation", "What a unit owes to have on file (备案义务): since when, until when, by whom. A late one that was met stays late.")
    {
        One<UnitType>("unit", "The unit on whose record it stands (单位).", o => directory.Node(o.Unit));
        One<FilingDutyKindType>("duty", "What is owed (义务).", o => o.Kind);
        One<StringGraphType>("rule", "Rule that it rests on (规则).", o => FilingDuties.RuleOf(o.Kind));
        One<OrganType>("holder", "Who must act (责任单位).", o => o.Holder);
        One<InstantType>("since", "When it was opened (设立时间).", o => o.Since);
        One<InstantType>("dueAt", "Until when (期限); the length is assumed and configurable.", o => o.DueAt);
        Maybe<InstantType>("doneAt", "When it was met, or fell away (完成时间); null while it is owed.", o => o.DoneAt);
        One<BooleanGraphType>("open", "True while it is owed (未完成).", o => o.DoneAt is null);
        One<BooleanGraphType>("late", "True when it is or was met after its term (超期).", o => !o.IsLifted && (o.DoneAt ?? reader.Now) >= o.DueAt);
        One<BooleanGraphType>("lifted", "True when nobody owed it any more (已解除).", o => o.IsLifted);
    }
}

/// <summary>One of a list of documents.</summary>
internal sealed class FiledDocumentEdgeType() : EdgeType<FiledDocumentNode, FiledDocumentType>("FiledDocument", "documents on file (备案文件)");

/// <summary>A page of a list of documents.</summary>
internal sealed class FiledDocumentConnectionType() : ConnectionType<FiledDocumentNode, FiledDocumentType, FiledDocumentEdgeType>("FiledDocument", "documents on file (备案文件)");

/// <summary>One of a list of matters.</summary>
internal sealed class ListedMatterEdgeType() : EdgeType<PlacedMatter, ListedMatterType>("ListedMatter", "matters of a list (清单事项)");

/// <summary>A page of a list of matters.</summary>
internal sealed class ListedMatterConnectionType() : ConnectionType<PlacedMatter, ListedMatterType, ListedMatterEdgeType>("ListedMatter", "matters of a list (清单事项)");

/// <summary>One of a list of obligations.</summary>
internal sealed class FilingObligationEdgeType() : EdgeType<FilingObligationRow, FilingObligationType>("FilingObligation", "obligations (备案义务)");

/// <summary>A page of a list of obligations.</summary>
internal sealed class FilingObligationConnectionType : ConnectionType<FilingObligationRow, FilingObligationType, FilingObligationEdgeType>
{
    public FilingObligationConnectionType() : base("FilingObligation", "obligations (备案义务)") =>
        AskOne<IntGraphType>("totalCount", "How many match in all (总数).", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
}
