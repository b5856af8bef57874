using System.Text.Encodings.Web;
using System.Text.Json;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A public page for machines: the same facts, nothing more.</summary>
internal static class PaperJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static string Of(Paper paper, PaperText text, PaperProof proof, PaperLater later, PaperNames names)
    {
        var (state, session) = (paper.State, SessionOf(paper));
        return JsonSerializer.Serialize(
            new
            {
                state.Number,
                Kind = KindOf(paper),
                paper.Id,
                Title = names.Masked(state.Title),
                Heading = text.Heading,
                Unit = new { Code = state.Place.Home.Value, Name = names.Unit(state.Place.Home) },
                Communities = state.Communities.Select(c => new { Code = c.Value, Name = names.Unit(c) }),
                state.Round,
                Step = DoorNames.Of(later.Stage),
                Outcome = session?.Outcome is { } outcome ? DoorNames.Of(outcome) : null,
                Opinion = session?.Opinion is { } opinion ? names.Masked(opinion) : null,
                Vote = paper.Announcement is { Kind: AnnouncementKind.Vote } && VoteText.Vote(state, paper.Announcement) is { } vote ? Vote(vote, names) : null,
                Opening = text.Opening,
                Items = text.Items,
                SignedBy = text.Signatory,
                PublishedAt = DoorInstants.Text(proof.PublishedAt),
                Due = proof.Due is { } due ? DoorInstants.Text(due) : null,
                OnTime = proof.Due is null ? (bool?)null : !proof.Late,
                Clause = proof.Basis is { } basis ? new { Rule = basis.RuleId, basis.Clause, Basis = DoorNames.Of(basis.Kind) } : null,
                Proof = new
                {
                    proof.Subject,
                    proof.Entry.Sequence,
                    proof.Entry.Event,
                    RecordedAt = DoorInstants.Text(proof.RecordedAt),
                    proof.Backdated,
                    Algorithm = TraceHash.AlgorithmOf(proof.Entry),
                    proof.Entry.Hash,
                    proof.Entry.PreviousHash,
                    proof.Day,
                },
                Later = later.Notes(english: false).Select(n => new { n.Text, n.Address }),
                Address = PaperAddresses.Public(paper),
            },
            Options);
    }

    /// <summary>What machines call the document.</summary>
    public static string KindOf(Paper paper) => paper.Announcement is { } announcement ? $"{DoorNames.Of(announcement.Kind)}_ANNOUNCEMENT" : DoorNames.Of(paper.Kind);

    private static ConsultationSession? SessionOf(Paper paper) =>
        paper.Announcement is { Kind: AnnouncementKind.Session } announcement ? paper.State.Sessions.Find(s => s.Number == announcement.Session) : null;

    private static object Vote(ConsultationVote vote, PaperNames names)
    {
        var (present, yes, no, abstain) = PublicCounts.Parts(vote);
        var community = vote.Community is { } code ? new { Code = code.Value, Name = names.Unit(code) } : null;
        return new { Body = DoorNames.Of(vote.Body), Community = community, Present = present, Yes = yes, No = no, Abstain = abstain, Threshold = DoorNames.Of(vote.Threshold), vote.Passed, vote.Secret };
    }
}
