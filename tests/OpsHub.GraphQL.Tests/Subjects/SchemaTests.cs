using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>The committed contract and the running schema are one. Rewrite the file with OPSHUB_UPDATE_SCHEMA=1.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    private ISchema Schema => _hub.Services.GetRequiredService<ISchema>();

    public Task InitializeAsync()
    {
        Schema.Initialize();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_committed_schema_is_what_the_hub_serves()
    {
        var served = _hub.Services.PrintOpsHubSchema();
        if (Environment.GetEnvironmentVariable("OPSHUB_UPDATE_SCHEMA") == "1")
        {
            // Rewriting is for what is added. What goes must have been deprecated first.
            Removed(await File.ReadAllTextAsync(Committed()), served).ShouldBeEmpty("deprecate first, remove in a later version");
            await File.WriteAllTextAsync(Committed(), served);
        }

        (await File.ReadAllTextAsync(Committed())).ShouldBe(served, "run the tests once with OPSHUB_UPDATE_SCHEMA=1 and commit the file");
    }

    [Fact]
    public async Task Nothing_of_the_committed_schema_is_gone() =>
        Removed(await File.ReadAllTextAsync(Committed()), _hub.Services.PrintOpsHubSchema()).ShouldBeEmpty();

    [Fact]
    public void What_was_taken_away_without_deprecation_is_found()
    {
        const string before = """type A { x(a: Int): Int! y: String @deprecated(reason: "old") } enum E { P Q }""";
        Removed(before, "type A { x: Int } enum E { P }").ShouldBe(["A.x(a:) Int", "A.x Int!", "E.Q"], ignoreOrder: true);
        Removed(before, before).ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_field_argument_and_value_is_described()
    {
        var bare = new List<string>();
        foreach (var type in Schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && t is not (StringGraphType or IntGraphType or BooleanGraphType or IdGraphType or FloatGraphType)))
        {
            void Check(string name, string? description)
            {
                if (string.IsNullOrWhiteSpace(description))
                    bare.Add(name);
            }

            Check(type.Name, type.Description);
            foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
            {
                Check($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments?.ToList() ?? [])
                    Check($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
            }

            foreach (var value in (type as EnumerationGraphType)?.Values.ToList() ?? [])
                Check($"{type.Name}.{value.Name}", value.Description);
        }

        bare.ShouldBeEmpty();
    }

    [Fact]
    public void Every_connection_pages_both_ways()
    {
        var connections = Schema.AllTypes.OfType<IComplexGraphType>().SelectMany(t => t.Fields)
            .Where(f => f.ResolvedType?.GetNamedType().Name.EndsWith("Connection", StringComparison.Ordinal) == true).ToList();
        connections.Count.ShouldBeGreaterThan(7);
        foreach (var field in connections)
            field.Arguments!.Select(a => a.Name).Intersect(["first", "after", "last", "before"]).Count().ShouldBe(4, field.Name);
    }

    [Fact]
    public void No_field_names_a_category_of_persons()
    {
        string[] persons = ["ethnic", "relig", "belief", "disab", "disease", "health", "petition", "criminal", "phone", "idCard", "identityNumber", "birth", "gender", "personName"];
        Schema.AllTypes.OfType<IComplexGraphType>().SelectMany(t => t.Fields.Select(f => f.Name))
            .Where(name => persons.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    // Names with their types that are in one text and not in the other, deprecated ones left out.
    private static List<string> Removed(string before, string after)
    {
        var now = Names(after).Select(n => n.Name).ToHashSet();
        return [.. Names(before).Where(n => !n.Deprecated && !now.Contains(n.Name)).Select(n => n.Name)];
    }

    private static IEnumerable<(string Name, bool Deprecated)> Names(string sdl)
    {
        foreach (var definition in Parser.Parse(sdl).Definitions)
        {
            var (name, fields, inputs, values) = definition switch
            {
                GraphQLObjectTypeDefinition o => (o.Name.StringValue, o.Fields?.Items, null, null),
                GraphQLInterfaceTypeDefinition i => (i.Name.StringValue, i.Fields?.Items, null, null),
                GraphQLInputObjectTypeDefinition i => (i.Name.StringValue, null, i.Fields?.Items, null),
                GraphQLEnumTypeDefinition e => (e.Name.StringValue, (List<GraphQLFieldDefinition>?)null, (List<GraphQLInputValueDefinition>?)null, e.Values?.Items),
                _ => ("", null, null, null),
            };
            foreach (var field in fields ?? [])
            {
                var old = field.Directives?.Items.Exists(d => d.Name.Value == "deprecated") == true;
                yield return ($"{name}.{field.Name.StringValue} {Type(field.Type)}", old);
                foreach (var argument in field.Arguments?.Items ?? [])
                    yield return ($"{name}.{field.Name.StringValue}({argument.Name.StringValue}:) {Type(argument.Type)}", old);
            }

            foreach (var input in inputs ?? [])
                yield return ($"{name}.{input.Name.StringValue} {Type(input.Type)}", input.Directives?.Items.Exists(d => d.Name.Value == "deprecated") == true);
            foreach (var value in values ?? [])
                yield return ($"{name}.{value.EnumValue.Name.StringValue}", value.Directives?.Items.Exists(d => d.Name.Value == "deprecated") == true);
        }
    }

    private static string Type(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => Type(required.Type) + "!",
        GraphQLListType list => $"[{Type(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new NotSupportedException(),
    };

    private static string Committed([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../src/OpsHub.GraphQL/schema.graphql");
}
