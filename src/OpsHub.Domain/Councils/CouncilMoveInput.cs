using System.Collections.Immutable;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Councils;

/// <summary>Kinds of values that an input of a council's or support file's step takes (录入类型).</summary>
public enum CouncilInputKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>One of the choices (单选).</summary>
    Choice,

    /// <summary>Yes or no (是否).</summary>
    Flag,

    /// <summary>A whole number (整数).</summary>
    Number,

    /// <summary>A day (日期).</summary>
    Day,

    /// <summary>A community's code (社区).</summary>
    Community,

    /// <summary>A consultation that concerns the unit (协商).</summary>
    Consultation,

    /// <summary>The other office of each candidate, in order (候选人兼任职务).</summary>
    Offices,

    /// <summary>Members by class (成员人数).</summary>
    MemberCounts,

    /// <summary>Votes by label (得票).</summary>
    Tallies,
}

/// <summary>An input of a council's or support file's step (录入项).</summary>
/// <param name="Name">Field of the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Required">The step is refused without it.</param>
/// <param name="Max">Most characters or entries, or the greatest number.</param>
/// <param name="Min">Least number, or fewest entries.</param>
/// <param name="Choices">Choices as the API writes them.</param>
/// <param name="After">A day lies after this one.</param>
/// <param name="Before">A day lies on this one at the latest.</param>
public sealed record CouncilMoveInput(
    string Name, CouncilInputKind Kind, bool Required = true, int? Max = null, int? Min = null, ImmutableList<string>? Choices = null, DateOnly? After = null, DateOnly? Before = null)
{
    internal static CouncilMoveInput Text(string name, int max) => new(name, CouncilInputKind.Text, Max: max);

    internal static CouncilMoveInput Choice(string name, params ImmutableList<string> choices) => new(name, CouncilInputKind.Choice, Choices: choices);

    internal static CouncilMoveInput Choice<TChoice>(string name) where TChoice : struct, Enum => Choice(name, ApiNames.All<TChoice>());
}

/// <summary>A step that an actor may take now with a council or a support file (可办步骤).</summary>
/// <param name="Command">Command type.</param>
/// <param name="Rule">Rule that it rests on.</param>
/// <param name="Inputs">Its inputs in the order in which a form asks for them, besides command id, version, and what it is about.</param>
/// <param name="Kind">What is recorded or ended; null for steps of a council.</param>
public sealed record OfferedCouncilMove(Type Command, string Rule, ImmutableList<CouncilMoveInput> Inputs, SupportKind? Kind = null);
