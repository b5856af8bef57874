using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Describing;

/// <summary>An object type whose fields can't be written without a description and without saying whether they may be null.</summary>
internal abstract class Described<TSource> : ObjectGraphType<TSource>
{
    protected Described(string name, string description) => (Name, Description) = (name, description);

    /// <summary>Marks all fields so far as answered from memory.</summary>
    protected void AllLive()
    {
        foreach (var field in Fields)
            field.AsLive();
    }

    /// <summary>A field that is never null.</summary>
    protected FieldBuilder<TSource, object> One<TGraph>(string name, string description, Func<TSource, object?> read) where TGraph : IGraphType =>
        Field<NonNullGraphType<TGraph>>(name).Description(description).Resolve(new Read<TSource>(read));

    /// <summary>A field that may be null.</summary>
    protected FieldBuilder<TSource, object> Maybe<TGraph>(string name, string description, Func<TSource, object?> read) where TGraph : IGraphType =>
        Field<TGraph>(name).Description(description).Resolve(new Read<TSource>(read));

    /// <summary>A list; neither it nor its items are ever null.</summary>
    protected FieldBuilder<TSource, object> Many<TGraph>(string name, string description, Func<TSource, object?> read) where TGraph : IGraphType =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TGraph>>>>(name).Description(description).Resolve(new Read<TSource>(read));

    /// <summary>A field that is never null and depends on what was asked.</summary>
    protected FieldBuilder<TSource, object> AskOne<TGraph>(string name, string description, Func<IResolveFieldContext, TSource, ValueTask<object?>> ask)
        where TGraph : IGraphType => Field<NonNullGraphType<TGraph>>(name).Description(description).Resolve(new Ask<TSource>(ask));

    /// <summary>A field that may be null and depends on what was asked.</summary>
    protected FieldBuilder<TSource, object> AskMaybe<TGraph>(string name, string description, Func<IResolveFieldContext, TSource, ValueTask<object?>> ask)
        where TGraph : IGraphType => Field<TGraph>(name).Description(description).Resolve(new Ask<TSource>(ask));

    /// <summary>A list that depends on what was asked.</summary>
    protected FieldBuilder<TSource, object> AskMany<TGraph>(string name, string description, Func<IResolveFieldContext, TSource, ValueTask<object?>> ask)
        where TGraph : IGraphType =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TGraph>>>>(name).Description(description).Resolve(new Ask<TSource>(ask));
}
