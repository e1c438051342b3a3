using System;
using System.Globalization;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Carries the first mistake of a query out of its parser; caught by <see cref="JsonPath.Parse"/> and never beyond.</summary>
internal sealed class JsonPathException : Exception
{
    public JsonPathException(string message, int offset)
        : base(string.Format(CultureInfo.InvariantCulture, "{0} (at offset {1})", message, offset))
    {
    }
}
