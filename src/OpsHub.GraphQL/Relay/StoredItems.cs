using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Relay;

/// <summary>An item of a list that is a row of the index or, completed, a state.</summary>
internal interface IListed
{
    /// <summary>Grain key.</summary>
    string Key { get; }

    /// <summary>True where its state is there.</summary>
    bool IsWhole { get; }
}

/// <summary>Completes a list's rows of the index with stored states where the selection asks for more than the index has: all that one wave of a query names in one question, and no
/// grain is woken. As fresh as <see cref="StoredSubjects"/>; rights are judged by the state that is shown.</summary>
/// <param name="kind">What is listed, for NOT_FOUND.</param>
/// <param name="ofRow">Fields that the index answers alone.</param>
/// <param name="read">Reads stored states.</param>
/// <param name="reads">May the actor read it?</param>
/// <param name="node">A state as a node.</param>
internal sealed class StoredItems<TNode, TView>(
    string kind, IReadOnlySet<string> ofRow, Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, TView>>> read, Func<Actor, TView, bool> reads, Func<TView, TNode> node)
    where TNode : class, IListed
    where TView : class
{
    private readonly string _batch = $"stored {kind}";

    /// <summary>A stored state; null when there is none.</summary>
    public IDataLoaderResult<TView?> Load(IResolveFieldContext context, string key) => context.RequestServices!.GetRequiredService<Batches>().Load<string, TView>(_batch, key, read);

    /// <summary>A stored state as a node; null when there is none, or the viewer may not read it.</summary>
    public IDataLoaderResult<TNode?> Find(IResolveFieldContext context, string key)
    {
        var actor = Viewer.Of(context).Actor;
        return Load(context, key).Then(view => view is not null && reads(actor, view) ? node(view) : null);
    }

    /// <summary>The states of a list's rows, or the rows where they suffice.</summary>
    public object Complete(IResolveFieldContext context, IReadOnlyList<TNode> nodes)
    {
        if (RowsSuffice(context))
            return nodes;
        var finds = nodes.Select(n => Find(context, n.Key)).ToList();
        return new Loaded<IReadOnlyList<TNode>>(async () =>
        {
            var found = await Task.WhenAll(finds.Select(f => f.GetResultAsync())).ConfigureAwait(false);
            // Between the two reads one may have passed out of what the actor reads.
            return [.. found.OfType<TNode>()];
        });
    }

    /// <summary>The same for one row of a list.</summary>
    public object Complete(IResolveFieldContext context, TNode one) =>
        one.IsWhole || RowsSuffice(context) ? one : Find(context, one.Key).Then(found => found ?? throw RequestError.NotFound(kind));

    private bool RowsSuffice(IResolveFieldContext context) => context.SubFields is not { } asked || asked.Values.All(f => ofRow.Contains(f.FieldType.Name));
}
