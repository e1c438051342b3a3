using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2004_MakeWrapperCancellable;

public sealed class MakeWrapperCancellableFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new MakeWrapperCancellableAnalyzer();

    protected override string Statements => """
        await foreach (var id in Ids()) Console.Write(id);
        async IAsyncEnumerable<string?> [|Ids|]()
        {
            await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync()) yield return chunk.Id;
        }
        """;

    protected override string OtherStatements => """
        await foreach (var words in Words()) Console.Write(words);
        async IAsyncEnumerable<string> [|Words|]()
        {
            await foreach (var fragment in pen.WriteAsync()) yield return fragment.Words;
        }
        """;
}
