using System.Text.Json;
using OpenRouter.Models;

namespace Chat.Tools;

/// <summary>A function that a model may call.</summary>
/// <param name="Definition">What the model is told of it.</param>
/// <param name="Run">Does it, with arguments that are JSON and nothing more: a model wrote them. What went wrong is told in the result, for the model to read.</param>
internal sealed record ChatTool(ChatFunctionDefinition Definition, Func<JsonElement, string> Run);
