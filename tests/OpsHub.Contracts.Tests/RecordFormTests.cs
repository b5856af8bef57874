using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Tests;

/// <summary>What was stored once stays readable, and is written today as it was then.</summary>
public sealed class RecordFormTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Samples.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_written_as_its_newest_golden_file_says(string name)
    {
        var written = Write(name);
        if (Golden.Writes && (Golden.Forms(name) is not [.., var newest] || !JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(newest)), JsonNode.Parse(written))))
            File.WriteAllText(Golden.Next(name), JsonNode.Parse(written)!.ToJsonString(Indented) + "\n");

        Golden.Forms(name).ShouldNotBeEmpty($"{name} has no golden file; OPSHUB_WRITE_GOLDEN=1 writes it");
        var golden = File.ReadAllText(Golden.Forms(name)[^1]);
        JsonNode.DeepEquals(JsonNode.Parse(golden), JsonNode.Parse(written)).ShouldBeTrue(
            $"{name} is written in another form now. What is stored has the old one: keep its file, add {name}.{Golden.Forms(name).Count + 1}.json.\n{written}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_that_a_record_ever_had_is_still_readable(string name)
    {
        var (type, _) = Samples.All[name];
        foreach (var form in Golden.Forms(name))
            JsonSerializer.Deserialize(File.ReadAllText(form), type, DomainSerialization.Options).ShouldNotBeNull(form);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_read_as_it_was_written(string name)
    {
        var (type, sample) = Samples.All[name];
        var again = JsonSerializer.Deserialize(Write(name), type, DomainSerialization.Options).ShouldNotBeNull();
        again.GetType().ShouldBe(sample.GetType());
        JsonSerializer.Serialize(again, type, DomainSerialization.Options).ShouldBe(Write(name));
    }

    [Fact]
    public void Every_kind_of_command_and_event_has_a_sample_and_its_own_name_in_the_json()
    {
        foreach (var root in Samples.Roots)
        {
            var kinds = root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root) && !t.IsAbstract).ToList();
            var named = root.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
            named.Select(d => d.DerivedType).ShouldBe(kinds, ignoreOrder: true, root.Name);
            named.ShouldAllBe(d => Equals(d.TypeDiscriminator, d.DerivedType.Name), root.Name);
            kinds.Select(k => k.Name).ShouldBeSubsetOf(Samples.All.Keys, root.Name);
        }
    }

    [Fact]
    public void Nothing_that_follows_from_the_rest_is_stored()
    {
        var seen = new HashSet<Type>();
        foreach (var (_, sample) in Samples.All.Values)
            Visit(sample.GetType(), seen);
        seen.ShouldContain(typeof(Placement), "the walk must reach nested records");
        foreach (var type in seen)
        {
            DomainSerialization.Options.GetTypeInfo(type).Properties.Where(p => p.Get is not null && p.Set is null && p.AssociatedParameter is null)
                .Select(p => p.Name).ShouldBeEmpty(type.Name);
        }
    }

    [Fact]
    public void No_golden_file_stands_without_its_sample() => Directory.GetFiles(Path.Combine(Golden.Folder(), "Records"), "*.json")
        .Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().ShouldBeSubsetOf(Samples.All.Keys);

    [Fact]
    public void A_stored_trace_still_verifies_after_it_was_read()
    {
        var document = Read<SubjectDocument<Case>>("CaseDocument");
        TraceVerifier.Verify("case-0123", document.Trace.Recent, document.Trace.Head, document.Trace.Length).ShouldBeNull();
    }

    [Fact]
    public void A_stored_trace_folds_to_the_state_beside_it()
    {
        var document = Read<SubjectDocument<Case>>("CaseDocument");
        var folded = document.Trace.Recent.Select(e => JsonSerializer.Deserialize<CaseEvent>(e.Content, DomainSerialization.Options)!).Aggregate((Case?)null, Case.Apply);
        JsonSerializer.Serialize(folded, DomainSerialization.Options).ShouldBe(JsonSerializer.Serialize(document.State, DomainSerialization.Options));
    }

    [Fact]
    public void A_stored_trace_of_a_consultation_folds_to_the_state_beside_it()
    {
        var document = Read<SubjectDocument<Consultation>>("ConsultationDocument");
        var folded = document.Trace.Recent.Select(e => JsonSerializer.Deserialize<ConsultationEvent>(e.Content, DomainSerialization.Options)!).Aggregate((Consultation?)null, ConsultationFold.Apply);
        JsonSerializer.Serialize(folded, DomainSerialization.Options).ShouldBe(JsonSerializer.Serialize(document.State, DomainSerialization.Options));
    }

    [Fact]
    public void Traces_of_consultations_from_before_still_fold_to_what_was_stored_beside_them()
    {
        // The very first knew nothing of when it was published.
        foreach (var form in Golden.Forms("ConsultationDocument").Skip(1))
        {
            var document = JsonSerializer.Deserialize<SubjectDocument<Consultation>>(File.ReadAllText(form), DomainSerialization.Options)!;
            var folded = document.Trace.Recent.Select(e => JsonSerializer.Deserialize<ConsultationEvent>(e.Content, DomainSerialization.Options)!).Aggregate((Consultation?)null, ConsultationFold.Apply);
            JsonSerializer.Serialize(folded, DomainSerialization.Options).ShouldBe(JsonSerializer.Serialize(document.State, DomainSerialization.Options), form);
        }
    }

    [Fact]
    public void No_name_of_a_class_and_no_escaped_chinese_stands_in_the_json()
    {
        foreach (var name in Samples.All.Keys)
        {
            Write(name).ShouldNotContain("OpsHub.", Shouldly.Case.Sensitive, name);
            Write(name).ShouldNotContain("\\u", Shouldly.Case.Sensitive, name);
        }
    }

    [Theory]
    [InlineData("""{"class":"ClearOwner","command":"TriageCase"}""")] // the kind need not come first
    [InlineData("""{"command":"TriageCase","class":"ClearOwner","enforcement":false,"later":1}""")] // what a newer process added
    public void A_command_is_read_whatever_the_order_and_with_fields_not_known_yet(string json) =>
        JsonSerializer.Deserialize<CaseCommand>(json, DomainSerialization.Options).ShouldBe(new TriageCase(TriageClass.ClearOwner));

    [Theory]
    [InlineData("""{"command":"TriageCase"}""")] // a missing member is no default
    [InlineData("""{"command":"TriageCase","class":0}""")] // a number is no name
    [InlineData("""{"command":"TriageCase","class":99}""")]
    [InlineData("""{"command":"TriageCase","class":"Nonsense"}""")]
    [InlineData("""{"command":"FailVerification","reason":null}""")]
    [InlineData("""{"command":"Nonsense"}""")]
    [InlineData("""{}""")]
    public void What_is_no_command_is_an_error_and_never_a_default(string json) =>
        Should.Throw<Exception>(() => JsonSerializer.Deserialize<CaseCommand>(json, DomainSerialization.Options)).ShouldBeAssignableTo<Exception>()
            .ShouldSatisfyAllConditions(e => (e is JsonException or NotSupportedException).ShouldBeTrue(e.GetType().Name));

    [Fact]
    public void An_actor_is_read_as_it_was_written()
    {
        var actor = new Actor("token-7", Role.Hotline, CaseSamples.Township, Backdates: true);
        JsonSerializer.Deserialize<Actor>(JsonSerializer.Serialize(actor, DomainSerialization.Options), DomainSerialization.Options).ShouldBe(actor);
    }

    private static void Visit(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType)
            type.GetGenericArguments().ToList().ForEach(a => Visit(a, seen));
        if (type.Assembly != typeof(TraceEntry).Assembly || !seen.Add(type))
            return;
        foreach (var property in DomainSerialization.Options.GetTypeInfo(type).Properties)
            Visit(property.PropertyType, seen);
    }

    private static string Write(string name) => JsonSerializer.Serialize(Samples.All[name].Sample, Samples.All[name].As, DomainSerialization.Options);

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Golden.Forms(name)[^1]), DomainSerialization.Options)!;
}
