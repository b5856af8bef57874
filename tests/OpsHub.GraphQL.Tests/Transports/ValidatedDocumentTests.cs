using Microsoft.Extensions.DependencyInjection;
using OpsHub.GraphQL.Transports.Documents;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class ValidatedDocumentTests
{
    private static int Kept(Door door) => door.Services.GetRequiredService<ValidatedDocuments>().Count;

    [Fact]
    public async Task A_document_is_remembered_once_it_has_run()
    {
        await using var door = await Door.OpenAsync();
        await door.AskAsync("{ city }");
        await door.AskAsync("{ city }");
        Kept(door).ShouldBe(1);
    }

    [Fact]
    public async Task A_document_with_errors_is_not_remembered()
    {
        await using var door = await Door.OpenAsync();
        await door.AskAsync("{ nothing }");
        await door.AskAsync("{");
        await door.AskAsync("{ city }", token: null);
        await door.AskAsync("query($n: String!) { greeting(name: $n) }");
        Kept(door).ShouldBe(0);
    }

    [Fact]
    public async Task Variables_are_checked_each_time()
    {
        await using var door = await Door.OpenAsync();
        const string query = "query($n: String!) { greeting(name: $n) }";
        (await door.AskAsync(query, new { n = "一" })).Status.ShouldBe(200);
        (await door.AskAsync(query, new { n = (string?)null })).Status.ShouldBe(400);
        (await door.AskAsync(query, new { n = 7 })).Status.ShouldBe(400);
        (await door.AskAsync(query, new { n = "二" })).Data.GetProperty("greeting").GetString().ShouldBe("你好，二");
    }

    [Fact]
    public async Task Each_operation_of_a_document_is_itself()
    {
        await using var door = await Door.OpenAsync();
        const string both = "query A { city } query B { who }";
        (await door.AskAsync(both, operationName: "A")).Text.ShouldContain("city");
        (await door.AskAsync(both, operationName: "B")).Text.ShouldContain("who");
        (await door.AskAsync(both, operationName: "C")).Code.ShouldBe("INVALID_OPERATION_NAME");
        (await door.AskAsync(both)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_anonymous_gain_nothing_from_a_document_that_others_made_known()
    {
        await using var door = await Door.OpenAsync();
        (await door.AskAsync("{ city }")).Status.ShouldBe(200);
        (await door.AskAsync("{ city }", token: null)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task What_is_remembered_is_bounded()
    {
        await using var door = await Door.OpenAsync(l => l.DocumentCacheCharacters = 1_000);
        for (var i = 0; i < 200; i++)
            (await door.AskAsync($"query Q{i} {{ city }}")).Status.ShouldBe(200);
        Kept(door).ShouldBeLessThanOrEqualTo(1_000 / 64);
    }
}
