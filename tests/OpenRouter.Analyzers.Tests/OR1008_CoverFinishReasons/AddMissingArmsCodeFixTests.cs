using OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1008_CoverFinishReasons;

public sealed class AddMissingArmsCodeFixTests
{
    [Fact]
    public Task Switches_GetArms() => FixVerifier<CoverFinishReasonsAnalyzer, AddMissingArmsCodeFix>.VerifyAsync(
        Sample.With("""
                void Run(ChatAnswer answer, ChatChoice choice, ChatChoice next, Strip strip, Strip other)
                {
                    // How it ended.
                    [|switch|] (answer.FinishReason)
                    {
                        case "length": // cut off
                            Show(1);
                            break;

                        // Whatever else.
                        default:
                            break;
                    }

                    Show(choice.FinishReason?.Value [|switch|]
                    {
                        FinishReason.Values.Stop => true, // complete
                        FinishReason.Values.Length => false,
                        _ => true,
                    });

                    [|switch|] (next.FinishReason?.Value)
                    {
                        case FinishReason.Values.Stop:
                            break;
                        case FinishReason.Values.Error:
                            Show(2);
                            break;
                        // No more.
                    }

                    [|switch|] (strip.Cause) { case Cause.Done: Show(3); break; }
                    Show(other.Cause [|switch|] { null or Cause.Done => 1, _ => 1 });
                }
            """),
        Sample.With("""
                void Run(ChatAnswer answer, ChatChoice choice, ChatChoice next, Strip strip, Strip other)
                {
                    // How it ended.
                    switch (answer.FinishReason)
                    {
                        case "length": // cut off
                            Show(1);
                            break;

                        case "content_filter":
                            throw new NotSupportedException("The answer ended with 'content_filter'.");
                        case "error":
                            throw new NotSupportedException("The answer ended with 'error'.");
                        // Whatever else.
                        default:
                            break;
                    }

                    Show(choice.FinishReason?.Value switch
                    {
                        FinishReason.Values.Stop => true, // complete
                        FinishReason.Values.Length => false,
                        FinishReason.Values.ContentFilter => throw new NotSupportedException("The answer ended with 'content_filter'."),
                        FinishReason.Values.Error => throw new NotSupportedException("The answer ended with 'error'."),
                        _ => true,
                    });

                    switch (next.FinishReason?.Value)
                    {
                        case FinishReason.Values.Stop:
                            break;
                        case FinishReason.Values.Error:
                            Show(2);
                            break;
                        // No more.
                        case FinishReason.Values.Length:
                            throw new NotSupportedException("The answer ended with 'length'.");
                        case FinishReason.Values.ContentFilter:
                            throw new NotSupportedException("The answer ended with 'content_filter'.");
                    }

                    switch (strip.Cause) { case Cause.Done: Show(3); break; case Cause.MaxTokens: throw new NotSupportedException("The answer ended with 'MaxTokens'."); }
                    Show(other.Cause switch { null or Cause.Done => 1, Cause.MaxTokens => throw new NotSupportedException("The answer ended with 'MaxTokens'."), _ => 1 });
                }
            """),
        AddMissingArmsCodeFix.EquivalenceKey);

    // The words are constants of one's own, and nobody knows what the missing ones are called.
    [Fact]
    public async Task ConstantsOfOnesOwn_AreNotOffered() => Assert.Empty(await FixVerifier<CoverFinishReasonsAnalyzer, AddMissingArmsCodeFix>.OfferedAsync(Sample.With("""
        const string Cut = "length";
        void Run(ChatAnswer answer) { [|switch|] (answer.FinishReason) { case Cut: Show(1); break; } }
        """)));
}
