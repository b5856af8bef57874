using OpsHub.Contracts.Publishing;
using Orleans.Runtime;

namespace OpsHub.GraphQL.Describing;

/// <summary>Turns what may pass, an overloaded or absent part of the hub, into RETRY_LATER; what won't pass stays what it is.</summary>
internal static class Guarded
{
    public static async ValueTask<object?> Wait(ValueTask<object?> asked)
    {
        try
        {
            return await asked.ConfigureAwait(false);
        }
        catch (Exception failure) when (MayPass(failure))
        {
            throw new RetryLaterRequestError();
        }
    }

    /// <summary>True for a failure of the moment: storage overloaded, a silo lost, no answer in time.</summary>
    public static bool MayPass(Exception failure) => failure is StorageOverloadedException or OrleansException or TimeoutException;
}
