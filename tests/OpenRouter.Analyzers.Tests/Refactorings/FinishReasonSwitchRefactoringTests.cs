using OpenRouter.Analyzers.CodeFixes.Refactorings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.Refactorings;

public sealed class FinishReasonSwitchRefactoringTests
{
    [Theory]
    [InlineData("var [|reason|] = choice.FinishReason; // why", "reason", "?.Value")]
    [InlineData("var [|reason|] = choice?.FinishReason;", "reason", "?.Value")]
    [InlineData("var [|reason|] = choice.FinishReason ?? FinishReason.Error;", "reason", ".Value")]
    [InlineData("Show(choice.[|FinishReason|]);", "choice.FinishReason", "?.Value")]
    public Task Reason_GetsSwitch(string statement, string subject, string access)
    {
        return RefactoringVerifier<FinishReasonSwitchRefactoring>.VerifyAsync(
            RefactoringSample.With($$"""
                    void Run(ChatChoice choice)
                    {
                        {{statement}}
                        Show(choice);
                    }
                """),
            RefactoringSample.With($$"""
                    void Run(ChatChoice choice)
                    {
                        {{statement.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)}}

                        switch ({{subject}}{{access}})
                        {
                            case FinishReason.Values.Stop:
                                break;
                            case FinishReason.Values.Length:
                                break;
                            case FinishReason.Values.ToolCalls:
                                break;
                            case FinishReason.Values.ContentFilter:
                                break;
                            case FinishReason.Values.Error:
                                break;
                            default:
                                throw new InvalidOperationException($"The answer ended with '{{{subject}}}'.");
                        }
                        Show(choice);
                    }
                """));
    }

    [Fact]
    public Task Enum_OfAnotherClient_GetsSwitch() => RefactoringVerifier<FinishReasonSwitchRefactoring>.VerifyAsync(
        RefactoringSample.With("""
                void Run(Plain plain)
                {
                    var cause = [|plain|].Cause;
                }
            """),
        RefactoringSample.With("""
                void Run(Plain plain)
                {
                    var cause = plain.Cause;

                    switch (cause)
                    {
                        case Cause.Done:
                            break;
                        case Cause.MaxTokens:
                            break;
                        default:
                            throw new InvalidOperationException($"The answer ended with '{cause}'.");
                    }
                }
            """));

    [Theory]
    [InlineData("Show(answer.[|FinishReason|]);")]
    [InlineData("var [|reason|] = answer.FinishReason;")]
    [InlineData("var [|text|] = choice.FinishReason.ToString();")]
    [InlineData("var [|other|] = new FinishReason(\"stop\");")]
    [InlineData("Show(choice.Message.[|Content|]);")]
    [InlineData("if (choice.[|FinishReason|] is null) return;")]
    [InlineData("Action later = () => Show(choice.[|FinishReason|]);")]
    [InlineData("Show(Make().[|FinishReason|]);")]
    [InlineData("Show(choice?.[|FinishReason|]);")]
    [InlineData("Show(0); Show(choice.[|FinishReason|]);")]
    public Task Other_IsNotOffered(string statement) => RefactoringVerifier<FinishReasonSwitchRefactoring>.VerifyNotOfferedAsync(
        RefactoringSample.With("ChatChoice Make() => new();\nvoid Run(ChatChoice choice, ChatAnswer answer)\n{\n" + statement + "\n}"));
}
