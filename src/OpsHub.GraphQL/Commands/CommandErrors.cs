using GraphQL.Types;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Commands;

/// <summary>Every refusal carries a stable code, the rule id and the clause it rests on.</summary>
internal sealed class CommandErrorInterface : InterfaceGraphType<Refusal>
{
    public CommandErrorInterface()
    {
        Name = "CommandError";
        Description = "An expected refusal (拒绝): nothing has changed. Every one carries a stable code, the rule id and the clause it rests on.";
        Field<NonNullGraphType<StringGraphType>>("code").Description(CommandErrors.Code);
        Field<NonNullGraphType<StringGraphType>>("rule").Description(CommandErrors.Rule);
        Field<NonNullGraphType<StringGraphType>>("clause").Description(CommandErrors.Clause);
        Field<StringGraphType>("field").Description(CommandErrors.AtFault);
        Field<NonNullGraphType<StringGraphType>>("message").Description(CommandErrors.Message);
        Field<NonNullGraphType<StringGraphType>>("messageEn").Description(CommandErrors.MessageEn);
    }
}

/// <summary>A concrete refusal; which one follows from the code.</summary>
internal abstract class CommandErrorType : Described<Refusal>
{
    protected CommandErrorType(string name, string description, string? code) : base(name, description)
    {
        Interface<CommandErrorInterface>();
        IsTypeOf = error => error is Refusal refusal && (code is null ? !CommandErrors.Named.Contains(refusal.Code) : refusal.Code == code);
        One<StringGraphType>("code", CommandErrors.Code, r => r.Code);
        One<StringGraphType>("rule", CommandErrors.Rule, r => r.Rule);
        One<StringGraphType>("clause", CommandErrors.Clause, r => r.Clause);
        Maybe<StringGraphType>("field", CommandErrors.AtFault, r => r.Field);
        One<StringGraphType>("message", CommandErrors.Message, r => r.Zh);
        One<StringGraphType>("messageEn", CommandErrors.MessageEn, r => r.En);
    }
}

/// <summary>Not permitted.</summary>
internal sealed class NotAllowedErrorType() : CommandErrorType("NotAllowedError", "The actor's role or unit does not permit this (无权限).", RefusalCodes.NotAllowed);

/// <summary>Not there.</summary>
internal sealed class NotFoundErrorType() : CommandErrorType("NotFoundError", "There is no such subject, or none within what the actor may see (不存在).", RefusalCodes.NotFound);

/// <summary>Bad input.</summary>
internal sealed class InvalidInputErrorType() : CommandErrorType("InvalidInputError", "A field is missing, malformed or out of range (输入无效); `field` names it.", RefusalCodes.InvalidInput);

/// <summary>Wrong stage.</summary>
internal sealed class WrongStateErrorType() : CommandErrorType("WrongStateError", "The present stage does not permit the move (当前状态不允许).", RefusalCodes.WrongState);

/// <summary>Conflict.</summary>
internal sealed class ConflictErrorType() : CommandErrorType("ConflictError", "The same command id or ticket was used before with another content (重复编号，内容不同).", RefusalCodes.Conflict);

/// <summary>Stale.</summary>
internal sealed class StaleVersionErrorType() : CommandErrorType("StaleVersionError", "Somebody changed the case or consultation since expectedVersion (版本已变): read it again.", RefusalCodes.StaleVersion);

/// <summary>Overloaded.</summary>
internal sealed class RetryLaterErrorType() : CommandErrorType("RetryLaterError", "The hub is overloaded or a part of it is away (请重试): send the same command id again in a second.", RefusalCodes.RetryLater);

/// <summary>A rule says no.</summary>
internal sealed class RuleRefusedErrorType() : CommandErrorType("RuleRefusedError", "A rule of the policy refuses this (规则不允许); `code`, `rule` and `clause` say which.", null);

/// <summary>What all refusals have in common.</summary>
internal static class CommandErrors
{
    public const string Code = "Stable upper-case code (代码), e.g. `NOT_ALLOWED`, `ONE_LEAD`.";
    public const string Rule = "Rule id it rests on (规则), e.g. `G046` or `SM1.7`; `HUB` for limits of our own.";
    public const string Clause = "Clause of the policy (条款), e.g. 三(五); empty where the rule is ours.";
    public const string AtFault = "Input field at fault; null when the command as a whole is.";
    public const string Message = "What to tell people, in Chinese (说明).";
    public const string MessageEn = "The same in English.";

    public static readonly HashSet<string> Named = new(StringComparer.Ordinal)
    {
        RefusalCodes.NotAllowed, RefusalCodes.NotFound, RefusalCodes.InvalidInput, RefusalCodes.WrongState,
        RefusalCodes.Conflict, RefusalCodes.StaleVersion, RefusalCodes.RetryLater,
    };

    public static readonly Type[] Types =
    [
        typeof(NotAllowedErrorType), typeof(NotFoundErrorType), typeof(InvalidInputErrorType), typeof(WrongStateErrorType),
        typeof(ConflictErrorType), typeof(StaleVersionErrorType), typeof(RetryLaterErrorType), typeof(RuleRefusedErrorType),
    ];
}
