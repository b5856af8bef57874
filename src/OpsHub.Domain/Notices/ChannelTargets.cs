using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Notices;

/// <summary>Which addresses a channel may have (渠道地址规则). Whether a name leads to an address inside the network is found out when it is called.</summary>
/// <param name="PlainHttp">True where <c>http</c> is taken; for tests and closed networks.</param>
/// <param name="RobotHosts">Hosts of WeCom group robots.</param>
public sealed record ChannelTargets(bool PlainHttp, IReadOnlyCollection<string> RobotHosts)
{
    /// <summary>The longest address, in characters.</summary>
    public const int Longest = 500;

    /// <summary>Host of WeCom's group robots.</summary>
    public const string WeComHost = "qyapi.weixin.qq.com";

    /// <summary>Null when the address is taken.</summary>
    public Refusal? Check(ChannelKind kind, string target) => target.Trim() switch
    {
        { Length: 0 or > Longest } => Wrong($"地址须为 1 至 {Longest} 个字符", $"The target takes 1 to {Longest} characters"),
        var text when text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) => Wrong("地址不能含空格或控制字符", "The target holds no spaces or control characters"),
        var text when kind == ChannelKind.Email => IsMailbox(text) ? null : Wrong("须为电子邮箱地址", "The target is a mailbox, name@host"),
        var text when Url(text) is not { } url => Wrong($"须为 {Schemes} 地址，不含用户名", $"The target is an {Schemes} address without a user name"),
        var text when kind == ChannelKind.WeCom && !RobotHosts.Contains(Url(text)!.Host) =>
            Wrong($"企业微信群机器人地址须在 {string.Join("、", RobotHosts)}", $"A WeCom group robot's address is on {string.Join(" or ", RobotHosts)}"),
        _ => null,
    };

    /// <summary>The address without what may be secret in it: a URL's path and query are.</summary>
    public static string Shown(ChannelKind kind, string target) =>
        kind == ChannelKind.Email ? target.Trim() : new Uri(target.Trim()).GetLeftPart(UriPartial.Authority) + "/…";

    private string Schemes => PlainHttp ? "http/https" : "https";

    private Uri? Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (PlainHttp && url.Scheme == Uri.UriSchemeHttp))
        && url.UserInfo.Length == 0 && url.Host.Length > 0 ? url : null;

    private static bool IsMailbox(string text) =>
        text.Split('@') is [{ Length: > 0 and <= 64 } name, { Length: > 2 } host] && host.Contains('.') && !host.StartsWith('.') && !host.EndsWith('.')
        && name.All(IsPlain) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';

    private static Refusal Wrong(string zh, string en) => new(RefusalCodes.InvalidInput, "HUB", "", "target", zh, en);
}
