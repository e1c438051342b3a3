using System.Collections;
using System.Globalization;
using OpenRouter.Native.Checking;

namespace Xunit;

/// <summary>What the linked files and the sections compare with; no framework of tests runs in a native program.</summary>
internal static class Assert
{
    public static void Equal<T>(T expected, T found) => Compare(expected, found);

    public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> found) => Compare(expected, found);

    public static void True(bool found) => Equal(true, found);

    public static void Contains(string expected, string found)
    {
        if (!found.Contains(expected, StringComparison.Ordinal))
        {
            throw new CheckFailedException($"… {expected} …", found);
        }
    }

    /// <summary>The exception of a call; another type than this one fails, and so does none.</summary>
    public static async Task<TException> ThrowsAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        var thrown = await ThrowsAnyAsync<TException>(call);
        Equal(typeof(TException), thrown.GetType());
        return thrown;
    }

    /// <summary>The exception of a call, of this type or of one that is derived from it.</summary>
    public static async Task<TException> ThrowsAnyAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException exception)
        {
            return exception;
        }
        catch (Exception exception)
        {
            throw new CheckFailedException(typeof(TException).Name, exception.ToString());
        }

        throw new CheckFailedException(typeof(TException).Name, "no exception");
    }

    /// <summary>Sequences are the same when their items are, whatever holds them.</summary>
    private static void Compare(object? expected, object? found)
    {
        var isSame = (expected, found) is (IEnumerable and not string, IEnumerable and not string)
            ? Items(expected).SequenceEqual(Items(found))
            : Equals(expected, found);
        if (!isSame)
        {
            throw new CheckFailedException(Print(expected), Print(found));
        }
    }

    private static IEnumerable<object?> Items(object? sequence) => ((IEnumerable)sequence!).Cast<object?>();

    private static string Print(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable => $"[{string.Join(", ", Items(value).Select(Print))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
