using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace OpsHub.GraphQL.Roots;

/// <summary>The contract as text.</summary>
internal static class SchemaPrint
{
    /// <summary>The schema in SDL, in alphabetic order, with descriptions and deprecations; ends with one line feed.</summary>
    public static string Of(ISchema schema)
    {
        if (!schema.Initialized)
            schema.Initialize();
        var options = new PrintOptions { IncludeDescriptions = true, IncludeDeprecationReasons = true, StringComparison = StringComparison.Ordinal };
        return schema.Print(options).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
