using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Notices;

/// <summary>Pages of an organ's notices, for those who may read them.</summary>
internal sealed class NoticePages(INoticeLists notices, IHubDirectory directory)
{
    public NoticeSubjects Reads(Viewer viewer, OrganCode recipient) => NoticeAccess.Reads(viewer.Actor, recipient, directory.IsWithin);

    public bool Reads(Viewer viewer, Notice notice) => NoticeAccess.Reads(viewer.Actor, notice, directory.IsWithin);

    public Refusal? MarkRead(Viewer viewer, Notice notice) => NoticeAccess.MarkRead(viewer.Actor, notice, directory.IsWithin);

    public async ValueTask<object?> Page(IResolveFieldContext context, OrganCode recipient)
    {
        var subjects = Reads(Viewer.Of(context), recipient);
        if (subjects == NoticeSubjects.None)
            throw RequestError.NotFound($"notices of {recipient}");
        var request = Paging.Read(context);
        var filter = new NoticeFilter(context.GetArgument<bool>("openOnly"), context.GetArgument<bool>("unreadOnly"), context.GetArgument<NoticeKind?>("kind"), subjects);
        try
        {
            return Connection<NoticeRow>.Of(await notices.Page(recipient, filter, request, context.CancellationToken).ConfigureAwait(false), row => row);
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }
}

/// <summary>The arguments of every list of notices.</summary>
internal static class NoticeArguments
{
    public static FieldBuilder<TSource, object> OfNotices<TSource>(this FieldBuilder<TSource, object> field) => field.Paged()
        .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those whose case still waits for the recipient (未办).", a => a.DefaultValue = false)
        .Argument<NonNullGraphType<BooleanGraphType>>("unreadOnly", "Only those not marked read (未读).", a => a.DefaultValue = false)
        .Argument<NoticeKindType>("kind", "Only of this kind (提醒类型).")
        .WithCost(FieldMarks.OneQuestion);
}
