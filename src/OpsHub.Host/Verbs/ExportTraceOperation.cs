using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;
using OpsHub.Host.Trace;

namespace OpsHub.Host.Verbs;

/// <summary>A day's trace is to be written to a file.</summary>
/// <param name="Day">The local day.</param>
/// <param name="File">Full path; whoever runs the hub must be able to write there.</param>
/// <param name="Force">Whether a file that is there is replaced.</param>
internal sealed record ExportTraceRequest(DateOnly Day, string File, bool Force = false);

/// <summary>Writes a day's trace to a file that others check without this code. The file appears when it is whole, readable for the hub's own user alone:
/// it holds what people wrote, unmasked.</summary>
internal sealed class ExportTraceOperation(TraceExport export, IStoredStates states, HubClock clock) : IOperation<ExportTraceRequest>
{
    public async Task<int> Run(ExportTraceRequest request, IOperationOutput output, CancellationToken cancel)
    {
        if (request.Day > LocalDay.Of(clock.Now))
            throw new UsageException($"{LocalDay.Text(request.Day)} 还没有到。", $"{LocalDay.Text(request.Day)} has not come yet.");
        if (File.Exists(request.File) && !request.Force)
            throw new UsageException($"{request.File} 已存在；如要覆盖请加 --force。", $"{request.File} exists; --force replaces it.");
        var of = await states.Count(cancel);
        var half = request.File + ".part";
        TraceExported exported;
        try
        {
            File.Delete(half); // one that was left by another run keeps its own rights
            await using (var file = new FileStream(half, Private()))
                exported = await export.Write(request.Day, file, read => output.Progress(Math.Min(read, of), of), cancel);
            File.Move(half, request.File, request.Force);
        }
        catch
        {
            File.Delete(half);
            throw;
        }

        output.Line($"{request.File}：{exported.Chains} 条链、{exported.Entries} 条留痕 / {exported.Chains} chains, {exported.Entries} entries");
        output.Line(exported.Seal is { } seal
            ? $"第 {seal.Number} 号封存 / seal {seal.Number}: {seal.Hash}"
            : "该日尚未封存，文件只能证明链本身 / the day is not sealed yet: the file shows the chains alone");
        return ExitCodes.Done;
    }

    private static FileStreamOptions Private()
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return how;
    }
}
