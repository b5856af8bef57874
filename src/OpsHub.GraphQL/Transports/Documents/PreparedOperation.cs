using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using OpsHub.GraphQL.Transports.Limits;

namespace OpsHub.GraphQL.Transports.Documents;

/// <summary>One operation of a parsed document, with what the door has to know about it.</summary>
internal sealed class PreparedOperation
{
    private readonly ISchema _schema;
    private readonly GraphQLLimits _limits;
    private readonly bool _sizedByVariables;

    public PreparedOperation(ISchema schema, GraphQLDocument document, string? name, Inputs variables, GraphQLLimits limits)
    {
        (_schema, _limits, Document, Operation) = (schema, limits, document, Select(document, name));
        _sizedByVariables = CheckSize(variables);
        Roots = RootField.Of(schema, document, Operation);
        IsLive = LiveFields.Only(schema, document, Operation);
    }

    public GraphQLDocument Document { get; }

    public GraphQLOperationDefinition Operation { get; }

    public IReadOnlyList<RootField> Roots { get; }

    /// <summary>Every field, at every depth, is answered from memory and may be shared within a scope.</summary>
    public bool IsLive { get; }

    /// <summary>Set when it has passed validation, which then is not done again.</summary>
    public bool IsValidated { get; set; }

    public void CheckVariables(Inputs variables)
    {
        if (_sizedByVariables)
            CheckSize(variables);
    }

    private bool CheckSize(Inputs variables)
    {
        var sizes = new FieldSizes(Operation, variables, _limits.AssumedListSize);
        var size = new OperationMeasure(_schema, Document, sizes).Measure(Operation);
        if (size.Depth > _limits.MaxDepth)
            throw new LimitError("TOO_DEEP", "Levels of fields", size.Depth, _limits.MaxDepth);
        if (size.Fields > _limits.MaxFields)
            throw new LimitError("TOO_MANY_FIELDS", "Fields with fragments spread out", Whole(size.Fields), _limits.MaxFields);
        if (size.Complexity > _limits.MaxComplexity)
            throw new LimitError("TOO_COMPLEX", "Values the operation may produce", Whole(size.Complexity), _limits.MaxComplexity);
        return sizes.UsedVariables;
    }

    private static long Whole(double size) => size < long.MaxValue ? (long)size : long.MaxValue;

    private static GraphQLOperationDefinition Select(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (operations.Count == 0)
            throw new NoOperationError();
        if (!string.IsNullOrEmpty(name))
            return operations.Find(o => o.Name?.Value == name) ?? throw new InvalidOperationNameError(name);
        return operations.Count == 1 ? operations[0] : throw new NoOperationNameError();
    }
}
