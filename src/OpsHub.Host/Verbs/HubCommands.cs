using System.CommandLine;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>The command line: verbs, their help, and one place where failures become messages and exit codes.</summary>
internal static class HubCommands
{
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
            SchemaVerb.AddTo(root, settings);
            var parsed = root.Parse(rest);
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return FatalErrors.Tell(error, Console.Error);
        }
    }
}
