using System.Reflection;
using System.Text.Json;
using OpenRouter.Core;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Calls the methods of an emitted client, as a consumer would, against a service that records.</summary>
internal sealed class LiveCall
{
    private readonly LiveClient _live;
    private readonly object _client;

    private LiveCall(LiveClient live, object client, RecordingHandler handler)
    {
        _live = live;
        _client = client;
        Handler = handler;
    }

    public RecordingHandler Handler { get; }

    public SentRequest Sent => Handler.Requests[^1];

    /// <summary>The client of a small document, loaded.</summary>
    public static LiveCall Of(GeneratorRun run, params string[] answers) => Of(run, new RecordingHandler(answers));

    public static LiveCall Of(GeneratorRun run, RecordingHandler handler)
    {
        var live = LiveClient.Load(run);
        var client = Activator.CreateInstance(live.Type("SmallClient"), new OpenRouterClientOptions { ApiKey = "sk-or-v1-test", Handler = handler })!;
        return new LiveCall(live, client, handler);
    }

    /// <summary>The methods of all groups that have the name.</summary>
    public MethodInfo Method(string name) => Find(name).Method;

    public IEnumerable<string> Methods => Groups().SelectMany(static group => group.Type.GetMethods()).Select(static method => method.Name);

    /// <summary>Calls a method and waits for its answer. Texts that begin with an at sign are JSON of the type that the parameter has.</summary>
    public async Task<object?> SendAsync(string name, params object?[] arguments)
    {
        var result = Call(name, arguments);
        if (result is not Task task)
        {
            return result;
        }

        await task;
        return task.GetType().GetProperty("Result") is { } value && value.PropertyType.Name != "VoidTaskResult" ? value.GetValue(task) : null;
    }

    public object? Call(string name, params object?[] arguments)
    {
        var (group, method) = Find(name);
        var parameters = method.GetParameters();
        var values = parameters.Select((parameter, i) => i < arguments.Length ? Convert(arguments[i], parameter.ParameterType) : parameter.HasDefaultValue ? Default(parameter) : null);
        try
        {
            return method.Invoke(group, [.. values]);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    /// <summary>The optional parameters of an operation, with one set.</summary>
    public object Options(string type, string property, object? value)
    {
        var options = Activator.CreateInstance(_live.Type(type))!;
        var target = options.GetType().GetProperty(property) ?? throw new ArgumentException($"{type} has no {property}.", nameof(property));
        target.SetValue(options, Convert(value, target.PropertyType));
        return options;
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private object? Convert(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is string text && text.StartsWith('@') && type != typeof(string))
        {
            return type == typeof(JsonElement) ? JsonDocument.Parse(text[1..]).RootElement.Clone() : _live.Parse(type.Name, text[1..]);
        }

        if (value is null || type.IsInstanceOfType(value))
        {
            return value;
        }

        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(method => method.Name == "op_Implicit" && method.GetParameters()[0].ParameterType.IsInstanceOfType(value) && method.ReturnType == type);
        return conversion is not null ? conversion.Invoke(null, [value]) : System.Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);
    }

    private (object Group, MethodInfo Method) Find(string name)
    {
        foreach (var (group, type) in Groups())
        {
            if (type.GetMethod(name) is { } method)
            {
                return (group, method);
            }
        }

        throw new ArgumentException($"No method {name}; there are {string.Join(", ", Methods)}.", nameof(name));
    }

    private IEnumerable<(object Group, Type Type)> Groups() =>
        _client.GetType().GetProperties()
            .Where(static property => property.PropertyType.Name.EndsWith("Api", StringComparison.Ordinal))
            .Select(property => (property.GetValue(_client)!, property.PropertyType));
}
