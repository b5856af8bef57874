using System.ComponentModel.DataAnnotations;
using OpsHub.Domain.Cases;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Doors</c>: who may file tickets of which other system, and what the doors say of themselves.</summary>
public sealed class DoorOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Doors";

    /// <summary>Other systems that file tickets, by name. The system <c>12345</c> needs no entry to file: tokens of the role Hotline are its own (G017).</summary>
    public Dictionary<string, SourceSystemOptions> Systems { get; set; } = new(StringComparer.Ordinal);

    /// <summary>File that maps other systems' category codes to ours, in the seeds folder or with its full path; empty maps none.</summary>
    public string CategoryMap { get; set; } = "categories/source_categories.csv";

    /// <summary>Tickets in one batch.</summary>
    [Range(1, 1_000)]
    public int TicketsPerBatch { get; set; } = 200;

    /// <summary>What Open311 clients give as <c>jurisdiction_id</c>; null is the city's code.</summary>
    public string? Jurisdiction { get; set; }

    /// <summary>Whether the list of services, which holds no case, is open without a key, as Open311 clients expect. Otherwise nothing is.</summary>
    public bool OpenServices { get; set; }

    /// <summary>Whom Open311's discovery names for questions and keys.</summary>
    public string Contact { get; set; } = "opshub administrator / 系统管理员";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, system) in Systems)
        {
            if (name.Length is 0 or > 40 || name.Trim() != name)
                yield return new ValidationResult($"OpsHub:Doors:Systems 的名称“{name}”应为 1–40 个字符，首尾无空格。 A system's name takes 1-40 characters without spaces around it.", [nameof(Systems)]);
            if (name != CaseAccess.HotlineSystem && string.IsNullOrWhiteSpace(system.Token))
                yield return new ValidationResult($"请设置 OpsHub:Doors:Systems:{name}:Token（令牌名称）。 Set OpsHub:Doors:Systems:{name}:Token, the name of its token.", [nameof(Systems)]);
        }
    }
}

/// <summary>One system that files tickets (来源系统).</summary>
public sealed class SourceSystemOptions
{
    /// <summary>Name of the token (<c>token issue --name</c>) that files its tickets; role Integrator.</summary>
    public string Token { get; set; } = "";

    /// <summary>Id of the channel, a signed webhook, through which it hears of each change of its tickets; null where it asks by itself.</summary>
    public string? Channel { get; set; }
}
