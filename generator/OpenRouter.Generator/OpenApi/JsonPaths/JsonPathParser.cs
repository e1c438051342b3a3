using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Parses queries and their segments (RFC 9535, section 2.5).</summary>
internal static class JsonPathParser
{
    /// <exception cref="JsonPathException">The text is no query.</exception>
    public static JsonPath Parse(string text)
    {
        var input = new JsonPathText(text);
        if (!input.TryTake("$"))
        {
            throw input.Error("it must start with '$'");
        }

        var path = ParseSegments(input, depth: 0);
        return input.IsAtEnd ? path : throw input.Error("'.', '[' or the end is expected");
    }

    /// <summary>The segments behind <c>$</c> or <c>@</c>; blanks behind the last one are left for the caller.</summary>
    public static JsonPath ParseSegments(JsonPathText input, int depth)
    {
        var segments = new List<JsonPathSegment>();
        while (true)
        {
            input.SkipBlanks();
            if (input.TryTake(".."))
            {
                segments.Add(input.Next == '[' ? ParseBrackets(input, descends: true, depth) : ParseShorthand(input, descends: true));
            }
            else if (input.TryTake("."))
            {
                segments.Add(ParseShorthand(input, descends: false));
            }
            else if (input.Next == '[')
            {
                segments.Add(ParseBrackets(input, descends: false, depth));
            }
            else
            {
                return new JsonPath(segments);
            }
        }
    }

    private static JsonPathSegment ParseShorthand(JsonPathText input, bool descends) =>
        input.TryTake("*")
            ? new JsonPathSegment(descends, false, [JsonPathSelectors.Wildcard])
            : new JsonPathSegment(descends, !descends, [JsonPathSelectors.Name(input.TakeName())]);

    private static JsonPathSegment ParseBrackets(JsonPathText input, bool descends, int depth)
    {
        input.Take("[");
        var selectors = new List<JsonPathSelector>();
        var isSingular = !descends;
        do
        {
            input.SkipBlanks();
            selectors.Add(ParseSelector(input, depth, ref isSingular));
            input.SkipBlanks();
        }
        while (input.TryTake(","));
        input.Take("]");
        return new JsonPathSegment(descends, isSingular && selectors.Count == 1, selectors);
    }

    private static JsonPathSelector ParseSelector(JsonPathText input, int depth, ref bool isSingular)
    {
        if (input.Next is '\'' or '"')
        {
            return JsonPathSelectors.Name(input.TakeQuoted());
        }

        if (input.TryTake("*"))
        {
            isSingular = false;
            return JsonPathSelectors.Wildcard;
        }

        if (input.TryTake("?"))
        {
            isSingular = false;
            return JsonPathSelectors.Filter(JsonPathFilterParser.Parse(input, depth));
        }

        var start = input.TakeInteger();
        input.SkipBlanks();
        if (!input.TryTake(":"))
        {
            return start is { } index ? JsonPathSelectors.Index(index) : throw input.Error("a name in quotes, an index, '*', ':' or '?' is expected");
        }

        isSingular = false;
        input.SkipBlanks();
        var end = input.TakeInteger();
        input.SkipBlanks();
        if (!input.TryTake(":"))
        {
            return JsonPathSelectors.Slice(start, end, 1);
        }

        input.SkipBlanks();
        return JsonPathSelectors.Slice(start, end, input.TakeInteger() ?? 1);
    }
}
