using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Assessments;

/// <summary>Gathers what a decision about an agency's year rests on: the agency as it is registered, the county's rules. Looks up, decides nothing.</summary>
internal sealed class AgencyYearLookups(IHubDirectory directory, IRuleBook rules)
{
    public async ValueTask<AgencyYearContext> For(OrganCode agency, int year, CommandContext context, Standing<AgencyYear> standing)
    {
        var host = standing.State?.Host ?? agency.Unit;
        await rules.Know(standing.State?.Calendar ?? 1, AgencyYearRuleBooks.CityOf(host));
        var (today, county) = (LocalDay.Of(standing.Now), host.CountyByCode);
        var book = rules.On(today, county);
        return new(context.Actor, standing.Now, book.Calendar, book.Cases.Hours, rules.On(AssessmentRules.DayFor(year, today), county).Assessments, standing.NextSequence)
        {
            Agency = directory.Agency(agency) is { } row ? new(row.Code, row.Department, row.Host, row.Served) : null,
            NameOf = directory.NameOf,
        };
    }
}

/// <summary>The rules that a year goes by: those it holds itself, under the newest calendar of its host's county.</summary>
internal static class AgencyYearRuleBooks
{
    public static OfficialCalendar CalendarOf(this IRuleBook rules, AgencyYear state) => rules.Current.Calendar.For(state.County.Value);

    public static UnitCode CityOf(UnitCode host) => host.At(UnitLevel.City);
}
