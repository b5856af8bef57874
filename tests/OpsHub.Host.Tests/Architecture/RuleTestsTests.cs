using System.Text.RegularExpressions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Every rule of document C has a test that is named with its id, so that whoever changes one finds it.</summary>
public sealed partial class RuleTestsTests
{
    private const int RulesOfC = 88;

    [Fact]
    public void Every_rule_of_document_C_has_a_test_that_names_it()
    {
        var named = House.Files("tests", ".cs").SelectMany(f => TestNames().Matches(File.ReadAllText(f))).SelectMany(m => Ids().Matches(m.Groups[1].Value)).Select(m => m.Value).ToHashSet();
        Enumerable.Range(1, RulesOfC).Select(n => $"C{n:D3}").Except(named).ShouldBeEmpty();
    }

    [GeneratedRegex(@"public (?:async )?(?:void|Task) ((?:[A-Z]\d{2,3}_)+)\w*\(")]
    private static partial Regex TestNames();

    [GeneratedRegex(@"C\d{3}")]
    private static partial Regex Ids();
}
