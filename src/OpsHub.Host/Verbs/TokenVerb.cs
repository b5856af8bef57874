using System.CommandLine;
using OpsHub.Domain.Accounts;

namespace OpsHub.Host.Verbs;

/// <summary><c>token issue</c> and <c>token revoke</c>.</summary>
internal static class TokenVerb
{
    public static void AddTo(RootCommand root, OperationRunner runner) => root.Add(new Command("token", "令牌 / bearer tokens") { Issue(runner), Revoke(runner) });

    private static Command Issue(OperationRunner runner)
    {
        var role = new Option<string>("--role") { Required = true, Description = $"角色 / role: {string.Join(", ", Enum.GetNames<Role>().Where(r => r != nameof(Role.Scheduler)))}" };
        var unit = new Option<string>("--unit") { Required = true, Description = "单位代码 / code of the unit, agency or department, e.g. 430203001" };
        var days = new Option<int?>("--days") { Description = "有效天数 / days it holds, 1-3650" };
        var backdate = new Option<bool>("--backdate") { Description = "可补录过去的时间 / may enter past instants" };
        days.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is not (null or (>= 1 and <= 3650)))
                r.AddError("--days 应为 1–3650 / --days takes 1-3650");
        });
        var issue = new Command("issue", "签发令牌，输出到标准输出 / issue a token and print it") { role, unit, days, backdate };
        issue.SetAction((parsed, cancel) => runner.Run(
            "token-issue",
            new TokenIssueRequest(parsed.GetRequiredValue(role), parsed.GetRequiredValue(unit), parsed.GetValue(days), parsed.GetValue(backdate)),
            needsSilo: false,
            cancel));
        return issue;
    }

    private static Command Revoke(OperationRunner runner)
    {
        var id = new Argument<string>("ID") { Description = "签发时显示的编号 / the id shown when it was issued" };
        var revoke = new Command("revoke", "吊销令牌 / revoke a token") { id };
        revoke.SetAction((parsed, cancel) => runner.Run("token-revoke", new TokenRevokeRequest(parsed.GetRequiredValue(id)), needsSilo: false, cancel));
        return revoke;
    }
}
