using System.Diagnostics.CodeAnalysis;

namespace OpenRouter.Runtime.Json;

/// <summary>What a required member answers when the JSON did not have it.</summary>
public static class JsonMember
{
    /// <summary>Throws: the member was not in the JSON that was read, so there is no value to give.</summary>
    /// <typeparam name="T">The type of the member, so that a getter can end in this call.</typeparam>
    /// <param name="type">The C# name of the type.</param>
    /// <param name="member">The name of the member on the wire.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [DoesNotReturn]
    public static T Missing<T>(string type, string member)
        => throw new InvalidOperationException(
            $"The member '{member}' of {type} was not in the JSON that was read. The service left it out; look at the other members before using it.");
}
