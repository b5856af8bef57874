using GraphQL.Types;

namespace OpsHub.GraphQL.Describing;

/// <summary>An enumeration of the domain under its names of the contract, each with its description.</summary>
internal abstract class EnumType<TEnum> : EnumerationGraphType where TEnum : struct, Enum
{
    protected EnumType(string name, string description, params (string Name, TEnum Value, string Description)[] values)
    {
        (Name, Description) = (name, description);
        foreach (var value in values)
            Add(value.Name, value.Value, value.Description);
        if (Enum.GetValues<TEnum>().Except(values.Select(v => v.Value)).ToList() is { Count: > 0 } forgotten)
            throw new InvalidOperationException($"{name} has no name for {string.Join(", ", forgotten)}.");
    }
}
