using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>HTML text. What is put into it as a string is escaped; only other markup goes in as it is, so nothing that people wrote can become a tag.</summary>
internal sealed class Markup
{
    public static readonly Markup None = new("");

    private readonly string _html;

    private Markup(string html) => _html = html;

    public static Markup Of(MarkupWriter html) => new(html.ToString());

    /// <summary>Our own text, such as a style sheet, that needs no escaping.</summary>
    public static Markup Own(string html) => new(html);

    public override string ToString() => _html;
}

/// <summary>Writes <see cref="Markup"/> from an interpolated string. No overload takes just any value: what is not named here does not compile.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupWriter(int literalLength, int formattedCount)
{
    // Chinese stays readable; the five characters that mean something in HTML never do.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(string? text) => _html.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(long number) => _html.Append(number);

    public void AppendFormatted(Markup? html) => _html.Append(html);

    public void AppendFormatted(IEnumerable<Markup> parts) => _html.AppendJoin("", parts);

    public override string ToString() => _html.ToString();
}
