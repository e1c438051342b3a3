using System.Reflection;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Emitted code, compiled and loaded, so that tests can see it work.</summary>
internal sealed class LiveClient
{
    private readonly Assembly _assembly;

    private LiveClient(Assembly assembly) => _assembly = assembly;

    public static LiveClient Load(GeneratorRun run)
    {
        Assert.Empty(run.CompilerMessages());
        using var image = new MemoryStream();
        var result = run.Compile().Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return new LiveClient(Assembly.Load(image.ToArray()));
    }

    public IReadOnlyList<Type> Types => [.. _assembly.GetTypes().Where(static type => type.Namespace?.StartsWith("SmallAPI", StringComparison.Ordinal) == true)];

    public Type Type(string name) => _assembly.GetTypes().Single(type => type.Name == name);

    /// <summary>Reads JSON into the type of that name.</summary>
    public object Parse(string type, string json)
    {
        var method = typeof(JsonModel).GetMethods().Single(static candidate => candidate.Name == "Parse" && candidate.GetParameters()[0].ParameterType == typeof(string));
        try
        {
            return method.MakeGenericMethod(Type(type)).Invoke(null, [json])!;
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    public string RoundTrip(string type, string json) => Write(Parse(type, json));

    public static string Write(object model) => JsonModel.ToElement((IJsonWritable)model).GetRawText();

    public static object? Get(object model, string property) => model.GetType().GetProperty(property)!.GetValue(model);

    /// <summary>The simple name of the case that a union read from JSON holds.</summary>
    public string CaseOf(string union, string json) => Get(Parse(union, json), "Value")!.GetType().Name;
}
