using System.Globalization;
using System.Text.RegularExpressions;
using OpsHub.Host.Doors.Consultations;
using ZXing;
using ZXing.Common;

namespace OpsHub.Host.Tests.Doors.Consultations;

public sealed partial class QrCodeTests
{
    [Theory]
    [InlineData("https://hub.example.gov.cn/public/consultations/XS2026-000017/announcements/1")]
    [InlineData("http://localhost:5080/public/consultations/XS2026-000017/notices/12")]
    public void The_code_on_the_paper_is_read_as_the_address(string address) => Read(QrCode.Svg(address, "二维码").ToString()).ShouldBe(address);

    [Fact]
    public void The_code_of_a_printed_notice_leads_to_its_public_page()
    {
        var page = PaperPageTests.Print(new PaperStory().Begin().Plan().Notice(), PaperKind.Notice, 1);
        Read(page).ShouldBe($"https://hub.example.gov.cn/public/consultations/{PaperStory.Number}/notices/1/5", "that very notice, whatever replaces it");
    }

    // Draws the picture, eight points a module, and lets another library read it. As the straight picture that it is: looking for a code in a scene, that library takes chance patterns
    // for corners in one of 200, which a telephone settles with its next frame.
    internal static string? Read(string html)
    {
        var size = int.Parse(Box().Match(html).Groups[1].Value, CultureInfo.InvariantCulture);
        const int Scale = 8;
        var side = size * Scale;
        var points = new byte[side * side];
        Array.Fill(points, byte.MaxValue);
        foreach (Match module in Module().Matches(html))
        {
            var (x, y) = (int.Parse(module.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(module.Groups[2].Value, CultureInfo.InvariantCulture));
            for (var row = 0; row < Scale; row++)
                Array.Fill(points, (byte)0, (((y * Scale) + row) * side) + (x * Scale), Scale);
        }

        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(points, side, side, RGBLuminanceSource.BitmapFormat.Gray8)));
        return new MultiFormatReader().decode(picture, new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true })?.Text;
    }

    [GeneratedRegex(@"class=""qr""[^>]*viewBox=""0 0 (\d+) ")]
    private static partial Regex Box();

    [GeneratedRegex(@"M(\d+) (\d+)h1v1h-1z")]
    private static partial Regex Module();
}
