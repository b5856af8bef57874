using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Councils;

/// <summary>A consultation as an opinion ledger shows it.</summary>
internal sealed class LedgerConsultationType : Described<LedgerConsultation>
{
    public LedgerConsultationType(LedgerConsultations consultations, IHubDirectory directory, FreeText text) : base("LedgerConsultation",
        "A consultation as an opinion ledger shows it (协商简况): by which name it goes and where it stands, also where it is another community's, whose consultations the actor doesn't read. C013, C032.")
    {
        One<IdGraphType>("consultationId", "Global id of the consultation, for linkOpinion; opening it needs reads.", c => GlobalId.OfConsultation(c.Row.Key));
        One<StringGraphType>("number", "The number people read (协商编号).", c => c.Row.Number);
        One<StringGraphType>("title", "What it is about (协商事项); numbers of identity cards and telephones are masked.", c => text.Masked(c.Row.Title));
        One<ConsultationStageType>("stage", "Where it stands (协商步骤).", c => c.Row.Stage);
        One<ConsultationVariantType>("variant", "Its way (协商类型).", c => c.Row.Variant);
        Maybe<TopicCategoryType>("category", "Category of the topic (协商内容); null before it was proposed. C004.", c => c.Row.Category);
        Maybe<ConsultationVariantType>("proposedVariant", "Another way that is proposed until the township decides (建议改为); null if none. C013.", c => c.Row.Proposed);
        Many<UnitType>("communities", "Communities concerned (涉及社区).", c => c.Row.Communities.Select(directory.Node).ToList()).WithAssumedSize(2);
        One<BooleanGraphType>("elsewhere", "True when the ledger's community is none of those concerned (涉及其他社区).", c => c.IsElsewhere);
        AskMaybe<ConsultationVariantType>("proposes", "The way that an entry of this ledger proposes by going into it (并入后建议改为), on which the township then decides; null where it proposes nothing. C013.",
            (context, c) => new(consultations.Proposes(context, c)));
        AskOne<BooleanGraphType>("reads", "True when the actor may open the consultation itself (可查看).", (context, c) => new(consultations.Reads(context, c.Row)));
    }
}

/// <summary>One of a list of consultations of a ledger.</summary>
internal sealed class LedgerConsultationEdgeType() : EdgeType<LedgerConsultation, LedgerConsultationType>("LedgerConsultation", "consultations that an opinion may go into (可并入的协商)");

/// <summary>A page of a list of consultations of a ledger.</summary>
internal sealed class LedgerConsultationConnectionType : ConnectionType<LedgerConsultation, LedgerConsultationType, LedgerConsultationEdgeType>
{
    public LedgerConsultationConnectionType() : base("LedgerConsultation", "consultations that an opinion may go into (可并入的协商)") =>
        AskOne<IntGraphType>("totalCount", "How many match in all.", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
}
