using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Whatever people see has words in both languages.</summary>
public sealed class ConsultationWordingTests
{
    [Fact]
    public void Every_word_of_the_vocabulary_is_there_in_both_languages()
    {
        Words(Enum.GetValues<ConsultationStage>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<ConsultationVariant>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<SessionOutcome>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<VoteBody>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<VoteThreshold>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<FeedbackAudience>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<DelegatedStage>().Select(ConsultationWording.Of));
        Words(Enum.GetValues<ConsultationStepKind>().Select(ConsultationWording.Of));
        Words(Subclasses<ConsultationCommand>().Select(ConsultationWording.Of));
        Words(typeof(DutyStems).GetFields().Select(f => ConsultationWording.OfDuty((string)f.GetRawConstantValue()!)));
    }

    [Fact]
    public void Every_event_has_words_in_the_trace() => Subclasses<ConsultationEvent>().Where(e => !TraceWording.Knows(e.Name)).ShouldBeEmpty();

    private static IEnumerable<Type> Subclasses<TRoot>() => typeof(TRoot).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TRoot)));

    private static void Words(IEnumerable<(string Zh, string En)> words)
    {
        var all = words.ToList();
        all.ShouldNotBeEmpty();
        all.ShouldAllBe(w => w.Zh.Any(c => c >= 0x4e00) && w.En.All(char.IsAscii) && w.En.Length > 0);
        all.Select(w => w.Zh).ShouldBeUnique();
        all.Select(w => w.En).ShouldBeUnique();
    }
}
