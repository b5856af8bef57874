using System.Collections;
using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Privacy;

/// <summary>Something about a command that was carried out nonetheless.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
internal sealed record CommandWarning(string Code, string Field, string Zh, string En);

/// <summary>A warning.</summary>
internal sealed class CommandWarningType : Described<CommandWarning>
{
    public CommandWarningType() : base("CommandWarning", "Something to look at in a command that was carried out nonetheless (提醒).")
    {
        One<StringGraphType>("code", "Stable upper-case code (代码): `PERSONAL_DATA`, `ALL_SUBJECT_CATEGORY`, or `UNCLASSIFIED` of a list's matters (R028).", w => w.Code);
        One<StringGraphType>("field", "Input field that it is about, e.g. `text`.", w => w.Field);
        One<StringGraphType>("message", "What to tell people, in Chinese (说明).", w => w.Zh);
        One<StringGraphType>("messageEn", "The same in English.", w => w.En);
    }
}

/// <summary>Warns of personal data in what a command says.</summary>
internal sealed class CommandWarnings(FreeText text)
{
    // Ids, codes and the contact, which has a place of its own. All other texts are free.
    private static readonly HashSet<string> NotFree = new(StringComparer.Ordinal)
    {
        "commandId", "caseId", "consultationId", "expectedVersion", "grid", "unit", "community", "communities", "delegatedBy", "entry", "category", "source", "contact", "parties", "organ",
        "about", "agency", "county", "name", "post", "ticket", "entryId", "recordId", "yearId", "township",
    };

    /// <summary>A warning for each field that holds any.</summary>
    public IReadOnlyList<CommandWarning> Of(IDictionary<string, object?> fields) =>
        [.. fields.Where(f => !NotFree.Contains(f.Key) && Texts(f.Value).Any(text.Holds)).Select(f => new CommandWarning(
            "PERSONAL_DATA", f.Key, $"{f.Key} 含有身份证号或电话号码；对非办理单位将被遮蔽，请勿在正文中填写个人信息",
            $"{f.Key} holds the number of an identity card or a telephone; it is masked for all but the handling units, and is better left out"))];

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string one => [one],
        IDictionary<string, object?> part => part.Where(f => !NotFree.Contains(f.Key)).SelectMany(f => Texts(f.Value)),
        IEnumerable many => many.Cast<object?>().SelectMany(Texts),
        _ => [],
    };
}
