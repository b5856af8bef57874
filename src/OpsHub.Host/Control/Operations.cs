using OpsHub.Host.Replay;
using OpsHub.Host.Trace;
using OpsHub.Host.Verbs;

namespace OpsHub.Host.Control;

/// <summary>Goes over every operation with its type.</summary>
internal interface IOperationVisitor
{
    void Visit<T>(string verb) where T : notnull;
}

/// <summary>All operations by their verbs: the one list.</summary>
internal static class Operations
{
    public static void Each(IOperationVisitor visitor)
    {
        visitor.Visit<ImportRequest>("import");
        visitor.Visit<ImportCalendarRequest>("import-calendar");
        visitor.Visit<TokenIssueRequest>("token-issue");
        visitor.Visit<TokenListRequest>("token-list");
        visitor.Visit<TokenRevokeRequest>("token-revoke");
        visitor.Visit<AccountAddRequest>("account-add");
        visitor.Visit<AccountListRequest>("account-list");
        visitor.Visit<AccountChangeRequest>("account-change");
        visitor.Visit<RecountRequest>("recount");
        visitor.Visit<VerifyTraceRequest>("verify-trace");
        visitor.Visit<ExportTraceRequest>("export-trace");
        visitor.Visit<RepublishRequest>("republish");
        visitor.Visit<ReplayRequest>("replay");
    }

    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<IOperation<ImportRequest>, ImportOperation>()
        .AddSingleton<IOperation<ImportCalendarRequest>, ImportCalendarOperation>()
        .AddSingleton<IOperation<TokenIssueRequest>, TokenIssueOperation>()
        .AddSingleton<IOperation<TokenListRequest>, TokenListOperation>()
        .AddSingleton<IOperation<TokenRevokeRequest>, TokenRevokeOperation>()
        .AddSingleton<IOperation<AccountAddRequest>, AccountAddOperation>()
        .AddSingleton<IOperation<AccountListRequest>, AccountListOperation>()
        .AddSingleton<IOperation<AccountChangeRequest>, AccountChangeOperation>()
        .AddSingleton<RecountOperation>()
        .AddSingleton<IOperation<RecountRequest>>(provider => provider.GetRequiredService<RecountOperation>())
        .AddTraceSealing()
        .AddSingleton<IOperation<VerifyTraceRequest>, VerifyTraceOperation>()
        .AddSingleton<IOperation<ExportTraceRequest>, ExportTraceOperation>()
        .AddSingleton<IOperation<RepublishRequest>, RepublishOperation>()
        .AddReplay();
}
