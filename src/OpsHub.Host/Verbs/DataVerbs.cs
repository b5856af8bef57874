using System.CommandLine;
using System.Globalization;
using OpsHub.Host.Replay;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>Verbs on the hub's data: <c>import</c>, <c>recount</c>, <c>verify-trace</c>, <c>export-trace</c>, <c>republish</c>.</summary>
internal static class DataVerbs
{
    public static void AddTo(RootCommand root, OperationRunner runner)
    {
        root.Add(Import(runner));
        root.Add(VerifyTrace(runner));
        root.Add(ExportTrace(runner));
        var recount = new Command("recount", "核对各级汇总与索引，差异应为 0 / compare all summaries and rows with storage; nothing may differ");
        recount.SetAction((_, cancel) => runner.Run("recount", new RecountRequest(), needsSilo: true, cancel));
        root.Add(recount);
        var republish = new Command("republish", "补发布已写入但未发布的内容 / publish what was written but not published");
        republish.SetAction((_, cancel) => runner.Run("republish", new RepublishRequest(), needsSilo: true, cancel));
        root.Add(republish);
        root.Add(ReplayRegistration.Verb(runner));
    }

    private static Command Import(OperationRunner runner)
    {
        var file = new Argument<string>("FILE") { Description = "区划文件 CSV：code,parentCode,level,name,kind；或日历文件 / divisions file, or a calendar file" };
        var calendar = new Option<bool>("--calendar") { Description = "文件是官方日历：date,kind,name,isoWeekday,arrangementYear,notice / the file is an official calendar" };
        var import = new Command("import", "导入区划或官方日历；同一文件再次导入不改变任何内容 / import divisions or an official calendar; the same file again changes nothing") { file, calendar };
        import.SetAction((parsed, cancel) => Path.GetFullPath(parsed.GetRequiredValue(file)) is var path && parsed.GetValue(calendar)
            ? runner.Run("import-calendar", new ImportCalendarRequest(path), needsSilo: true, cancel)
            : runner.Run("import", new ImportRequest(path), needsSilo: true, cancel));
        return import;
    }

    private static Command VerifyTrace(OperationRunner runner)
    {
        var subject = new Argument<string?>("SUBJECT") { Description = "案件编号或键；省略则全部 / case number or key; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var day = new Option<string?>("--day") { Description = "只查某日有留痕的对象 / only subjects with an entry on this day, 2026-11-23" };
        var verify = new Command("verify-trace", "校验留痕链 / verify the chains of trace") { subject, day };
        verify.SetAction((parsed, cancel) => runner.Run("verify-trace", new VerifyTraceRequest(parsed.GetValue(subject), Day(parsed.GetValue(day))), needsSilo: false, cancel));
        return verify;
    }

    private static Command ExportTrace(OperationRunner runner)
    {
        var day = new Option<string>("--day") { Description = "哪一日（上海时间）的留痕 / the day, Shanghai time, 2026-11-27", Required = true };
        var file = new Option<string>("--out") { Description = "写入的文件（NDJSON） / the file to write", Required = true };
        var force = new Option<bool>("--force") { Description = "覆盖已有的文件 / replace a file that is there" };
        var export = new Command("export-trace", "导出某日留痕，可用 deploy/verifier 独立校验 / export a day's trace, to be checked with deploy/verifier") { day, file, force };
        export.SetAction((parsed, cancel) => runner.Run(
            "export-trace", new ExportTraceRequest(Day(parsed.GetRequiredValue(day))!.Value, Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(force)), needsSilo: false, cancel));
        return export;
    }

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"日期“{text}”应写作 2026-11-23。", $"The day '{text}' must be written like 2026-11-23.");
}
