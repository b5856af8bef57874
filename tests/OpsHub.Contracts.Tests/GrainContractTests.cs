using System.Reflection;
using System.Text;
using OpsHub.Contracts.Commands;

namespace OpsHub.Contracts.Tests;

/// <summary>What silos of two versions say to each other: names of grains and methods, and the numbered members of what they carry.</summary>
public sealed class GrainContractTests
{
    private static readonly Type[] Types = typeof(CommandContext).Assembly.GetTypes();

    private static readonly List<Type> Interfaces = [.. Types.Where(t => t.IsInterface && t.IsAssignableTo(typeof(IAddressable))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static readonly List<Type> Carried = [.. Types.Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Fact]
    public void Every_grain_interface_and_method_has_an_alias_of_its_own()
    {
        Interfaces.ShouldNotBeEmpty();
        foreach (var grain in Interfaces)
        {
            Alias(grain).ShouldNotBeNull($"{grain.Name} has no alias");
            foreach (var method in grain.GetMethods())
                Alias(method).ShouldNotBeNull($"{grain.Name}.{method.Name} has no alias");
            grain.GetMethods().Select(Alias).ShouldBeUnique($"{grain.Name} has an alias twice");
        }

        Interfaces.Concat(Carried).Select(Alias).ShouldBeUnique("an alias stands twice");
    }

    [Fact]
    public void Everything_carried_has_an_alias_and_numbered_members()
    {
        foreach (var type in Carried)
        {
            Alias(type).ShouldNotBeNull($"{type.Name} has no alias");
            var ids = Members(type).Select(m => m.Id).ToList();
            ids.ShouldBeUnique(type.Name);
            type.GetProperties().Where(p => p.CanWrite && p.GetCustomAttribute<IdAttribute>() is null).Select(p => p.Name).ShouldBeEmpty($"{type.Name} loses these on the way");
        }
    }

    [Fact]
    public void The_contract_is_the_committed_one()
    {
        var file = Path.Combine(Golden.Folder(), "grain-contract.txt");
        var now = Contract();
        if (Golden.Writes)
            File.WriteAllText(file, now);
        File.ReadAllText(file).ShouldBe(now, "where this is meant, OPSHUB_WRITE_GOLDEN=1 dotnet test tests/OpsHub.Contracts.Tests writes it anew");
    }

    private static string Contract()
    {
        var text = new StringBuilder();
        foreach (var grain in Interfaces)
        {
            var bases = grain.GetInterfaces().Where(Interfaces.Contains).Select(i => Alias(i)!).Order(StringComparer.Ordinal).ToList();
            text.Append(Alias(grain)).Append(bases.Count == 0 ? "" : " : " + string.Join(", ", bases)).Append('\n');
            foreach (var method in grain.GetMethods().OrderBy(Alias, StringComparer.Ordinal))
                text.Append($"  {Alias(method)}({string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType)))}) -> {Name(method.ReturnType)}\n");
        }

        foreach (var type in Carried)
        {
            text.Append(Alias(type)).Append('\n');
            foreach (var (id, name, member) in Members(type))
                text.Append($"  {id} {name}: {Name(member)}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(uint Id, string Name, Type Type)> Members(Type type) => type.GetProperties()
        .Select(p => (p.GetCustomAttribute<IdAttribute>(), p)).Where(p => p.Item1 is not null).Select(p => (p.Item1!.Id, p.p.Name, p.p.PropertyType)).OrderBy(p => p.Id);

    private static string? Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>()?.Alias;

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
