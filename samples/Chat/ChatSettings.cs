using OpenRouter.Models;

namespace Chat;

/// <summary>What each question is asked with. Commands change it between questions.</summary>
/// <param name="arguments">How it begins.</param>
internal sealed class ChatSettings(ChatArguments arguments)
{
    public string Model { get; set; } = arguments.Model;

    /// <summary>Instructions for the model; null for none.</summary>
    public string? System { get; set; } = arguments.System;

    /// <summary>How much the model shall think; null leaves it to the model.</summary>
    public ReasoningEffortLevel? Reasoning { get; set; } = arguments.Reasoning;

    public int? MaxTokens { get; } = arguments.MaxTokens;

    public bool OffersTools { get; set; } = arguments.OffersTools;
}
