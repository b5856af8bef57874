using OpsHub.Benchmarks;
using Spectre.Console;

// dotnet run -c Release --project tests/OpsHub.Benchmarks [-- sqlite|postgres|demo|indicators] [seconds]
var storages = args.FirstOrDefault(a => !char.IsDigit(a[0])) is { } only ? [only] : new[] { "sqlite", "postgres", "demo", "indicators" };
var seconds = args.FirstOrDefault(a => char.IsDigit(a[0])) is { } s ? int.Parse(s) : 8;
var table = new Table().AddColumns("storage", "what", "bound", "measured");
foreach (var storage in storages)
{
    var rows = storage == "demo" ? DemoBenchmark.Run() : storage == "indicators" ? IndicatorBenchmark.Run() : HubBenchmark.Run(storage, TimeSpan.FromSeconds(seconds));
    await foreach (var row in rows)
    {
        AnsiConsole.WriteLine($"{storage}: {row.What}: {row.Measured}");
        table.AddRow(storage, row.What, row.Bound, row.Measured);
    }
}

AnsiConsole.Write(table);
return 0;
