using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Cases;
using OpsHub.Storage.States;
using Orleans.Storage;

namespace OpsHub.Storage.Tests.Traps;

/// <summary>Trap 4: Orleans' default serializer writes CLR type names, so that a renamed class can't be read any more.</summary>
public sealed class StoredJson(SqliteHub hub) : IClassFixture<SqliteHub>
{
    private static readonly StateSerializer Ours = new();

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
    [JsonDerivedType(typeof(Reported), "CaseReported")]
    public abstract record Happening;

    public sealed record Reported(string Title, CaseStage Stage, string? Note) : Happening;

    public sealed record Document(IReadOnlyList<Happening> Events);

    [Fact]
    public void The_default_serializer_writes_type_names_and_ours_does_not()
    {
        var document = new Document([new Reported("井盖“破损”", CaseStage.FedBack, null)]);
        var standard = hub.Hub!.Services.GetRequiredService<IGrainStorageSerializer>();
        standard.Serialize(document).ToString().ShouldContain(nameof(StoredJson), customMessage: "the trap");

        Ours.Serialize(document).ToString().ShouldBe("""{"events":[{"event":"CaseReported","title":"井盖“破损”","stage":"FedBack","note":null}]}""");
        Ours.Deserialize<Document>(Ours.Serialize(document)).Events.ShouldBe(document.Events);
    }

    [Fact]
    public void A_missing_member_is_an_error_not_a_default() =>
        Should.Throw<JsonException>(() => Ours.Deserialize<Reported>(new BinaryData("""{"title":"x","note":null}""")));

    [Fact]
    public void A_discriminator_need_not_come_first() =>
        Ours.Deserialize<Happening>(new BinaryData("""{"title":"x","stage":"Reported","note":null,"event":"CaseReported"}"""))
            .ShouldBe(new Reported("x", CaseStage.Reported, null));
}
