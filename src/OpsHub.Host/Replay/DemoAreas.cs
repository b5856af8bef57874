using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Replay;

/// <summary>Plays the demonstration's area agency through real commands, entered afterwards: its registration, two years, a survey with answers, people decisions.
/// A restart repeats the same ids and changes nothing.</summary>
internal sealed partial class DemoAreas(IGrainFactory grains, IHubDirectory directory, ISurveyBallots ballots, DemoYears years, TimeProvider time, ILogger<DemoAreas> logger)
{
    public async Task Run(DateTimeOffset began, CancellationToken cancel)
    {
        if (directory.City is not { } city || DemoArea.Of(directory.Descendants(city, UnitLevel.Township)) is not { } area)
            return;
        var county = directory.NameOf(OrganCode.Of(area.Host.At(UnitLevel.County)));
        var established = await Patiently.Do(
            () => grains.Agency(area.Agency).Do(area.Establish(county.Length > 2 ? county[..^1] : county), new CommandContext($"demo-{area.Agency}", Actor.Hub(city))), time, cancel);
        if (established.Refusal is { } refusal)
        {
            Stopped(area.Agency.Value, refusal.En);
            return;
        }

        await directory.Refresh(cancel);
        await years.OfArea(area, began, cancel);
        if (directory.Agency(area.Agency) is not { } agency)
            return;
        await Survey(agency, new DemoSurveyTale(began), cancel);
        // Where only two townships are served there is no third that acts.
        foreach (var (n, step) in DemoPostTale.Steps(agency.Code, began).Index().Where(s => s.Item.By != YearParty.Third || agency.Served.Count > 2))
        {
            if (Told((await Patiently.Do(() => grains.Posts(agency.Code).Do(step.Command, new($"demo-{n}", DemoYears.By(agency, step.By), step.At)), time, cancel)).Refusal, agency, step.Command))
                return;
        }
    }

    // The host's survey is over, with too few answers of one group; the second's is open; of others the hub plans its own.
    private async Task Survey(AgencyRow agency, DemoSurveyTale tale, CancellationToken cancel)
    {
        foreach (var step in tale.Steps(agency))
        {
            var survey = grains.Survey(GrainKeys.Survey(agency.Code, tale.Year, step.Township));
            var by = DemoYears.By(agency, step.Township == agency.Host ? YearParty.Host : YearParty.Second);
            if (Told((await Patiently.Do(() => survey.Do(step.Plan, new("demo-plan", by, step.At)), time, cancel)).Refusal, agency, step.Plan))
                return;
            foreach (var (issue, answers) in step.Issues)
            {
                var (reply, tokens) = await survey.Issue(issue, new($"demo-{issue.Group}", by, step.At));
                if (Told(reply.Refusal, agency, issue))
                    return;
                foreach (var (token, scores) in tokens.Zip(answers))
                    await ballots.Cast(SurveyToken.HashOf(token)!, scores, step.At.AddDays(1), cancel);
            }

            // Its time is over by now: the hub closes it at once instead of with its next sweep.
            await survey.Advance();
        }
    }

    private bool Told(Refusal? refusal, AgencyRow agency, object command)
    {
        if (refusal is not null)
            Stopped(agency.Code.Value, $"{command.GetType().Name}: {refusal.En}");
        return refusal is not null;
    }

    [LoggerMessage(LogLevel.Warning, "The demonstration's area agency {Agency} stopped: {Why}")]
    private partial void Stopped(string agency, string why);
}
