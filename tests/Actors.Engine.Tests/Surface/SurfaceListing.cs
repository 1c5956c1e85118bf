using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Actors.Engine.Tests.Surface;

/// <summary>
/// What an assembly shows to others, one fact a line, sorted: a type with its kind, what it stands on, and each public or protected member
/// that it declares, with parameter names and defaults, because callers may use those too.
/// </summary>
internal static class SurfaceListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(params IEnumerable<Assembly> assemblies) => [.. assemblies
        .SelectMany(assembly => assembly.GetTypes()).Where(IsVisible).SelectMany(Facts).Distinct().Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Facts(Type type)
    {
        var name = TypeName.Of(type);
        yield return $"{name} is {Kind(type)}{Bases(type)}";
        var members = type.IsEnum ? Values(type) : IsDelegate(type) ? [Signature(type.GetMethod("Invoke")!)] : Members(type);
        foreach (var member in members) yield return $"{name} has {member}";
    }

    private static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!));

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : IsDelegate(type) ? "delegate"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static string Bases(Type type)
    {
        if (type.IsEnum || IsDelegate(type)) return "";
        var parent = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? [TypeName.Of(b)] : Array.Empty<string>();
        var interfaces = type.GetInterfaces().Where(i => IsVisible(i.IsGenericType ? i.GetGenericTypeDefinition() : i))
            .Select(TypeName.Of).Order(StringComparer.Ordinal);
        var all = string.Join(", ", parent.Concat(interfaces));
        return all.Length == 0 ? "" : " : " + all;
    }

    private static IEnumerable<string> Values(Type type) => Enum.GetNames(type)
        .Select(value => $"{value} = {Convert.ToInt64(Enum.Parse(type, value), CultureInfo.InvariantCulture)}");

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors(Declared).Where(IsOpen).Select(c => $"{Modifiers(c)}constructor({Parameters(c)})"),
        .. type.GetMethods(Declared).Where(m => IsOpen(m) && !IsAccessor(m) && !m.Name.Contains('<')).Select(Signature),
        .. type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsOpen)).Select(Signature),
        .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Signature),
        .. type.GetEvents(Declared).Where(e => IsOpen(e.AddMethod!))
            .Select(e => $"{Modifiers(e.AddMethod!)}event {e.Name} : {TypeName.Of(e.EventHandlerType!)}"),
    ];

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        var extended = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Modifiers(method)}{method.Name}{generic}({extended}{Parameters(method)}) : {TypeName.Of(method.ReturnType)}";
    }

    private static string Signature(FieldInfo field)
    {
        var modifiers = (field.IsPublic ? "" : "protected ") + (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{modifiers}field {field.Name} : {TypeName.Of(field.FieldType)}";
    }

    private static string Signature(PropertyInfo property)
    {
        var open = property.GetAccessors(true).Where(IsOpen).ToList();
        var parameters = string.Join(", ", property.GetIndexParameters().Select(p => $"{TypeName.Of(p.ParameterType)} {p.Name}"));
        var index = parameters.Length > 0 ? $"[{parameters}]" : "";
        var access = string.Join(" ", open.Select(accessor => accessor == property.GetMethod ? "get" : IsInit(accessor) ? "init" : "set"));
        return $"{Modifiers(open[0])}{property.Name}{index} : {TypeName.Of(property.PropertyType)} {{ {access} }}";
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic) return access + "static ";
        if (method.DeclaringType!.IsInterface || !method.IsVirtual) return access;
        var overrides = method is MethodInfo info && info.GetBaseDefinition() != info;
        return access + (method.IsAbstract, method.IsFinal, overrides) switch
        {
            (true, _, _) => "abstract ",
            (_, true, true) => "sealed override ",
            (_, true, false) => "", // implements an interface, and no more
            (_, false, true) => "override ",
            _ => "virtual ",
        };
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var kind = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "";
        return $"{kind}{TypeName.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }));

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
