using Mono.Cecil;

using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>Copies of the assemblies of other clients to which our annotations were added: the same names and signatures, known to the rules.</summary>
internal static class AnnotatedClients
{
    private static readonly string[] s_assemblies =
    [
        "OpenAI", "System.ClientModel", "Microsoft.Extensions.AI", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI.OpenAI",
        "Microsoft.SemanticKernel.Abstractions", "Microsoft.SemanticKernel.Core", "Betalgo.Ranul.OpenAI", "Betalgo.Ranul.OpenAI.Contracts",
    ];

    public static IEnumerable<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in s_assemblies)
        {
            var source = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            if (!File.Exists(source))
            {
                Console.WriteLine(name + ".dll is not there");
                continue;
            }

            using var assembly = AssemblyDefinition.ReadAssembly(source);
            var added = 0;
            foreach (var type in assembly.MainModule.GetTypes())
            {
                added += Annotate(type);
            }

            var target = Path.Combine(folder, name + ".dll");
            assembly.Write(target);
            Console.WriteLine($"{name}: {added} annotations");
            yield return target;
        }
    }

    private static int Annotate(TypeDefinition type)
    {
        var added = 0;
        foreach (var (member, annotation, named) in ClientMarks.Of(type.FullName))
        {
            if (member.Length == 0)
            {
                added += Add(type, type.Module, annotation, named);
                continue;
            }

            // "Method(parameter)" marks a parameter, a plain name a property or every method of that name.
            var parts = member.Split('(', ')');
            if (parts.Length > 1)
            {
                added += type.Methods.Where(method => method.Name == parts[0])
                    .SelectMany(method => method.Parameters)
                    .Where(parameter => parameter.Name == parts[1])
                    .Sum(parameter => Add(parameter, type.Module, annotation, named));
                continue;
            }

            added += type.Properties.Where(property => property.Name == member).Sum(property => Add(property, type.Module, annotation, named));
            added += type.Methods.Where(method => method.Name == member).Sum(method => Add(method, type.Module, annotation, named));
        }

        return added;
    }

    private static int Add(ICustomAttributeProvider target, ModuleDefinition module, Type annotation, (string Name, object Value)? named)
    {
        var values = annotation == typeof(ValueRangeAttribute) ? [0.0, 2.0] : Array.Empty<object>();
        var constructor = module.ImportReference(annotation.GetConstructors()[0]);
        var attribute = new CustomAttribute(constructor);
        foreach (var value in values)
        {
            attribute.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.Double, value));
        }

        if (named is { } setting)
        {
            attribute.Properties.Add(new Mono.Cecil.CustomAttributeNamedArgument(setting.Name, new CustomAttributeArgument(module.TypeSystem.Boolean, setting.Value)));
        }

        target.CustomAttributes.Add(attribute);
        return 1;
    }
}
