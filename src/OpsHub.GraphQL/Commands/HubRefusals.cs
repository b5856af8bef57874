using OpsHub.Domain.Commands;

namespace OpsHub.GraphQL.Commands;

/// <summary>Refusals at the door, before any subject is asked; in both languages.</summary>
internal static class HubRefusals
{
    public static readonly Refusal RetryLater = new(RefusalCodes.RetryLater, "HUB", "", null,
        "系统繁忙或部分服务暂不可用，请稍后用同一命令编号重试", "The hub is overloaded or a part of it is away; send the same command id again");

    public static readonly Refusal NoCase = new(RefusalCodes.NotFound, "R046", "四(五)", "caseId",
        "没有这个案件，或不在您的可见范围内", "There is no such case within what you may see");

    public static readonly Refusal NoConsultation = new(RefusalCodes.NotFound, "R046", "四(五)", "consultationId",
        "没有这个协商，或不在您的可见范围内", "There is no such consultation within what you may see");

    public static readonly Refusal NoAgencyYear = new(RefusalCodes.NotFound, "R046", "四(五)", "yearId",
        "没有这个考核年度，或不在您的可见范围内", "There is no such agency's year within what you may see");
    public static readonly Refusal NoAgency = new(RefusalCodes.NotFound, "R046", "四(五)", "agency",
        "没有这个派驻机构，或不在您的可见范围内", "There is no such agency within what you may see");

    public static readonly Refusal NoSignIn = new(RefusalCodes.NotAllowed, "HUB", "", null,
        "账号或密码不正确，或账号已锁定", "Account and password do not fit, or the account is locked");

    public static Refusal Input(string field, string zh, string en) => new(RefusalCodes.InvalidInput, "HUB", "", field, zh, en);
}

/// <summary>Leaves the reading of an input with its refusal.</summary>
internal sealed class InputRefusedException(Refusal refusal) : Exception(refusal.En)
{
    public Refusal Refusal => refusal;
}
