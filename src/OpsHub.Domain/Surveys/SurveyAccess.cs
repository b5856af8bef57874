using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Surveys;

/// <summary>Who runs a survey and who reads it (测评权限). A018, A024, part 4: the township does; the agency that is rated has no hand in it.</summary>
public static class SurveyAccess
{
    /// <summary>Does the actor act for the township that runs it?</summary>
    public static bool Runs(Actor actor, UnitCode township) => actor.Role == Role.TownshipGovernment && actor.Organ == OrganCode.Of(township);

    /// <summary>What the actor reads of it.</summary>
    public static SurveyReading Reads(Actor actor, Survey s) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => SurveyReading.Whole,
        Role.TownshipGovernment => actor.Organ == OrganCode.Of(s.Township) || actor.Organ == OrganCode.Of(s.Host) ? SurveyReading.Whole : SurveyReading.None,
        Role.CountyGovernment or Role.PerformanceOrgan or Role.OrganisationDepartment =>
            actor.Organ == OrganCode.Of(s.Host.CountyByCode) ? SurveyReading.Whole : SurveyReading.None,
        Role.AgencyStaff => actor.Organ == s.Agency ? SurveyReading.Result : SurveyReading.None,
        _ => SurveyReading.None,
    };

    /// <summary>May the actor read anything of it now? What may not be read answers as if it weren't there.</summary>
    public static bool Sees(Actor actor, Survey s) => Reads(actor, s) is var reading && (reading == SurveyReading.Whole || (reading == SurveyReading.Result && s.IsClosed));
}
