using System.Reflection;
using OpenRouter.Generator.Api;

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
}
