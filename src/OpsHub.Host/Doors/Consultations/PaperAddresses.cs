using System.Globalization;
using OpsHub.Contracts.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Addresses of documents.</summary>
internal static class PaperAddresses
{
    /// <summary>Of public pages.</summary>
    public const string PublicRoot = PublicPaths.Consultations;

    /// <summary>Of notices on party affairs.</summary>
    public const string PartyAffairs = PublicPaths.PartyAffairs;

    /// <summary>Of printable documents.</summary>
    public const string PaperRoot = "/papers/consultations";

    /// <summary>A document's public page, the same for ever: what is printed leads to what it says, though another notice of its round may replace it. A plan has none.</summary>
    public static string Public(Paper paper) =>
        $"{PublicRoot}/{Uri.EscapeDataString(paper.State.Number)}/{Tail(paper)}{(paper.Kind == PaperKind.Notice ? string.Create(CultureInfo.InvariantCulture, $"/{paper.Entry.Sequence}") : "")}";

    /// <summary>The public page of what stands in a list; of a round's notices the newest.</summary>
    public static string Public(PublishedPaperRow row) => $"{PublicRoot}/{Uri.EscapeDataString(row.Number)}/{(row.Paper.Announcement is null ? "notices" : "announcements")}/{Number(row.Paper.Id)}";

    /// <summary>A document to print.</summary>
    public static string Print(Paper paper) => $"{PaperRoot}/{Uri.EscapeDataString(paper.State.Number)}/{(paper.Kind == PaperKind.Plan ? $"plans/{Number(paper.Id)}" : Tail(paper))}";

    /// <summary>The public page of how what was agreed is carried out.</summary>
    public static string Works(string number) => $"{PublicRoot}/{Uri.EscapeDataString(number)}/works";

    private static string Tail(Paper paper) => paper.Kind == PaperKind.Notice ? $"notices/{Number(paper.Id)}" : $"announcements/{Number(paper.Id)}";

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}
