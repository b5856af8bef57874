using System.Text.Json;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What was agreed is done in the open (公开进度): a page without sign-in for each consultation that was adopted after something of it was published. C002, C056.</summary>
internal sealed class WorksDoor(PaperReading papers, PaperNames names, HubClock clock, ILogger<WorksDoor> logger)
{
    /// <summary>Whether there is a page: a draft is nobody's business, and what was annulled is not carried out.</summary>
    public static bool Shows(Consultation state) => state is { Adoption: not null, PublishedAt: not null, Stage: not ConsultationStage.Corrected };

    /// <summary>The page, or the same for machines.</summary>
    public async Task<IResult> Page(HttpContext http, string number, CancellationToken cancel)
    {
        try
        {
            if (await papers.Find(number, cancel) is not { } found || !Shows(found.Papers.Now))
                return PublicDoor.Nothing(http);
            var today = LocalDay.Of(clock.Now);
            if (PublicAnswer.WantsJson(http.Request))
                return PublicAnswer.Of(http, Json(found), PublicAnswer.Json);
            http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(PaperStyle.Public);
            return PublicAnswer.Of(http, WorksPage.Of(found, names, today, PublicAnswer.IsEnglish(http.Request)).ToString(), PublicAnswer.Html);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, http.Request.Path, failure);
            return PublicDoor.Busy(http);
        }
    }

    private string Json(FoundPapers found)
    {
        var (state, adoption) = (found.Papers.Now, found.Papers.Now.Adoption!);
        return JsonSerializer.Serialize(
            new
            {
                state.Number,
                Title = names.Masked(state.Title),
                Unit = new { Code = state.Place.Home.Value, Name = names.Unit(state.Place.Home) },
                Step = DoorNames.Of(state.Stage),
                AdoptedAt = DoorInstants.Text(adoption.At),
                ImplementingBody = names.Masked(adoption.ImplementingBody),
                Owner = names.Masked(adoption.Owner),
                adoption.SunshineEntry,
                Milestones = adoption.Milestones.Select(m => new { Text = names.Masked(m.Text), Due = LocalDay.Text(m.Due), DoneAt = m.DoneAt is { } done ? DoorInstants.Text(done) : null }),
                Steps = found.Papers.Works.Steps.Select(s => new
                {
                    Kind = DoorNames.Of(s.Kind),
                    Text = s.Text is { } text ? names.Masked(text) : null,
                    s.Milestone,
                    At = DoorInstants.Text(s.At),
                    s.Entry.Sequence,
                    s.Entry.Hash,
                }),
                Address = PaperAddresses.Works(state.Number),
            },
            PaperJson.Options);
    }
}
