using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Agencies;

/// <summary>Why commands to agencies are refused; wording in one place.</summary>
internal static class AgencyRefusals
{
    internal static Refusal NotAllowed() =>
        new(RefusalCodes.NotAllowed, "A001", "一(二)", null, "您的角色无权登记或变更派驻机构。", "Your role may not register or change stationed agencies.");

    internal static Refusal NotFound() =>
        new(RefusalCodes.NotFound, "A001", "一(二)", "code", "该派驻机构不存在。", "There is no such agency.");

    internal static Refusal Exists(OrganCode code) =>
        new(RefusalCodes.Conflict, "A001", "一(二)", "code", $"{code}已登记，内容不同。", $"{code} is already registered, with other content.");

    internal static Refusal OtherAgency(OrganCode named) =>
        new(RefusalCodes.InvalidInput, "A001", "一(二)", "code", $"指令写的是{named}，却发给了另一机构。", $"The command names {named} but was given to another agency.");

    internal static Refusal LeadersMissing() =>
        new("LEADERS_MISSING", "A001", "一(二)", "department", "须填派出部门和驻地乡镇（街道），且与机构代码一致。", "An agency needs its dispatching department and its host township, as its code names them.");

    internal static Refusal BadServed() =>
        new(RefusalCodes.InvalidInput, "A001", "一(二)", "served", "服务乡镇须含驻地乡镇，且不得重复。", "The townships served include the host, each once.");

    internal static Refusal ServedNotInForce() =>
        new("TOWNSHIP_NOT_IN_FORCE", "G011", "三(三)", "served", "所列乡镇（街道）有的不存在或未生效。", "A township named does not exist or is not in force.");

    internal static Refusal BadPowers() =>
        new(RefusalCodes.InvalidInput, "R031", "四(一)", "enforcementPowers", $"执法权限至多{AgencyDecisions.MaxPowers}项，不得重复。", $"At most {AgencyDecisions.MaxPowers} categories, each once.");
}
