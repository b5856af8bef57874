using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Domain &lt;- Contracts &lt;- {Grains, GraphQL} &lt;- Host; Storage &lt;- Host. ARCHITECTURE, section 2.</summary>
public sealed partial class FenceTests
{
    [Theory]
    [InlineData("OpsHub.Domain", "")]
    [InlineData("OpsHub.Contracts", "OpsHub.Domain")]
    [InlineData("OpsHub.Grains", "OpsHub.Contracts")]
    [InlineData("OpsHub.GraphQL", "OpsHub.Contracts")]
    [InlineData("OpsHub.Storage", "OpsHub.Contracts")]
    [InlineData("OpsHub.Host", "OpsHub.Grains OpsHub.GraphQL OpsHub.Storage")]
    public void A_project_refers_only_to_what_lies_beneath_it(string project, string permitted)
    {
        var references = XDocument.Load(House.At("src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
        references.ShouldBeSubsetOf(permitted.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("OpsHub.Domain", "OpsHub.Domain")]
    [InlineData("OpsHub.Contracts", "OpsHub.Contracts OpsHub.Domain")]
    [InlineData("OpsHub.Grains", "OpsHub.Grains OpsHub.Contracts OpsHub.Domain")]
    [InlineData("OpsHub.GraphQL", "OpsHub.GraphQL OpsHub.Contracts OpsHub.Domain")]
    [InlineData("OpsHub.Storage", "OpsHub.Storage OpsHub.Contracts OpsHub.Domain")]
    public void A_built_project_knows_only_what_lies_beneath_it(string project, string permitted) => Assembly.Load(project).GetReferencedAssemblies()
        .Select(a => a.Name!).Where(n => n.StartsWith("OpsHub.", StringComparison.Ordinal)).ShouldBeSubsetOf(permitted.Split(' '));

    [Fact]
    public void The_domain_rests_on_the_base_class_library_and_does_no_input_or_output()
    {
        XDocument.Load(House.At("src", "OpsHub.Domain", "OpsHub.Domain.csproj")).Descendants("PackageReference").ShouldBeEmpty();
        var used = Assembly.Load("OpsHub.Domain").GetReferencedAssemblies().Select(a => a.Name!).ToList();
        used.ShouldAllBe(n => n.StartsWith("System.", StringComparison.Ordinal));
        used.ShouldNotContain(n => n.StartsWith("System.Net", StringComparison.Ordinal) || n.StartsWith("System.IO", StringComparison.Ordinal)
            || n.StartsWith("System.Console", StringComparison.Ordinal) || n.StartsWith("System.Data", StringComparison.Ordinal));
        Sources("src/OpsHub.Domain", @"\b(File|Directory|Console|Environment|Thread|Task)\.").ShouldBeEmpty();
    }

    [Fact]
    public void Grains_know_no_database_and_no_web() => Assembly.Load("OpsHub.Grains").GetReferencedAssemblies().Select(a => a.Name!)
        .ShouldNotContain(n => n.Contains("Sqlite") || n.Contains("Npgsql") || n.Contains("EntityFramework") || n.Contains("AspNetCore") || n.Contains("Hangfire") || n.StartsWith("GraphQL"));

    [Fact]
    public void Jobs_doors_and_graphql_never_see_grains()
    {
        foreach (var folder in new[] { "src/OpsHub.Host/Jobs", "src/OpsHub.Host/Doors", "src/OpsHub.GraphQL" })
            Sources(folder, @"\bOpsHub\.Grains\b").ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_registration_knows_the_transports_types()
    {
        foreach (var folder in new[] { "src/OpsHub.Domain", "src/OpsHub.Contracts", "src/OpsHub.Grains", "src/OpsHub.Storage" })
            Sources(folder, @"\bGraphQL\.Transports\b").ShouldBeEmpty();
        Sources("src/OpsHub.GraphQL", @"\bOpsHub\.GraphQL\.Transports\b").Where(f => !f.Contains("/Transports/"))
            .ShouldAllBe(f => f.EndsWith("Registration.cs") || f.EndsWith("Extensions.cs"));
        Sources("src/OpsHub.Host", @"\bOpsHub\.GraphQL\.Transports\b").Count.ShouldBeLessThanOrEqualTo(2, "the composition root maps them, nothing else");
    }

    [Fact]
    public void The_graphql_engine_stays_in_its_project()
    {
        foreach (var folder in new[] { "src/OpsHub.Domain", "src/OpsHub.Contracts", "src/OpsHub.Grains", "src/OpsHub.Storage", "src/OpsHub.Host" })
            Sources(folder, @"using (static )?GraphQL\b").ShouldBeEmpty(folder);
    }

    // What each subject of the domain may know of others. Hierarchy's summaries count cases and consultations by stage; nothing else looks across.
    [Theory]
    [InlineData("Calendars", "")]
    [InlineData("Commands", "")]
    [InlineData("Accounts", "Hierarchy")]
    [InlineData("Trace", "Accounts Commands Hierarchy")]
    [InlineData("Cases", "Accounts Calendars Commands Hierarchy")]
    [InlineData("Notices", "Accounts Assessments Calendars Cases Commands Consultations Hierarchy")]
    [InlineData("Consultations", "Accounts Calendars Cases Commands Hierarchy")]
    [InlineData("Councils", "Accounts Calendars Cases Commands Consultations Hierarchy Notices")]
    [InlineData("Rules", "Accounts Assessments Calendars Cases Commands Consultations Councils Establishments Filings Governance Hierarchy Mandates Posts Surveys")]
    [InlineData("Agencies", "Accounts Calendars Commands Hierarchy")]
    [InlineData("Assessments", "Accounts Calendars Commands Hierarchy Indicators")]
    [InlineData("Surveys", "Accounts Assessments Calendars Commands Hierarchy Notices")]
    [InlineData("Posts", "Accounts Calendars Commands Hierarchy Notices")]
    [InlineData("Filings", "Accounts Calendars Commands Hierarchy Notices")]
    [InlineData("Schemes", "Accounts Commands Hierarchy")]
    [InlineData("Mandates", "Accounts Calendars Commands Hierarchy Notices")]
    [InlineData("Establishments", "Accounts Commands Hierarchy")]
    [InlineData("Governance", "Accounts Calendars Commands Hierarchy Notices")]
    [InlineData("Hierarchy", "Accounts Calendars Commands Cases Consultations")]
    [InlineData("Indicators", "Calendars Cases Hierarchy")]
    [InlineData("Privacy", "")]
    public void A_subject_knows_others_by_id_only(string subject, string permitted)
    {
        var allowed = permitted.Split(' ').Append(subject).ToHashSet();
        foreach (var file in House.Files($"src/OpsHub.Domain/{subject}", ".cs"))
        {
            foreach (Match use in SubjectUse().Matches(File.ReadAllText(file)))
                allowed.ShouldContain(use.Groups[1].Value, House.Name(file));
        }
    }

    private static List<string> Sources(string folder, string pattern) =>
        [.. House.Files(folder, ".cs").Where(f => Regex.IsMatch(File.ReadAllText(f), pattern)).Select(House.Name)];

    [GeneratedRegex(@"OpsHub\.Domain\.([A-Z]\w+)")]
    private static partial Regex SubjectUse();
}
