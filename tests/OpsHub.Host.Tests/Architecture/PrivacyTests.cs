using System.Reflection;
using System.Text.RegularExpressions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>The hub tracks work, not people: no field names a category of persons. ARCHITECTURE, section 9.</summary>
public sealed partial class PrivacyTests
{
    // Word beginnings. Units are not persons: an ethnic township (民族乡) is a kind of unit, and stands in data only.
    private static readonly string[] Stems =
    [
        "belie", "relig", "faith", "ethnic", "nationalit", "minorit", "racial", "health", "illness", "disease", "medic", "disab", "psychi", "addict", "drug",
        "petition", "crimin", "convict", "prison", "parol", "offend", "hukou", "idcard", "identitycard", "identitynumber", "idnumber", "passport", "biometr", "fingerprint",
        "marital", "pregnan", "gender", "sexual", "birth", "politicalstatus", "creed",
    ];

    private static readonly string[] Words = ["race", "sex", "hiv", "faces"];

    [Theory]
    [InlineData("OpsHub.Domain")]
    [InlineData("OpsHub.Contracts")]
    [InlineData("OpsHub.Storage")]
    public void No_field_names_a_category_of_persons(string project)
    {
        var names = Assembly.Load(project).GetTypes().Where(t => !t.Name.Contains('<') && t.Namespace?.StartsWith("OpsHub.", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m is PropertyInfo or FieldInfo && !m.Name.Contains('<')).Select(m => (Where: $"{t.Name}.{m.Name}", m.Name)).Append((Where: t.Name, t.Name))).ToList();
        names.Count.ShouldBeGreaterThan(50, "or this looks at nothing");
        names.Where(n => Names(n.Name)).Select(n => n.Where).ShouldBeEmpty();
    }

    [Fact]
    public void No_field_of_the_api_names_a_category_of_persons()
    {
        var sdl = Regex.Replace(File.ReadAllText(House.At("src", "OpsHub.GraphQL", "schema.graphql")), "\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\n]*\"|#[^\\n]*", "");
        var names = Regex.Matches(sdl, @"[A-Za-z_]\w*").Select(m => m.Value).Distinct().ToList();
        names.ShouldContain("holderSince", "or this reads nothing");
        names.Where(Names).ShouldBeEmpty();
    }

    [Fact]
    public void No_column_names_a_category_of_persons()
    {
        var scripts = House.Files("src/OpsHub.Storage", ".sql").ToList();
        scripts.ShouldNotBeEmpty();
        foreach (var script in scripts)
            Regex.Matches(Regex.Replace(File.ReadAllText(script), "--[^\\n]*", ""), @"[A-Za-z_]\w*").Select(m => m.Value).Distinct().Where(Names).ShouldBeEmpty(House.Name(script));
    }

    [Theory]
    [InlineData("ReligiousBelief", true)]
    [InlineData("idCard", true)]
    [InlineData("ID_CARD_NUMBER", true)]
    [InlineData("isPetitioner", true)]
    [InlineData("Ethnicity", true)]
    [InlineData("race", true)]
    [InlineData("Trace", false)]
    [InlineData("grace", false)]
    [InlineData("residents", false)]
    [InlineData("holderSince", false)]
    public void The_check_finds_what_it_should_and_nothing_else(string name, bool found) => Names(name).ShouldBe(found);

    private static bool Names(string name)
    {
        var words = Word().Matches(name).Select(m => m.Value.ToLowerInvariant()).ToList();
        // A stem may run over several words (id card), so each tail of the name is looked at.
        return words.Exists(Words.Contains) || Enumerable.Range(0, words.Count).Select(i => string.Concat(words.Skip(i)))
            .Any(tail => Stems.Any(s => tail.StartsWith(s, StringComparison.Ordinal)));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+")]
    private static partial Regex Word();
}
