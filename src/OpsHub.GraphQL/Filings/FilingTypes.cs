using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Filings;

/// <summary>What a unit has on file. A node of this type exists only where the actor may read it.</summary>
internal sealed class UnitFilingsType : Described<FilingsView>
{
    public UnitFilingsType(IGrainFactory grains, IHubDirectory directory, FilingsReader reader, TracePages traces)
        : base("UnitFilings", "What a county or a township has on file, and what it owes (制度备案): measures and detailed rules of a county, the three lists of a township. A042, A045, A047, A048, R019, T111.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", f => GlobalId.OfFilings(f.State.Unit));
        One<UnitType>("unit", "The county or township (单位).", f => directory.Node(f.State.Unit));
        AskOne<FiledDocumentConnectionType>("documents", "Its documents, oldest first, former versions and withdrawn ones among them (备案文件).", (context, f) => new(Documents(context, f, reader)))
            .Argument<FilingKindType>("kind", "Only of this kind (类别).")
            .Argument<NonNullGraphType<BooleanGraphType>>("inForceOnly", "Only those neither replaced nor withdrawn (现行有效).", a => a.DefaultValue = false).Paged();
        AskMany<FilingObligationType>("obligations", "What it owes, in order of opening (备案义务): open, met in time or late, or fallen away.",
                (context, f) => new(FilingsReader.Obligations(f.State).Where(o => !context.GetArgument<bool>("openOnly") || o.DoneAt is null).ToList()))
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those that are still owed (未完成).", a => a.DefaultValue = true).WithAssumedSize(20);
        Many<TermType>("openTerms", "Terms of what is owed, nearest due first (未完成期限).", f => f.State.Terms.FindAll(t => t.IsOpen).OrderBy(t => t.Due)).WithAssumedSize(20);
        One<IntGraphType>("openObligations", "How much is still owed (未完成数).", f => f.State.Terms.Count(t => t.IsOpen));
        One<BooleanGraphType>("measuresFiled", "True when a county's implementing measures in force are filed with both organs of the city (已备案). A042, A043.", f => FilingDuties.AreMeasuresFiled(f.State));
        Many<FilingFlagType>("flags", "What is flagged and blocks nothing (提示): matters without a class. R028.", f => FilingFlag.Of(f.State)).WithAssumedSize(3);
        One<StringGraphType>("version", "Length of its trace (版本), for expectedVersion; 0 before it is open.", f => f.Length.ToString(CultureInfo.InvariantCulture));
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first. NOT_FOUND for those who read no trace of the unit: part 4.", (context, f) => reader.ReadsTrace(Viewer.Of(context).Actor, f.State.Unit)
            ? traces.Page(context, f.Key, grains.Filings(f.State.Unit).Trace)
            : throw RequestError.NotFound($"trace of the filings of {f.State.Unit}")).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static object Documents(IResolveFieldContext context, FilingsView f, FilingsReader reader)
    {
        var (kind, inForce) = (context.GetArgument<FilingKind?>("kind"), context.GetArgument<bool>("inForceOnly"));
        var all = f.State.Documents.Where(d => (kind is null || d.Kind == kind) && (!inForce || d.IsInForce)).Select(d => reader.Shown(Viewer.Of(context).Actor, f.State.Unit, d)).ToList();
        return ListPages.Of("documents", all, d => d.Document.Id.ToString("D6", CultureInfo.InvariantCulture), Paging.Read(context), reader.Now);
    }
}

/// <summary>A flag.</summary>
internal sealed class FilingFlagType : Described<FilingFlag>
{
    public FilingFlagType() : base("FilingFlag", "Something flagged of a document that blocks nothing (提示).")
    {
        One<IntGraphType>("document", "Number of the document within the unit (序号).", f => f.Document);
        One<StringGraphType>("rule", "Rule id (规则).", f => f.Rule);
        One<StringGraphType>("message", "What it is, in Chinese (说明).", f => f.Zh);
        One<StringGraphType>("messageEn", "The same in English.", f => f.En);
    }
}

/// <summary>Coverage.</summary>
internal sealed class FilingCoverageType : Described<ShownCoverage>
{
    public FilingCoverageType(IHubDirectory directory) : base("FilingCoverage", "How many counties of a city have filed their implementing measures with both of its organs (备案覆盖率). A043.")
    {
        One<IntGraphType>("counties", "Counties in force (县市区数): the denominator.", c => c.Coverage.Counties);
        One<IntGraphType>("filed", "Of those, filed with both organs (已备案数): the numerator.", c => c.Coverage.Filed);
        Maybe<FloatGraphType>("rate", "Share, 0 to 1, unrounded as far as a float holds it (覆盖率); null without counties.", c => (double?)c.Coverage.Rate);
        Maybe<StringGraphType>("shown", "The share as it is shown, rounded half up to a tenth of a per cent, e.g. `77.8%`; null without counties.", c => c.Coverage.Shown);
        Many<UnitType>("missing", "Counties that have not filed, by code (未备案县市区).", c => c.Missing.Select(directory.Node)).WithAssumedSize(10);
    }
}

/// <summary>Coverage with the counties that lack.</summary>
internal sealed record ShownCoverage(FilingCoverage Coverage, IReadOnlyList<Domain.Hierarchy.UnitCode> Missing);
