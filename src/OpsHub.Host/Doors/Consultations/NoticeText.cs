using System.Collections.Immutable;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What a notice says (协商公告). C027, C038, C047.</summary>
internal static class NoticeText
{
    public static (string Opening, ImmutableList<PaperItem> Items) Of(Consultation state, PaperNames names)
    {
        if (state.Plan is not { } plan) // led through a meeting, or the plan dropped by residents: the notice itself says when and where (C012, C025)
        {
            var arranged = state.Arranged;
            return ($"根据城乡社区协商有关规定，拟就“{PaperText.Matter(state, names)}”召开会议进行协商{Round(state)}。现将有关事项公告如下：",
                [new("协商时间", arranged is null ? "" : PaperDates.Instant(arranged.Start)), new("协商地点", arranged is null ? "" : names.Masked(arranged.Place)), new("涉及范围", PaperText.Communities(state, names)), new("公布方式", Posted(state, names)), new("意见反映", PaperText.Contact(state, names))]);
        }

        return ($"根据城乡社区协商有关规定，拟就“{PaperText.Matter(state, names)}”召开协商会议{Round(state)}。现将有关事项公告如下：",
        [
            new("协商内容", names.Masked(plan.Content)),
            new("协商时间", PaperDates.Instant(plan.Start)),
            new("协商地点", Place(plan, names)),
            new("协商形式", Form(plan)),
            new("参与主体", $"{PaperText.Kinds(plan.Kinds)}。\n产生方式：{names.Masked(plan.ParticipantRule)}"),
            new("涉及范围", PaperText.Communities(state, names)),
            new("公布方式", Posted(state, names)),
            new("意见反映", PaperText.Contact(state, names)),
        ]);
    }

    /// <summary>Place with its kind.</summary>
    public static string Place(ConsultationPlan plan, PaperNames names) => $"{names.Masked(plan.Place)}（{PaperWords.Zh(plan.Venue)}）";

    /// <summary>Form, and the further type where there is one.</summary>
    public static string Form(ConsultationPlan plan) => plan.Type is { } type ? $"{PaperWords.Zh(plan.Form)}（{PaperWords.Zh(type)}）" : PaperWords.Zh(plan.Form);

    /// <summary>The round, from the second on.</summary>
    public static string Round(Consultation state) => state.Round > 1 ? $"（第{state.Round}轮）" : "";

    private static string Posted(Consultation state, PaperNames names) => PaperText.Posted(state.Notice!.Place, state.Notice.Channels, names);
}
