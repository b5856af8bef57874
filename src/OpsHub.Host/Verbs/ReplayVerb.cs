using System.CommandLine;
using OpsHub.Host.Control;
using OpsHub.Host.Options;
using OpsHub.Host.Replay;
using OpsHub.Host.Seeds;
using OpsHub.Host.Startup;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Verbs;

/// <summary><c>replay</c>: sends a stream of cases to the running hub, through its API.</summary>
internal static class ReplayVerb
{
    private const int TokenDays = 7;

    public static void AddTo(RootCommand root, IReadOnlyList<string> settings)
    {
        var cases = new Option<string>("--cases") { Required = true, Description = "案件 CSV，可为 .gz / CSV of cases, may be .gz" };
        var types = new Option<string>("--types") { Required = true, Description = "类型到类别的对应表 / CSV that maps types to categories" };
        var speed = new Option<double>("--speed") { Description = "每秒回放多少秒 / seconds of the stream in a real second", DefaultValueFactory = _ => 60 };
        var atOnce = new Option<bool>("--at-once") { Description = "一次全部补录，按原时间 / everything at once, entered afterwards at its own instant" };
        var url = new Option<string>("--url") { Description = "系统地址 / address of the hub", DefaultValueFactory = _ => Addresses.Default };
        var city = new Option<string>("--city") { Description = "市代码 / code of the city", DefaultValueFactory = _ => "4302" };
        var replay = new Command("replay", "向运行中的系统回放案件流 / replay a stream of cases to the running hub") { cases, types, speed, atOnce, url, city };
        replay.SetAction((parsed, cancel) => Run(
            settings,
            new ReplayFiles(parsed.GetRequiredValue(cases), parsed.GetRequiredValue(types)),
            new ReplayPlan(parsed.GetValue(atOnce) ? null : parsed.GetValue(speed), TimeSpan.Zero, int.MaxValue),
            parsed.GetRequiredValue(url),
            parsed.GetRequiredValue(city),
            cancel));
        root.Add(replay);
    }

    private static async Task<int> Run(IReadOnlyList<string> settings, ReplayFiles files, ReplayPlan plan, string url, string city, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var api) || !UnitCode.TryParse(city, out var top) || plan.Speed is <= 0)
            throw new UsageException("--url 应为网址，--city 应为 4 位代码，--speed 应大于 0。", "--url takes an address, --city a code of 4 digits, --speed a number above 0.");
        var (storage, seeds) = OptionsRegistration.Without(settings);
        using var hub = await ControlClient.Find(storage.DataFolder, cancel) ?? throw new UsageException(
            "系统没有在此数据目录上运行。请先启动（serve），再回放。", "No hub runs on this data folder. Start it first (serve), then replay.");
        var console = new ConsoleOutput(TimeProvider.System);
        return await console.Run(async output =>
        {
            var run = new ReplayRun(api, (role, organ, c) => Token(hub, role, organ, c), TimeProvider.System);
            var (result, unknown) = await run.Run(files, plan, top, DepartmentFile.Read(seeds.PathOf("guidance/departments.csv")), new Told(output), cancel);
            foreach (var (type, count) in unknown.OrderByDescending(u => u.Value))
                output.Note($"未知类型 / unknown type: {type} × {count}");
            foreach (var refusal in result.Refused)
                output.Note($"被拒绝 / refused: {refusal}");
            output.Line($"{result.Cases} 件案件、{result.Steps} 步，{unknown.Values.Sum()} 件类型未知 / {result.Cases} cases, {result.Steps} steps, {unknown.Values.Sum()} of unknown type");
            return ExitCodes.Done;
        });
    }

    private static async ValueTask<string> Token(ControlClient hub, Role role, OrganCode organ, CancellationToken cancel)
    {
        var answer = new FirstLine();
        var code = await hub.Run("token-issue", new TokenIssueRequest(role.ToString(), organ.Value, TokenDays, true, $"replay:{role}:{organ}"), answer, cancel);
        return code == ExitCodes.Done && answer.Text is { } token ? token : throw new UsageException(answer.Remarks, answer.Remarks);
    }

    private sealed class Told(IOperationOutput output) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => output.Progress(value.Done, value.Total);
    }

    private sealed class FirstLine : IOperationOutput
    {
        public string? Text { get; private set; }

        public string Remarks { get; private set; } = "";

        public void Line(string text) => Text ??= text;

        public void Note(string text) => Remarks += text;

        public void Progress(int done, int of)
        {
        }
    }
}
