using System.CommandLine;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary><c>serve</c>, also when no verb is given.</summary>
internal static class ServeVerb
{
    public static void AddTo(RootCommand root, IReadOnlyList<string> settings)
    {
        var demo = new Option<bool>("--demo") { Description = "回放示例案件流 / also replay the sample stream of cases" };
        var speed = new Option<double>("--speed") { Description = "回放速度：每秒回放多少秒的案件流 / seconds of the stream in a real second", DefaultValueFactory = _ => 60 };
        var urls = new Option<string>("--urls") { Description = "监听地址，用分号分隔 / addresses, separated by semicolons", DefaultValueFactory = _ => Addresses.Default };
        speed.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is not (> 0 and <= 1_000_000))
                r.AddError("--speed 应大于 0 且不超过 1000000 / --speed must be above 0 and at most 1000000");
        });
        var serve = new Command("serve", "启动服务（默认） / serve (the default)");
        foreach (var command in new Command[] { root, serve })
        {
            command.Add(demo);
            command.Add(speed);
            command.Add(urls);
            command.SetAction((parsed, cancel) => HubHost.Serve(
                new ServeRequest(
                    settings,
                    parsed.GetRequiredValue(urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                    parsed.GetValue(demo),
                    parsed.GetValue(speed)),
                cancel));
        }

        root.Add(serve);
    }
}
