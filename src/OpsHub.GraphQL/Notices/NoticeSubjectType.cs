using GraphQL.Types;
using OpsHub.Domain.Notices;

namespace OpsHub.GraphQL.Notices;

/// <summary>What a notice may tell of, one at a time: the flags' sums have no name in the contract.</summary>
internal sealed class NoticeSubjectType : EnumerationGraphType
{
    public NoticeSubjectType()
    {
        (Name, Description) = ("NoticeSubject", "What a notice tells of (提醒事项); a channel may be narrowed to some.");
        Add("CASES", NoticeSubjects.Others, "Grid cases, and all that has no subject of its own (案件等).");
        Add("CONSULTATIONS", NoticeSubjects.Consultations, "Consultations (协商).");
        Add("AGENCY_YEARS", NoticeSubjects.Assessments, "Stationed agencies' years (派驻机构年度考核).");
        Add("POSTS", NoticeSubjects.Posts, "People decisions of stationed agencies (派驻机构人事事项).");
        Add("SURVEYS", NoticeSubjects.Surveys, "Satisfaction surveys (满意度测评).");
        Add("MANDATES", NoticeSubjects.Mandates, "Townships' rights and duties (乡镇权责).");
        Add("FILINGS", NoticeSubjects.Filings, "Filings (制度备案).");
        if (NoticeChannel.Each(NoticeSubjects.All).Except(Values.Select(v => (NoticeSubjects)v.Value!)).ToList() is { Count: > 0 } forgotten)
            throw new InvalidOperationException($"{Name} has no name for {string.Join(", ", forgotten)}.");
    }
}
