using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Commands;
using Orleans.Runtime;

namespace OpsHub.Host.Doors;

/// <summary>What a refusal is in HTTP.</summary>
internal static class DoorStatus
{
    public static int Of(Refusal refusal) => refusal.Code switch
    {
        RefusalCodes.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalCodes.Conflict => StatusCodes.Status409Conflict,
        RefusalCodes.RetryLater => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>True for a failure of the moment: storage overloaded, a silo or the database lost, no answer in time, or a document stored by a newer version, which
    /// takes this process's place soon. The same may be sent again.</summary>
    public static bool MayPass(Exception failure) =>
        failure is StorageOverloadedException or OrleansException or TimeoutException or JsonException or DbException { IsTransient: true };
}
