using System.CommandLine;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;
using OpsHub.Host.Verbs;

namespace OpsHub.Host.Replay;

/// <summary>The verb <c>replay</c> and the demonstration.</summary>
internal static class ReplayRegistration
{
    public static IServiceCollection AddReplay(this IServiceCollection services) => services
        .AddSingleton<ReplaySession>()
        .AddSingleton<IOperation<ReplayRequest>, ReplayOperation>();

    public static IServiceCollection AddDemo(this IServiceCollection services, ServeRequest request) =>
        request.Demo ? services.AddSingleton<DemoConsultations>().AddSingleton<DemoYears>().AddSingleton<DemoAreas>().AddHostedService<DemoReplay>() : services;

    public static Command Verb(OperationRunner runner)
    {
        var cases = new Option<string>("--cases") { Description = "案件流 CSV，可为 .gz / stream of cases", Required = true };
        var types = new Option<string>("--types") { Description = "类型到类别的对照 CSV / types to categories", Required = true };
        var speed = new Option<double?>("--speed") { Description = "每秒回放多少秒的案件流 / seconds of the stream in a real second" };
        var atOnce = new Option<bool>("--at-once") { Description = "一次全部补录（默认） / all at once, each step at its own past instant (default)" };
        var replay = new Command("replay", "通过接口回放案件流（需服务在运行） / replay a stream of cases through the running hub's API") { cases, types, speed, atOnce };
        replay.Validators.Add(r =>
        {
            if (r.GetValue(atOnce) && r.GetValue(speed) is not null)
                r.AddError("--speed 与 --at-once 只能选一个 / choose one of --speed and --at-once");
        });
        replay.SetAction((parsed, cancel) => runner.Run(
            "replay",
            new ReplayRequest(Path.GetFullPath(parsed.GetRequiredValue(cases)), Path.GetFullPath(parsed.GetRequiredValue(types)), parsed.GetValue(speed)),
            needsSilo: false,
            cancel));
        return replay;
    }
}
