namespace WebApi.Settings;

/// <summary>What a user can choose by one name: the model, its instructions and its limits stay on the server.</summary>
internal sealed class PresetSettings
{
    /// <summary>The name for people; the name of the preset when it is empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>The models that may be asked for. The first one is asked when the caller names none.</summary>
    public IList<string> Models { get; set; } = [];

    /// <summary>The instructions for the model, if any.</summary>
    public string? System { get; set; }

    /// <summary>The temperature from 0 to 2; the default of the model when it is not set.</summary>
    public double? Temperature { get; set; }

    /// <summary>The most tokens of an answer; never more than <see cref="RelaySettings.MaxTokens"/>.</summary>
    public int MaxTokens { get; set; } = 500;
}
