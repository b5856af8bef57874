using System.Text.RegularExpressions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Chinese that people read is set in Chinese punctuation. ARCHITECTURE 10.</summary>
public sealed partial class PunctuationTests
{
    // What stands beside Chinese as it is: comments; codes of clauses, such as 三(四); Chinese terms in English descriptions; patterns; addresses.
    private static readonly Regex[] Excepted =
    [
        new(@"^\s*(//|\*|/\*).*$|\s// .*$"),
        new(@"[一二三四五六七八九十]+\([一二三四五六七八九十]+\)"),
        new(@"(?<=[A-Za-z0-9’'”.] )\((?:[^()""]|\([^()]*\))*\)|(?<=[A-Za-z.] )\p{IsCJKUnifiedIdeographs}+"),
        new(@"GeneratedRegex\(.*$|\.replace\(/.*?/"),
        new(@"https?://[\p{IsCJKUnifiedIdeographs}:]+"),
    ];

    [Fact]
    public void Chinese_texts_have_no_Western_commas_colons_semicolons_or_brackets()
    {
        var files = House.Files("src", ".cs", ".ts", ".tsx").Where(f => !House.Name(f).StartsWith("src/OpsHub.Wall/tests/", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(100, "or this looks in the wrong place");
        files.SelectMany(f => File.ReadLines(f).Select((line, i) => (At: $"{House.Name(f)}:{i + 1}", Line: line)))
            .Where(l => Western(l.Line)).Select(l => $"{l.At} {l.Line.Trim()}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"没有这个网格,或已不再使用\"", true)]
    [InlineData("$\"评分为 1 至 5,实为 {score}\"", true)]
    [InlineData("$\"{name}:待您处理\"", true)]
    [InlineData("$\"{name}(街道)\"", true)]
    [InlineData("'乡镇(街道)'", true)]
    [InlineData("'已到期 (默认)'", true)]
    [InlineData("'每天 17:50 起，案件 430203:D12（见 G019）'", false)]
    [InlineData("\"三(四)\", \"The grid (网格), of the community (村(居)委会).\"", false)]
    [InlineData("[\"reason\"] = (\"理由\", \"Reason\"), // 理由, why", false)]
    public void It_knows_Western_marks_from_codes_times_and_terms(string line, bool western) => Western(line).ShouldBe(western);

    private static bool Western(string line) => Mark().IsMatch(Excepted.Aggregate(line, (text, except) => except.Replace(text, "x")));

    [GeneratedRegex("""
        [\p{IsCJKUnifiedIdeographs}、。，：；？！（）《》]”?[,:;!?(]|[,:;!?)]“?[\p{IsCJKUnifiedIdeographs}、。，：；？！（）《》]|\}\([\p{IsCJKUnifiedIdeographs}]|\p{IsCJKUnifiedIdeographs} \(|[\p{IsCJKUnifiedIdeographs}] [，：；。？！（）]
        """)]
    private static partial Regex Mark();
}
