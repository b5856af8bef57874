using System.Globalization;
using OpsHub.Domain.Assessments;

namespace OpsHub.Host.Jobs.Years;

/// <summary>OpenAssessment (启动考核): on 1 January, and at every start: each year that is over is counted through 31 December 24:00 and goes into assessment. A017.</summary>
internal sealed class OpenAssessments(YearRounds rounds, YearEvidence evidence)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "open-assessment";

    public async Task Run()
    {
        var today = rounds.Today;
        var over = (await rounds.InStages(YearRounds.Running)).FindAll(row => row.Year < today.Year);
        await rounds.Each(Job, over, async row =>
        {
            await evidence.Record(row, today);
            return await rounds.Do(row.Agency, row.Year, new OpenAssessment(), string.Create(CultureInfo.InvariantCulture, $"open-assessment-{row.Year}"));
        });
    }
}
