using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OpsHub.Host.Replay;
using OpsHub.Host.Seeds;
using OpsHub.Storage;

namespace OpsHub.Host.Startup;

/// <summary>Says why the process ends, in Chinese and English, and with which exit code.</summary>
internal static class FatalErrors
{
    public static int Tell(Exception error, TextWriter output)
    {
        var causes = Causes(error).ToArray();
        var (code, message) = causes.Select(Known).FirstOrDefault(k => k.Code != 0);
        if (code == 0)
        {
            (code, message) = (ExitCodes.Failed, $"意外错误，OpsHub 已停止：{causes[^1].Message}\nUnexpected error, OpsHub stops: {causes[^1].Message}");
            output.WriteLine(error);
        }

        output.WriteLine(message);
        return code;
    }

    private static (int Code, string Message) Known(Exception error) => error switch
    {
        StorageUnavailableException e => (ExitCodes.Storage, e.Message),
        SeedFileException e => (ExitCodes.Input, e.Message),
        AddressException e => (ExitCodes.Address, e.Message),
        AddressInUseException e => (ExitCodes.Address, AddressException.InUse(e.Message).Message),
        InputException e => (ExitCodes.Input, e.Message),
        BadStreamException e => (ExitCodes.Input, e.Message),
        FileNotFoundException or DirectoryNotFoundException => (ExitCodes.Input, $"找不到文件：{error.Message}\nFile not found: {error.Message}"),
        UsageException e => (ExitCodes.Usage, e.Message),
        OptionsValidationException e => (ExitCodes.Usage, $"设置有误：{string.Join("; ", e.Failures)}\nThe settings are wrong: {string.Join("; ", e.Failures)}"),
        UnauthorizedAccessException e => (ExitCodes.Storage, $"没有权限：{e.Message}\nNo permission: {e.Message}"),
        _ => default,
    };

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause is AggregateException { InnerExceptions: [var first, ..] } ? first : cause.InnerException)
            yield return cause;
    }
}

/// <summary>The command line asks for something that can't be; the message says what to do.</summary>
internal sealed class UsageException(string zh, string en) : Exception($"{zh}\n{en}");

/// <summary>A value is refused; the message says what is permitted.</summary>
internal sealed class InputException(string zh, string en) : Exception($"{zh}\n{en}");
