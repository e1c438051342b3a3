using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;
using OpenRouter.Core;
using OpenRouter.Models;

namespace OpenRouter.Generated.Tests.Refit;

/// <summary>The sources of the package compile in any project, also in several that reference each other, and do what they say.</summary>
public sealed class RefitPackageTests
{
    [Theory]
    [InlineData(false, "ValueTask")]
    [InlineData(true, "ValueTask")]
    [InlineData(false, "Task")]
    public void Sources_InAnyProject_CompileWithoutAWord(bool isPublic, string task)
    {
        Assert.Empty(RefitSources.Messages(RefitSources.Project("App", isPublic, [], RefitSources.Refit(task))));
    }

    [Fact]
    public void Library_ThatCompilesThemToo_DoesNotDisturbTheApplication()
    {
        const string Use = "/// <summary>Uses.</summary>\npublic class Use { private readonly OpenRouter.Refit.IChatRefit chat = null!; /// <inheritdoc/>\npublic override string ToString() => chat.ToString()!; }";
        var refit = RefitSources.Refit();
        var library = RefitSources.ToReference(RefitSources.Project("Library", isPublic: false, [], refit));

        Assert.Empty(RefitSources.Messages(RefitSources.Project("App", isPublic: false, ["#nullable enable\n" + Use], refit, library)));
    }

    [Fact]
    public void Library_ThatShowsThem_ServesAnApplicationThatDoesNotCompileThem()
    {
        var refit = RefitSources.Refit();
        var library = RefitSources.ToReference(RefitSources.Project("Library", isPublic: true, ["public class Service { public void Take(OpenRouter.Refit.IChatRefit chat) { } }"], refit));

        Assert.Empty(RefitSources.Messages(RefitSources.Plain("App", ["class App { static void Run(Service service, OpenRouter.Refit.IChatRefit chat) => service.Take(chat); }"], refit, library)));
    }

    [Fact]
    public void Targets_AddTheSourcesToTheProjectItselfAlone()
    {
        Assert.False(Directory.Exists(Path.Combine(RefitSources.Package, "buildTransitive")));
        var targets = XDocument.Load(Path.Combine(RefitSources.Package, "build", "OpenRouter.Refit.targets"));
        var compiled = targets.Descendants("Compile").Select(static item => ((string)item.Attribute("Include")!).Split('/')[^1]).Order(StringComparer.Ordinal);
        var shipped = Directory.GetFiles(Path.Combine(RefitSources.Package, "source")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(shipped, compiled);
    }

    [Fact]
    public void Json_OfEveryMethod_IsKnownToTheContext()
    {
        var methods = Load().GetTypes().Where(static type => type.IsInterface).SelectMany(static type => type.GetMethods()).ToList();
        var types = methods.SelectMany(static method => method.GetParameters().Where(static parameter => parameter.GetCustomAttributesData().Any(static data => data.AttributeType.Name == "BodyAttribute")).Select(static parameter => parameter.ParameterType))
            .Concat(methods.Select(static method => method.ReturnType).Where(static type => type.IsGenericType).Select(static type => type.GenericTypeArguments[0]))
            .Where(static type => type != typeof(HttpResponseMessage) && type != typeof(string) && !typeof(Stream).IsAssignableFrom(type))
            .Distinct();

        Assert.True(methods.Count > 90);
        Assert.All(types, static type => Assert.NotNull(OpenRouterJsonContext.Default.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type)));
    }

    [Fact]
    public async Task Settings_TurnAnErrorIntoOurException()
    {
        var settings = CreateSettings("sk-or-v1-refit");
        using var failed = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("""{"error":{"message":"Slow down"}}""") };
        using var fine = new HttpResponseMessage(HttpStatusCode.OK);

        var thrown = Assert.IsType<OpenRouterException>(await (ValueTask<Exception?>)settings.ExceptionFactory(failed));
        var none = await (ValueTask<Exception?>)settings.ExceptionFactory(fine);

        Assert.Equal(429, thrown.StatusCode);
        Assert.Contains("Slow down", thrown.Message, StringComparison.Ordinal);
        Assert.Null(none);
    }

    [Fact]
    public async Task Settings_GiveKeyAndJson()
    {
        var settings = CreateSettings(" sk-or-v1-refit ");

        Assert.Equal("sk-or-v1-refit", await (ValueTask<string>)settings.AuthorizationHeaderValueGetter(new HttpRequestMessage(), CancellationToken.None));
        Assert.Same(OpenRouterJsonContext.Default.Options, settings.ContentSerializer.Options);
        Assert.Null(CreateSettings(null).AuthorizationHeaderValueGetter);
        Assert.IsType<ArgumentException>(Assert.Throws<TargetInvocationException>(() => CreateSettings("two words")).InnerException);
    }

    private static dynamic CreateSettings(string? key)
        => Load().GetType("OpenRouter.Refit.OpenRouterRefit")!.GetMethod("CreateSettings", [typeof(string), typeof(OpenRouterClientOptions)])!.Invoke(null, [key, null])!;

    private static Assembly Load()
    {
        var refit = RefitSources.Emit(RefitSources.RefitAssembly());
        var context = new AssemblyLoadContext("Refit", isCollectible: true);
        context.LoadFromStream(new MemoryStream(refit));
        return context.LoadFromStream(new MemoryStream(RefitSources.Emit(RefitSources.Project("App", isPublic: true, [], Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(refit)))));
    }
}
