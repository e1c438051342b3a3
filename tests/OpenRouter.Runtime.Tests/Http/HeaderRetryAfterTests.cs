using System.Globalization;
using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>The wait that a service asks for, from each place and in each form, whatever the culture of the caller.</summary>
public sealed class HeaderRetryAfterTests
{
    private const double Longest = 30.0 * 24 * 60 * 60 * 1000;
    private static readonly string[] Cultures = ["en-US", "de-DE", "ar-SA", "th-TH"];

    // The clock stands at 2026-08-22 10:00:00 UTC, a Saturday.
    private static readonly (string Name, string Value, double? Milliseconds)[] Headers =
    [
        ("retry-after-ms", "1500", 1500), ("retry-after-ms", "0", 0), ("retry-after-ms", "12.5", 12.5), ("retry-after-ms", " 7 ", 7),
        ("retry-after-ms", "-1", null), ("retry-after-ms", "1,5", null), ("retry-after-ms", "NaN", null), ("retry-after-ms", "1e3", null),
        ("retry-after-ms", "5s", null), ("retry-after-ms", "99999999999999999999", Longest),
        ("Retry-After", "1", 1000), ("Retry-After", "120", 120_000), ("Retry-After", "0", 0), ("Retry-After", "00012", 12_000),
        ("Retry-After", "1.5", 1500), ("Retry-After", "0.001", 1), ("Retry-After", ".5", 500), ("Retry-After", "  3  ", 3000),
        ("Retry-After", "277403", 277_403_000), ("Retry-After", "2592000", Longest), ("Retry-After", "2592001", Longest),
        ("Retry-After", "4294967296", Longest), ("Retry-After", "9223372036854775808", Longest),
        ("Retry-After", "-5", null), ("Retry-After", "+5", null), ("Retry-After", "1,5", null), ("Retry-After", "1.000,5", null), ("Retry-After", "1 000", null),
        ("Retry-After", "1e2", null), ("Retry-After", "1e400", null), ("Retry-After", "NaN", null), ("Retry-After", "nan", null), ("Retry-After", "inf", null),
        ("Retry-After", "Infinity", null), ("Retry-After", "-Infinity", null), ("Retry-After", "\u221E", null), ("Retry-After", "0x10", null),
        ("Retry-After", "(5)", null), ("Retry-After", "5%", null), ("Retry-After", "$5", null), ("Retry-After", "5,", null), ("Retry-After", "1.2.3", null),
        ("Retry-After", "\u0665", null), ("Retry-After", "\u0E55", null), ("Retry-After", "soon", null), ("Retry-After", "", null), ("Retry-After", " ", null),
        ("Retry-After", "PT5S", null), ("Retry-After", "00:00:05", null), ("Retry-After", "5, 6", null),
        ("Retry-After", "Sat, 22 Aug 2026 10:00:30 GMT", 30_000), ("Retry-After", "Saturday, 22-Aug-26 10:00:30 GMT", 30_000), ("Retry-After", "Sat Aug 22 10:00:30 2026", 30_000),
        ("Retry-After", "Tue Sep  1 10:00:00 2026", 10.0 * 86_400_000), ("Retry-After", "Sat, 22 Aug 2026 10:00:00 GMT", 0), ("Retry-After", "Sat, 22 Aug 2026 09:59:59 GMT", 0),
        ("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", Longest),
        ("Retry-After", "Sun, 22 Aug 2026 10:00:30 GMT", null), ("Retry-After", "Sat, 32 Aug 2026 10:00:30 GMT", null), ("Retry-After", "Sat, 22 Aug 2026 25:00:30 GMT", null),
        ("Retry-After", "Sat, 22 Aug 2026 10:00:30 PST", null), ("Retry-After", "Sa, 22 Aug 2026 10:00:30 GMT", null), ("Retry-After", "Sat, 22 Aug 2569 10:00:30 GMT", null),
        ("Retry-After", "2026-08-22T10:00:30Z", null), ("Retry-After", "22.08.2026 10:00:30", null), ("Retry-After", "Samstag, 22. August 2026", null),
        ("X-RateLimit-Reset", "1787392860000", 60_000), ("X-RateLimit-Reset", "1787392860", 60_000), ("X-RateLimit-Reset", "1787392800000", 0), ("X-RateLimit-Reset", "1700000000000", 0),
        ("X-RateLimit-Reset", "60", null), ("X-RateLimit-Reset", "-1", null), ("X-RateLimit-Reset", "NaN", null), ("X-RateLimit-Reset", "1e400", null), ("X-RateLimit-Reset", "", null),
        ("X-RateLimit-Reset", "9999999999999999", Longest),
    ];

