using GraphQL;

namespace OpsHub.GraphQL.Transports.Limits;

/// <summary>A document or request beyond a bound. The code says which.</summary>
internal sealed class LimitError : ExecutionError
{
    public LimitError(string code, string what, long found, long allowed)
        : base($"{what}: {found} of at most {allowed}.") => Code = code;
}
