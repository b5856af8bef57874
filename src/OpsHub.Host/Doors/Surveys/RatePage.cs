using System.Collections.Immutable;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Surveys;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Surveys;

/// <summary>What the page of a token says (测评页面), in plain words.</summary>
/// <param name="http">The request.</param>
/// <param name="names">Names of the agency and the township.</param>
internal sealed class RatePage(HttpContext http, Func<SurveySlip, (string Agency, string Township)>? names)
{
    private readonly bool _english = PublicAnswer.IsEnglish(http.Request);

    /// <summary>A dimension's field of the form.</summary>
    public static string FieldOf(SatisfactionDimension dimension) => $"{dimension}";

    /// <summary>The questions.</summary>
    /// <param name="slip">What is rated, by which group.</param>
    /// <param name="chosen">Places of the scale chosen so far.</param>
    /// <param name="asked">It was sent with something missing.</param>
    /// <param name="busy">It was sent and could not be taken for the moment.</param>
    public IResult Form(SurveySlip slip, ImmutableDictionary<SatisfactionDimension, int> chosen, bool asked, bool busy) => Form(slip, chosen, asked, busy, unread: false);

    /// <summary>The questions again: what was sent arrived broken, so that nothing of it is known. The token is untouched.</summary>
    public IResult Unread(SurveySlip slip) => Form(slip, ImmutableDictionary<SatisfactionDimension, int>.Empty, asked: false, busy: false, unread: true);

