using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

public sealed class JsonWriteTests
{
    [Fact]
    public void Members_ThatAreNull_AreLeftOut()
    {
        Assert.Equal("{}", Write(static writer =>
        {
            JsonWrite.Start(writer);
            JsonWrite.Member(writer, "a"u8, (string?)null);
            JsonWrite.Member(writer, "b"u8, (bool?)null);
            JsonWrite.Member(writer, "c"u8, (int?)null);
            JsonWrite.Member(writer, "d"u8, (long?)null);
            JsonWrite.Member(writer, "e"u8, (double?)null);
            JsonWrite.Member(writer, "f"u8, (decimal?)null);
            JsonWrite.Member(writer, "g"u8, (DateTimeOffset?)null);
            JsonWrite.Member(writer, "h"u8, (Guid?)null);
            JsonWrite.Member(writer, "i"u8, (Uri?)null);
            JsonWrite.Member(writer, "j"u8, (byte[]?)null);
            JsonWrite.Member(writer, "k"u8, (JsonElement?)null);
            JsonWrite.Member(writer, "l"u8, (Text?)null);
            JsonWrite.Member(writer, "m"u8, (Choice?)null);
            JsonWrite.List(writer, "n"u8, (IReadOnlyList<Text>?)null);
            JsonWrite.Map(writer, "o"u8, (IReadOnlyDictionary<string, Text>?)null);
            JsonWrite.End(writer);
        }));
    }

    [Fact]
    public void Members_OfEveryKind_AreWrittenByTheirName()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        var time = new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(1));
        Assert.Equal(
            """{"a":"x","b":true,"c":-1,"d":9007199254740993,"e":0.5,"f":0.10,"g":"2026-11-23T08:30:00+01:00","h":"0f8fad5b-d9cb-469f-a165-70867728950e","i":"/relative?x","j":"AQI=","k":{"raw": 1.0},"l":"t","m":7,"n":["t"],"o":{"k":"t"}}""",
            Write(writer =>
            {
                JsonWrite.Start(writer);
                JsonWrite.Member(writer, "a"u8, "x");
                JsonWrite.Member(writer, "b"u8, true);
                JsonWrite.Member(writer, "c"u8, -1);
                JsonWrite.Member(writer, "d"u8, 9007199254740993L);
                JsonWrite.Member(writer, "e"u8, 0.5);
                JsonWrite.Member(writer, "f"u8, 0.10m);
                JsonWrite.Member(writer, "g"u8, time);
                JsonWrite.Member(writer, "h"u8, id);
                JsonWrite.Member(writer, "i"u8, new Uri("/relative?x", UriKind.Relative));
                JsonWrite.Member(writer, "j"u8, new byte[] { 1, 2 });
                JsonWrite.Member(writer, "k"u8, JsonDocument.Parse("""{"raw": 1.0}""").RootElement);
                JsonWrite.Member(writer, "l"u8, new Text("t"));
                JsonWrite.Member(writer, "m"u8, (Choice?)new Choice(7));
                JsonWrite.List(writer, "n"u8, [new Text("t")]);
                JsonWrite.Map(writer, "o"u8, new Dictionary<string, Text> { ["k"] = new("t") });
                JsonWrite.End(writer);
            }));
    }

    [Fact]
    public void Values_ThatAreNull_AreWrittenAsNull()
    {
        Assert.Equal("[null,null,null,null,null,null,null,null,null,null,null,null,null,null,null]", Write(static writer =>
        {
            writer.WriteStartArray();
            JsonWrite.Value(writer, (string?)null);
            JsonWrite.Value(writer, (bool?)null);
            JsonWrite.Value(writer, (int?)null);
            JsonWrite.Value(writer, (long?)null);
            JsonWrite.Value(writer, (double?)null);
            JsonWrite.Value(writer, (decimal?)null);
            JsonWrite.Value(writer, (DateTimeOffset?)null);
            JsonWrite.Value(writer, (Guid?)null);
            JsonWrite.Value(writer, (Uri?)null);
            JsonWrite.Value(writer, (byte[]?)null);
            JsonWrite.Value(writer, (JsonElement?)null);
            JsonWrite.Value(writer, (Text?)null);
            JsonWrite.Value(writer, (Choice?)null);
            JsonWrite.List(writer, (IReadOnlyList<Text>?)null);
            JsonWrite.Map(writer, (IReadOnlyDictionary<string, Text>?)null);
            writer.WriteEndArray();
        }));
    }

    [Fact]
    public void Union_OfWhatIsCommon_WritesWhatItHolds()
    {
        object[] held = [new Text("t"), JsonDocument.Parse("[1]").RootElement, "x", 1L, 0.5, true];

        Assert.Equal("""["t",[1],"x",1,0.5,true]""", Write(writer => JsonWrite.List(writer, held, static (target, item) => JsonUnion.Write(target, item, "Any"))));
    }

    [Fact]
    public void Union_ThatHoldsNothing_SaysItsName()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Write(static writer => JsonUnion.Write(writer, null, "ChatContent")));
        Assert.Contains("ChatContent", exception.Message, StringComparison.Ordinal);
    }

    private static string Write(Action<JsonWriter> write) => System.Text.Encoding.UTF8.GetString(JsonModel.Write(new JsonBody(write), JsonFormat.Wire));

    private sealed record Text(string Value) : IJsonWritable
    {
        public void WriteTo(JsonWriter writer) => writer.WriteStringValue(Value);
    }

    private readonly record struct Choice(int Value) : IJsonWritable
    {
        public void WriteTo(JsonWriter writer) => writer.WriteNumberValue(Value);
    }
}
