namespace OpsHub.Domain.Cases;

/// <summary>Stages in words for those outside (状态说明): the source of a ticket, Open311 clients.</summary>
public static class StageWords
{
    /// <summary>The stage's name as the API writes it, e.g. <c>FED_BACK</c>.</summary>
    public static string NameOf(CaseStage stage) =>
        string.Concat(stage.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));

    /// <summary>The stage in both languages.</summary>
    /// <exception cref="InvalidOperationException">A stage without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(CaseStage stage) => stage switch
    {
        CaseStage.Reported => ("已收到，待受理", "received, awaits acceptance"),
        CaseStage.Accepted => ("已受理，待研判", "accepted, awaits triage"),
        CaseStage.Triaged => ("已研判，待派单", "triaged, awaits dispatch"),
        CaseStage.Dispatched => ("已派单，待承办单位接单", "dispatched, awaits the unit's acceptance"),
        CaseStage.Returned => ("承办单位退单，待重新派单", "returned by the unit, awaits another dispatch"),
        CaseStage.Handling => ("处置中", "being handled"),
        CaseStage.Coordinating => ("乡镇街道协调中", "being coordinated by the township"),
        CaseStage.FedBack => ("已处置，待核查", "handled, awaits verification"),
        CaseStage.Verified => ("核查通过，待结案", "verified, awaits closing"),
        CaseStage.Closed => ("已结案", "closed"),
        CaseStage.Evaluated => ("已结案，已评价", "closed and evaluated"),
        CaseStage.Declined => ("不予受理", "declined"),
        CaseStage.Merged => ("已并入另一案件", "merged into another case"),
        CaseStage.Withdrawn => ("已撤回", "withdrawn"),
        _ => throw new InvalidOperationException($"No words for the stage {stage}."),
    };
}
