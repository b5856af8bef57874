using OpsHub.Benchmarks;
using Spectre.Console;

// dotnet run -c Release --project tests/OpsHub.Benchmarks [-- sqlite|postgres|demo|trace|indicators|catchup[-postgres]|catchup-notices[-postgres]|sameminute[-postgres]|consultations[-postgres]|scoreboard[-postgres]|periods[-postgres]|pages[-postgres]|year] [seconds, or cases of catchup and sameminute, agency periods; of year its seed]
var storages = args.FirstOrDefault(a => !char.IsDigit(a[0])) is { } only ? [only] : new[] { "sqlite", "postgres", "demo", "trace", "indicators" };
var digits = args.FirstOrDefault(a => char.IsDigit(a[0]));
int? number = int.TryParse(digits, out var n) ? n : null;
var seconds = number ?? 8;
var missed = 0;
var table = new Table().AddColumns("storage", "what", "bound", "measured");
foreach (var storage in storages)
{
    var rows = storage switch
    {
        "demo" => DemoBenchmark.Run(),
        "catchup" or "catchup-postgres" => CatchUpBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite", cases: number ?? 100_000),
        "catchup-notices" or "catchup-notices-postgres" => CatchUpBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite", cases: number ?? 100_000, told: true),
        "sameminute" or "sameminute-postgres" => SameMinuteBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite", cases: number ?? 10_000),
        "trace" => TraceBenchmark.Run(TimeSpan.FromSeconds(seconds)),
        "indicators" => IndicatorBenchmark.Run(),
        "consultations" or "consultations-postgres" => ConsultationBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite"),
        "scoreboard" or "scoreboard-postgres" => ScoreboardBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite"),
        "periods" or "periods-postgres" => PeriodBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite", number ?? 10_000),
        "pages" or "pages-postgres" => PageBenchmark.Run(storage.EndsWith("postgres", StringComparison.Ordinal) ? "postgres" : "sqlite"),
        "year" => YearBenchmark.Run(digits),
        _ => HubBenchmark.Run(storage, TimeSpan.FromSeconds(seconds)),
    };
    await foreach (var row in rows)
    {
        missed += row.Missed ? 1 : 0;
        AnsiConsole.WriteLine($"{storage}: {row.What}: {row.Measured}{(row.Missed ? $" MISSED {row.Bound}" : "")}");
        table.AddRow(storage, row.What, row.Bound, row.Measured);
    }
}

AnsiConsole.Write(table);
return missed == 0 ? 0 : 1;
