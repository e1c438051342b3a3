using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts images, annotations and sound together.</summary>
internal sealed class MediaAssembly
{
    private readonly Dictionary<long, int> _imagePositions = [];
    private readonly StringBuilder _transcript = new();
    private ArrayBufferWriter<byte>? _sound;
    private string _rest = "";
    private string? _audioId;

    public List<JsonElement> Images { get; } = [];

    public List<JsonElement> Annotations { get; } = [];

    /// <summary>Whether sound arrived that is no base64.</summary>
    public bool IsAudioDamaged { get; private set; }

    public void AddImage(JsonElement image)
    {
        if (image.ValueKind != JsonValueKind.Object || !image.TryGetProperty("index", out var index) || !index.TryGetIndex(out var key))
        {
            Images.Add(image);
            return;
        }

        if (_imagePositions.TryGetValue(key, out var position))
        {
            Images[position] = image;
            return;
        }

        _imagePositions[key] = Images.Count;
        Images.Add(image);
    }

    public void AddAudio(string? id, string base64, string transcript)
    {
        _audioId ??= id;
        _transcript.Append(transcript);
        if (base64.Length == 0)
        {
            return;
        }

        // Each piece is base64 of its own; a piece that was cut elsewhere is finished by the next one.
        var text = _rest + base64;
        var whole = text.Length / 4 * 4;
        _rest = text[whole..];
        _sound ??= new ArrayBufferWriter<byte>();
        if (Convert.TryFromBase64Chars(text.AsSpan(0, whole), _sound.GetSpan(whole), out var written))
        {
            _sound.Advance(written);
            return;
        }

        IsAudioDamaged = true;
    }

    public AnswerAudio? Audio() => _sound is null && _transcript.Length == 0 && _audioId is null
        ? null
        : new AnswerAudio(_audioId, _sound?.WrittenMemory.ToArray() ?? default, _transcript.ToString());
}
