using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Rules.Notes;
using OpsHub.Host.Options;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Whatever the hub refuses or marks can be explained, and rests on a rule that the catalogue has.</summary>
public sealed partial class NoteTests
{
    [Fact]
    public void Every_code_of_a_refusal_has_its_words()
    {
        // What a calendar file is refused for is told by its lines, never by a command.
        var codes = new[] { "OpsHub.Domain", "OpsHub.Grains", "OpsHub.Contracts" }.SelectMany(project => House.Files($"src/{project}", ".cs"))
            .Where(f => !f.EndsWith("CalendarCsv.cs", StringComparison.Ordinal) && !f.Contains("/Notes/", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();

        codes.Count.ShouldBeGreaterThan(20, "or this looks at nothing");
        codes.ShouldBeSubsetOf(RefusalNotes.All.Keys);
    }

    [Fact]
    public void Every_rule_that_a_note_or_a_refusal_names_stands_in_the_catalogue()
    {
        var catalogue = new SeedRules(Microsoft.Extensions.Options.Options.Create(new SeedOptions())).Catalogue;
        catalogue.Count.ShouldBe(600);
        RefusalNotes.All.Values.Concat(MarkNotes.All.Values).Concat(CounterNotes.All.Values).SelectMany(n => n.Rules).ShouldBeSubsetOf(catalogue.Keys);
        Enumerable.Range(1, 20).Select(row => $"SM1.{row}").ShouldBeSubsetOf(catalogue.Keys);
        var named = new[] { "Domain", "Contracts", "Grains", "GraphQL", "Host" }.SelectMany(project => House.Files($"src/OpsHub.{project}", ".cs"))
            .SelectMany(f => Rule().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();
        named.ShouldContain("SM1.U", "or this looks at nothing");
        named.ShouldContain("SM2.14a");
        named.ShouldBeSubsetOf(catalogue.Keys);
    }

    [Fact]
    public void A_refusal_that_names_a_rule_with_its_clause_names_the_clause_that_the_catalogue_has()
    {
        // Rows of the state machines have no clause of their own there; a refusal names that of the step.
        var catalogue = new SeedRules(Microsoft.Extensions.Options.Options.Create(new SeedOptions())).Catalogue;
        var named = new[] { "Domain", "Contracts", "Grains", "GraphQL", "Host" }.SelectMany(project => House.Files($"src/OpsHub.{project}", ".cs"))
            .SelectMany(f => Clause().Matches(File.ReadAllText(f))).Select(m => (Rule: m.Groups[1].Value, Clause: m.Groups[2].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(50, "or this looks at nothing");
        named.Where(n => catalogue[n.Rule].Clause is { Length: > 0 } clause && clause != n.Clause).ShouldBeEmpty();
    }

    [Fact]
    public void Every_refusal_of_bad_input_names_its_field()
    {
        // Of a body that cannot be read at all, no field can be named.
        var nameless = new[] { "Domain", "Contracts", "Grains", "GraphQL", "Host" }.SelectMany(project => House.Files($"src/OpsHub.{project}", ".cs"))
            .Where(f => Nameless().IsMatch(File.ReadAllText(f))).Select(House.Name);
        nameless.ShouldBe(["src/OpsHub.Host/Doors/DoorRefusals.cs"]);
    }

    [Fact]
    public void SM4_every_step_of_an_agencys_year_stands_in_a_row_of_the_catalogue()
    {
        var catalogue = new SeedRules(Microsoft.Extensions.Options.Options.Create(new SeedOptions())).Catalogue;
        var rows = catalogue.Values.Where(r => r.Id.StartsWith("SM4.", StringComparison.Ordinal)).Select(r => r.Statement).ToList();
        AgencyYearTransitions.Table.Select(m => m.Command.Name).Where(command => !rows.Exists(row => row.Contains(command, StringComparison.Ordinal))).ShouldBeEmpty();
        AgencyYearTransitions.Table.Select(m => m.Rule).ShouldBeSubsetOf(catalogue.Keys);
    }

    [GeneratedRegex("\"([A-Z]{2,}(?:_[A-Z]+)+)\"")]
    private static partial Regex Code();

    // G, not the T of a layout's time nor a department's D.
    [GeneratedRegex("\"(SM1\\.[0-9A-Z]+|SM[24](?:\\.[0-9A-Z]+a?)?|HUB|[ACGPRTW][0-9]{3})\"")]
    private static partial Regex Rule();

    [GeneratedRegex("\"([ACGPRT][0-9]{3})\",\\s*\"([一二三四五六七八九十]+\\([一二三四五六七八九十]+\\)[0-9]*)\"")]
    private static partial Regex Clause();

    [GeneratedRegex("RefusalCodes\\.InvalidInput, [^,]+, [^,]+, null")]
    private static partial Regex Nameless();
}
