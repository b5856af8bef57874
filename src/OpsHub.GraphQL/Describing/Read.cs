using GraphQL;
using GraphQL.Resolvers;

namespace OpsHub.GraphQL.Describing;

/// <summary>Reads a field from its source, with nothing allocated on the way: a wall's query has hundreds of them.</summary>
internal sealed class Read<TSource>(Func<TSource, object?> read) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read((TSource)context.Source!));
}

/// <summary>Answers a field from its source and what was asked.</summary>
internal sealed class Ask<TSource>(Func<IResolveFieldContext, TSource, ValueTask<object?>> ask) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        ValueTask<object?> asked;
        try
        {
            asked = ask(context, (TSource)context.Source!);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            throw new RetryLaterRequestError();
        }
        return asked.IsCompletedSuccessfully ? asked : Guarded.Wait(asked);
    }
}
