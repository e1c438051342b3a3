using System.Numerics;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Finds which of several sets of member names fits an object best. The sets are one text, parted by semicolons, the names by
/// bars; a name begins with ! when the member must be there, with ? when it may be.
/// </summary>
internal static class JsonShapes
{
    /// <summary>The place of the set that fits best; -1 when none fits, or when several fit equally well and one alone is wanted.</summary>
    public static int Find(JsonReader reader, scoped ReadOnlySpan<byte> shapes, bool only)
    {
        var count = shapes.Count((byte)';') + 1;
        Span<ulong> found = count <= 64 ? stackalloc ulong[count] : new ulong[count];
        while (JsonMembers.Next(ref reader, out var name))
        {
            var rest = shapes;
            for (var i = 0; i < count; i++)
            {
                found[i] |= Bit(Cut(ref rest, (byte)';'), name);
            }

            JsonRead.Skip(ref reader);
        }

        return Best(shapes, found, only);
    }

    private static int Best(ReadOnlySpan<byte> shapes, ReadOnlySpan<ulong> found, bool only)
    {
        var best = (Place: -1, Found: -1, Required: -1);
        var isTie = false;
        for (var i = 0; i < found.Length; i++)
        {
            var required = Required(Cut(ref shapes, (byte)';'));
            if ((found[i] & required) != required)
            {
                continue;
            }

            var (all, must) = (BitOperations.PopCount(found[i]), BitOperations.PopCount(required));
            if (all > best.Found || (all == best.Found && must > best.Required))
            {
                best = (i, all, must);
                isTie = false;
            }
            else
            {
                isTie |= (all, must) == (best.Found, best.Required);
            }
        }

        return only && isTie ? -1 : best.Place;
    }

    /// <summary>The bit of a name in a set; names behind the 64th are not told apart from absent ones.</summary>
    private static ulong Bit(ReadOnlySpan<byte> shape, ReadOnlySpan<byte> name)
    {
        for (var bit = 1UL; bit != 0 && !shape.IsEmpty; bit <<= 1)
        {
            if (Cut(ref shape, (byte)'|')[1..].SequenceEqual(name))
            {
                return bit;
            }
        }

        return 0;
    }

    private static ulong Required(ReadOnlySpan<byte> shape)
    {
        var required = 0UL;
        for (var bit = 1UL; bit != 0 && !shape.IsEmpty; bit <<= 1)
        {
            if (Cut(ref shape, (byte)'|')[0] == (byte)'!')
            {
                required |= bit;
            }
        }

        return required;
    }

    private static ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> rest, byte separator)
    {
        var end = rest.IndexOf(separator);
        var part = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return part;
    }
}