    private static readonly (string Error, double? Milliseconds)[] Bodies =
    [
        ("\"metadata\":{\"retry_after_seconds\":2.5}", 2500), ("\"metadata\":{\"retry_after_seconds\":\"2.5\"}", 2500), ("\"metadata\":{\"retry_after_seconds\":\"2,5\"}", null),
        ("\"metadata\":{\"retry_after_seconds\":0}", 0), ("\"metadata\":{\"retry_after_seconds\":-1}", null), ("\"metadata\":{\"retry_after_seconds\":1e400}", null),
        ("\"metadata\":{\"retry_after_seconds\":\"NaN\"}", null), ("\"metadata\":{\"retry_after_seconds\":\"Infinity\"}", null), ("\"metadata\":{\"retry_after_seconds\":null}", null),
        ("\"metadata\":{\"retry_after_seconds\":true}", null), ("\"metadata\":{\"retry_after_seconds\":[1]}", null), ("\"metadata\":{\"retry_after_seconds\":1e9}", Longest),
        ("\"availability\":{\"retry_after\":9}", 9000), ("\"availability\":{\"retry_after\":\"9\"}", 9000), ("\"availability\":{\"retry_after\":-9}", null), ("\"availability\":[9]", null),
        ("\"metadata\":{\"retry_after_seconds\":-1},\"availability\":{\"retry_after\":9}", 9000),
        ("\"metadata\":{\"headers\":{\"X-RateLimit-Reset\":\"1787392860000\"}}", 60_000), ("\"metadata\":{\"headers\":{\"X-RateLimit-Reset\":1787392860000}}", 60_000),
        ("\"metadata\":{\"headers\":{\"X-RateLimit-Reset\":\"1787392860\"}}", 60_000), ("\"metadata\":{\"headers\":{\"X-RateLimit-Reset\":\"x\"}}", null),
        ("\"metadata\":{\"headers\":{\"X-RateLimit-Reset\":\"60\"}}", null), ("\"metadata\":{\"headers\":\"none\"}", null),
        ("\"metadata\":{\"retry_after_seconds\":3,\"headers\":{\"X-RateLimit-Reset\":\"1787392860000\"}}", 3000),
    ];

    public static TheoryData<string, string, string, double?> HeaderCases => new(Cultures.SelectMany(static _ => Headers, static (culture, item) => (culture, item.Name, item.Value, item.Milliseconds)));

    public static TheoryData<string, string, double?> BodyCases => new(Cultures.SelectMany(static _ => Bodies, static (culture, item) => (culture, item.Error, item.Milliseconds)));

    [Theory]
    [MemberData(nameof(HeaderCases))]
    public async Task Header_OfAnyForm_IsReadOrFallsBackToNull(string culture, string name, string value, double? milliseconds)
        => Assert.Equal(milliseconds, await ReadAsync(culture, "{}", (name, value)));

    [Theory]
    [MemberData(nameof(BodyCases))]
    public async Task Body_OfAnyForm_IsReadOrFallsBackToNull(string culture, string error, double? milliseconds)
        => Assert.Equal(milliseconds, await ReadAsync(culture, "{\"error\":{\"message\":\"m\"," + error + "}}"));

    [Theory]
    [InlineData("250", "7", 250.0)]
    [InlineData("soon", "7", 7000.0)]
    [InlineData("-1", "Sat, 22 Aug 2026 10:00:30 GMT", 30_000.0)]
    [InlineData("", "", 9000.0)]
    [InlineData("NaN", "inf", 9000.0)]
    public async Task Hints_ThatDisagree_CountFromTheMostExactThatIsWellFormed(string inMilliseconds, string inSeconds, double expected)
        => Assert.Equal(expected, await ReadAsync("de-DE", """{"error":{"message":"m","availability":{"retry_after":9}}}""", ("retry-after-ms", inMilliseconds), ("Retry-After", inSeconds)));

    [Fact]
    public async Task Wait_InTheMessage_IsWrittenWithoutACulture()
    {
        var thrown = await FailAsync("ar-SA", "{}", ("Retry-After", "1234.5"));

        Assert.Contains("Wait 1235 seconds", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<double?> ReadAsync(string culture, string body, params (string Name, string Value)[] headers)
        => (await FailAsync(culture, body, headers)).RetryAfter?.TotalMilliseconds;

    private static async Task<OpenRouterException> FailAsync(string culture, string body, params (string Name, string Value)[] headers)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        var script = Script.Answers(HttpStatusCode.TooManyRequests, body, "application/json", headers);
        return await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport(static options => options.TimeProvider = new FixedTime()).SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), TestContext.Current.CancellationToken));
    }
}
