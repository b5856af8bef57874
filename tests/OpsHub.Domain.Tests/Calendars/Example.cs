using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>A worked example of the rules (part 6), read from the file itself so that no figure is copied by hand.</summary>
public sealed partial record Example(string Id, string Given, string Working, string Expected)
{
    public static readonly IReadOnlyList<Example> All = ReadAll();

    public static Example Named(string id) => All.Single(example => example.Id == id);

    /// <summary>The instants in the example's givens: "2018-12-28 Fri 10:00" is local, "2026-09-29T16:30Z" is UTC.</summary>
    public IReadOnlyList<DateTimeOffset> Instants =>
        [.. Instant().Matches(Given).Select(match => match.Value.EndsWith('Z')
            ? DateTimeOffset.Parse(match.Value, CultureInfo.InvariantCulture)
            : Calendars.Given.Local($"{match.Groups["day"].Value} {match.Groups["time"].Value}"))];

    /// <summary>The days that the example expects, in order.</summary>
    public IReadOnlyList<string> ExpectedDays => [.. Date().Matches(Expected).Select(match => match.Value)];

    /// <summary>The counted working days of "WD1 = Sat 12-29 (make-up); WD2 = Wed 01-02", as month and day.</summary>
    public IReadOnlyList<string> WorkedDays => [.. WorkedDay().Matches(Working).Select(match => match.Groups["day"].Value)];

    /// <summary>The first number before a word, as 3 in "3 years".</summary>
    public int Number(string word) =>
        int.Parse(Regex.Match(Given, $@"(\d+) {word}").Groups[1].Value, CultureInfo.InvariantCulture);

    private static List<Example> ReadAll()
    {
        using var csv = CsvReader.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", "examples.csv")));
        csv.ReadHeader();
        var examples = new List<Example>();
        while (csv.Read())
            examples.Add(new(csv.GetString("id"), csv.GetString("given"), csv.GetString("working"), csv.GetString("expected")));
        return examples;
    }

    public override string ToString() => Id;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\dZ|(?<day>\d{4}-\d\d-\d\d) (\w{3} )?(?<time>\d\d:\d\d(:\d\d)?)")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Date();

    [GeneratedRegex(@"WD\d = (\w{3} )?(?<day>\d\d-\d\d)")]
    private static partial Regex WorkedDay();
}
