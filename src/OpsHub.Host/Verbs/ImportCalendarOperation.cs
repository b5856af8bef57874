using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Host.Control;
using OpsHub.Host.Seeds;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>Import of years of the official calendar.</summary>
/// <param name="File">Full path.</param>
internal sealed record ImportCalendarRequest(string File);

/// <summary>Imports a calendar file as the administrator of the machine: years that are new are loaded, those that differ amended, the rest left alone.
/// Open terms are counted again by the running hub, or by the next start.</summary>
internal sealed class ImportCalendarOperation(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock) : IOperation<ImportCalendarRequest>
{
    public async Task<int> Run(ImportCalendarRequest request, IOperationOutput output, CancellationToken cancel)
    {
        var parsed = CalendarCsv.Parse(SeedFileException.Opening(request.File, () => File.ReadAllText(request.File)));
        if (!parsed.IsValid)
        {
            foreach (var problem in parsed.Problems)
                output.Note($"{request.File}:{problem.Line} [{problem.Rule}] {problem.Zh} / {problem.Message}");
            output.Note("文件有误，未导入任何内容。\nThe file is refused, nothing was imported.");
            return ExitCodes.Input;
        }

        await directory.Refresh(cancel);
        if (directory.City is not { } city)
            throw new SeedFileException("系统中还没有市，请先导入区划。\nThe hub has no city yet; import divisions first.");
        await rules.Know(1, city);
        foreach (var year in parsed.Rows.GroupBy(row => row.ArrangementYear).OrderBy(g => g.Key))
        {
            if (await Year(city, year.Key, [.. year.OrderBy(d => d.Date)], output, cancel) is { } refusal)
            {
                output.Note($"{year.Key} [{refusal.Code}] {refusal.Zh} / {refusal.En}");
                return ExitCodes.Input;
            }
        }

        return ExitCodes.Done;
    }

    private async Task<Refusal?> Year(UnitCode city, int year, ImmutableList<OfficialDay> days, IOperationOutput output, CancellationToken cancel)
    {
        var (calendar, version) = (rules.Versions.Calendar, rules.Versions.Newest);
        var isLoaded = calendar.Years.Contains(year);
        if (isLoaded && calendar.Rows.Where(row => row.ArrangementYear == year).SequenceEqual(days))
        {
            output.Line($"{year} 年无变化 / {year}: unchanged");
            return null;
        }

        var reason = $"import --calendar: {days[0].Notice}";
        RuleCommand command = isLoaded ? new AmendCalendar(year, days, reason) : new LoadCalendar(year, days, reason);
        var context = new CommandContext($"calendar-{year}-{version}", new Actor("command-line", Role.Administrator, OrganCode.Of(city)));
        var reply = await Patiently.Do(() => grains.Rules(city).Do(command, context), clock.Time, cancel);
        if (reply.Refusal is not null)
            return reply.Refusal;
        await rules.Know(version + 1, city);
        output.Line(isLoaded ? $"{year} 年已修订，第 {rules.Versions.Newest} 版 / {year}: amended, version {rules.Versions.Newest}"
            : $"{year} 年已载入，第 {rules.Versions.Newest} 版 / {year}: loaded, version {rules.Versions.Newest}");
        return null;
    }
}
