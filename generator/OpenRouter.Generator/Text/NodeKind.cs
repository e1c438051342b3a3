namespace OpenRouter.Generator.Text;

/// <summary>The JSON kind of a node; YAML scalars are resolved to it by the YAML 1.2 core schema.</summary>
internal enum NodeKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
