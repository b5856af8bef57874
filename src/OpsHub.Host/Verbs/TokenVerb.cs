using System.CommandLine;
using OpsHub.Host.Accounts;

namespace OpsHub.Host.Verbs;

/// <summary><c>token issue</c>, <c>token list</c> and <c>token revoke</c>.</summary>
internal static class TokenVerb
{
    public static void AddTo(RootCommand root, OperationRunner runner) =>
        root.Add(new Command("token", "令牌 / bearer tokens") { Issue(runner), List(runner), Revoke(runner) });

    /// <summary>The language of what people read.</summary>
    public static Option<string?> Language()
    {
        var language = new Option<string?>("--language") { Description = "语言 / language: zh (默认 / default), en" };
        language.AcceptOnlyFromAmong("zh", "en");
        return language;
    }

    private static Command Issue(OperationRunner runner)
    {
        var role = new Option<string>("--role") { Required = true, Description = $"角色 / role: {Grants.Roles}" };
        var unit = new Option<string>("--unit") { Required = true, Description = "单位代码 / code of the unit, agency or department, e.g. 430203001" };
        var days = new Option<int?>("--days") { Description = "有效天数 / days it holds, 1-3650" };
        var backdate = new Option<bool>("--backdate") { Description = "可补录过去的时间 / may enter past instants" };
        var name = new Option<string?>("--name") { Description = "固定名称：续签后仍视为同一主体，重发的指令不会重复执行 / a lasting name: a renewed token is the same principal, so commands sent again are known" };
        var language = Language();
        days.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is not (null or (>= 1 and <= 3650)))
                r.AddError("--days 应为 1–3650 / --days takes 1-3650");
        });
        var issue = new Command("issue", "签发令牌，输出到标准输出 / issue a token and print it") { role, unit, days, backdate, name, language };
        issue.SetAction((parsed, cancel) => runner.Run(
            "token-issue",
            new TokenIssueRequest(
                parsed.GetRequiredValue(role), parsed.GetRequiredValue(unit), parsed.GetValue(days), parsed.GetValue(backdate), parsed.GetValue(name), parsed.GetValue(language)),
            needsSilo: false,
            cancel));
        return issue;
    }

    private static Command List(OperationRunner runner)
    {
        var all = new Option<bool>("--all") { Description = "包括已吊销和已过期的 / also revoked and lapsed ones" };
        var list = new Command("list", "列出有效令牌 / list the tokens that hold") { all };
        list.SetAction((parsed, cancel) => runner.Run("token-list", new TokenListRequest(parsed.GetValue(all)), needsSilo: false, cancel));
        return list;
    }

    private static Command Revoke(OperationRunner runner)
    {
        var id = new Argument<string?>("ID") { Description = "签发时显示的编号 / the id shown when it was issued", Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--name") { Description = "吊销该名称的全部令牌 / all tokens of this name" };
        var revoke = new Command("revoke", "吊销令牌 / revoke a token") { id, name };
        revoke.Validators.Add(r =>
        {
            if (r.GetValue(id) is null == r.GetValue(name) is null)
                r.AddError("请指定 ID 或 --name 之一 / give either an ID or --name");
        });
        revoke.SetAction((parsed, cancel) => runner.Run("token-revoke", new TokenRevokeRequest(parsed.GetValue(id), parsed.GetValue(name)), needsSilo: false, cancel));
        return revoke;
    }
}
