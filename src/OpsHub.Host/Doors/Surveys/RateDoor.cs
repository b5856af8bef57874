using System.Collections.Immutable;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Surveys;

/// <summary>The page that a one-time token opens (满意度测评页): no sign-in, no script, one page and one press. Nothing here writes down a token, an address or an instant. A024, A025.</summary>
internal sealed class RateDoor(ISurveyBallots ballots, IHubDirectory directory, IRuleBook rules, HubClock clock, ILogger<RateDoor> logger)
{
    private static readonly SatisfactionDimension[] Dimensions = Enum.GetValues<SatisfactionDimension>();

    /// <summary>The questions. Looking takes nothing from the token: previews of links may look as well.</summary>
    public Task<IResult> Show(HttpContext http, string token, CancellationToken cancel) => Answer(http, async page =>
    {
        if (SurveyToken.HashOf(token) is not { } hash || await ballots.Find(hash, cancel) is not { } slip)
            return page.Told(BallotOutcome.UnknownToken, null);
        return Now(slip) is { } outside ? page.Told(outside, slip) : page.Form(slip, ImmutableDictionary<SatisfactionDimension, int>.Empty, asked: false, busy: false);
    });

    /// <summary>The answers: all four or none is taken, and what was chosen is still chosen when something is missing.</summary>
    public Task<IResult> Take(HttpContext http, string token, CancellationToken cancel) => Answer(http, async page =>
    {
        if (SurveyToken.HashOf(token) is not { } hash || await ballots.Find(hash, cancel) is not { } slip)
            return page.Told(BallotOutcome.UnknownToken, null);
        if (Now(slip) is { } outside)
            return page.Told(outside, slip);
        var scale = rules.Current.Surveys.Scale;
        if (await Chosen(http.Request, scale.Count, cancel) is not { } chosen)
            return page.Unread(slip);
        if (Satisfaction.Fault(chosen.ToDictionary(c => c.Key, c => scale[c.Value])) is not null)
            return page.Form(slip, chosen, asked: true, busy: false);
        try
        {
            return page.Told(await ballots.Cast(hash, chosen.ToDictionary(c => c.Key, c => scale[c.Value]), clock.Now, cancel), slip);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, SurveyPaths.Rate, failure);
            return page.Form(slip, chosen, asked: false, busy: true);
        }
    });

    /// <summary>No page of this door.</summary>
    public static IResult Nothing(HttpContext http) => new RatePage(http, null).Told(BallotOutcome.UnknownToken, null);

    private BallotOutcome? Now(SurveySlip slip) => slip.Survey.Round != slip.Round ? BallotOutcome.Closed : slip.Survey.StageAt(clock.Now) switch
    {
        SurveyStage.Open => null,
        SurveyStage.Planned => BallotOutcome.NotOpen,
        _ => BallotOutcome.Closed,
    };

    private async Task<IResult> Answer(HttpContext http, Func<RatePage, Task<IResult>> answer)
    {
        var page = new RatePage(http, slip => (directory.NameOf(slip.Survey.Agency), directory.NameOf(OrganCode.Of(slip.Survey.Township))));
        try
        {
            return await answer(page);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, SurveyPaths.Rate, failure); // never the path: it holds the token
            return page.Busy();
        }
    }

    // The place in the scale, not the score: what an answer counts is ours to say. Whatever is none is missing. Null where the form cannot be read at all.
    private static async Task<ImmutableDictionary<SatisfactionDimension, int>?> Chosen(HttpRequest request, int places, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return ImmutableDictionary<SatisfactionDimension, int>.Empty;
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancel);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException or ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            return null; // what a broken form throws depends on where it breaks
        }

        return Dimensions.Select(d => (d, Value: form[RatePage.FieldOf(d)].ToString())).Where(c => c.Value.Length == 1 && c.Value[0] - '0' is var place && place >= 0 && place < places)
            .ToImmutableDictionary(c => c.d, c => c.Value[0] - '0');
    }
}
