using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Relay;

/// <summary>The arguments of every connection, and what is refused of them.</summary>
internal static class Paging
{
    public const int Largest = 100;
    public const int Default = 20;

    public static FieldBuilder<TSource, object> Paged<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<IntGraphType>("first", "How many from the start, or after `after`: 1 to 100; 20 when neither first nor last is given. Not together with last.")
        .Argument<StringGraphType>("after", "Cursor of the item before the first one wanted. INVALID_INPUT when it is not of this list.")
        .Argument<IntGraphType>("last", "How many up to the end, or before `before`: 1 to 100. Not together with first.")
        .Argument<StringGraphType>("before", "Cursor of the item after the last one wanted. INVALID_INPUT when it is not of this list.");

    public static PageRequest Read(IResolveFieldContext context)
    {
        var first = context.GetArgument<int?>("first");
        var last = context.GetArgument<int?>("last");
        if (first is not null && last is not null)
            throw RequestError.Input("last", "Give first or last, not both.");
        Check("first", first);
        Check("last", last);
        return new PageRequest(last is null ? first ?? Default : null, context.GetArgument<string?>("after"), last, context.GetArgument<string?>("before"));
    }

    /// <summary>A count that is no connection's, such as the ten oldest.</summary>
    public static int Count(IResolveFieldContext context, string name, int most)
    {
        var count = context.GetArgument<int>(name);
        return count >= 1 && count <= most ? count : throw RequestError.Input(name, $"{name} is 1 to {most}, got {count}.");
    }

    private static void Check(string name, int? count)
    {
        if (count is < 1 or > Largest)
            throw RequestError.Input(name, $"{name} is 1 to {Largest}, got {count}.");
    }
}
