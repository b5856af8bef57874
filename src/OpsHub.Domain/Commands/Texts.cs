namespace OpsHub.Domain.Commands;

/// <summary>The one check of texts that people enter (文本检查), whatever the subject.</summary>
internal static class Texts
{
    /// <summary>Why a text is refused: missing, too long, or broken; null when it is fine.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The text.</param>
    /// <param name="max">Most characters.</param>
    /// <param name="rule">Rule that asks for it.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="required">Whether it must be given.</param>
    internal static Refusal? Fault(string field, string? text, int max, string rule, string clause, bool required = true)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            return Input($"{field} 必填", $"{field} is required");
        if (text is null)
            return null;
        if (text.Length > max)
            return Input($"{field} 最多 {max} 字，实为 {text.Length} 字", $"{field} takes at most {max} characters, got {text.Length}");
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || !IsWellFormed(text)
            ? Input($"{field} 含有控制字符或编码错误", $"{field} holds control characters or broken encoding")
            : null;

        Refusal Input(string zh, string en) => new(RefusalCodes.InvalidInput, rule, clause, field, zh, en);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFD' or '\uFFFE' or '\uFFFF')
                return false;
        }

        return true;
    }
}
