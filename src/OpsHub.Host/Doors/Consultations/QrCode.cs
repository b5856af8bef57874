using System.Globalization;
using System.Text;
using QRCoder;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A QR code (二维码) of an address, drawn as SVG on the server: nothing is fetched, and it prints sharply at any size.</summary>
internal static class QrCode
{
    /// <summary>The picture, with the quiet zone of four modules that readers need.</summary>
    /// <param name="address">What it leads to.</param>
    /// <param name="label">What it is, for those who do not see it.</param>
    public static Markup Svg(string address, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var (modules, size) = (code.ModuleMatrix, code.ModuleMatrix.Count);
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (modules[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return Markup.Of($"""<svg class="qr" role="img" aria-label="{label}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path fill="#000" d="{path.ToString()}"/></svg>""");
    }
}
