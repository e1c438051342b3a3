using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>Values of every kind and nesting, decided by the numbers that are drawn.</summary>
internal static class RandomJson
{
    private const int MaxDepth = 6;

    private static readonly double[] Doubles = [0, -0.0, 1, 0.1, 1e15, 1e16, 1e21, 1e-5, 1.5e-7, double.MaxValue, double.Epsilon, double.MinValue, 1.0 / 3];

    private static readonly decimal[] Decimals = [0m, 0.10m, 1.000m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m];

    private static readonly JsonElement[] Elements = [.. new[] { "null", "1.50", "{ \"a\" : [ 1 ] }", "\"\\u00e9<\"", "[]" }.Select(static json => JsonDocument.Parse(json).RootElement)];

    public static void Write(BothWriters writer, Random random, int depth)
    {
        switch (random.Next(depth < MaxDepth ? 14 : 10))
        {
            case 0: writer.Text(Text(random)); break;
            case 1: writer.Number(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)); break;
            case 2: writer.Number(Doubles[random.Next(Doubles.Length)]); break;
            case 3: writer.Number(BitConverter.Int64BitsToDouble(random.NextInt64()) is var any && double.IsFinite(any) ? any : random.NextDouble()); break;
            case 4: writer.Number(Decimals[random.Next(Decimals.Length)]); break;
            case 5: writer.Time(Time(random)); break;
            case 6: writer.Id(new Guid(Bytes(random, 16))); break;
            case 7: writer.Bytes(Bytes(random, random.Next(40))); break;
            case 8: writer.Flag(random.Next(3) switch { 0 => null, 1 => true, _ => false }); break;
            case 9: writer.Raw(Elements[random.Next(Elements.Length)]); break;
            case < 12: Many(writer, random, depth, isObject: false); break;
            default: Many(writer, random, depth, isObject: true); break;
        }
    }

    private static void Many(BothWriters writer, Random random, int depth, bool isObject)
    {
        writer.Start(isObject);
        for (var count = random.Next(8); count > 0; count--)
        {
            if (isObject && random.Next(2) == 0)
            {
                writer.Name(Text(random));
            }
            else if (isObject)
            {
                writer.Utf8Name(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text(random))));
            }

            Write(writer, random, depth + 1);
        }

        writer.End(isObject);
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(random.Next(20) == 0 ? 1200 : 30); count > 0; count--)
        {
            text.Append(random.Next(6) switch { 0 => (char)random.Next(0x10000), 1 => (char)random.Next(0x80), 2 => "\"\\\n\ud83d\ude00é中"[random.Next(7)], _ => (char)random.Next('a', 'z') });
        }

        return text.ToString();
    }

    /// <summary>Times with all digits of a second, few, or none.</summary>
    private static DateTimeOffset Time(Random random)
    {
        var step = random.Next(3) switch { 0 => 1, 1 => TimeSpan.TicksPerMillisecond * 10, _ => TimeSpan.TicksPerSecond };
        var ticks = random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(ticks - (ticks % step), TimeSpan.FromMinutes(random.Next(-840, 841)));
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
