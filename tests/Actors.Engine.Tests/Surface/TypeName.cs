namespace Actors.Engine.Tests.Surface;

/// <summary>A type's name as a person writes it, namespace and arguments included: System.Func&lt;T, System.Object&gt;.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        if (type.IsByRef) return "ref " + Of(type.GetElementType()!);
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value) + "?";

        var arguments = type.GetGenericArguments();
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var own = arguments[inherited..];
        var name = type.Name.Split('`')[0] + (own.Length > 0 ? $"<{string.Join(", ", own.Select(Of))}>" : "");
        return type.DeclaringType is { } outer ? $"{Of(outer)}.{name}" : type.Namespace is { } space ? $"{space}.{name}" : name;
    }
}
