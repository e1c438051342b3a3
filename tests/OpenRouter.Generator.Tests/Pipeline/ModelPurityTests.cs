using System.Reflection;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Pipeline;

public sealed class ModelPurityTests
{
    [Fact]
    public void Model_ReachesOnlyValuesThatCompareByValue()
    {
        var seen = new HashSet<Type>();
        var pending = new Queue<Type>([typeof(ApiModel)]);
        while (pending.TryDequeue(out var type))
        {
            if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
            {
                continue;
            }

            Assert.True(type.Namespace!.StartsWith("OpenRouter.Generator", StringComparison.Ordinal), $"{type} is held by a model.");
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>))
            {
                pending.Enqueue(type.GetGenericArguments()[0]);
                continue;
            }

            Assert.True(type.GetMethod("<Clone>$") is not null || type.IsValueType, $"{type} is no record.");
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            {
                pending.Enqueue(field.FieldType);
            }
        }

        Assert.True(seen.Count > 20);
    }

    /// <summary>The types may promise what the objects do not keep: this walks the real models of the whole document.</summary>
    [Fact]
    public void CachedValues_HoldNoTreeNoTextAndNoCompilation()
    {
        var run = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings);
        var names = typeof(PipelineSteps).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(static field => (string)field.GetValue(null)!);
        var pending = new Stack<object>(names.SelectMany(name => run.Result.TrackedSteps[name]).SelectMany(static step => step.Outputs).Select(static output => output.Value));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        while (pending.TryPop(out var value))
        {
            var type = value.GetType();
            if (type.IsPrimitive || type.IsEnum || value is string || (!type.IsValueType && !seen.Add(value)))
            {
                continue;
            }

            Assert.False(value is Delegate or OpenRouter.Generator.Text.Node or OpenRouter.Generator.OpenApi.Schema, $"{type} is kept between runs.");
            Assert.False(type.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type} is kept between runs.");
            foreach (var part in value is Array array ? array.Cast<object?>() : type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(field => field.GetValue(value)))
            {
                if (part is not null)
                {
                    pending.Push(part);
                }
            }
        }

        Assert.True(seen.Count > 5000, $"only {seen.Count} objects were seen");
    }
}
