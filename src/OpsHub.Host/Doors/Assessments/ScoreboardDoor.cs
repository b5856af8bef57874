using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>A scoreboard as an Excel file (下载计分榜), for those who are signed in: each line as far as the actor reads it.</summary>
internal sealed class ScoreboardDoor(IAgencyYearIndex index, PaperNames names, HubClock clock, ILogger<ScoreboardDoor> logger)
{
    /// <summary>Media type of Excel files.</summary>
    public const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Refusal None = new(RefusalCodes.NotFound, "R046", "四(五)", null, "没有这份计分榜，或不在您的可见范围内", "There is no such scoreboard within what you may see");

    /// <summary>The file of a township, county, city or department.</summary>
    public async Task<IResult> One(HttpContext http, string code, int year, CancellationToken cancel)
    {
        try
        {
            if (ActorClaims.FromClaims(http.User) is not { } actor || !OrganCode.TryParse(code, out var of) || of.Kind == OrganKind.Agency || year is < 2018 or > 9998)
                return PublicDoor.Told(http, StatusCodes.Status404NotFound, None);
            var rows = of.Kind == OrganKind.Department ? await index.OfDepartment(of, year, cancel) : await index.OfUnit(of.Unit, year, cancel);
            List<BoardLine> lines =
            [
                .. rows.Select(r => new BoardLine(r, YearSight.Of(actor, r.Agency, r.Department, r.Host, r.Weights.ContainsKey, r.Total is not null, r.Base)))
                    .Where(l => l.Sight.Any).OrderBy(l => l.Row.Agency.Value, StringComparer.Ordinal),
            ];
            if (lines.Count == 0)
                return PublicDoor.Told(http, StatusCodes.Status404NotFound, None);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(ScoreboardBook.Of(names.Organ(of), year, clock.Now, lines, names), Media, $"{names.Organ(of)}派驻机构{year}年度考核计分榜.xlsx");
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, http.Request.Path, failure);
            return PublicDoor.Busy(http);
        }
    }
}
