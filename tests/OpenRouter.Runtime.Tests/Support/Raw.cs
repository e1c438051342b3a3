using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>An element as a model.</summary>
internal sealed record Raw(JsonElement Element) : IJsonWritable, IJsonReadable<Raw>
{
    public static Raw Of(string json) => JsonModel.Parse<Raw>(json);

    public static Raw ReadFrom(ref JsonReader reader) => new(JsonRead.Element(ref reader));

    public void WriteTo(JsonWriter writer) => JsonWrite.Element(writer, Element);
}
