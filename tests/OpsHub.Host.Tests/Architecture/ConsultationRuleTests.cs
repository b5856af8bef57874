using System.Text.RegularExpressions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>What the rules say of consultations outside document C has tests that are named after it too: T087 and T088, and part 3's resolutions.</summary>
public sealed partial class ConsultationRuleTests
{
    private static readonly int[] Resolutions = [.. Enumerable.Range(1, 14), 56, 57, 60];

    [Fact]
    public void Township_rules_and_resolutions_on_consultations_have_tests_that_name_them()
    {
        var names = House.Files("tests", ".cs").SelectMany(f => TestNames().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToList();
        string[] asked = ["T087_", "T088_", .. Resolutions.Select(n => $"Resolution_{n}_")];
        asked.Where(id => !names.Exists(name => name.Contains(id, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex TestNames();
}
