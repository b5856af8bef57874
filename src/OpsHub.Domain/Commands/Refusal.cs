namespace OpsHub.Domain.Commands;

/// <summary>An expected refusal (拒绝): a value, never an exception. Nothing has changed when one is returned.</summary>
/// <param name="Code">Stable upper-case code that clients may switch on, e.g. <c>NOT_ALLOWED</c>.</param>
/// <param name="Rule">The rule id it rests on, e.g. <c>G046</c>, or <c>SM1.7</c> for a row of a state machine, or <c>HUB</c> for our own technical limits.</param>
/// <param name="Clause">The clause of the policy (条款), e.g. <c>三(五)</c>; empty where the rule is ours.</param>
/// <param name="Field">The input field that is at fault, or null when the whole command is.</param>
/// <param name="Zh">What to tell people, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record Refusal(string Code, string Rule, string Clause, string? Field, string Zh, string En);

/// <summary>Codes that appear in many subjects. Codes of one subject stand with it.</summary>
public static class RefusalCodes
{
    /// <summary>The actor's role or unit does not permit this (无权限).</summary>
    public const string NotAllowed = "NOT_ALLOWED";

    /// <summary>The subject does not exist, or is outside what the actor may see (不存在).</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>A field is missing, malformed or out of range (输入无效).</summary>
    public const string InvalidInput = "INVALID_INPUT";

    /// <summary>The present state does not permit the move (当前状态不允许).</summary>
    public const string WrongState = "WRONG_STATE";

    /// <summary>The same command id or number was used before with another body (重复编号，内容不同).</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>Someone else changed the subject since the version the actor saw (版本已变).</summary>
    public const string StaleVersion = "STALE_VERSION";

    /// <summary>The hub is overloaded or a database is away; the same command id may be sent again (请重试).</summary>
    public const string RetryLater = "RETRY_LATER";
}
