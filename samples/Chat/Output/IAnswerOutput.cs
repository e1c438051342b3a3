using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace Chat.Output;

/// <summary>Shows an answer as it comes. One of the last three is called at its end, and only one.</summary>
internal interface IAnswerOutput
{
    void Reasoning(string text);

    void Text(string text);

    /// <summary>A function was called, and gave this.</summary>
    void ToolRun(ToolCall call, string result);

    void Finished(ChatAnswer answer);

    void Stopped(ChatAnswer answer);

    void Failed(OpenRouterException exception, ChatAnswer answer);

    /// <summary>It failed, and not because of the service.</summary>
    void Failed(string why, ChatAnswer answer);
}
