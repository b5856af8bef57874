using GraphQL;
using GraphQL.Builders;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Opens a figure of the evidence down to its cases.</summary>
internal sealed class EvidenceCases(IAgencyEvidence evidence)
{
    /// <summary>A page of the cases behind a township's totals; of one figure where it is named.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, TownshipEvidence of)
    {
        var request = Paging.Read(context);
        var kind = context.GetArgument<EvidenceKind?>("kind");
        var all = await evidence.Cases(of.Year.Agency, of.Township, of.Year.Year, of.Totals.Through, context.CancellationToken).ConfigureAwait(false);
        List<EvidenceOfCase> shown = [.. all.Where(c => kind is null || Of(c.Counts, kind.Value) > 0).OrderBy(c => c.Case, StringComparer.Ordinal)];
        return ListPages.Of($"evidence-{of.Year.Agency}-{of.Year.Year}-{of.Township}-{kind}", shown, c => c.Case, request, of.Totals.Through);
    }

    internal static int Of(CaseEvidence counts, EvidenceKind kind) => kind switch
    {
        EvidenceKind.Dispatched => counts.Dispatched,
        EvidenceKind.Accepted => counts.Accepted,
        EvidenceKind.Refused => counts.Refused,
        EvidenceKind.Due => counts.Due,
        EvidenceKind.OnTime => counts.OnTime,
        EvidenceKind.Returned => counts.Returned,
        EvidenceKind.Reworked => counts.Reworked,
        EvidenceKind.Urged => counts.Urged,
        EvidenceKind.MeetingsCalled => counts.MeetingsCalled,
        _ => counts.MeetingsAttended,
    };
}

/// <summary>The arguments of every list of cases behind evidence.</summary>
internal static class EvidenceArguments
{
    public static FieldBuilder<TSource, object> OfEvidence<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<EvidenceKindType>("kind", "Only those that count for this figure; all when left out.")
        .Paged().WithCost(FieldMarks.OneQuestion);
}
