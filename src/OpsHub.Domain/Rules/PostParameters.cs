using System.Collections.Immutable;
using OpsHub.Domain.Posts;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of people decisions that can be changed (人事事项参数). All assumed until a source is named.</summary>
public static class PostParameters
{
    /// <summary>How the default of <c>ConsentRequired</c> is written: by the host's kind. Resolution 21.</summary>
    private const string ByKind = "ByKind";

    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<PostRules>> All = new ParameterOf<PostRules>[]
    {
        ParameterForm.Budget<PostRules>("ConsultationReply", "A008", "乡镇街道答复征求意见时限，到期提醒", "Time for the township to reply when its opinion on a head is asked; then it is reminded",
            r => r.ConsultationReply, (r, b) => r with { ConsultationReply = b }),
        ParameterForm.Budget<PostRules>("InquiryLimit", "A010", "调查核实并反馈时限", "Time to investigate and tell the township", r => r.InquiryLimit, (r, b) => r with { InquiryLimit = b }),
        ParameterForm.Budget<PostRules>("UnanimityDeadlock", "A016", "各乡镇街道意见不一致多久后报县市区", "After this the townships' disagreement goes to the county",
            r => r.UnanimityDeadlock, (r, b) => r with { UnanimityDeadlock = b }),
        ParameterForm.Budget<PostRules>("StaffNoticeWithin", "A013", "人员调整告知乡镇街道时限", "Time to inform the township of a change of staff", r => r.StaffNoticeWithin, (r, b) => r with { StaffNoticeWithin = b }),
        ParameterForm.Budget<PostRules>("SecondmentReply", "A015", "答复抽调借用申请时限", "Time to decide on a secondment", r => r.SecondmentReply, (r, b) => r with { SecondmentReply = b }),
        new("ConsentRequired", "R033", $"true | false | {ByKind}", "任免负责人是否须征得乡镇街道同意；ByKind 为乡镇须征得、街道不须", "Whether a head cannot be decided against the township; ByKind: in townships yes, in streets no",
            r => r.ConsentRequired switch { true => "true", false => "false", _ => ByKind },
            (r, text) => text switch { "true" => r with { ConsentRequired = true }, "false" => r with { ConsentRequired = false }, ByKind => r with { ConsentRequired = null }, _ => null }),
        ParameterForm.Rungs<PostRules>("Posts", "A008", "人事事项各期限的提醒和超期上报间隔", "Rungs of the terms of people decisions", r => r.Rungs, (r, o) => r with { Rungs = o }),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);
}
