using OpenRouter.Analyzers.Rules.OR6001_AppendToBuilder;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR6001_AppendToBuilder;

public sealed class AppendToBuilderCodeFixTests
{
    [Fact]
    public Task Local_BecomesABuilder() => VerifyAsync(
        """
            async Task<string> Run(bool isLoud)
            {
                var text = ""; // the answer
                await foreach (var chunk in Ask.StreamAsync())
                {
                    // piece by piece
                    [|text|] += chunk.Choices?[0].Delta?.Content ?? ""; // appended
                    Console.Title = $"{text.Length} characters";
                }

                if (string.IsNullOrEmpty(text) || text.Length < 3)
                {
                    text += "(nothing)";
                }

                Console.Write($"Answer: {text}");
                return /* all of it */ isLoud ? text.ToUpperInvariant() : text;
            }
        """,
        """
            async Task<string> Run(bool isLoud)
            {
                var text = new StringBuilder(); // the answer
                await foreach (var chunk in Ask.StreamAsync())
                {
                    // piece by piece
                    text.Append(chunk.Choices?[0].Delta?.Content ?? ""); // appended
                    Console.Title = $"{text.Length} characters";
                }

                if (string.IsNullOrEmpty(text.ToString()) || text.Length < 3)
                {
                    text.Append("(nothing)");
                }

                Console.Write($"Answer: {text.ToString()}");
                return /* all of it */ isLoud ? text.ToString().ToUpperInvariant() : text.ToString();
            }
        """);

    [Fact]
    public Task EveryLoop_AndEveryLocal_IsRepaired() => VerifyAsync(
        """
            async Task Run(Pen pen)
            {
                string text = string.Empty;
                string head = "> ", tail = "";
                var thought = $"{head}thought: ";
                await foreach (var chunk in Ask.StreamAsync())
                {
                    [|text|] += chunk.Choices?[0].Delta?.Content;
                    [|thought|] += chunk.Choices?[0].Delta?.Reasoning;
                }

                await foreach (var fragment in pen.WriteAsync()) [|text|] = text + fragment.Words;
                Show(text);
                Show(thought + tail);
            }
        """,
        """
            async Task Run(Pen pen)
            {
                StringBuilder text = new StringBuilder();
                string head = "> ", tail = "";
                var thought = new StringBuilder($"{head}thought: ");
                await foreach (var chunk in Ask.StreamAsync())
                {
                    text.Append(chunk.Choices?[0].Delta?.Content);
                    thought.Append(chunk.Choices?[0].Delta?.Reasoning);
                }

                await foreach (var fragment in pen.WriteAsync()) text.Append(fragment.Words);
                Show(text.ToString());
                Show(thought.ToString() + tail);
            }
        """);

    /// <summary>Members in which no builder can take the place of the string.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "field", "string _answer = \"\"; async Task Run() { await foreach (var chunk in Ask.StreamAsync()) [|_answer|] += chunk.Choices?[0].Delta?.Content; }" },
        { "parameter", "async Task Run(string text) { await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; }" },
        { "read in each round", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) { [|text|] += chunk.Choices?[0].Delta?.Content; Show(text); } }" },
        { "starts as null", "async Task Run() { string? text = null; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; Show(text); }" },
        { "starts as something", "async Task Run(string? start) { var text = start; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; Show(text); }" },
        { "two in one declaration", "async Task Run() { string text = \"\", other = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; Show(text + other); }" },
        { "assigned elsewhere", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; text = text.Trim(); Show(text); }" },
        { "by reference", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; Flush(ref text); } static void Flush(ref string text) { text = \"\"; }" },
        { "named", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; Show(nameof(text)); }" },
        { "used as a value", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) Show([|text|] += chunk.Choices?[0].Delta?.Content); }" },
        { "interpolated", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] = $\"{text}{chunk.Choices?[0].Delta?.Content}\"; }" },
        { "comment in between", "async Task Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] += /* piece */ chunk.Choices?[0].Delta?.Content; }" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<AppendToBuilderAnalyzer, AppendToBuilderCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<AppendToBuilderAnalyzer, AppendToBuilderCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), AppendToBuilderCodeFix.EquivalenceKey);
    }
}
