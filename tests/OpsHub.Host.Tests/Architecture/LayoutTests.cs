using Xunit.Abstractions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Folders by subject, files small. STYLE 1 and 12.</summary>
public sealed class LayoutTests(ITestOutputHelper output)
{
    // What may lie at the top; the rest is ignored by git or does not belong here.
    private static readonly string[] TopLevel =
    [
        "src", "tests", "deploy", "seeds", "OpsHub.sln", "global.json", "README.md", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props",
        ".editorconfig", ".gitignore", ".ci", ".git",
    ];

    private static readonly string[] Ignored = ["bin", "obj", "TestResults", "opshub-data", ".vs", ".idea", "artifacts", "node_modules"];

    [Fact]
    public void Nothing_lies_at_the_top_that_does_not_belong_there() =>
        Directory.GetFileSystemEntries(House.Root).Select(e => Path.GetFileName(e)!).Except(Ignored).ShouldBeSubsetOf(TopLevel);

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
    {
        string[] drawers = ["Common", "Shared", "Helpers", "Utils", "Util", "Core", "Services", "Managers", "Misc"];
        House.Folders(House.At("src")).Concat(House.Folders(House.At("tests"))).Select(House.Name)
            .Where(f => drawers.Contains(Path.GetFileName(f), StringComparer.OrdinalIgnoreCase))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_small()
    {
        var files = House.Files("src", ".cs").Select(f => (Name: House.Name(f), Lines: File.ReadLines(f).Count())).OrderByDescending(f => f.Lines).ToList();
        files.Count.ShouldBeGreaterThan(100, "or this looks in the wrong place");
        var median = files[files.Count / 2].Lines;
        var small = files.Count(f => f.Lines < 150) * 100.0 / files.Count;
        output.WriteLine($"{files.Count} files, median {median} lines, {small:F1} % under 150; longest:");
        foreach (var (name, lines) in files.Take(10))
            output.WriteLine($"{lines,5} {name}");

        files.Where(f => f.Lines > 300).ShouldBeEmpty("a file above 300 lines needs a reason");
        small.ShouldBeGreaterThanOrEqualTo(95, "nearly all files lie under 150 lines");
        median.ShouldBeLessThanOrEqualTo(75);
    }

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        foreach (var file in House.Files("src", ".cs").Where(f => !Path.GetFileName(f).StartsWith("Program", StringComparison.Ordinal)))
        {
            var folder = Path.GetDirectoryName(House.Name(file))!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
            var line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal));
            // Files of only assembly attributes or global usings have none.
            if (line is not null)
                line.ShouldBe($"namespace {folder};", House.Name(file));
        }
    }

    [Fact]
    public void No_partial_class_hides_a_long_one() => House.Files("src", ".cs")
        .Where(f => File.ReadLines(f).Any(l => l.Contains(" partial class ", StringComparison.Ordinal)))
        .Where(f =>
        {
            // Generated halves (log messages, regular expressions, JSON) are the one reason for partial.
            var text = File.ReadAllText(f);
            return !text.Contains("[LoggerMessage", StringComparison.Ordinal) && !text.Contains("[GeneratedRegex", StringComparison.Ordinal)
                && !text.Contains("[JsonSerializable", StringComparison.Ordinal);
        })
        .Select(House.Name).ShouldBeEmpty();
}
