using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>A category of cases (事项类别). G006, G007: 12 and 14 of the first level; G022: limits.</summary>
/// <param name="Code">First level <c>Q01</c>, second level <c>Q01-01</c>, a county's own <c>Q01-430203-01</c>.</param>
/// <param name="Parent">First-level code, null for the first level itself.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="FirstResponse">Limit for acceptance, null for the default.</param>
/// <param name="Handling">Limit for handling, null for the default.</param>
/// <param name="HandlingSource">Where the handling limit comes from; never the policy, whose manual is not included (G022), but what was named where it was set.</param>
/// <param name="Emergency">True when it is an emergency by nature (紧急类).</param>
/// <param name="DefaultDepartment">Name of the department that usually owns it, null if none.</param>
public sealed record CaseCategory(
    string Code,
    string? Parent,
    string Name,
    string NameEn,
    TermBudget? FirstResponse,
    TermBudget? Handling,
    string? HandlingSource,
    bool Emergency,
    string? DefaultDepartment)
{
    /// <summary>Id of the department that owns it (主管部门), e.g. <c>D27</c>; null where none is known. R029.</summary>
    public string? Owner { get; init; }

    /// <summary>What the owner rests on: recorded in the list of powers and duties (权责清单), or assumed. Only a recorded one binds a dispatch.</summary>
    public BasisKind OwnerBasis { get; init; } = BasisKind.Assumed;

    /// <summary>Where the owner is recorded; null where it is assumed.</summary>
    public string? OwnerSource { get; init; }

    /// <summary>What the handling limit rests on: text where it was set with a source, else assumed.</summary>
    public BasisKind HandlingBasis { get; init; } = BasisKind.Assumed;

    /// <summary>The county whose own sub-code it is (县市区特色事项); null for the city's list. G056, resolution 51.</summary>
    public UnitCode? County { get; init; }

    /// <summary>True when no new case is reported under it (停用); open ones go on.</summary>
    public bool Retired { get; init; }

    /// <summary>Version of the rules that last set it; 1 is what the hub came with.</summary>
    public int Version { get; init; } = 1;

    /// <summary>First-level code.</summary>
    public string Class => Parent ?? Code;

    /// <summary>One of the 14 further classes of all-subject grids (全科网格事项): <c>Q01</c> to <c>Q14</c>, and what is put under them. The 12 of every grid begin with W. G007.</summary>
    public bool IsAllSubject => Class.StartsWith('Q');

    /// <summary>Disputes and special groups: walls show the first level only (W03–W05, W07, W08).</summary>
    public bool IsSensitive => IsSensitiveClass(Class);

    /// <summary>The same of a first-level code.</summary>
    public static bool IsSensitiveClass(string code) => code is "W03" or "W04" or "W05" or "W07" or "W08";
}
