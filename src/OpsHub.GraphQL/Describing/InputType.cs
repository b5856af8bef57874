using GraphQL.Types;

namespace OpsHub.GraphQL.Describing;

/// <summary>An input type whose fields can't be written without a description. Read as a dictionary by <see cref="Commands.CommandInput"/>.</summary>
internal abstract class InputType : InputObjectGraphType<IDictionary<string, object?>>
{
    protected InputType(string name, string description) => (Name, Description) = (name, description);

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => value;

    protected void Needs<TGraph>(string name, string description) where TGraph : IGraphType =>
        Field<NonNullGraphType<TGraph>>(name).Description(description);

    protected void May<TGraph>(string name, string description, object? byDefault = null) where TGraph : IGraphType
    {
        var field = Field<TGraph>(name).Description(description);
        if (byDefault is not null)
            field.DefaultValue(byDefault);
    }

    protected void NeedsMany<TGraph>(string name, string description) where TGraph : IGraphType =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TGraph>>>>(name).Description(description);

    protected void MayMany<TGraph>(string name, string description) where TGraph : IGraphType =>
        Field<ListGraphType<NonNullGraphType<TGraph>>>(name).Description(description);
}

/// <summary>Reading given fields.</summary>
internal static class GivenFields
{
    /// <summary>A field's value; null when it was left out.</summary>
    public static object? Given(this IDictionary<string, object?> fields, string name) => fields.TryGetValue(name, out var value) ? value : null;
}
