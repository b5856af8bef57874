using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.GraphQL.Transports.Documents;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Which operations callers of one role, organ and language share for a moment.</summary>
public sealed class SharingTests
{
    private const string Place = " fragment Place on Unit { code name }";

    [Theory]
    [InlineData("{ unit(code: \"4302\") { ...Place counts { grids } summary { open asOf byStage { stage count } } summaries(level: COUNTY) { unit { ...Place } } } }" + Place)]
    public async Task The_counters_of_walls_are_shared(string query) => (await IsShared(query)).ShouldBeTrue();

    [Theory]
    [InlineData("{ viewer { unit { code name } } }")]
    [InlineData("{ unit(code: \"4302\") { summary { open } lateCases { caseId } } }")]
    [InlineData("{ unit(code: \"4302\") { name children { nodes { code } } } }")]
    [InlineData("{ unit(code: \"4302\") { code cases { totalCount } } }")]
    [InlineData("{ unit(code: \"4302\") { ...Mine } } fragment Mine on Unit { deadlines { nodes { case { id } } } }")]
    [InlineData("{ agency(code: \"430203001-D12\") { cases { totalCount } } }")]
    [InlineData("{ nodes(ids: []) { ... on Unit { code } } }")]
    [InlineData("{ cases { pageInfo { endCursor } } }")]
    [InlineData("{ case(number: \"1\") { number stage holder { name } } }")]
    public async Task What_shows_lists_cases_or_the_caller_is_not(string query) => (await IsShared(query)).ShouldBeFalse();

    private static async Task<bool> IsShared(string query)
    {
        await using var hub = new TestHub();
        var schema = hub.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        var document = Parser.Parse(query);
        return LiveFields.Only(schema, document, document.Definitions.OfType<GraphQLOperationDefinition>().Single());
    }
}
