namespace OpenRouter.Runtime.Streaming;

/// <summary>What is still the JSON that it came as.</summary>
internal interface IHeldJson
{
    /// <summary>The JSON.</summary>
    byte[] Json { get; }
}
