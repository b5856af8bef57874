using System.Collections.Immutable;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Surveys;

/// <summary>A survey that nobody has planned, for the township that may (待安排的测评).</summary>
/// <param name="Township">The township.</param>
/// <param name="Opens">First day when nothing else is said.</param>
/// <param name="Closes">Last day when nothing else is said.</param>
/// <param name="Moves">Planning it.</param>
internal sealed record SurveyToPlan(UnitCode Township, DateOnly Opens, DateOnly Closes, ImmutableList<OfferedSurveyMove> Moves);

/// <summary>What the township that runs a survey may do with it. Whoever runs none is asked nothing further.</summary>
internal sealed class SurveyOffers(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock)
{
    /// <summary>The steps. Of a survey that is over it is asked whether its year waits for another round: of all surveys of a query at once.</summary>
    public IDataLoaderResult<ImmutableList<OfferedSurveyMove>?> Of(IResolveFieldContext context, ShownSurvey survey)
    {
        var (s, actor) = (survey.State, Viewer.Of(context).Actor);
        if (!SurveyAccess.Runs(actor, s.Township))
            return new Loaded<ImmutableList<OfferedSurveyMove>>(() => Task.FromResult<ImmutableList<OfferedSurveyMove>?>([]));
        if (!s.IsClosed)
            return new Loaded<ImmutableList<OfferedSurveyMove>>(() => Task.FromResult<ImmutableList<OfferedSurveyMove>?>(Offered(actor, s, owedAnew: false)));
        return context.RequestServices!.GetRequiredService<Batches>().Load<(OrganCode, int), AgencyYearView>("years of surveys", (s.Agency, s.Year), Fetch)
            .Then(year => Offered(actor, s, year is not null && s.IsOwedAnew(year.State)));
    }

    /// <summary>The survey of the actor's township that is not planned yet; null where it is, or the actor may not.</summary>
    public async Task<SurveyToPlan?> ToPlan(Actor actor, OrganCode agency, int year)
    {
        if (actor.Organ is not { Kind: OrganKind.Unit, Unit: { Level: UnitLevel.Township } township } || !SurveyAccess.Runs(actor, township)
            || await grains.Survey(GrainKeys.Survey(agency, year, township)).Get().ConfigureAwait(false) is not null)
            return null;
        var x = rules.SurveyContextOf(directory, (agency, year, township), actor, clock.Now);
        var (opens, closes) = SurveySchedule.Window(year, LocalDay.Of(x.Now), x.Rules);
        return SurveyMoves.Of(null, new(agency, year, township), x) is { IsEmpty: false } moves ? new(township, opens, closes, moves) : null;
    }

    private ImmutableList<OfferedSurveyMove> Offered(Actor actor, Survey s, bool owedAnew) => SurveyMoves.Of(
        s, new(s.Agency, s.Year, s.Township), rules.SurveyContextOf(directory, (s.Agency, s.Year, s.Township), actor, clock.Now, s.Host) with { OwedAnew = owedAnew });

    private async Task<IReadOnlyDictionary<(OrganCode, int), AgencyYearView>> Fetch(IReadOnlyCollection<(OrganCode Agency, int Year)> years)
    {
        var views = await Task.WhenAll(years.Select(y => grains.AgencyYear(y.Agency, y.Year).Get())).ConfigureAwait(false);
        return years.Zip(views).Where(v => v.Second is not null).ToDictionary(v => v.First, v => v.Second!);
    }
}
