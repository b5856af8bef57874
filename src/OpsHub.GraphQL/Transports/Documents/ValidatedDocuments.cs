using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpsHub.GraphQL.Transports.Limits;

namespace OpsHub.GraphQL.Transports.Documents;

/// <summary>
/// Parses and checks a document, and remembers those that passed validation, by their text: a wall asks the same thing
/// thousands of times. Documents that failed are never kept, so nobody can fill the memory with them.
/// </summary>
internal sealed class ValidatedDocuments(ISchema schema, IDocumentBuilder parser, IOptions<GraphQLLimits> limits) : IDisposable
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = limits.Value.DocumentCacheCharacters });

    public int Count => _kept.Count;

    public PreparedOperation Prepare(string text, string? operationName, Inputs variables)
    {
        if (_kept.TryGetValue(new Key(text, operationName), out PreparedOperation? known))
        {
            known!.CheckVariables(variables);
            return known;
        }
        DocumentShape.CheckText(text, limits.Value);
        var document = parser.Build(text);
        DocumentShape.Check(document, limits.Value);
        if (!schema.Initialized)
            schema.Initialize();
        return new PreparedOperation(schema, document, operationName, variables, limits.Value);
    }

    public void Keep(string text, string? operationName, PreparedOperation operation)
    {
        operation.IsValidated = true;
        _kept.Set(new Key(text, operationName), operation, new MemoryCacheEntryOptions { Size = 64 + text.Length });
    }

    public void Dispose() => _kept.Dispose();

    private sealed record Key(string Text, string? OperationName);
}
