using System.Data.Common;
using System.Runtime.CompilerServices;
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

    /// <summary>The same for what is read on and on: a client that is told RETRY_LATER subscribes again from where it was.</summary>
    public static async IAsyncEnumerable<T> Reading<T>(IAsyncEnumerable<T> values, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = values.GetAsyncEnumerator(cancel);
        await using var _ = reader.ConfigureAwait(false);
        while (await Next(reader).ConfigureAwait(false))
            yield return reader.Current;
    }

    /// <summary>True for a failure of the moment: storage overloaded, a silo or the database lost, no answer in time.</summary>
    public static bool MayPass(Exception failure) =>
        failure is StorageOverloadedException or OrleansException or TimeoutException or DbException { IsTransient: true };

    private static async ValueTask<bool> Next<T>(IAsyncEnumerator<T> reader)
    {
        try
        {
            return await reader.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (MayPass(failure))
        {
            throw new RetryLaterRequestError();
        }
    }
}
