using System.Diagnostics;
using System.Security.Claims;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OpsHub.GraphQL.Transports.Execution;

/// <summary>What callers are told of errors: the expected ones as they are, of the others only a number to quote.</summary>
internal sealed partial class Masking(ILogger<Masking> log, TimeProvider clock, IOptions<GraphQLLimits> limits, IOptions<GraphQLSeams> seams)
{
    private const string Suggestion = " Did you mean";

    public Task HideAsync(UnhandledExceptionContext context)
    {
        context.Exception = Hide(context.OriginalException, context.FieldContext?.FieldDefinition.Name);
        return Task.CompletedTask;
    }

    public ExecutionError Hide(Exception failure, string? field)
    {
        var correlation = Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        LogUnexpected(log, failure, field ?? "(none)", correlation);
        return new ExecutionError($"Something unexpected happened. Quote {correlation} when you report it.")
        {
            Code = "INTERNAL",
            Extensions = new() { ["correlationId"] = correlation },
        };
    }

    /// <summary>Bounds the errors reported, and takes the guesses out for those who may not know the schema.</summary>
    public ExecutionResult Tidy(ExecutionResult result, ClaimsPrincipal user)
    {
        if (result.Errors is not { Count: > 0 } errors)
            return result;
        var told = new ExecutionErrors();
        var mayKnow = seams.Value.MayIntrospect(user);
        foreach (var error in errors.Take(limits.Value.MaxErrors))
            told.Add(mayKnow ? error : WithoutGuesses(error));
        if (errors.Count > limits.Value.MaxErrors)
            told.Add(new ExecutionError($"{errors.Count - limits.Value.MaxErrors} more errors.") { Code = "TOO_MANY_ERRORS" });
        result.Errors = told;
        return result;
    }

    private static ExecutionError WithoutGuesses(ExecutionError error)
    {
        var guess = error.Message.IndexOf(Suggestion, StringComparison.Ordinal);
        if (guess < 0)
            return error;
        var plain = new ExecutionError(error.Message[..guess]) { Code = error.Code, Path = error.Path };
        foreach (var location in error.Locations ?? [])
            plain.AddLocation(location);
        return plain;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure in field {Field}, reported as {CorrelationId}")]
    private static partial void LogUnexpected(ILogger log, Exception failure, string field, string correlationId);
}
