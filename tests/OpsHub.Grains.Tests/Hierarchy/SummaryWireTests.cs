using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using Orleans.Serialization;

namespace OpsHub.Grains.Tests.Hierarchy;

public sealed class SummaryWireTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services = new ServiceCollection().AddDomainSerialization().BuildServiceProvider();

    private Serializer Serializer => _services.GetRequiredService<Serializer>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Figures_travel_in_their_own_form_and_arrive_equal()
    {
        var facts = SummaryFold.Of([SmallCity.Contribution(CaseStage.Handling), SmallCity.Contribution(CaseStage.Closed)], Now);
        var sent = new LiveFamily(new(OrganCode.Parse("4302"), 3, 7, facts), [new(OrganCode.Parse("430203"), 2, 9, facts)]);
        var bytes = Serializer.SerializeToArray(sent);
        var arrived = Serializer.Deserialize<LiveFamily>(bytes)!;
        arrived.Own.ShouldBe(sent.Own);
        arrived.Children.ShouldBe(sent.Children);
        Encoding.UTF8.GetString(bytes).ShouldNotContain("byStage", Shouldly.Case.Insensitive);
    }

    [Fact]
    public void Pushes_arrive_equal()
    {
        var subject = new SubjectPush("case-1", 4, SmallCity.Contribution(CaseStage.Closed));
        Serializer.Deserialize<SubjectPush>(Serializer.SerializeToArray(subject)).ShouldBe(subject);
        var child = new ChildPush(new("430203"), 4, 5, null);
        Serializer.Deserialize<ChildPush>(Serializer.SerializeToArray(child)).ShouldBe(child);
    }

    [Fact]
    public void Figures_of_consultations_travel_and_none_cost_nothing()
    {
        var contribution = new ConsultationContribution(ConsultationStage.SessionEnded, true, 0, Buckets.One(29_600_000).Plus(Buckets.One(29_601_440, 2)), 29_600_000, 29_600_000, false, 2, true, 29_500_000, true);
        var figures = ConsultationFiguresFold.Of([contribution, contribution with { Breached = true, PlanDueMinute = 29_700_000 }], Now);
        var without = SummaryFold.Of([SmallCity.Contribution(CaseStage.Handling)], Now);
        var sent = without with { Consultations = figures };
        Serializer.Deserialize<UnitSummary>(Serializer.SerializeToArray(sent)).ShouldBe(sent);
        var push = new ConsultationPush("consultation-1", 4, contribution);
        Serializer.Deserialize<ConsultationPush>(Serializer.SerializeToArray(push)).ShouldBe(push);
        var silent = push with { Contribution = contribution with { AnnounceDueMinutes = Buckets.Empty } };
        Serializer.Deserialize<ConsultationPush>(Serializer.SerializeToArray(silent)).ShouldBe(silent);
        Serializer.Deserialize<UnitSummary>(Serializer.SerializeToArray(without))!.Consultations.ShouldBeSameAs(ConsultationFigures.Empty);
        Serializer.SerializeToArray(UnitSummary.Empty).Length.ShouldBeLessThan(Serializer.SerializeToArray(UnitSummary.Empty with { Consultations = figures }).Length - 40);
    }

    [Fact]
    public void Commands_travel_as_json_with_their_kind()
    {
        UnitCommand sent = new RenameUnit("甲街道", new(2026, 1, 1));
        Serializer.Deserialize<UnitCommand>(Serializer.SerializeToArray(sent)).ShouldBe(sent);
        var context = new CommandContext("id", new Actor("admin", Role.Administrator, OrganCode.Parse("4302")));
        Serializer.Deserialize<CommandContext>(Serializer.SerializeToArray(context)).ShouldBe(context);
    }

    [Fact]
    public void Calls_within_a_process_share_immutable_values()
    {
        UnitCommand command = new RenameUnit("甲街道", new(2026, 1, 1));
        _services.GetRequiredService<DeepCopier>().Copy(command).ShouldBeSameAs(command);
    }
}
