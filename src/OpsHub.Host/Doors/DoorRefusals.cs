using OpsHub.Domain.Commands;

namespace OpsHub.Host.Doors;

/// <summary>Refusals at a door, before any case is asked; in both languages.</summary>
internal static class DoorRefusals
{
    public static readonly Refusal Busy = new(RefusalCodes.RetryLater, "HUB", "", null,
        "系统繁忙或部分服务暂不可用，请稍后原样重发", "The hub is overloaded or a part of it is away; send the same again");

    /// <summary>A body that can't be read at all.</summary>
    public static Refusal Body(string zh, string en) => new(RefusalCodes.InvalidInput, "HUB", "", null, zh, en);

    /// <summary>A field that is missing, malformed or out of range.</summary>
    public static Refusal Input(string field, string zh, string en, string rule = "HUB", string clause = "") =>
        new(RefusalCodes.InvalidInput, rule, clause, field, $"{field}：{zh}", $"{field}: {en}");
}

/// <summary>Leaves the reading of a request with its refusal.</summary>
/// <param name="refusal">Why.</param>
/// <param name="status">HTTP status.</param>
internal sealed class DoorRefusedException(Refusal refusal, int status = StatusCodes.Status400BadRequest) : Exception(refusal.En)
{
    public Refusal Refusal => refusal;

    public int Status => status;
}
