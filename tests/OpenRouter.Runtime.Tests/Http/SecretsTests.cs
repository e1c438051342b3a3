using System.Net;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

public sealed class SecretsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_IsInTheHeaderAndNowhereElse()
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        await script.Transport().SendAsync(new ApiRequest(HttpMethod.Get, "key"), Token);

        Assert.Equal($"Bearer {Script.Key}", script.Requests[0].Headers.Authorization!.ToString());
        ApiKey key = Script.Key;
        Assert.Equal("***", key.ToString());
        Assert.Equal("***", $"{key}");
        Assert.DoesNotContain("0123", System.Text.Json.JsonSerializer.Serialize(key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_SendsNoKey()
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        await script.Transport().SendAsync(new ApiRequest(HttpMethod.Post, "auth/keys") { Anonymous = true }, Token);

        Assert.Null(script.Requests[0].Headers.Authorization);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("sk-or hush")]
    [InlineData("sk-or-hush\r\nX-Evil: 1")]
    [InlineData("sk-or-é-hush")]
    public void Key_ThatCannotBeOne_IsRefusedWithoutQuotingIt(string text)
    {
        var thrown = Assert.Throws<ArgumentException>(() => new ApiKey(text));

        Assert.DoesNotContain("hush", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_WithBlanksAround_IsTrimmed()
    {
        ApiKey? none = (string?)null;

        Assert.Null(none);
        Assert.Equal("sk-or-x", new ApiKey(" sk-or-x\r\n").Reveal());
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Key_EchoedByTheService_IsInNoException(HttpStatusCode status)
    {
        var body = """{"error":{"code":401,"message":"bad key KEY","metadata":{"raw":"KEY","other":"sk-or-v1-zzzz"}}}""".Replace("KEY", Script.Key, StringComparison.Ordinal);
        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => Script.Answers(status, body).Transport().SendAsync(new ApiRequest(HttpMethod.Get, "x"), Token));
        var streamed = await Assert.ThrowsAsync<OpenRouterException>(() => Script.Streams(Wire.Event(body)).Chat().CollectAsync(Token));

        foreach (var exception in new[] { thrown, streamed })
        {
            var all = exception + exception.ResponseBody + exception.Error?.GetRawText();
            Assert.DoesNotContain(Script.Key, all, StringComparison.Ordinal);
            Assert.DoesNotContain("zzzz", all, StringComparison.Ordinal);
            Assert.Contains("***", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("x\r\nX-Evil: 1")]
    [InlineData("x\ny")]
    [InlineData("x\0y")]
    [InlineData("caf\u00e9 secret")]
    [InlineData("\u007f")]
    public void HeaderValue_ThatInjects_IsRefusedEverywhereWithoutQuotingIt(string value)
    {
        var refused = new List<Exception?>
        {
            Record.Exception(() => new ApiRequest(HttpMethod.Get, "x").Header("x-session-id", value)),
            Record.Exception(() => Script.Streams("").Transport(options => options.AppTitle = value)),
            Record.Exception(() => Script.Streams("").Transport(options => options.AppCategories = [value])),
            Record.Exception(() => Script.Streams("").Transport(options => options.DefaultHeaders["x-custom"] = value)),
        };

        Assert.All(refused, exception => Assert.IsType<ArgumentException>(exception));
        Assert.All(refused, exception => Assert.DoesNotContain(value, exception!.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("Host")]
    [InlineData("Content-Length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Cookie")]
    [InlineData("bad name")]
    [InlineData("bad:name")]
    [InlineData("bad\r\nname")]
    [InlineData("")]
    public void HeaderName_NotTheCallersToSet_IsRefused(string name)
        => Assert.Throws<ArgumentException>(() => new ApiRequest(HttpMethod.Get, "x").Header(name, "v"));

    [Fact]
    public async Task HeaderValue_OfTheWrongForm_IsRefusedWithoutQuotingIt()
    {
        var request = new ApiRequest(HttpMethod.Get, "x").Header("If-Modified-Since", "secret");

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => Script.Answers(HttpStatusCode.OK, "{}").Transport().SendAsync(request, Token));

        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_OfOptionsAndRequest_AreSent()
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        using var transport = script.Transport(options =>
        {
            options.AppTitle = "My App";
            options.AppUrl = new Uri("https://münchen.test/pfad ä");
            options.AppCategories = ["cli-agent", "writing-assistant"];
            options.DefaultHeaders["x-a"] = "options";
            options.DefaultHeaders["x-b"] = "options";
        });
        await transport.SendAsync(new ApiRequest(HttpMethod.Get, "x").Header("x-b", "request").Header("x-c", null), Token);

        var headers = script.Requests[0].Headers;
        Assert.Equal("My App", Assert.Single(headers.GetValues("X-OpenRouter-Title")));
        Assert.Equal("https://xn--mnchen-3ya.test/pfad%20%C3%A4", Assert.Single(headers.GetValues("HTTP-Referer")));
        Assert.Equal("cli-agent,writing-assistant", Assert.Single(headers.GetValues("X-OpenRouter-Categories")));
        Assert.Equal("options", Assert.Single(headers.GetValues("x-a")));
        Assert.Equal("request", Assert.Single(headers.GetValues("x-b")));
        Assert.False(headers.Contains("x-c"));
        Assert.Equal("application/json", headers.Accept.ToString());
        Assert.StartsWith("OpenRouter.Generated/", headers.UserAgent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_EchoedInAHeader_IsInNoAnswer()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Finish(), ("X-Generation-Id", $"gen-{Script.Key}"), ("X-Provider-Name", Script.Key)).Chat();

        await stream.CollectAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(Script.Key, stream.GenerationId + stream.Answer.GenerationId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_ChangedLater_HaveNoEffect()
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        var options = new OpenRouterClientOptions { ApiKey = Script.Key, Handler = script };
        using var transport = new ApiTransport(options, Script.Address);
        options.ApiKey = "sk-or-other";
        options.DefaultHeaders["x-late"] = "1";
        options.BaseAddress = new Uri("https://evil.test");
        await transport.SendAsync(new ApiRequest(HttpMethod.Get, "x"), Token);

        Assert.Equal("openrouter.test", script.Requests[0].RequestUri!.Host);
        Assert.Equal(Script.Key, script.Requests[0].Headers.Authorization!.Parameter);
        Assert.False(script.Requests[0].Headers.Contains("x-late"));
    }

    [Fact]
    public async Task Body_IsJsonWithoutNeedlessEscapes()
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        await script.Transport().SendAsync(new ApiRequest(HttpMethod.Post, "x") { Body = new Prompt("é <b> \uD800") }, Token);

        Assert.Equal("\"é <b> \uFFFD\"", script.Bodies[0].Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal));
        Assert.Equal("application/json", script.Requests[0].Content!.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(script.Bodies[0]), script.Requests[0].Content!.Headers.ContentLength);
    }

    [Fact]
    public async Task Key_IsInNothingThatAPublicTypeShows()
    {
        var options = new OpenRouterClientOptions { ApiKey = Script.Key, Handler = Script.Streams(Wire.Text("Hi") + Wire.Finish() + Wire.Done) };
        using var transport = new ApiTransport(options, Script.Address);
        var request = Script.ChatRequest().Header("x-a", "b");
        await using var stream = transport.StreamChat<TestChunk>(request, Token);
        var answer = await stream.CollectAsync(Token);

        foreach (var shown in new object[] { options, options.ApiKey!, options.Limits, transport, request, stream, answer, options.DefaultHeaders })
        {
            KeyDisguise.AssertAbsent(shown.ToString()!);
            KeyDisguise.AssertAbsent(string.Join('\n', shown.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0).Select(property => property.GetValue(shown)?.ToString())));
            KeyDisguise.AssertAbsent(string.Join('\n', shown.GetType().GetCustomAttributes(typeof(System.Diagnostics.DebuggerDisplayAttribute), true).Select(static attribute => ((System.Diagnostics.DebuggerDisplayAttribute)attribute).Value)));
        }

        KeyDisguise.AssertAbsent(System.Text.Json.JsonSerializer.Serialize(new { options.ApiKey, options.AppTitle, options.DefaultHeaders }));
    }

    [Fact]
    public void Key_HasNoPublicMemberThatShowsIt()
    {
        var key = new ApiKey(Script.Key);
        var shown = typeof(ApiKey).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            .Where(static method => method.GetParameters().Length == 0)
            .Select(method => method.Invoke(key, null)?.ToString());

        Assert.All(shown, static text => KeyDisguise.AssertAbsent(text ?? ""));
        Assert.Empty(typeof(ApiKey).GetFields());
        Assert.All(
            typeof(ApiKey).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance),
            static field => Assert.NotEmpty(field.GetCustomAttributes(typeof(System.Diagnostics.DebuggerBrowsableAttribute), false)));
    }

    public static TheoryData<string> Failures => ["refused", "cut", "protocol", "limit", "cancelled", "disposed", "handler", "timeout", "argument"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Exception_OfAnyKind_HoldsTheKeyNowhere(string kind)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var thrown = await Record.ExceptionAsync(() => kind switch
        {
            "refused" => new Script(static (_, _) => throw new HttpRequestException("no route")).Chat().CollectAsync(Token),
            "cut" => Script.Streams(Wire.Text("Hi")).Chat().CollectAsync(Token),
            "protocol" => Script.Streams("data: {\n\n").Chat().CollectAsync(Token),
            "limit" => Script.Streams(Wire.Text("Hi")).Chat(static options => options.Limits = new StreamLimits { MaxEventBytes = 5 }).CollectAsync(Token),
            "cancelled" => Script.Streams(Wire.Text("Hi")).ChatUntil(cancelled.Token).CollectAsync(Token),
            "disposed" => DisposedAsync(),
            "handler" => new Script(static (request, _) => throw new TaskCanceledException($"gave up on {request}")).Chat().CollectAsync(Token),
            "timeout" => new Script(static (request, _) => throw new TaskCanceledException($"{request}", new TimeoutException($"{request}"))).Chat().CollectAsync(Token),
            _ => Script.Streams("").Transport().SendAsync(new ApiRequest(HttpMethod.Get, "x").Header("If-Modified-Since", Script.Key), Token),
        });

        Assert.NotNull(thrown);
        ExceptionScan.AssertClean(thrown);

        static async Task DisposedAsync()
        {
            var stream = Script.Streams("").Chat();
            await stream.DisposeAsync();
            await stream.CollectAsync(Token);
        }
    }

    [Fact]
    public async Task Cancellation_WhoseHandlerQuotesTheRequest_HoldsTheKeyNowhere()
    {
        using var source = new CancellationTokenSource();
        var script = new Script((request, _) =>
        {
            source.Cancel();
            throw new OperationCanceledException($"gave up on {request}");
        });

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), source.Token));
        var streamed = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script.ChatUntil(CancellationToken.None).CollectAsync(source.Token));

        ExceptionScan.AssertClean(thrown);
        ExceptionScan.AssertClean(streamed);
        Assert.Equal((source.Token, source.Token), (thrown.CancellationToken, streamed.CancellationToken));
    }

    private sealed record Prompt(string Text) : Runtime.Json.IJsonWritable
    {
        public void WriteTo(Runtime.Json.JsonWriter writer) => writer.WriteStringValue(Text);
    }
}
