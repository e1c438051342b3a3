using System;
using System.Linq;

namespace OpenRouter.Generator.Api;

/// <summary>Lists the types that travel both ways: the context can read and write each of them.</summary>
internal static class JsonContextBuilder
{
    public static JsonContextModel Build(string rootNamespace, string clientName, DirectedTypes types)
    {
        var stem = clientName.EndsWith("Client", StringComparison.Ordinal) ? clientName.Substring(0, clientName.Length - 6) : clientName;
        var both = types.Objects.Where(static item => item.IsRead && item.IsWritten).Select(static item => (item.Name, item.Namespace))
            .Concat(types.Unions.Where(static item => item.IsRead && item.IsWritten).Select(static item => (item.Name, item.Namespace)))
            .OrderBy(static item => item.Name, StringComparer.Ordinal)
            .ToList();
        return new JsonContextModel(
            rootNamespace + ".Models",
            stem + "JsonContext",
            new EquatableList<string>(both.Select(static item => item.Namespace).Where(name => name != rootNamespace + ".Models").Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)),
            new EquatableList<string>(both.Select(static item => item.Name)));
    }
}
