using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>An announcement that is to be made.</summary>
/// <param name="Row">Its consultation.</param>
/// <param name="Due">Until when.</param>
internal sealed record AnnouncementDue(ConsultationRow Row, DateTimeOffset Due);

/// <summary>An announcement that is to be made, as walls may show it.</summary>
internal sealed class AnnouncementDueType : Described<AnnouncementDue>
{
    public AnnouncementDueType(IHubDirectory directory, HubClock clock, FreeText text) : base("AnnouncementDue",
        "An announcement that is to be made (须公告), for the wall's countdown. Its session was held after a published notice, so number and title are public. C040, rules part 4.")
    {
        One<IdGraphType>("consultationId", "Global id of the consultation; consultation(id:) answers it to those who may read it.", d => GlobalId.OfConsultation(d.Row.Key));
        Maybe<StringGraphType>("number", "The number people read (协商编号).", d => d.Row.Number);
        Maybe<StringGraphType>("title", "What it is about (协商事项), as its notice told; numbers of identity cards and telephones are masked.", d => text.Masked(d.Row.Title));
        One<ConsultationVariantType>("variant", "Its way (协商类型).", d => d.Row.Variant);
        Maybe<TopicCategoryType>("category", "Category of the topic (协商内容); null for a direct meeting, which has none.", d => d.Row.Category);
        One<ConsultationStageType>("stage", "Where it stands (协商步骤).", d => d.Row.Stage);
        One<IntGraphType>("round", "Its round (轮次).", d => d.Row.Round);
        Maybe<UnitType>("community", "Leading community (牵头社区、村); null for a cross-community one.", d => d.Row.Place.Community is { } community ? directory.Node(community) : null);
        One<UnitType>("township", "Township or subdistrict (乡镇、街道).", d => directory.Node(d.Row.Place.Township));
        One<OrganType>("lead", "The organ that leads it (牵头组织).", d => d.Row.Lead);
        One<InstantType>("dueAt", "Until when it is to be made (公告期限): an announcement at this instant is late. Midnight is 24:00 of the day before.", d => d.Due);
        One<BooleanGraphType>("late", "True when that has passed (逾期).", d => d.Due <= clock.Now);
    }
}

/// <summary>Announcements that are to be made, for whoever sees the unit's live figures.</summary>
internal sealed class AnnouncementList(IConsultationIndex index)
{
    /// <summary>Nearest due first, so that late ones come first of all. A consultation that owes several stands there with each.</summary>
    public async ValueTask<object?> Of(UnitCode unit, int count, CancellationToken cancel)
    {
        var filter = new ConsultationFilter { Unit = unit, AnnouncementOpen = true };
        var page = await index.Consultations(filter, ConsultationOrder.AnnounceDueAt, new PageRequest(count, null, null, null), cancel).ConfigureAwait(false);
        // The nearest announcements are those of the consultations whose nearest is nearest.
        return page.Items.SelectMany(i => Owed(i.Row)).OrderBy(d => d.Due).ThenBy(d => d.Row.Key, StringComparer.Ordinal).Take(count).ToList();
    }

    private static IEnumerable<AnnouncementDue> Owed(ConsultationRow row) => row.Contribution.AnnounceDueMinutes.Pairs
        .SelectMany(due => Enumerable.Repeat(new AnnouncementDue(row, DateTimeOffset.FromUnixTimeSeconds(due.Key * 60)), due.Value));
}
