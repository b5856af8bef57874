using System.CommandLine;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>The command line: verbs, their help, and one place where failures become messages and exit codes.</summary>
internal static class HubCommands
{
    // The host gives its parts 30 s: requests end, grains rest, the silo leaves the membership table. Two, the default, cut that off.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(35);

    public static async Task<int> Run(string[] args)
    {
        try
        {
            var (settings, rest) = Settings.Split(args);
            var root = new RootCommand("OpsHub: 社区实时运行中枢 / real-time operations hub for local communities");
            var runner = new OperationRunner(settings);
            ServeVerb.AddTo(root, settings);
            DataVerbs.AddTo(root, runner);
            TokenVerb.AddTo(root, runner);
            AccountVerb.AddTo(root, runner);
            SchemaVerb.AddTo(root, settings);
            var parsed = root.Parse(rest);
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已取消，可以重新执行。\nCancelled; it can be run again.");
            return ExitCodes.Cancelled;
        }
        catch (Exception error)
        {
            return FatalErrors.Tell(error, Console.Error);
        }
    }
}