    private IResult Form(SurveySlip slip, ImmutableDictionary<SatisfactionDimension, int> chosen, bool asked, bool busy, bool unread)
    {
        var (agency, township) = names!(slip);
        var dimensions = Enum.GetValues<SatisfactionDimension>();
        var missing = dimensions.Count(d => !chosen.ContainsKey(d));
        if (busy)
            http.Response.Headers.RetryAfter = "2";
        return Page(
            In($"请您评价{agency}", $"Please rate {agency}"),
            Markup.Of($"""
                <header><p class="kind">{In($"{slip.Survey.Year} 年满意度测评", $"Satisfaction survey {slip.Survey.Year}")}</p><h1>{agency}</h1>
                <p class="meta">{township} · {In($"{AssessmentWording.Of(slip.Group)}填写", Group(slip.Group))}</p></header>
                <p class="lead">{In("请选择四项，按最下面的“提交”。不记名，不到一分钟。", "Choose one answer for each of four questions and submit. Anonymous; under a minute.")}</p>
                {(asked ? Warn(In($"还有 {missing} 项没有选择，已选的都还在。", $"{missing} still to be chosen; what you chose is kept.")) : null)}{(busy ? Warn(In("系统正忙，还没有收到。您的选择都还在，请稍等再按一次“提交”。", "Busy: it has not been taken. Your choices are kept; submit again in a moment.")) : null)}
                {(unread ? Warn(In("提交的内容在路上损坏了，没有收到，也没有计入。二维码仍然有效，请重新选择四项再提交。", "What was sent arrived broken: nothing of it was taken or counted. Your code stays valid; choose the four answers again and submit.")) : null)}
                <form method="post" action="{SurveyPaths.Rate}/{http.Request.RouteValues["token"] as string}{(_english ? "?lang=en" : "")}">
                {dimensions.Select((d, i) => Question(d, i + 1, chosen.TryGetValue(d, out var place) ? place : null, asked))}
                <button type="submit">{In("提交", "Submit")}</button></form>
                <footer>{In("每个二维码只能用一次。系统只把分数加到总数里，不保存您的答案、姓名、手机和填写时间。", "Each code works once. Only totals are kept: no answers, names, telephones or times.")}</footer>
                """),
            busy ? StatusCodes.Status503ServiceUnavailable : unread ? StatusCodes.Status400BadRequest : asked ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>What became of it, or why there is nothing to fill in.</summary>
    public IResult Told(BallotOutcome outcome, SurveySlip? slip)
    {
        var (heading, text, status) = outcome switch
        {
            BallotOutcome.Counted => (In("谢谢您！", "Thank you!"), In("您的评价已收到，可以关闭本页。", "Your answers are in; you may close this page."), StatusCodes.Status200OK),
            BallotOutcome.NotOpen => (
                In("测评还没有开始", "Not open yet"), In($"请在 {PaperDates.Day(slip!.Survey.OpensAt)}以后再扫码，您的二维码仍然有效。", $"Come back on {PaperDates.Day(slip.Survey.OpensAt)}; your code stays valid."),
                StatusCodes.Status409Conflict),
            BallotOutcome.Closed => (In("测评已经结束", "The survey is over"), In("现在不能再填写了，谢谢您的关心。", "Nothing more is taken. Thank you for your interest."), StatusCodes.Status409Conflict),
            _ => (
                In("这个二维码不能填写", "This code cannot be used"),
                In("它可能已经用过，也可能已失效。每个二维码只能用一次；如果您刚刚提交过，您的评价已经收到。", "It may have been used or have lapsed. Each works once; if you have just submitted, your answers are in."),
                StatusCodes.Status404NotFound),
        };
        var about = slip is null ? null : Markup.Of($"<p class=\"meta\">{names!(slip).Agency} · {names(slip).Township}</p>");
        return Page(heading, Markup.Of($"<header class=\"{(outcome == BallotOutcome.Counted ? "done" : "")}\"><h1>{heading}</h1>{about}</header><p class=\"lead\" role=\"status\">{text}</p>"), status);
    }

    /// <summary>The hub is busy, and nothing is known of the token.</summary>
    public IResult Busy()
    {
        http.Response.Headers.RetryAfter = "2";
        var heading = In("系统正忙", "Busy");
        return Page(heading, Markup.Of($"<header><h1>{heading}</h1></header><p class=\"lead\" role=\"status\">{In("请稍等一会儿再扫码，您的二维码仍然有效。", "Scan again in a moment; your code stays valid.")}</p>"),
            StatusCodes.Status503ServiceUnavailable);
    }

    private Markup Question(SatisfactionDimension dimension, int number, int? chosen, bool asked)
    {
        var missing = asked && chosen is null;
        return Markup.Of($"""
            <fieldset{(missing ? Markup.Own(" class=\"missing\" aria-invalid=\"true\"") : null)}><legend>{number}. {Of(dimension)}{(missing ? Markup.Of($"<em>{In("请选择", "choose one")}</em>") : null)}</legend><div class="answers">
            {Enumerable.Range(0, 5).Select(place => Markup.Of($"<label><input type=\"radio\" name=\"{FieldOf(dimension)}\" value=\"{place}\" required{(chosen == place ? Markup.Own(" checked") : null)}><span>{Answer(place)}</span></label>"))}
            </div></fieldset>

            """);
    }

    private IResult Page(string title, Markup body, int status)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = RateStyle.Policy;
        return Results.Text(
            Markup.Of($"""
                <!doctype html>
                <html lang="{In("zh-CN", "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>{title}</title><style>{RateStyle.Sheet}</style></head>
                <body><main>
                {body}
                </main></body></html>

                """).ToString(),
            PublicAnswer.Html, statusCode: status);
    }

    private static Markup Warn(string text) => Markup.Of($"<p class=\"warn\" role=\"alert\">{text}</p>");

    private string Of(SatisfactionDimension dimension) => (dimension, _english) switch
    {
        (SatisfactionDimension.DailyManagement, true) => "Daily management",
        (SatisfactionDimension.ProblemHandling, true) => "Handling of problems",
        (SatisfactionDimension.Attitude, true) => "Attitude",
        (SatisfactionDimension.Style, true) => "Working style",
        _ => AssessmentWording.Of(dimension),
    };

    private static string Group(RaterGroup group) => group switch
    {
        RaterGroup.CommunityWorkers => "for community workers",
        RaterGroup.Representatives => "for representatives",
        _ => "for service users",
    };

    private string Answer(int place) => In(SurveyWording.Answer(place).Zh, SurveyWording.Answer(place).En);

    private string In(string zh, string en) => _english ? en : zh;
}
