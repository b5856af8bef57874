using System.Net;
using System.Text;
using OpsHub.Host.Notices;

namespace OpsHub.Host.Tests.Notices;

/// <summary>Signatures as the Standard Webhooks specification's libraries make and check them, and the networks that the hub does not call.</summary>
public sealed class WebhookSignatureTests
{
    // The vector of the specification's reference libraries.
    [Fact]
    public void The_signature_is_that_of_the_specifications_known_vector() => WebhookSignature.Of(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("""{"test": 2432232314}"""))
        .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Anything_else_in_id_time_or_body_gives_another_signature()
    {
        var (secret, at) = (WebhookSignature.NewSecret(), DateTimeOffset.FromUnixTimeSeconds(1614265330));
        new[]
        {
            WebhookSignature.Of(secret, "a", at, "x"u8), WebhookSignature.Of(secret, "b", at, "x"u8), WebhookSignature.Of(secret, "a", at.AddSeconds(1), "x"u8),
            WebhookSignature.Of(secret, "a", at, "y"u8), WebhookSignature.Of(WebhookSignature.NewSecret(), "a", at, "x"u8),
        }.ShouldBeUnique();
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2606:4700:4700::1111", true)]
    public void Only_public_addresses_are_called(string address, bool isPublic) => PublicAddresses.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public void A_failing_channel_waits_twice_as_long_each_time_up_to_half_an_hour_and_not_exactly()
    {
        Backoff.After(0, 0.5).ShouldBe(TimeSpan.FromSeconds(5));
        Backoff.After(1, 0.5).ShouldBe(TimeSpan.FromSeconds(10));
        Backoff.After(4, 0).ShouldBe(TimeSpan.FromSeconds(60));
        Backoff.After(100, 1).ShouldBe(TimeSpan.FromMinutes(37.5));
    }
}
