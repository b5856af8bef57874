using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Agencies;

/// <summary>Kinds of organs.</summary>
internal sealed class OrganKindType() : EnumType<OrganKind>("OrganKind", "What kind of organ a code names (单位性质).",
    ("UNIT", OrganKind.Unit, "A unit of the hierarchy (区划单元) through its committee, government or centre, e.g. `430203001`."),
    ("AGENCY", OrganKind.Agency, "A stationed agency (派驻机构), e.g. `430203001-D12`."),
    ("DEPARTMENT", OrganKind.Department, "A county or city department (职能部门), e.g. `430203:D12`."));

/// <summary>Whoever can hold a case.</summary>
internal sealed class OrganType : Described<OrganCode>
{
    public OrganType(IHubDirectory directory, IRuleBook rules, Access access) : base("Organ", "Whoever can hold a case or act (单位): a unit, a stationed agency, a department.")
    {
        One<StringGraphType>("code", "Code: of a unit 4 to 15 digits, of an agency township, dash, department, of a department county, colon, department.", o => o.Value);
        One<OrganKindType>("kind", "What the code names (单位性质).", o => o.Kind);
        One<StringGraphType>("name", "Chinese name (名称); the code itself when unknown.", o => directory.NameOf(o));
        Maybe<StringGraphType>("nameEn", "English name of a department; null where there is no official one.",
            o => o.Kind == OrganKind.Department ? rules.Departments.GetValueOrDefault(o.DepartmentId!)?.NameEn : null);
        Maybe<UnitType>("unit", "The unit itself, an agency's host township or a department's county; null when unknown to the hub.", o => directory.Unit(o.Unit));
        AskMaybe<AgencyType>("agency", "The stationed agency that the code names (派驻机构); null for other organs, and where the actor may not see it.",
            (context, o) => new(directory.Agency(o) is { } agency && access.Agency(Viewer.Of(context).Actor, agency) ? agency : null));
    }
}
