using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Posts.PostRefusals;

namespace OpsHub.Domain.Posts;

/// <summary>Who acts in people decisions, and who reads them (权限). Part 4: org department, department, served townships; the agency its own posts.</summary>
public static class PostAccess
{
    /// <summary>Does the actor act for a township served, the host among them?</summary>
    public static bool IsServed(Actor actor, AgencyPosts s) => actor.Role == Role.TownshipGovernment && actor.Organ.Kind == OrganKind.Unit && s.Served.Contains(actor.Organ.Unit);

    /// <summary>Does the actor act for the host township?</summary>
    public static bool IsHost(Actor actor, AgencyPosts s) => actor.Role == Role.TownshipGovernment && actor.Organ == OrganCode.Of(s.Host);

    /// <summary>Is the actor the dispatching department?</summary>
    public static bool IsDepartment(Actor actor, AgencyPosts s) => actor.Role == Role.Department && actor.Organ == s.Department;

    /// <summary>Does the actor act for the county's organisation department?</summary>
    public static bool IsOrganisation(Actor actor, AgencyPosts s) => actor.Role == Role.OrganisationDepartment && actor.Organ == County(s);

    /// <summary>Does the actor read consultations, inquiries and secondments? Part 4: the two lines and the county; never the agency, which they are about.</summary>
    public static bool Reads(Actor actor, AgencyPosts s) =>
        actor.Role is Role.Auditor or Role.Scheduler || IsServed(actor, s) || IsDepartment(actor, s) || IsOrganisation(actor, s);

    /// <summary>Does the actor read posts and counts? The agency, too.</summary>
    public static bool ReadsCounts(Actor actor, AgencyPosts s) => Reads(actor, s) || (actor.Role == Role.AgencyStaff && actor.Organ == s.Agency)
        || (actor.Role is Role.CountyGovernment or Role.PerformanceOrgan && actor.Organ == County(s));

    internal static OrganCode County(AgencyPosts s) => OrganCode.Of(s.Host.CountyByCode);

    internal static Refusal? Department(Actor actor, AgencyPosts s, string rule) => IsDepartment(actor, s) ? null : Only(rule, "派出部门", "the dispatching department");

    internal static Refusal? Host(Actor actor, AgencyPosts s, string rule) => IsHost(actor, s) ? null : Only(rule, "驻地乡镇街道", "the host township");

    internal static Refusal? Served(Actor actor, AgencyPosts s, string rule) => IsServed(actor, s) ? null : Only(rule, "所服务的乡镇街道", "a township that it serves");

    internal static Refusal? Agency(Actor actor, AgencyPosts s, string rule) =>
        actor.Role == Role.AgencyStaff && actor.Organ == s.Agency ? null : Only(rule, "派驻机构", "the agency");

    internal static Refusal? Organ(PostContext x, AgencyPosts s, OrganCode organ, string rule) =>
        (IsDepartment(x.Actor, s) || IsOrganisation(x.Actor, s)) && x.Actor.Organ == organ ? null : Only(rule, x.NameOf(organ), x.NameOf(organ));

    private static Refusal Only(string rule, string zh, string en) => NotAllowed(rule, $"只有{zh}可以办理", $"Only {en} may do this");
}
