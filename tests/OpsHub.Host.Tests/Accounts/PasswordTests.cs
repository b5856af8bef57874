using OpsHub.Host.Accounts;

namespace OpsHub.Host.Tests.Accounts;

public sealed class PasswordTests
{
    [Fact]
    public void Every_random_password_is_one_that_an_account_may_have()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var password = Passwords.New();
            password.Length.ShouldBe(20);
            (password.Any(char.IsAsciiDigit) && password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper)).ShouldBeTrue(password);
        }
    }
}
