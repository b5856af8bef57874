using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Doors.Consultations;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Jobs;

public sealed class MilestoneCatchUpTests
{
    [Fact]
    [Trait("Rule", "C056")]
    public async Task C056_results_from_before_milestones_were_duties_are_gone_over_once()
    {
        using var folder = new TemporaryFolder();
        using var host = await OpenHub.On(folder);
        var (asked, ticked) = (0, new List<string>());
        var index = Fake.Of<IConsultationIndex>((_, args) =>
        {
            ((ConsultationFilter)args[0]!).Stages.ShouldBe([ConsultationStage.Adopted, ConsultationStage.Implementing]);
            var last = asked++ == 1;
            return Task.FromResult(new Page<ConsultationRow>([(PaperStory.Row() with { Key = $"consultation-{asked}" }, $"cursor-{asked}")], !last, false, DateTimeOffset.UnixEpoch));
        });
        var grains = Fake.Of<IGrainFactory>((_, args) => Fake.Of<IConsultationGrain>((_, _) =>
        {
            ticked.Add((string)args[0]!);
            return Task.FromResult(0);
        }));

        for (var start = 0; start < 2; start++)
            await ActivatorUtilities.CreateInstance<MilestoneCatchUp>(host.Services, index, grains).Run();
        ticked.ShouldBe(["consultation-1", "consultation-2"], "both pages, and not again at the next start");
    }
}
