using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Commands;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace OpsHub.Contracts.Commands;

/// <summary>How Domain types travel and are stored: System.Text.Json, names of enums, Chinese readable, missing members an error.</summary>
public static class DomainSerialization
{
    /// <summary>The one set of options for Domain types, on the wire and in storage.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>Lets Orleans carry Domain types as JSON. Hot replies have generated codecs instead.</summary>
    public static IServiceCollection AddDomainSerialization(this IServiceCollection services) => services
        .AddSerializer(s => s.AddJsonSerializer(IsDomain, _ => false, o => o.Configure(json => json.SerializerOptions = Options)))
        .AddSingleton<IGeneralizedCopier, SharedDomainCopier>();

    internal static bool IsDomain(Type type) => type.Assembly == typeof(Refusal).Assembly && !type.IsEnum;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            NumberHandling = JsonNumberHandling.Strict,
        };
        // Names only: a number would let through values that no enum has.
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
