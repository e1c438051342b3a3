using System.Globalization;

namespace OpenRouter.Testing.Service;

/// <summary>Hands out ids and times of creation: always the same, in the same order.</summary>
internal sealed class GenerationIds
{
    public const long FirstCreated = 1_767_225_600;
    private long _count;

    public (string Id, long Created) Next()
    {
        var number = Interlocked.Increment(ref _count);
        var created = FirstCreated + number;
        return (string.Create(CultureInfo.InvariantCulture, $"gen-{created}-Emulated{number:D12}"), created);
    }
}
