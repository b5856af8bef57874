using System.ComponentModel.DataAnnotations;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Cors</c>: front ends of others that run in a browser.</summary>
public sealed class CrossOriginOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Cors";

    /// <summary>Origins whose pages may call <c>/graphql</c>, e.g. <c>https://front.example</c>; none unless named.</summary>
    public IList<string> Origins { get; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Origins
        .Where(o => !Uri.TryCreate(o, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != o)
        .Select(o => new ValidationResult(
            $"OpsHub:Cors:Origins 中的“{o}”应写作 https://主机 或 https://主机:端口，小写，不带路径。 '{o}' in OpsHub:Cors:Origins must be like https://host or https://host:port, in lower case, without a path.", [nameof(Origins)]));
}
