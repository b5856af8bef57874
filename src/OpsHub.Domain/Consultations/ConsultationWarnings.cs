using System.Collections.Immutable;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Consultations;

/// <summary>Soft rules that were not kept stand beside the step, and block nothing.</summary>
internal static class ConsultationWarnings
{
    /// <summary>The step, and what it left undone.</summary>
    internal static Decision<ConsultationEvent> Beside(ConsultationEvent step, ImmutableList<ConsultationWarning> warnings) =>
        warnings.IsEmpty ? step : ImmutableList.Create(step, new ConsultationWarned(step.At, warnings));

    /// <summary>What a kind of body is called (协商主体).</summary>
    internal static string Name(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Government => "基层政府及派出机关",
        ParticipantKind.PartyOrganisation => "社区、村党组织",
        ParticipantKind.Committee => "居（村）委会",
        ParticipantKind.SupervisionCommittee => "居（村）务监督委员会",
        ParticipantKind.ResidentsGroup => "居（村）民小组",
        ParticipantKind.LocatedUnit => "驻社区、驻村单位",
        ParticipantKind.SocialOrganisation => "社区社会组织",
        ParticipantKind.OwnersCommittee => "业主委员会",
        ParticipantKind.CollectiveEconomy => "集体经济组织",
        ParticipantKind.FarmersCooperative => "农民合作组织",
        ParticipantKind.PropertyCompany => "物业服务企业",
        ParticipantKind.RegisteredResidents => "户籍居民代表",
        ParticipantKind.NonRegisteredResidents => "非户籍居民代表",
        ParticipantKind.OtherInterested => "其他利益相关方",
        ParticipantKind.Expert => "专家、专业技术人员、第三方机构",
        ParticipantKind.RespectedPerson => "威望高、办事公道的老党员等",
        _ => throw new InvalidOperationException($"No name for {kind}."),
    };

    /// <summary>The same in English.</summary>
    internal static string NameEn(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Government => "grassroots government and its agencies",
        ParticipantKind.PartyOrganisation => "the community's party organisation",
        ParticipantKind.Committee => "the residents' or villagers' committee",
        ParticipantKind.SupervisionCommittee => "the supervision committee",
        ParticipantKind.ResidentsGroup => "residents' or villagers' group",
        ParticipantKind.LocatedUnit => "units located there",
        ParticipantKind.SocialOrganisation => "social organisations",
        ParticipantKind.OwnersCommittee => "the owners' committee",
        ParticipantKind.CollectiveEconomy => "the collective economic organisation",
        ParticipantKind.FarmersCooperative => "the farmers' cooperative",
        ParticipantKind.PropertyCompany => "the property company",
        ParticipantKind.RegisteredResidents => "registered residents",
        ParticipantKind.NonRegisteredResidents => "residents registered elsewhere",
        ParticipantKind.OtherInterested => "other interested parties",
        ParticipantKind.Expert => "experts, technical personnel, third parties",
        ParticipantKind.RespectedPerson => "respected people, such as party veterans",
        _ => throw new InvalidOperationException($"No name for {kind}."),
    };
}
