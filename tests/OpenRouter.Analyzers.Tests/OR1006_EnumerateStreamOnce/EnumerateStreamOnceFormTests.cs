using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

public sealed class EnumerateStreamOnceFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new EnumerateStreamOnceAnalyzer();

    protected override string Statements => """
        var stream = client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync();
        var count = await stream.CountAsync();
        await foreach (var chunk in [|stream|])
        {
            Console.Write(chunk.Id + count);
        }

        var request = client.Chat.CreateChatCompletion("m").AddUserMessage(text);
        Console.Write((await request.SendAsync()).Id);
        Console.Write((await request.[|SendAsync|]()).Id);
        """;

    protected override string OtherStatements => """
        var fragments = pen.WriteAsync();
        await foreach (var fragment in fragments) Console.Write(fragment.Words);
        Console.Write(await [|fragments|].CountAsync());
        """;
}
