using OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2006_SetHttpClientTimeout;

public sealed class RemoveTimeLimitCodeFixTests
{
    [Fact]
    public Task Limits_AreRemoved() => VerifyAsync(
        """
        class Sample
        {
            void Run(HttpMessageHandler handler)
            {
                // one
                Console.Write(new PostOffice("k", new [|HttpClient|](/* plain */))); // kept
                Console.Write(new OpenRouterClientOptions { HttpClient = [|new|](handler) });
                Console.Write(new PostOffice("k", new [|HttpClient|] { BaseAddress = new Uri("http://a") }));
                var http = new [|HttpClient|](handler)
                {
                    BaseAddress = new Uri("http://a"), // there
                    MaxResponseContentBufferSize = 1 // small
                };
                Console.Write(new PostOffice("k", http));
                var other = new [|HttpClient|]
                {
                    BaseAddress = new Uri("http://b"),
                };
                Console.Write(new PostOffice("k", other));
                Console.Write(new PostOffice("k", new HttpClient { Timeout = [|TimeSpan.FromSeconds(30)|] /* short */ }));
            }
        }
        """,
        """
        class Sample
        {
            void Run(HttpMessageHandler handler)
            {
                // one
                Console.Write(new PostOffice("k", new HttpClient(/* plain */) { Timeout = Timeout.InfiniteTimeSpan })); // kept
                Console.Write(new OpenRouterClientOptions { HttpClient = new(handler) { Timeout = Timeout.InfiniteTimeSpan } });
                Console.Write(new PostOffice("k", new HttpClient { BaseAddress = new Uri("http://a"), Timeout = Timeout.InfiniteTimeSpan }));
                var http = new HttpClient(handler)
                {
                    BaseAddress = new Uri("http://a"), // there
                    MaxResponseContentBufferSize = 1, // small
                    Timeout = Timeout.InfiniteTimeSpan
                };
                Console.Write(new PostOffice("k", http));
                var other = new HttpClient
                {
                    BaseAddress = new Uri("http://b"),
                    Timeout = Timeout.InfiniteTimeSpan,
                };
                Console.Write(new PostOffice("k", other));
                Console.Write(new PostOffice("k", new HttpClient { Timeout = Timeout.InfiniteTimeSpan /* short */ }));
            }
        }
        """);

    [Fact]
    public Task HiddenName_IsWrittenInFull() => VerifyAsync(
        """class Sample { TimeSpan Timeout => default; object Run() => new PostOffice("k", new HttpClient { Timeout = [|TimeSpan.FromSeconds(Limit)|] }); const int Limit = 3; object Get() => Timeout; }""",
        """class Sample { TimeSpan Timeout => default; object Run() => new PostOffice("k", new HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan }); const int Limit = 3; object Get() => Timeout; }""");

    [Fact]
    public async Task EmptyInitialiser_IsNotRepaired()
    {
        Assert.Empty(await FixVerifier<SetHttpClientTimeoutAnalyzer, RemoveTimeLimitCodeFix>.OfferedAsync(
            """class Sample { object Run() => new PostOffice("k", new [|HttpClient|] { }); }"""));
    }

    private static Task VerifyAsync(string source, string expected)
    {
        return FixVerifier<SetHttpClientTimeoutAnalyzer, RemoveTimeLimitCodeFix>.VerifyAsync(source, expected, RemoveTimeLimitCodeFix.EquivalenceKey);
    }
}
