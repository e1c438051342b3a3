using BlazorChat.Accounts;

namespace OpenRouter.Samples.Blazor.Tests.Accounts;

public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/?a=b", "/?a=b")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Path_OfAnotherSite_IsNotGoneTo(string? path, string expected) => Assert.Equal(expected, ReturnPath.Local(path));
}
