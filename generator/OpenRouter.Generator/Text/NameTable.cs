namespace OpenRouter.Generator.Text;

/// <summary>Gives the same string for the same member name: a document has few names and repeats them ten thousand times.</summary>
internal sealed class NameTable
{
    private const int Size = 1024;

    private readonly string?[] _names = new string?[Size];

    public string Take(string text, int start, int length)
    {
        uint hash = (uint)length;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash * 31) + text[i];
        }

        ref var slot = ref _names[hash % Size];
        if (slot is null || slot.Length != length || string.CompareOrdinal(text, start, slot, 0, length) != 0)
        {
            slot = text.Substring(start, length);
        }

        return slot;
    }
}
