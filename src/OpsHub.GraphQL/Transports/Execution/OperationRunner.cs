using System.Security.Claims;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using OpsHub.GraphQL.Transports.Documents;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Transports.Execution;

/// <summary>Whom an operation runs for, and out of which scope.</summary>
internal sealed record Caller(ClaimsPrincipal User, IServiceProvider Services);

/// <summary>The one way from a request to a result, whatever transport it came by.</summary>
internal sealed class OperationRunner(
    IDocumentExecuter executer, ISchema schema, ValidatedDocuments documents, Masking masking,
    IOptions<GraphQLLimits> limits, IOptions<GraphQLSeams> seams)
{
    // How long after its time an operation that ignores cancellation is left behind.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>Parses, bounds and admits an operation. Throws the <see cref="ExecutionError"/> that refuses it.</summary>
    public PreparedOperation Admit(OperationRequest request, ClaimsPrincipal user, bool mayStream)
    {
        var operation = documents.Prepare(request.Query, request.OperationName, request.Variables);
        // Before validation: what the schema looks like is none of an anonymous caller's business.
        if (!GraphQLSeams.IsSignedIn(user) && !operation.Roots.Any(r => r.IsPublic))
            throw new UnauthenticatedError();
        if (!GraphQLSeams.IsSignedIn(user) && operation.Roots.Any(r => !r.IsPublic && r.Name != "__typename"))
            throw new UnauthenticatedError();
        if (operation.Roots.Any(r => r.IsIntrospection) && !seams.Value.MayIntrospect(user))
            throw new ExecutionError("Introspection is not open to you.") { Code = "INTROSPECTION_REFUSED" };
        if (!mayStream && operation.Operation.Operation == OperationType.Subscription)
            throw new BadRequestError("Subscribe over graphql-transport-ws, or with Accept: text/event-stream.");
        return operation;
    }

    public async Task<ExecutionResult> RunAsync(OperationRequest request, PreparedOperation operation, Caller caller, CancellationToken cancel)
    {
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = operation.Document,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            User = caller.User,
            RequestServices = caller.Services,
            CancellationToken = cancel,
            Timeout = limits.Value.ExecutionTimeout,
            UnhandledExceptionDelegate = masking.HideAsync,
            // What of validation depends on variables is never remembered.
            ValidationRules = operation.IsValidated ? [FieldArgumentsAreValidRule.Instance] : null,
        };
        var result = await ExecuteAsync(options, cancel).ConfigureAwait(false);
        if (result.Executed && !operation.IsValidated)
            documents.Keep(request.Query, request.OperationName, operation);
        return masking.Tidy(result, caller.User);
    }

    private async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, CancellationToken cancel)
    {
        var executing = executer.ExecuteAsync(options);
        try
        {
            return await executing.WaitAsync(limits.Value.ExecutionTimeout + Grace, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _ = PulledResponses.AbandonAsync(executing);
            return new ExecutionResult(new TimeoutError());
        }
        catch (OperationCanceledException)
        {
            _ = PulledResponses.AbandonAsync(executing);
            throw;
        }
    }
}

/// <summary>An operation that is not open to the anonymous.</summary>
internal sealed class UnauthenticatedError : ExecutionError
{
    public const string ErrorCode = "UNAUTHENTICATED";

    public UnauthenticatedError() : base("Sign in first: send Authorization: Bearer with a token.") => Code = ErrorCode;
}
