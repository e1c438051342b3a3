using System.Reflection;
using OpenRouter.Api;
using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>Every operation with pages hands them out one item after the other.</summary>
public sealed class PagingTests
{
    private const string Empty = """{"data":[],"total_count":900}""";

    /// <summary>The methods that enumerate pages, by group.</summary>
    public static TheoryData<string, string> Methods() =>
        [.. Groups().SelectMany(static group => group.PropertyType.GetMethods()
            .Where(static method => method.Name.EndsWith("AllAsync", StringComparison.Ordinal) && method.ReturnType.Name == "IAsyncEnumerable`1")
            .Select(method => (group.Name, method.Name)))];

    [Fact]
    public void Operations_WithPages_AreTwentyOne() => Assert.Equal(21, Methods().Count);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Operation_WithPages_StopsAtTheEmptyOne(string group, string name)
    {
        // The total is wrong on purpose: it may change meanwhile, so that it says nothing.
        var service = new PagedService("""{"_shape":"openrouter","data":[{},{}],"total_count":1,"cursor":"next","has_more":true}""", """{"_shape":"openrouter","data":[{}],"total_count":1,"cursor":"last","has_more":true}""", """{"_shape":"openrouter","data":[],"has_more":false}""");
        var method = Groups().Single(property => property.Name == group).PropertyType.GetMethod(name)!;
        var arguments = method.GetParameters().Select(static parameter =>
            parameter.ParameterType == typeof(string) ? "x" : parameter.ParameterType == typeof(Guid) ? Guid.Empty
            : parameter.HasDefaultValue && parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : (object?)null).ToArray();
        var optional = Array.FindIndex(method.GetParameters(), static parameter => parameter.Name == "parameters");
        if (method.GetParameters()[optional].ParameterType is var type && type.GetProperty("Limit") is { } limit)
        {
            arguments[optional] = Activator.CreateInstance(type)!;
            limit.SetValue(arguments[optional], 2L);
        }

        var pages = method.Invoke(Groups().Single(property => property.Name == group).GetValue(service.Client), arguments);
        var counting = typeof(PagingTests).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(method.ReturnType.GetGenericArguments());
        var count = await (Task<int>)counting.Invoke(null, [pages])!;

        Assert.Equal(3, count);
        Assert.Equal(3, service.Asked.Count);
        Assert.All(service.Asked, asked => Assert.Equal(type.GetProperty("Limit") is not null, asked.Contains("limit=2", StringComparison.Ordinal)));
        Assert.Contains(type.GetProperty("Cursor") is null ? "offset=3" : "cursor=last", service.Asked[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_WithoutALimit_ComeAtOnce()
    {
        var service = new PagedService("""{"data":[{"id":"a/b"},{"id":"a/c"}]}""");

        var ids = new List<string>();
        await foreach (var model in service.Client.Models.ListModelsAllAsync(new ListModelsParameters { Q = "a" }, TestContext.Current.CancellationToken))
        {
            ids.Add(model.Id);
        }

        Assert.Equal(["a/b", "a/c"], ids);
        Assert.Equal(["/models?offset=0&q=a"], service.Asked);
    }

    [Fact]
    public async Task Keys_HaveNoLimit_AndAreAskedForUntilAPageIsEmpty()
    {
        var service = new PagedService("""{"data":[{"name":"one"}]}""", Empty);

        var names = new List<string>();
        await foreach (var key in service.Client.ApiKeys.ListKeys().WithIncludeDisabled(true).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            names.Add(key.Name);
        }

        Assert.Equal(["one"], names);
        Assert.Equal(["/keys?include_disabled=true&offset=0", "/keys?include_disabled=true&offset=1"], service.Asked);
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> pages)
    {
        var count = 0;
        await foreach (var item in pages)
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<PropertyInfo> Groups() =>
        typeof(OpenRouterClient).GetProperties().Where(static property => property.PropertyType is { IsInterface: true, Namespace: "OpenRouter.Api" });
}
