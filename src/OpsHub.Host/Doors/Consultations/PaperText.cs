using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>One numbered item of a document (条目): its heading and what it says.</summary>
internal sealed record PaperItem(string Heading, string Text)
{
    private const string Stops = "。！？…；：.!?";

    /// <summary>Its lines, the last one with a full stop.</summary>
    [JsonIgnore]
    public ImmutableList<string> Lines
    {
        get
        {
            var lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToImmutableList();
            return lines.IsEmpty || Stops.Contains(lines[^1][^1]) ? lines : lines.SetItem(lines.Count - 1, lines[^1] + "。");
        }
    }
}

/// <summary>What a document says, whoever shows it: paper, public page or machine.</summary>
/// <param name="Name">Which document.</param>
/// <param name="Heading">Its title (标题).</param>
/// <param name="Opening">First paragraph.</param>
/// <param name="Items">Numbered items.</param>
/// <param name="Closing">Last line, or null.</param>
/// <param name="Signatory">Who signs (落款).</param>
/// <param name="Date">Date under it.</param>
internal sealed record PaperText(Words Name, string Heading, string Opening, ImmutableList<PaperItem> Items, string? Closing, string Signatory, string Date)
{
    /// <summary>The document's text. What is public only is the same for all; a plan, which is not, may tell more.</summary>
    public static PaperText Of(Paper paper, PaperNames names)
    {
        var (name, state) = (PaperWords.Of(paper), paper.State);
        var (opening, items) = paper.Kind switch
        {
            PaperKind.Plan => PlanText.Of(state, names),
            PaperKind.Notice => NoticeText.Of(state, names),
            _ => paper.Announcement!.Kind switch
            {
                AnnouncementKind.Session => SessionText.Of(state, paper.Announcement, names),
                AnnouncementKind.Vote => VoteText.Of(state, paper.Announcement, names),
                _ => CorrectionText.Of(state, paper.Announcement, names),
            },
        };
        return new(
            name, $"关于{Matter(state, names)}的{name.Zh}", opening, items.RemoveAll(i => string.IsNullOrWhiteSpace(i.Text)), paper.Kind == PaperKind.Plan ? null : "特此公告。",
            names.Signatory(paper.Entry), PaperDates.Day(paper.At));
    }

    /// <summary>What the consultation is about, without the word that the heading puts before it.</summary>
    public static string Matter(Consultation state, PaperNames names)
    {
        var title = names.Masked(state.Title).Trim();
        return title.StartsWith("关于", StringComparison.Ordinal) && title.Length > 2 ? title[2..] : title;
    }

    /// <summary>Communities concerned, by name, where there are several.</summary>
    public static string Communities(Consultation state, PaperNames names) => state.Communities.Count > 1 ? string.Join("、", state.Communities.Select(names.Unit)) : "";

    /// <summary>Kinds of bodies, by name.</summary>
    public static string Kinds(IEnumerable<ParticipantKind> kinds) => string.Join("、", kinds.Distinct().Order().Select(PaperWords.Zh));

    /// <summary>Where it hangs and through what else it is told.</summary>
    public static string Posted(string? place, IEnumerable<PublicationChannel> channels, PaperNames names) =>
        // A board that is named as the place is not told twice.
        string.Join("；", new[] { place is null ? null : names.Masked(place), string.Join("、", channels.Distinct().Order().Select(PaperWords.Zh).Where(c => c != place?.Trim())) }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>Whom to turn to.</summary>
    public static string Contact(Consultation state, PaperNames names) =>
        $"对本事项有意见建议的，可向{names.Organ(state.Lead)}反映，也可拨打12345热线，并说明本协商编号。";
}
