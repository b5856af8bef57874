using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>Settings on the command line, <c>--OpsHub:DataFolder=X</c> or <c>--OpsHub:DataFolder X</c>; they go to the configuration, the rest to the verbs.</summary>
internal static class Settings
{
    private static readonly string[] Sections = ["--OpsHub:", "--ConnectionStrings:", "--Serilog:"];

    public static (IReadOnlyList<string> Settings, IReadOnlyList<string> Verbs) Split(IReadOnlyList<string> args)
    {
        List<string> settings = [], rest = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (!Sections.Any(s => args[i].StartsWith(s, StringComparison.OrdinalIgnoreCase)))
                rest.Add(args[i]);
            else if (args[i].Contains('='))
                settings.Add(args[i]);
            else if (i + 1 < args.Count)
                settings.Add($"{args[i]}={args[++i]}");
            else
                throw new UsageException($"设置 {args[i]} 缺少值，应写作 {args[i]}=值。", $"The setting {args[i]} has no value; write {args[i]}=VALUE.");
        }

        return (settings, rest);
    }
}
