using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace Chat.Output;

/// <summary>
/// A line of JSON for each thing that happens. The last one of an answer is <c>done</c>, <c>stopped</c> or <c>error</c>, and says everything again, so that who wants the whole
/// answer reads one line.
/// </summary>
internal sealed class JsonLinesOutput(TextWriter output) : IAnswerOutput
{
    private readonly ArrayBufferWriter<byte> _line = new();

    public void Reasoning(string text) => Write("reasoning", json => json.WriteString("text", text));

    public void Text(string text) => Write("text", json => json.WriteString("text", text));

    public void ToolRun(ToolCall call, string result) => Write("tool", json =>
    {
        json.WriteString("id", call.Id);
        json.WriteString("name", call.Name);
        // Text, and not JSON: a model wrote it, and it need not be whole.
        json.WriteString("arguments", call.Arguments);
        json.WriteString("result", result);
    });

    public void Finished(ChatAnswer answer) => Write("done", json => WriteAnswer(json, answer));

    public void Stopped(ChatAnswer answer) => Write("stopped", json => WriteAnswer(json, answer));

    public void Failed(OpenRouterException exception, ChatAnswer answer) => Write("error", json =>
    {
        json.WriteString("message", exception.Message);
        Write(json, "status", exception.StatusCode);
        WriteText(json, "error_type", exception.ErrorType?.ToString());
        json.WriteBoolean("transient", exception.IsTransient);
        Write(json, "retry_after_seconds", exception.RetryAfter?.TotalSeconds);
        WriteAnswer(json, answer);
    });

    public void Failed(string why, ChatAnswer answer) => Write("error", json =>
    {
        json.WriteString("message", why);
        WriteAnswer(json, answer);
    });

    private static void WriteAnswer(Utf8JsonWriter json, ChatAnswer answer)
    {
        WriteText(json, "finish_reason", answer.FinishReason);
        json.WriteString("text", answer.Text);
        WriteText(json, "reasoning", answer.Reasoning.Length > 0 ? answer.Reasoning : null);
        WriteText(json, "refusal", answer.Refusal);
        WriteText(json, "model", answer.Model);
        WriteText(json, "provider", answer.Provider);
        WriteText(json, "generation_id", answer.GenerationId);
        Write(json, "prompt_tokens", answer.Usage?.PromptTokens);
        Write(json, "completion_tokens", answer.Usage?.CompletionTokens);
        Write(json, "reasoning_tokens", answer.Usage?.ReasoningTokens);
        if (answer.Usage?.Cost is { } cost)
        {
            json.WriteNumber("cost_dollars", cost);
        }

        Write(json, "first_token_seconds", answer.TimeToFirstToken?.TotalSeconds);
        json.WriteNumber("seconds", answer.Elapsed.TotalSeconds);
        json.WriteNumber("attempts", answer.Attempts.Count);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private void Write(string type, Action<Utf8JsonWriter> members)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            members(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(_line.WrittenSpan));
    }
}
