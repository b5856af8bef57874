using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace OpsHub.GraphQL.Marks;

/// <summary>What a field says about itself to the transports.</summary>
public static class FieldMarks
{
    private const string PublicKey = "opshub:public";
    private const string LiveKey = "opshub:live";
    private const string SizeKey = "opshub:size";
    private const string CostKey = "opshub:cost";

    /// <summary>What a field costs that asks the database by itself, wherever it stands: a query within the bound on complexity runs about 250 of them.</summary>
    public const int OneQuestion = 200;

    /// <summary>Anonymous callers may ask for this root field.</summary>
    public static T AsPublic<T>(this T field) where T : IMetadataWriter => field.WithMetadata(PublicKey, true);

    /// <summary>
    /// A field answered from memory whose value depends on nothing of the caller but the scope key. Callers of one scope may be
    /// given the same bytes for a moment when they ask for nothing but such fields, at every depth.
    /// </summary>
    public static T AsLive<T>(this T field) where T : IMetadataWriter => field.WithMetadata(LiveKey, true);

    /// <summary>How long this list usually is, for the complexity of queries that don't say.</summary>
    public static T WithAssumedSize<T>(this T field, int size) where T : IMetadataWriter => field.WithMetadata(SizeKey, size);

    /// <summary>What asking for this field costs beside the values it gives.</summary>
    public static T WithCost<T>(this T field, int cost) where T : IMetadataWriter => field.WithMetadata(CostKey, cost);

    internal static bool IsPublic(this FieldType field) => field.GetMetadata(PublicKey, false);

    internal static bool IsLive(this FieldType field) => field.GetMetadata(LiveKey, false);

    internal static int Cost(this FieldType field) => field.GetMetadata(CostKey, 1);

    internal static int? AssumedSize(this FieldType field) => field.GetMetadata<int?>(SizeKey, (int?)null);
}

/// <summary><see cref="FieldMarks.AsPublic{T}"/> for fields made from methods.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class PublicFieldAttribute : GraphQLAttribute
{
    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType, IGraphType graphType, MemberInfo memberInfo, ref bool ignore) =>
        fieldType.AsPublic();
}

/// <summary><see cref="FieldMarks.AsLive{T}"/> for fields made from methods.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class LiveFieldAttribute : GraphQLAttribute
{
    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType, IGraphType graphType, MemberInfo memberInfo, ref bool ignore) =>
        fieldType.AsLive();
}

/// <summary><see cref="FieldMarks.WithAssumedSize{T}"/> for fields made from methods.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AssumedSizeAttribute(int size) : GraphQLAttribute
{
    /// <summary>The usual length.</summary>
    public int Size => size;

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType, IGraphType graphType, MemberInfo memberInfo, ref bool ignore) =>
        fieldType.WithAssumedSize(size);
}
