using System.Diagnostics;
using OpsHub.Fixtures;
using OpsHub.Host.Tests.Architecture;

namespace OpsHub.Host.Tests.Trace;

/// <summary>An exported day is checked by a verifier in another language that shares nothing with the hub.</summary>
public sealed class ExportTraceTests
{
    [SkippableFact]
    public async Task A_sealed_day_fits_and_stands_under_its_seal()
    {
        using var folder = await ChainFolder.With(7);
        folder.Put(8, StoredCases.Closed(8, 150, ChainFolder.Morning, out var segments), segments);
        folder.Put(9, StoredCases.Closed(9, 9, ChainFolder.Morning.AddDays(-2), out _)); // not of that day, but under the seal
        await folder.Seal(ChainFolder.Day.AddDays(-1));
        folder.Put(5, StoredCases.Closed(5, 30, ChainFolder.Morning, out _)); // what an earlier seal held is changed: only the later one is asked
        var seal = await folder.Seal();
        var file = await folder.Export();

        var (code, told) = await Check(file, "--seal", seal!.Hash);
        code.ShouldBe(0, told);
        told.ShouldContain("8 chains, 234 entries, seal 2 of 2026-11-25");
        told.ShouldContain("8 chains under its root; everything fits");
        (await Check(file, "--seal", new string('0', 64))).Code.ShouldBe(1);
    }

    [SkippableFact]
    public async Task What_came_after_the_seal_is_left_to_the_next_one()
    {
        using var folder = await ChainFolder.With(2);
        await folder.Seal();
        var whole = StoredCases.Closed(1, 9, ChainFolder.Morning, out _);
        folder.Put(1, whole with { Trace = whole.Trace.Append(StoredCases.Key(1), whole.Trace.Recent[^1] with { At = ChainFolder.Morning.AddDays(1) }) });
        var (code, told) = await Check(await folder.Export());
        code.ShouldBe(0, told);
        told.ShouldContain("2 chains, 18 entries");
        (await Check(await folder.Export(ChainFolder.Day.AddDays(1)))).Told.ShouldContain("1 chains, 10 entries, no seal covers the day yet");
    }

    [SkippableTheory]
    [InlineData("已清运", "没清运", "content does not match its hash")]
    [InlineData("\"SHA-256\",\"parts\":[\"opshub-trace-1\"", "\"MD5\",\"parts\":[\"opshub-trace-1\"", "unknown form or algorithm")]
    [InlineData("\"leaf\":1,", "\"leaf\":2,", "is not under the root of seal 1")]
    [InlineData("{\"end\":true", "{\"end\":false", "the file ends too early")]
    [InlineData("\"seal\":1", "\"seal\":2", "seal 2 is not among the seals")]
    public async Task A_file_that_was_tampered_with_does_not_fit(string what, string by, string fault)
    {
        using var folder = await ChainFolder.With(3);
        await folder.Seal();
        var file = await folder.Export();
        var text = await File.ReadAllTextAsync(file);
        var at = text.IndexOf(what, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, "or this changes nothing");
        await File.WriteAllTextAsync(file, text[..at] + by + text[(at + what.Length)..]);
        var (code, told) = await Check(file);
        code.ShouldBe(1, told);
        told.ShouldContain(fault);
    }

    [SkippableFact]
    public async Task A_chain_taken_out_of_the_file_is_missed()
    {
        using var folder = await ChainFolder.With(3);
        await folder.Seal();
        var file = await folder.Export();
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, lines.Where(l => !l.Contains(StoredCases.Key(2), StringComparison.Ordinal)));
        var (code, told) = await Check(file);
        code.ShouldBe(1, told);
        told.ShouldContain("3 chains and 27 entries are stated, 2 and 18 found");
    }

    [SkippableFact]
    public async Task A_chain_rewritten_with_good_hashes_is_not_what_was_sealed()
    {
        using var folder = await ChainFolder.With(3);
        await folder.Seal();
        folder.Put(2, StoredCases.Closed(2, 9, ChainFolder.Morning.AddMinutes(1), out _));
        var (code, told) = await Check(await folder.Export());
        code.ShouldBe(1, told);
        told.ShouldContain($"{StoredCases.Key(2)}: was sealed with 9 entries and another head");
    }

    [Fact]
    public async Task The_file_is_readable_for_the_hubs_own_user_alone_and_replaces_no_other_unasked()
    {
        using var folder = await ChainFolder.With(1);
        var file = folder.File("trace.ndjson");
        await File.WriteAllTextAsync(file + ".part", "of a run that was cut off");
        (await folder.Export(file, force: false)).Code.ShouldBe(0);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, "another");
        await Should.ThrowAsync<Host.Startup.UsageException>(() => folder.Export(file, force: false));
        (await File.ReadAllTextAsync(file)).ShouldBe("another");
        (await folder.Export(file, force: true)).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(file)).ShouldContain("opshub-trace-export");
    }

    private static async Task<(int Code, string Told)> Check(string file, params string[] more)
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "node"))), "Node 18 or later is not installed");
        using var process = Process.Start(new ProcessStartInfo("node", [House.At("deploy", "verifier", "verify-trace.mjs"), file, .. more]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(told));
    }
}
