using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Who owns a matter with a clear owner (职责明确事项的主管部门). R029.</summary>
public static class CaseOwners
{
    /// <summary>Refuses a dispatch to another department or its agency where the owner is recorded. An assumed owner binds nobody.</summary>
    /// <param name="category">The case's category as its rules have it; null when unknown.</param>
    /// <param name="lead">Who would lead.</param>
    /// <param name="county">The county whose department it is.</param>
    /// <param name="nameOf">What organs are called.</param>
    public static Refusal? WrongOwner(CaseCategory? category, OrganCode lead, UnitCode county, Func<OrganCode, string> nameOf) =>
        category is { OwnerBasis: BasisKind.Text, Owner: { } owner } && lead.Kind != OrganKind.Unit && lead.DepartmentId != owner
            ? Refused(category, nameOf(OrganCode.Parse($"{county}:{owner}")))
            : null;

    private static Refusal Refused(CaseCategory category, string owner) => CaseRefusals.Guard(
        "WRONG_OWNER", "R029", "四(一)", $"“{category.Name}”的主管部门是{owner}（{category.OwnerSource}），应由该部门或其派驻机构牵头",
        $"The recorded owner of {category.NameEn} is {owner} ({category.OwnerSource}): it or its agency leads", "parties");
}
