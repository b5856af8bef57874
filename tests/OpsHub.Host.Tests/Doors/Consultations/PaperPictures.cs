using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Tests.Doors.Consultations;

// TEMP
public sealed class PaperPictures
{
    [Fact]
    public void Write()
    {
        var folder = "/tmp/papers-out";
        System.IO.Directory.CreateDirectory(folder);
        var story = PaperStory.Whole();
        foreach (var p in story.Papers.All)
        {
            if (p.Kind == PaperKind.Plan)
                File.WriteAllText($"{folder}/print-{p.Kind}-{p.Id}.html", PaperPage.Of(p, PaperText.Of(p, PaperStory.Names), PaperProof.Of(PaperStory.Key, p), "来园社区居委会", null, false).ToString());
            else
            {
                File.WriteAllText($"{folder}/print-{p.Kind}-{p.Id}.html", PaperPageTests.Print(story, p.Kind, p.Id));
                File.WriteAllText($"{folder}/public-{p.Kind}-{p.Id}.html", PublicPageTests.Public(story, p.Kind, p.Id));
            }
        }
    }
}
