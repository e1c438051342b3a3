using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts images, annotations and sound together.</summary>
internal sealed class MediaAssembly(AnswerBudget budget)
{
    private readonly Dictionary<long, Place> _indexed = [];
    private readonly StringBuilder _transcript = new();
    private SoundAssembly? _sound;
    private string? _audioId;

    public List<JsonElement> Images { get; } = [];

    public List<JsonElement> Annotations { get; } = [];

    /// <summary>Whether sound arrived that is no base64.</summary>
    public bool IsAudioDamaged => _sound?.IsDamaged == true;

    /// <summary>Whether the sound stops inside a character of base64.</summary>
    public bool IsAudioCut => _sound?.IsCut == true;

    /// <summary>Adds an image; one that carries an index takes the place of the earlier one of that index.</summary>
    public void AddImage(ReadOnlySpan<byte> json)
    {
        var size = Cost(json);
        if (!budget.Take(size))
        {
            return;
        }

        var image = RawJson.Parse(json);
        if (image.ValueKind != JsonValueKind.Object || !image.TryGetProperty("index", out var index) || !index.TryGetIndex(out var key))
        {
            Images.Add(image);
            return;
        }

        if (_indexed.TryGetValue(key, out var known))
        {
            budget.Give(known.Size);
            Images[known.Position] = image;
            known.Size = size;
            return;
        }

        _indexed[key] = new Place { Position = Images.Count, Size = size };
        Images.Add(image);
    }

    public void AddAnnotation(ReadOnlySpan<byte> json)
    {
        if (budget.Take(Cost(json)))
        {
            Annotations.Add(RawJson.Parse(json));
        }
    }

    public void AddAudio(string? id, string base64, string transcript)
    {
        if (_audioId is null && id is not null && budget.Take(id.Length))
        {
            _audioId = id;
        }

        if (budget.Take(transcript.Length))
        {
            _transcript.Append(transcript);
        }

        if (base64.Length > 0 && budget.Take(base64.Length))
        {
            (_sound ??= new SoundAssembly()).Append(base64);
        }
    }

    public AnswerAudio? Audio() => _sound is null && _transcript.Length == 0 && _audioId is null
        ? null
        : new AnswerAudio(_audioId, _sound?.ToArray(), JsonText.Whole(_transcript));

    private static long Cost(ReadOnlySpan<byte> json) => AnswerBudget.EntryCost + json.Length;

    /// <summary>Where an image stands, and what it cost. A class: a dictionary of structs is compiled anew for each.</summary>
    private sealed class Place
    {
        public required int Position { get; init; }

        public required long Size { get; set; }
    }
}
