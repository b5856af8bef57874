using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsHub.Domain.Notices;

namespace OpsHub.Host.Notices;

/// <summary>WeCom group robots (企业微信群机器人): a markdown message to the robot's address, which holds its key. It has no id to drop doubles by.</summary>
internal sealed class WeComSender(OutgoingHttp http) : IChannelSender
{
    private const int MostBytes = 4_096;
    private const int TooOften = 45009;
    private const int Busy = -1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ChannelKind Kind => ChannelKind.WeCom;

    public async Task Send(OutgoingMessage message, CancellationToken cancel)
    {
        var language = message.Channel.Channel.Language;
        var content = NoticeText.Fit($"**{NoticeText.Subject(message.Parcel, language)}**", NoticeText.Lines(message.Parcel, language).Select(l => $"> {l}"), MostBytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Target)
        {
            Content = JsonContent.Create(new { msgtype = "markdown", markdown = new { content } }, options: Json),
        };
        // Refusals come with 200.
        var code = Code(await http.Send(request, cancel));
        if (code != 0)
            throw new SendFailedException($"WeCom errcode {code}", permanent: code is not (TooOften or Busy));
    }

    private static int Code(byte[] answer)
    {
        try
        {
            return JsonDocument.Parse(answer).RootElement.GetProperty("errcode").GetInt32();
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SendFailedException("The answer is not one of a WeCom robot");
        }
    }
}
