using System.Text.RegularExpressions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Every rule of document C, every row of SM1 and every other rule that cases keep has a test that is named with its id, so that whoever changes one finds it.</summary>
public sealed partial class RuleTestsTests
{
    private const int RulesOfC = 88;
    private const int RowsOfSM1 = 20;

    // Of documents G, A, R and T what cases keep. The equipment and staff of grids and centres are a subject of their own; G041 is a list of services without a case.
    private const string OfCases =
        "G001 G002 G004 G006 G007 G008 G009 G010 G011 G012 G013 G014 G015 G017 G018 G019 G020 G021 G022 G023 G024 G046 G047 G048 G049 G050 G053 G055 G056 "
        + "A001 A002 A003 A004 A005 A006 A023 R029 R030 R031 T019 T021 T022 T024";

    private static readonly Lazy<List<string>> Names = new(() => [.. House.Files("tests", ".cs").SelectMany(f => TestNames().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value)]);

    [Fact]
    public void Every_rule_of_document_C_has_a_test_that_names_it() => Enumerable.Range(1, RulesOfC).Select(n => $"C{n:D3}").Except(Named()).ShouldBeEmpty();

    [Fact]
    public void Every_row_of_SM1_has_a_test_that_names_it() =>
        Enumerable.Range(1, RowsOfSM1).Select(n => $"{n}").Concat(["U", "E"]).Except(Names.Value.SelectMany(n => Rows().Matches(n)).Select(m => m.Groups[1].Value)).ShouldBeEmpty();

    [Fact]
    public void Every_other_rule_that_cases_keep_has_a_test_that_names_it() => OfCases.Split(' ').Except(Named()).ShouldBeEmpty();

    private static HashSet<string> Named() => [.. Names.Value.SelectMany(n => Ids().Matches(n)).Select(m => m.Value)];

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex TestNames();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]\d{3}(?!\d)|(?<=_)[A-Z]\d{3}(?!\d)")]
    private static partial Regex Ids();

    [GeneratedRegex(@"(?:^|_)SM1_(\d+|U|E)(?:_|$)")]
    private static partial Regex Rows();
}
