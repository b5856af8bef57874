using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;
using OpsHub.Host.Doors.Consultations;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Doors.Consultations;

/// <summary>What anyone may ask for again and again is folded once.</summary>
public sealed class PaperReadingTests
{
    private readonly List<TraceEntry> _trace = [.. PaperStory.Whole().Entries];
    private readonly List<long> _asked = [];

    [Fact]
    public async Task A_trace_is_folded_once_and_goes_on_with_its_next_entry()
    {
        var whole = _trace.ToList();
        _trace.RemoveRange(12, _trace.Count - 12);
        using var reading = Reading();
        var first = (await reading.Find(PaperStory.Number, default))!;
        var again = (await reading.Find(PaperStory.Number, default))!;
        again.Papers.ShouldBeSameAs(first.Papers);
        _trace.AddRange(whole.Skip(12));
        var more = (await reading.Find(PaperStory.Number, default))!;
        more.Papers.All.Select(p => p.Entry.Hash).ShouldBe(PublishedPapers.Of(whole)!.All.Select(p => p.Entry.Hash));
        _asked.ShouldBe([0, 12, 12], "only what is new is read");
    }

    [Fact]
    public async Task An_entry_of_a_newer_version_is_asked_for_again_later()
    {
        _trace[^1] = _trace[^1] with { Content = """{"event":"SomethingNew","at":"2026-11-23T00:00:00Z"}""" };
        using var reading = Reading();
        var http = new DefaultHttpContext();
        var answer = await new PublicDoor(reading, PaperStory.Names, NullLogger<PublicDoor>.Instance).Notice(http, PaperStory.Number, 1, default);
        answer.ShouldBeAssignableTo<IStatusCodeHttpResult>()!.StatusCode.ShouldBe(StatusCodes.Status503ServiceUnavailable);
        http.Response.Headers.RetryAfter.ToString().ShouldBe("2");
    }

    private PaperReading Reading()
    {
        var grain = Fake.Of<IConsultationGrain>((_, args) =>
        {
            _asked.Add((long)args[0]!);
            return Task.FromResult<IReadOnlyList<TraceEntry>>([.. _trace.Where(e => e.Sequence > (long)args[0]!).Take((int)args[1]!)]);
        });
        return new(Fake.Of<IConsultationIndex>((_, _) => Task.FromResult<ConsultationRow?>(PaperStory.Row())), Fake.Of<IGrainFactory>((_, _) => grain));
    }
}
