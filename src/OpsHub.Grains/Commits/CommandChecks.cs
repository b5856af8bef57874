using OpsHub.Contracts.Commands;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>Checks that hold for every command of every subject.</summary>
internal static class CommandChecks
{
    public static readonly Refusal Busy = new(
        RefusalCodes.RetryLater, "HUB", "", null, "系统繁忙或数据库暂不可用，请用同一指令编号重试", "The hub is busy or its database is away; send the same command id again");

    /// <summary>The same as <see cref="Version"/> for those who may act and don't read: not what, nor how much.</summary>
    public static readonly Refusal Changed = new(
        RefusalCodes.StaleVersion, "G019", "三(四)", "expectedVersion", "版本已变，请核对后再办", "It stands at another version than expectedVersion; look again before you act");

    // Of a long absence the newest steps are told; the trace has them all.
    private const int Told = 10;

    public static Refusal? Id(CommandContext context) => context.CommandId.Length is > 0 and <= CommandIds.MaxLength && !context.CommandId.Any(char.IsControl)
        ? null
        : new Refusal(RefusalCodes.InvalidInput, "G019", "三(四)", "commandId", $"commandId 应为 1–{CommandIds.MaxLength} 个字符", $"commandId takes 1-{CommandIds.MaxLength} characters");

    public static Refusal? Occurred(CommandContext context, DateTimeOffset now)
    {
        if (context.OccurredAt is not { } at)
            return null;
        if (!context.Actor.Backdates)
            return new Refusal(RefusalCodes.NotAllowed, "G019", "三(四)", "occurredAt", "没有补录权限", "This key may not enter past instants");
        return at <= now
            ? null
            : new Refusal(RefusalCodes.InvalidInput, "G019", "三(四)", "occurredAt", "发生时间不能晚于现在", "occurredAt lies in the future");
    }

    // Whoever is told reads it: events and organs by their names, in the words of the trace.
    public static Refusal? Version(CommandContext context, TraceChain trace, Func<OrganCode, string> nameOf)
    {
        if (context.ExpectedVersion is not { } seen || seen == trace.Length)
            return null;
        var since = trace.Recent.FindAll(e => e.Sequence > seen).TakeLast(Told);
        string What(string separator, bool chinese) =>
            string.Join(separator, since.Select(e => $"{e.Sequence} {TraceWording.Of(e, chinese)} {nameOf(e.Organ)} {LocalDay.Text(e.EffectiveAt)}"));
        return new Refusal(RefusalCodes.StaleVersion, "G019", "三(四)", "expectedVersion",
            $"您看到的是第 {seen} 步，现已到第 {trace.Length} 步：{What("；", true)}", $"You saw step {seen}; it is now at step {trace.Length}: {What("; ", false)}");
    }

    public static Refusal Conflict(string? number) => new(
        RefusalCodes.Conflict, "G017", "三(四)", "commandId",
        $"同一编号已用于另一内容{(number is null ? "" : $"（案件 {number}）")}", $"The same id was used with another body{(number is null ? "" : $" (case {number})")}");
}
