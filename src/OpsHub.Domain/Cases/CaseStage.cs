namespace OpsHub.Domain.Cases;

/// <summary>Where a case stands (案件状态): the states of SM1. The label that people see names the next move.</summary>
public enum CaseStage
{
    /// <summary>Reported, awaits acceptance (待受理).</summary>
    Reported = 0,

    /// <summary>Accepted, awaits triage (待研判).</summary>
    Accepted = 1,

    /// <summary>Triaged, awaits dispatch (待派单).</summary>
    Triaged = 2,

    /// <summary>Dispatched, awaits the lead unit's acceptance (待接单).</summary>
    Dispatched = 3,

    /// <summary>Returned by the lead unit, awaits another dispatch (退单).</summary>
    Returned = 4,

    /// <summary>Being handled (处置中).</summary>
    Handling = 5,

    /// <summary>Coordinated by the township (协调中).</summary>
    Coordinating = 6,

    /// <summary>Result fed back, awaits verification (待核查).</summary>
    FedBack = 7,

    /// <summary>Verified, awaits closing (待结案).</summary>
    Verified = 8,

    /// <summary>Closed (已结案).</summary>
    Closed = 9,

    /// <summary>Closed and evaluated (已评价).</summary>
    Evaluated = 10,

    /// <summary>Declined with a reason and where to turn (不予受理).</summary>
    Declined = 11,

    /// <summary>Merged into another case (已并案).</summary>
    Merged = 12,

    /// <summary>Withdrawn (已撤回).</summary>
    Withdrawn = 13,
}

/// <summary>Questions about stages.</summary>
public static class CaseStages
{
    /// <summary>True while somebody still has to act: everything before Closed, Declined, Merged and Withdrawn.</summary>
    public static bool IsOpen(this CaseStage stage) => stage < CaseStage.Closed;
}
