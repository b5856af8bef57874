using System.Diagnostics;
using System.Globalization;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Calendars;
using OpsHub.Fixtures.CountyYears;

namespace OpsHub.Benchmarks;

/// <summary>A simulated year of 1,000 agencies and 2,000,000 events of cases on a fake clock, from one seed: cases, evidence, years from opening to publication by the hub's own
/// decisions; every figure is recounted from the raw trace. <c>year 7</c> takes another seed, <c>year 7.123.200</c> replays one agency of it with so many cases.</summary>
internal static class YearBenchmark
{
    private const int Seed = 20260105;
    private const int Agencies = 1_000;
    private const int Cases = 200;
    private const int Twice = 50;

    public static async IAsyncEnumerable<BenchmarkRow> Run(string? of)
    {
        var parts = of?.Split('.') ?? [];
        var seed = parts.Length > 0 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : Seed;
        var rows = CalendarCsv.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "calendars", "cn_calendar_2018_2026.csv"))).Rows;
        var county = new SimulatedCounty(seed, OfficialCalendar.Load(rows), DomainSerialization.Options);
        if (parts.Length > 1)
        {
            var one = county.One(int.Parse(parts[1], CultureInfo.InvariantCulture), parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : Cases).Outcome;
            yield return new($"agency {parts[1]} of seed {seed}", "", $"{one.Stage}, {one.CaseEvents} events of cases, {one.Compared} figures recounted, no difference");
            yield break;
        }

        var watch = Stopwatch.StartNew();
        var year = county.All(Agencies, Cases);
        var (took, process) = (watch.Elapsed, Process.GetCurrentProcess());
        yield return new($"a year of {year.Agencies} agencies, {year.Cases:N0} cases, {year.CaseEvents:N0} events of cases, {year.YearEvents:N0} of years; seed {seed}", "minutes",
            $"{took:m\\:ss} min, {process.TotalProcessorTime.TotalSeconds:F0} s of processors, {process.PeakWorkingSet64 >> 20} MB at most");
        yield return new("figures recounted from the raw trace", "no difference", $"{year.Compared:N0}, none differs");
        yield return new("years by stage; grades", "", $"{Text(year.Stages)}; {Text(year.Grades)}; {year.Appeals} appeals, {year.Revisions} revisions");
        yield return new("refused as they must be", "", Text(year.Refused));
        var same = county.All(Twice, Cases).Bits == county.All(Twice, Cases).Bits;
        if (!same)
            throw new InvalidOperationException($"The same {Twice} agencies of seed {seed} came to other bits the second time.");
        yield return new($"the same bits twice, {Twice} agencies; whole state {year.Bits[..16]}", "equal", same ? "equal" : "DIFFERENT");
    }

    private static string Text<TKey>(IEnumerable<KeyValuePair<TKey, int>> counts) => string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"));
}
