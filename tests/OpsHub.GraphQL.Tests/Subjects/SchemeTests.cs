using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Assessment schemes through the API: the county makes them, a department is refused with its clause.</summary>
public sealed class SchemeTests : IAsyncLifetime
{
    private const string Components = """
        [{ name: "县直部门评价", source: FROM_ABOVE, weight: 0.5, process: true, townshipInputs: 3 }, { name: "社区评议", source: FROM_BELOW, weight: 0.3 }, { name: "群众满意度", source: SATISFACTION, weight: 0.2 }]
        """;

    private static readonly Actor Government = Actors.Of(Role.CountyGovernment, "430203");

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "T015")]
    public async Task T015_R040_a_department_or_an_agency_that_would_assess_townships_is_refused_with_the_clause()
    {
        foreach (var actor in new[] { Actors.Department, Actors.Agency })
            Error(await Create(actor)).ShouldBe(("RuleRefusedError", "DEPARTMENT_ASSESSES", "T015", "二(二)", "target"), actor.Principal);
        Error(await Create(Actors.Department, target: "COMMUNITIES")).Code.ShouldBe("NOT_ALLOWED");
        foreach (var actor in new[] { Actors.Leader, Actors.County, Actors.Of(Role.PerformanceOrgan, "430203"), Actors.Of(Role.CountyGovernment, "430202"), Actors.Administrator, Actors.Resident })
            Error(await Create(actor)).Code.ShouldBe("NOT_ALLOWED", actor.Principal);
        _hub.Schemes.Rows.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "T016")]
    public async Task T016_the_county_makes_one_scheme_a_year_and_repeats_its_command_safely()
    {
        var made = await Create(Government);
        made.GetProperty("errors").GetArrayLength().ShouldBe(0, made.ToString());
        var id = made.GetProperty("scheme").GetProperty("id").GetString();
        (await Create(Government)).GetProperty("scheme").GetProperty("id").GetString().ShouldBe(id);
        Error(await Create(Government, commandId: "c-2")).ShouldBe(("RuleRefusedError", "SCHEME_EXISTS", "T016", "二(二)", "year"));

        var read = (await _hub.Data(Actors.Department, $$"""{ node(id: "{{id}}") { ... on AssessmentScheme { year target satisfactionWeight county { name } components { name source weight process townshipInputs } vetoes { name basis } } } }""")).GetProperty("node");
        (read.GetProperty("year").GetInt32(), read.GetProperty("satisfactionWeight").GetDouble()).ShouldBe((2026, 0.2));
        read.GetProperty("components")[0].GetRawText().ShouldBe("""{"name":"县直部门评价","source":"FROM_ABOVE","weight":0.5,"process":true,"townshipInputs":3}""");
        read.GetProperty("vetoes")[0].GetProperty("basis").GetString().ShouldBe("安全生产法");
    }

    [Theory]
    [InlineData("""[{ name: "a", source: FROM_ABOVE, weight: 0.5 }, { name: "b", source: FROM_BELOW, weight: 0.3 }, { name: "c", source: SATISFACTION, weight: 0.1 }]""", "INVALID_INPUT", "R037", "components")]
    [InlineData("""[{ name: "a", source: FROM_ABOVE, weight: 0.8 }, { name: "c", source: SATISFACTION, weight: 0.2 }]""", "ONE_DIRECTION", "R037", "components")]
    [InlineData("""[{ name: "a", source: FROM_ABOVE, weight: 0.5 }, { name: "b", source: FROM_BELOW, weight: 0.5 }]""", "INVALID_INPUT", "R039", "components")]
    [InlineData("""[{ name: "a", source: FROM_ABOVE, weight: 0.5 }, { name: "b", source: FROM_BELOW, weight: 0.5 }, { name: "c", source: SATISFACTION, weight: 0 }]""", "INVALID_INPUT", "R039", "components[2].weight")]
    [InlineData("""[{ name: "", source: FROM_ABOVE, weight: 1 }]""", "INVALID_INPUT", "R037", "components[0].name")]
    [InlineData("""[{ name: "a", source: FROM_ABOVE, weight: 1e300 }]""", "INVALID_INPUT", "HUB", "components[0].weight")]
    public async Task Components_that_do_not_make_a_scheme_are_refused_by_field_and_rule(string components, string code, string rule, string field)
    {
        var error = Error(await Create(Government, components: components));
        (error.Code, error.Rule, error.Field).ShouldBe((code, rule, field));
    }

    [Fact, Trait("Rule", "R042")]
    public async Task R042_a_veto_takes_its_basis() =>
        Error(await Create(Government, vetoes: """[{ name: "安全", basis: " " }]""")).ShouldBe(("InvalidInputError", "INVALID_INPUT", "R042", "四(四)", "vetoes[0].basis"));

    [Fact, Trait("Rule", "T107")]
    public async Task T107_R041_A036_a_scheme_is_compared_with_that_of_the_year_before_all_in_one_question()
    {
        await Create(Government, commandId: "c-25", year: 2025);
        await Create(Government, components: """
            [{ name: "a", source: FROM_ABOVE, weight: 0.6, process: true, townshipInputs: 5 }, { name: "b", source: FROM_BELOW, weight: 0.3, process: true }, { name: "c", source: SATISFACTION, weight: 0.1 }]
            """);
        var before = _hub.Schemes.AskedByKey;
        var nodes = (await _hub.Data(Actors.Leader, """{ assessmentSchemes(county: "430203") { nodes { year flags { rule message messageEn } } pageInfo { hasNextPage } } }"""))
            .GetProperty("assessmentSchemes").GetProperty("nodes");
        (_hub.Schemes.AskedByKey - before).ShouldBe(1);
        nodes.EnumerateArray().Select(n => n.GetProperty("year").GetInt32()).ShouldBe([2026, 2025]);
        nodes[0].GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("rule").GetString()).ShouldBe(["R041", "T107", "A036"]);
        nodes[1].GetProperty("flags").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Schemes_are_read_within_the_county_and_above()
    {
        await Create(Government);
        var id = GlobalId.OfScheme("scheme-430203-2026-Townships");
        foreach (var (actor, reads) in new (Actor, bool)[]
        {
            (Government, true), (Actors.Leader, true), (Actors.Department, true), (Actors.Agency, true), (Actors.Committee, true), (Actors.Of(Role.CityGovernanceOffice, "4302"), true), (Actors.Auditor, true),
            (Actors.Resident, false), (Actors.CityWall, false), (Actors.Integrator, false), (Actors.Of(Role.TownshipGovernment, "430202001"), false), (Actors.Of(Role.CountyGovernment, "430202"), false),
        })
        {
            (await _hub.Data(actor, $$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node").ValueKind.ShouldBe(reads ? JsonValueKind.Object : JsonValueKind.Null, actor.Principal);
            (await _hub.Data(actor, """{ assessmentScheme(county: "430203", year: 2026, target: TOWNSHIPS) { id } }""")).GetProperty("assessmentScheme").ValueKind.ShouldBe(reads ? JsonValueKind.Object : JsonValueKind.Null);
            (await _hub.Ask(actor, """{ assessmentSchemes(county: "430203") { nodes { id } } }""")).TryGetProperty("errors", out _).ShouldBe(!reads, actor.Principal);
        }

        (await _hub.Ask(Government, """{ assessmentSchemes(county: "4302") { nodes { id } } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Data(Government, $$"""{ node(id: "{{GlobalId.OfScheme("scheme-430203-2026-Nobody")}}") { id } }""")).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<JsonElement> Create(
        Actor by, string commandId = "c-1", int year = 2026, string target = nameof(SchemeTarget.Townships), string components = Components, string vetoes = """[{ name: "重大安全责任事故", basis: "安全生产法" }]""") =>
        (await _hub.Data(by, $$"""
            mutation { createScheme(input: { commandId: "{{commandId}}", county: "430203", year: {{year}}, target: {{target.ToUpperInvariant()}}, components: {{components}}, vetoes: {{vetoes}} }) {
              scheme { id } sequence errors { __typename code rule clause field message messageEn } } }
            """)).GetProperty("createScheme");

    private static (string Type, string Code, string Rule, string Clause, string? Field) Error(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), Text("clause"), error.GetProperty("field").GetString());
    }
}
