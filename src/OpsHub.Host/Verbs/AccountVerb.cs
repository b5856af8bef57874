using System.CommandLine;
using OpsHub.Host.Accounts;

namespace OpsHub.Host.Verbs;

/// <summary><c>account</c>: who may sign in.</summary>
internal static class AccountVerb
{
    public static void AddTo(RootCommand root, OperationRunner runner) => root.Add(new Command("account", "账号 / accounts: who may sign in")
    {
        Add(runner),
        List(runner),
        Change(runner, "password", AccountChange.Password, "重设随机密码，只显示一次 / give a new random password and print it once"),
        Change(runner, "disable", AccountChange.Disable, "停用账号并吊销其令牌 / disable an account and revoke its tokens"),
        Change(runner, "enable", AccountChange.Enable, "重新启用账号，密码不变 / enable it again, with its former password"),
    });

    private static Command Add(OperationRunner runner)
    {
        var name = Name();
        var role = new Option<string>("--role") { Required = true, Description = $"角色 / role: {Grants.Roles}" };
        var unit = new Option<string>("--unit") { Required = true, Description = "单位代码 / code of the unit, agency or department, e.g. 430203001" };
        var language = TokenVerb.Language();
        var add = new Command("add", "新建账号，随机密码只显示一次 / open an account and print its random password once") { name, role, unit, language };
        add.SetAction((parsed, cancel) => runner.Run(
            "account-add",
            new AccountAddRequest(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), parsed.GetRequiredValue(unit), parsed.GetValue(language)),
            needsSilo: false,
            cancel));
        return add;
    }

    private static Command List(OperationRunner runner)
    {
        var list = new Command("list", "列出全部账号 / list all accounts");
        list.SetAction((_, cancel) => runner.Run("account-list", new AccountListRequest(), needsSilo: false, cancel));
        return list;
    }

    private static Command Change(OperationRunner runner, string verb, AccountChange change, string description)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, cancel) => runner.Run("account-change", new AccountChangeRequest(parsed.GetRequiredValue(name), change), needsSilo: false, cancel));
        return command;
    }

    private static Option<string> Name() => new("--name") { Required = true, Description = "账号名 / the name to sign in with" };
}
