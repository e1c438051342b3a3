using System.ComponentModel.DataAnnotations;

namespace WebApi.Controllers;

/// <summary>The body of a request. The instructions for the model are not in it: who may write those may make the model do anything in your name.</summary>
public sealed record StreamChatRequest
{
    /// <summary>What is asked.</summary>
    [Required]
    [StringLength(32_000, MinimumLength = 1)]
    public string Message { get; init; } = "";

    /// <summary>One of the models that the server offers; its first one when this is not given.</summary>
    public string? Model { get; init; }

    /// <summary>How freely the model chooses its words; 0 is a temperature too.</summary>
    [Range(0.0, 2.0)]
    public double? Temperature { get; init; }

    /// <summary>The most tokens of the answer. The server has a ceiling of its own.</summary>
    [Range(1, int.MaxValue)]
    public int? MaxTokens { get; init; }
}
